import { ERROR_NAMES, type Json, type JsonObject, type MapState, type QueryLanguage } from '../../asl';
import { compileExpression, isExpression } from '../../query/jsonata';
import { BLOCKED, type CompiledState, type Program, type Signal } from '../compiled';
import { runtimeFailure } from '../data-flow';
import { Execution, type Ending } from '../execution';
import { failure, StateFailure, type Failure } from '../failure';
import type { Frame } from '../frame';
import { compileBatcher } from '../map-run/batcher';
import { compileItemReader } from '../map-run/item-reader';
import { compileMapPermission } from '../map-run/map-permission';
import { numberPath } from '../number-path';
import { Random } from '../random';
import type { ExecutionSettings } from '../settings';
import type { MapParts } from './map';

/** At most this many child executions of a Map Run run side by side. @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const MOST_SIDE_BY_SIDE = 10_000;

const EXCEEDED: Failure = failure(ERROR_NAMES.EXCEED_TOLERATED_FAILURE_THRESHOLD, 'The specified tolerated failure threshold was exceeded');

/**
 * A Distributed Map: each item, or batch of items, is an execution of its own.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function compileDistributedMap(state: MapState, language: QueryLanguage, parts: MapParts): CompiledState['run'] {
  const reader = state.ItemReader && compileItemReader(state.ItemReader, state.InputPath, language);
  const batch = state.ItemBatcher && compileBatcher(state.ItemBatcher, state.InputPath, language);
  const refused = compileMapPermission(state, language);
  const tolerated = compileTolerance(state, language);
  const program: Program = { scope: parts.scope, type: state.ItemProcessor?.ProcessorConfig?.ExecutionType ?? 'STANDARD', timeoutSeconds: undefined };
  return frame => {
    const { execution } = frame;
    const { settings } = execution;
    const side = Math.min(parts.maxConcurrency(frame) || MOST_SIDE_BY_SIDE, MOST_SIDE_BY_SIDE);
    const direct = reader ? undefined : parts.items(frame);
    frame.last = execution.record('MapStateStarted', frame.last, undefined, undefined, { length: direct?.length ?? 0 });
    const limit = reader?.limit(frame) ?? 0;
    const tolerance = tolerated(frame);
    const label = state.Label ?? execution.random.uuid();
    const run = `${settings.stateMachineName}/${label}:${execution.random.uuid()}`;
    const mapRunArn = `arn:${settings.partition}:states:${settings.region}:${settings.account}:mapRun:${run}`;
    const started = execution.record('MapRunStarted', frame.last, undefined, undefined, { mapRunArn });
    frame.last = started;

    const failRun = (reason: Failure): Signal => {
      frame.last = execution.record('MapRunFailed', frame.last, undefined, undefined, { error: reason.error, cause: reason.cause });
      return execution.fail(frame, reason, frame.last);
    };
    let inputs: JsonObject[] | Json[];
    try {
      const reason = refused(frame);
      if (reason) return failRun(reason);
      const items = reader ? reader.read(frame, limit) : direct!;
      const selected = items.map((value, index) => parts.select(frame, { index, value }));
      inputs = batch ? batch(frame, selected) : selected;
    } catch (error) {
      if (error instanceof StateFailure) return failRun(error.failure);
      throw error;
    }

    const outputs: Json[] = [];
    const results: Array<Ending | undefined> = new Array(inputs.length);
    let next = 0;
    let open = inputs.length;
    let failures = 0;
    let over = false;
    const leave = (): Signal => {
      for (const result of results) if (result?.status === 'SUCCEEDED') outputs.push(result.output!);
      const succeeded = execution.record('MapRunSucceeded', frame.last, undefined, undefined, undefined);
      execution.record('MapStateSucceeded', succeeded, undefined, undefined, undefined);
      frame.last = started;
      frame.taskResult = outputs;
      const assigned = parts.flow.assign?.(frame, outputs);
      return execution.leave(frame, parts.flow.output(frame, outputs), assigned);
    };
    const startNext = (): void => {
      const index = next++;
      const name = execution.random.uuid();
      const child: ExecutionSettings = {
        ...settings,
        input: inputs[index],
        type: program.type!,
        executionName: name,
        executionArn: `arn:${settings.partition}:states:${settings.region}:${settings.account}:execution:${settings.stateMachineName}/${label}:${name}`,
        stateMachineName: `${settings.stateMachineName}/${label}`,
        stateMachineArn: `${settings.stateMachineArn}/${label}`,
        startTime: execution.scheduler.time,
        mapItem: { index, value: inputs[index] },
      };
      const childExecution = new Execution(program, child, new Random(`${mapRunArn}:${index}`), execution.world, ending => {
        results[index] = ending;
        open--;
        if (over) return;
        if (ending.status !== 'SUCCEEDED') failures++;
        if (failures > tolerance.count || failures > (tolerance.percentage / 100) * inputs.length) {
          over = true;
          execution.resume(frame, () => failRun(EXCEEDED));
        } else if (open === 0) {execution.resume(frame, leave);} else if (next < inputs.length) {startNext();}
      });
      execution.children.push(childExecution);
      childExecution.start();
    };
    if (inputs.length === 0) return leave();
    for (let i = 0; i < Math.min(side, inputs.length); i++) startNext();
    return BLOCKED;
  };
}

/** How many failures a Map Run takes; both limits hold where both are given, none is none. */
function compileTolerance(state: MapState, language: QueryLanguage): (frame: Frame) => { count: number; percentage: number } {
  const count = toleratedNumber('ToleratedFailureCount', state.ToleratedFailureCount, state.ToleratedFailureCountPath, state, language, 'integer');
  const percentage = toleratedNumber('ToleratedFailurePercentage', state.ToleratedFailurePercentage, state.ToleratedFailurePercentagePath, state, language, 'float');
  return frame => {
    const most = count?.(frame);
    const share = percentage?.(frame);
    if (most !== undefined && most < 0) throw runtimeFailure('ToleratedFailureCount cannot be negative.');
    if (share !== undefined && (share < 0 || share > 100)) throw runtimeFailure('ToleratedFailurePercentage must be between 0 and 100.');
    if (most === undefined && share === undefined) return { count: 0, percentage: 100 };
    return { count: most ?? Number.POSITIVE_INFINITY, percentage: share ?? 100 };
  };
}

/** A number of failures that is given, read or computed. */
export function toleratedNumber(field: string, literal: number | string | undefined, path: string | undefined, state: MapState, language: QueryLanguage, kind: 'integer' | 'float'): ((frame: Frame) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) return numberPath(`${field}Path`, path, state.InputPath, kind);
  if (typeof literal === 'string' && isExpression(literal)) return compileExpression(literal, field, kind === 'integer' ? 'integer' : 'number') as (frame: Frame) => number;
  return typeof literal === 'number' ? () => literal : undefined;
}
