import type { Severity } from '../diagnostic';

/** How bad it is that a path does not parse: whether AWS takes names in double quotes is not known. */
export function severityOf(path: string): Severity {
  return path.includes('["') ? 'WARNING' : 'ERROR';
}
