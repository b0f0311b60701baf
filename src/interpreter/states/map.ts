import type { MapState, QueryLanguage } from '../../asl';
import { compileResult } from '../data-flow';
import type { CompiledScope, CompiledState } from '../frame';
import { compileDistributedMap } from './distributed-map';
import { compileInlineMap } from './inline-map';
import { compileItems, compileMaxConcurrency, compileSelector, isDistributed, type MapParts } from './map-parts';

/**
 * Map: runs its processor once for each item.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html
 */
export function compileMap(state: MapState, language: QueryLanguage, scope: CompiledScope): CompiledState['run'] {
  const parts: MapParts = {
    scope,
    flow: compileResult(state, language),
    items: compileItems(state, language),
    select: compileSelector(state, language),
    maxConcurrency: compileMaxConcurrency(state, language),
  };
  return isDistributed(state) ? compileDistributedMap(state, language, parts) : compileInlineMap(parts);
}
