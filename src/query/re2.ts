import type * as Re2 from 're2js';

let loaded: typeof Re2 | undefined;

/** The engine for regular expressions in linear time; loaded when the first one needs it, since most definitions have none. */
export function re2(): typeof Re2 {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (loaded ??= require('re2js') as typeof Re2);
}
