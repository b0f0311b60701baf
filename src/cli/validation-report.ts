import type { Diagnostic } from '../validation';

/** A diagnostic, and where it was found. */
export interface Finding extends Diagnostic {
  /** The file or folder, as it was given. */
  readonly file: string;
  /** The construct path or logical id, where a template or assembly was read. */
  readonly machine?: string;
  /** In a file with a definition as JSON, from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** The findings for programs: an array of diagnostics, each with its file. */
export function findingsJson(findings: readonly Finding[]): string {
  return `${JSON.stringify(findings, null, 2)}\n`;
}

/** What was checked. */
export interface Counts {
  readonly definitions: number;
  readonly files: number;
}

/** The findings for people, by file. The last line says what was checked. */
export function findingsText(findings: readonly Finding[], counts: Counts, color: boolean): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const title = finding.machine === undefined ? finding.file : `${finding.file} ${finding.machine}`;
    groups.set(title, [...(groups.get(title) ?? []), finding]);
  }
  const lines: string[] = [];
  for (const [title, group] of groups) {
    lines.push(paint(1, title));
    for (const { severity, message, location, rule, fix, line, column, file } of group) {
      const place = line === undefined ? '' : `${file}:${line}:${column} `;
      const level = severity === 'ERROR' ? paint(31, 'error') : paint(33, 'warning');
      // what is no JSON has its place in the text
      const at = location === undefined || location.startsWith('[') ? '' : ` at ${location}`;
      lines.push(
        `  ${place}${level} ${message.split('\n at [Source')[0].trimEnd()}${at} [${rule}]`,
        ...(fix === undefined ? [] : [`    fix: ${fix}`]),
      );
    }
    lines.push('');
  }
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length;
  const checked = `${counted(counts.definitions, 'definition')} checked in ${counted(counts.files, 'file')}`;
  return `${[...lines, `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`, checked].join('\n')}\n`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
