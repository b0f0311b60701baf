/** The marks of a status, so that color is never the only difference. */
export const BADGES: Readonly<Record<'ok' | 'bad' | 'warn' | 'run', string>> = {
  ok: 'M-3.5 .2 -1 2.7 3.5 -2.3',
  bad: 'M-2.6 -2.6 2.6 2.6M2.6 -2.6 -2.6 2.6',
  warn: 'M0 -3.6V.6M0 3.2v.1',
  run: 'M-3 0h.1M0 0h.1M3 0h.1',
};
