import { durationText } from './duration-text';
import { printable } from './printable';
import type { TimelineEntry, TimelineKind } from './timeline';

/** How a timeline is written. */
export interface TextOptions {
  /** Longer lines are cut, data first. @default 120 */
  readonly width?: number;
  /** Colors for a terminal. @default false */
  readonly color?: boolean;
  /** The most lines. The middle of a longer timeline is left out. @default 2000 */
  readonly lines?: number;
}

/** The columns of a line before its data. */
interface Row {
  readonly time: string;
  readonly state: string;
  readonly word: string;
  readonly text: string;
  readonly kind: TimelineKind;
}

const WORDS: Readonly<Record<TimelineKind, string>> = {
  started: 'starts',
  redriven: 'redrive',
  again: 'again',
  in: 'in',
  out: 'out',
  set: 'sets',
  failed: 'fails',
  waiting: 'waits',
  items: 'items',
  aborted: 'aborted',
  ended: 'ends',
};
const WORD_WIDTH = Math.max(...Object.values(WORDS).map(word => word.length));
const LONGEST_STATE = 48;

/**
 * A timeline as text: virtual time, state, and what came in and out. The name of a state stands on its first line; a state that gives its
 * input on at once takes one line.
 */
export function timelineText(entries: readonly TimelineEntry[], options: TextOptions = {}): string {
  const { width = 120, color = false, lines = 2000 } = options;
  const all = rowsOf(entries);
  const [first, last] = all.length > lines ? [Math.ceil(lines / 2), Math.floor(lines / 2)] : [all.length, 0];
  const rows = [...all.slice(0, first), ...(last > 0 ? all.slice(-last) : [])];
  const longest = (of: (row: Row) => string): number => rows.reduce((most, row) => Math.max(most, of(row).length), 0);
  const timeWidth = longest(({ time }) => time);
  const stateWidth = Math.min(
    LONGEST_STATE,
    longest(({ state }) => state),
  );
  const written = rows.map(({ time, state, word, text, kind }) => {
    const head = `${time.padStart(timeWidth)}  ${cut(state, LONGEST_STATE).padEnd(stateWidth)}  ${word.padEnd(WORD_WIDTH)}  `;
    return painted((head + cut(text, Math.max(20, width - head.length))).trimEnd(), kind, color);
  });
  if (rows.length < all.length) written.splice(first, 0, `… ${all.length - rows.length} more lines …`);
  return written.join('\n');
}

function rowsOf(entries: readonly TimelineEntry[]): Row[] {
  const rows: Row[] = [];
  let lastTime = -1;
  let lastState = '';
  entries.forEach((entry, i) => {
    const before = entries[i - 1] as TimelineEntry | undefined;
    const passedOn =
      entry.kind === 'out' &&
      entry.note === 'unchanged' &&
      before?.kind === 'in' &&
      before.state === entry.state &&
      before.time === entry.time;
    if (passedOn) return;
    const name = '  '.repeat(entry.depth) + entry.state;
    rows.push({
      time: entry.time === lastTime ? '' : durationText(entry.time),
      state: name === lastState && entry.kind !== 'in' && entry.kind !== 'again' ? '' : name,
      word: WORDS[entry.kind],
      text: textOf(entry),
      kind: entry.kind,
    });
    lastTime = entry.time;
    lastState = name;
  });
  return rows;
}

function textOf({ kind, data, note }: TimelineEntry): string {
  if (kind === 'out' && note === 'unchanged') return '(unchanged)';
  if (kind === 'ended') return [note, data].filter(part => part !== undefined).join(' ');
  if (kind === 'started') return [note, data].filter(part => part !== undefined && part !== '').join(' with ');
  return [data, note && (data === undefined ? note : `(${note})`)]
    .filter(part => part !== undefined && part !== '')
    .join(' ');
}

/** A text of one line, and no longer than this. */
function cut(text: string, length: number): string {
  const line = printable(text.replace(/\s*\n\s*/g, ' '));
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

const COLOURS: Partial<Record<TimelineKind, string>> = {
  failed: '31',
  aborted: '33',
  waiting: '33',
  started: '1',
  redriven: '1',
  ended: '1',
  out: '32',
  set: '36',
};

function painted(line: string, kind: TimelineKind, color: boolean): string {
  const code = COLOURS[kind];
  return color && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line;
}
