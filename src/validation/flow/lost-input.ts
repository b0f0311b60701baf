import type { Edge } from './graph';

/** Whether a Catch replaces the input by the error: nothing of the input reaches the handler. */
export function losesInput({ kind, from, item }: Edge): boolean {
  if (kind !== 'catch' || item === undefined) return false;
  if (from.language === 'JSONata') return item.Output === undefined && item.Assign === undefined;
  return item.ResultPath === undefined || item.ResultPath === '$';
}
