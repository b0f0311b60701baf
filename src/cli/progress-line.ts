import { durationText } from '../local';

/** Shows how far a long run is, on one line of a terminal. */
export interface ProgressLine {
  readonly show: (progress: { readonly transitions: number; readonly time: number }) => void;
  readonly clear: () => void;
}

/** A line on that terminal; without one it shows nothing. It appears after half a second and is written ten times a second at most. */
export function progressLine(terminal: { write(text: string): unknown } | undefined): ProgressLine {
  const started = performance.now();
  let last = started + 400;
  let shown = false;
  let startTime: number | undefined;
  return {
    show: ({ transitions, time }) => {
      startTime ??= time;
      const now = performance.now();
      if (!terminal || now - last < 100) return;
      last = now;
      shown = true;
      terminal.write(
        `\r\u001b[K${transitions.toLocaleString('en-US')} transitions, ${durationText(time - startTime)} of virtual time …`,
      );
    },
    clear: () => {
      if (shown) terminal?.write('\r\u001b[K');
    },
  };
}
