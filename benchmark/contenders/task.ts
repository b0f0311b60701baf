import type { Json } from '../../src/asl';
import type { Workload } from '../workload';

/** Answers the Task of a workload: throws as often as it must, then gives the result. A new one for each execution. */
export function taskOf({ mock }: Workload): ((input: Json) => Json) | undefined {
  if (mock === undefined) return undefined;
  if (mock.js !== undefined) {
    const make = new Function(`return ${mock.js}`) as () => (input: Json) => Json;
    return make();
  }
  let failed = 0;
  return () => {
    if (failed++ >= (mock.fails ?? 0)) return mock.result ?? null;
    const error = new Error('not yet');
    error.name = mock.errorName ?? 'Error';
    throw error;
  };
}
