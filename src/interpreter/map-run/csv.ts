import { readerFailed } from './reader-failed';
import type { Json, ReaderConfig } from '../../asl';

const DELIMITERS: Readonly<Record<NonNullable<ReaderConfig['CSVDelimiter']>, string>> = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };

/** The parser is loaded when somebody reads a CSV text: most definitions have none. */
function parser(): typeof import('csv-parse/sync') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('csv-parse/sync') as typeof import('csv-parse/sync');
}

/** The rows of a CSV text as items: each an object of texts by header. Missing fields are empty, surplus fields are dropped. */
export function csvItems(text: string, config: ReaderConfig): Json[] {
  const rows = parser().parse(text, { delimiter: DELIMITERS[config.CSVDelimiter ?? 'COMMA'], relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true }) as string[][];
  const headers = config.CSVHeaderLocation === 'GIVEN' ? [...config.CSVHeaders ?? []] : rows.shift() ?? [];
  if (new Set(headers).size !== headers.length) throw readerFailed('CSV headers cannot contain duplicates.');
  return rows.map(row => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])));
}
