import type * as Evaluator from '../../../generated/jsonata';

let loaded: typeof Evaluator | undefined;

/** JSONata's evaluator; loaded when the first expression needs it, since many definitions have none. */
export function evaluator(): typeof Evaluator {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies
  return (loaded ??= require('../../../generated/jsonata') as typeof Evaluator);
}
