import { MAX_ITEMS, readerFailed, tooManyItems } from './reader-failed';
import type { Json, ReaderConfig } from '../../asl';
import { StateFailure } from '../failure';

const DELIMITERS: Readonly<Record<NonNullable<ReaderConfig['CSVDelimiter']>, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

/** The parser is loaded when somebody reads a CSV text: most definitions have none. */
function parser(): typeof import('csv-parse/sync') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('csv-parse/sync') as typeof import('csv-parse/sync');
}

/**
 * The rows of a CSV text as items: each an object of texts by header. Missing fields are empty, surplus fields are dropped. A backslash keeps a
 * backslash, a quote or a delimiter that follows it; before anything else it is dropped.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function csvItems(text: string, config: ReaderConfig): Json[] {
  const delimiter = DELIMITERS[config.CSVDelimiter ?? 'COMMA'];
  const escapes = text.includes('\\');
  const read = recordsOf(escapes ? hideEscaped(text, delimiter) : text, delimiter);
  const rows = escapes ? read.map(row => row.map(field => showEscaped(field, delimiter))) : read;
  const headers = config.CSVHeaderLocation === 'GIVEN' ? [...(config.CSVHeaders ?? [])] : (rows.shift() ?? []);
  if (new Set(headers).size !== headers.length) throw readerFailed('CSV headers cannot contain duplicates.');
  return rows.map(row => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
}

function recordsOf(text: string, delimiter: string): string[][] {
  let records = 0;
  try {
    return parser().parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      // counted here, because the rows of a decompressed file may not fit in memory
      on_record: (record: string[]) => {
        if (++records > MAX_ITEMS + 1) throw tooManyItems();
        return record;
      },
    }) as string[][];
  } catch (error) {
    if (error instanceof StateFailure) throw error;
    throw readerFailed(`Input file is not valid CSV: ${(error as Error).message}`);
  }
}

/** Characters that no text has (Unicode's noncharacters) stand for escaped ones while the text is taken apart. */
const [BACKSLASH, QUOTE, DELIMITER] = ['\uFDD0', '\uFDD1', '\uFDD2'];

function hideEscaped(text: string, delimiter: string): string {
  return text.replace(/\\([^]?)/g, (_, next: string) =>
    next === '\\' ? BACKSLASH : next === '"' ? QUOTE : next === delimiter ? DELIMITER : next,
  );
}

function showEscaped(field: string, delimiter: string): string {
  return field.replaceAll(BACKSLASH, '\\').replaceAll(QUOTE, '"').replaceAll(DELIMITER, delimiter);
}
