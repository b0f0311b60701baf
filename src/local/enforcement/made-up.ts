import { createHash } from 'node:crypto';
import type { TaskCall } from '../../interpreter';

/** The name of the session in which Step Functions calls, as AWS makes it up: letters only, the same for the whole execution. */
export function sessionNameOf(call: Pick<TaskCall, 'executionArn'>): string {
  const digest = createHash('sha256').update(call.executionArn).digest();
  return [...digest].map(byte => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[byte % 52]).join('');
}

/** The id of a request: the same for the same attempt of the same execution. */
export function requestIdOf(call: TaskCall): string {
  const hex = createHash('sha256').update(`${call.executionArn}/${call.stateName}/${call.callIndex}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
