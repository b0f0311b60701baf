import type { CallView, Need } from '../need';

/** What a call of the SDK needs; undefined where service or action is not known. */
export function sdkNeeds(_view: CallView): readonly Need[] | undefined {
  return undefined;
}
