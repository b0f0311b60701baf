import type { MapState, QueryLanguage } from '../../asl';
import { compileExpression, isExpression } from '../../query/jsonata';
import { runtimeFailure } from '../data-flow';
import type { Frame } from '../frame';
import type { Tolerance } from '../map-run/map-run';
import { numberPath } from '../number-path';

/** Compiles the number of failures that a Map Run tolerates. If both limits are given, both apply. */
export function compileTolerance(state: MapState, language: QueryLanguage): (frame: Frame) => Tolerance {
  const count = toleratedNumber(
    'ToleratedFailureCount',
    state.ToleratedFailureCount,
    state.ToleratedFailureCountPath,
    state,
    language,
    'integer',
  );
  const percentage = toleratedNumber(
    'ToleratedFailurePercentage',
    state.ToleratedFailurePercentage,
    state.ToleratedFailurePercentagePath,
    state,
    language,
    'float',
  );
  return frame => {
    const most = count?.(frame);
    const share = percentage?.(frame);
    if (most !== undefined && most < 0) throw runtimeFailure('ToleratedFailureCount cannot be negative.');
    if (share !== undefined && (share < 0 || share > 100)) {
      throw runtimeFailure('ToleratedFailurePercentage must be between 0 and 100.');
    }
    if (most === undefined && share === undefined) return { count: 0, percentage: 100 };
    return { count: most ?? Number.POSITIVE_INFINITY, percentage: share ?? 100 };
  };
}

/** Compiles a number that is given, read from a path, or computed. */
export function toleratedNumber(
  field: string,
  literal: number | string | undefined,
  path: string | undefined,
  state: MapState,
  language: QueryLanguage,
  kind: 'integer' | 'float',
): ((frame: Frame) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) return numberPath(`${field}Path`, path, state.InputPath, kind);
  if (typeof literal === 'string' && isExpression(literal)) {
    return compileExpression(literal, field, kind === 'integer' ? 'integer' : 'number') as (frame: Frame) => number;
  }
  return typeof literal === 'number' ? () => literal : undefined;
}
