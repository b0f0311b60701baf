import { scanJson, type JsonScan } from './json-scan';
import { DEEPEST, ENOUGH, measure, type Measure } from './measure';
import { quotePlaceholders, type Json } from '../../asl';

export { DEEPEST, ENOUGH };

/** A definition as it was given, before it is known to be one. */
export interface Source {
  /** The text, if a text was given. */
  readonly text: string | undefined;
  /** What was given, or what the text says; undefined if it is no JSON. */
  readonly value: Json | undefined;
  /** What reading the text showed; absent where no text was given. */
  readonly scan: JsonScan | undefined;
  /** Size and depth; absent where there is no value. */
  readonly measure: Measure | undefined;
}

/** Reads what was given. Never throws, whatever it is; what was given is not changed. */
export function readSource(given: unknown): Source {
  if (typeof given === 'string') return readText(given);
  try {
    const measured = measure(given);
    return { text: undefined, scan: undefined, measure: measured, value: plain(given, measured) };
  } catch {
    return { text: undefined, scan: undefined, measure: undefined, value: undefined };
  }
}

function readText(text: string): Source {
  const scan = scanJson(text);
  for (const candidate of [text, quotePlaceholders(text)]) {
    try {
      const value = JSON.parse(candidate) as Json;
      return { text, value, scan: { duplicates: scan.duplicates }, measure: measure(value) };
    } catch {
      // the next candidate, or the scan, tells what is wrong
    }
  }
  return { text, value: undefined, scan, measure: undefined };
}

/** What a JSON text of the value would say: what is no JSON is left out. */
function plain(given: unknown, { cyclic, foreign, depth }: Measure): Json | undefined {
  if (cyclic || depth > DEEPEST) return undefined;
  return !foreign ? (given as Json) : (JSON.parse(JSON.stringify(given) ?? 'null') as Json);
}
