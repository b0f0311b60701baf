/** A time as the Context Object and descriptions of executions have it: to the millisecond, without a fraction on the whole second. */
export function isoTime(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
