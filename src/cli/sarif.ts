import { findRule } from '../validation';
import type { Finding } from './validation-report';

/**
 * The findings in the format that code scanners exchange.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifText(findings: readonly Finding[]): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'stepwright', rules: ids.map(ruleOf) } },
        results: findings.map(finding => resultOf(finding, ids.indexOf(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string): object {
  const rule = findRule(id);
  return {
    id,
    shortDescription: { text: rule?.summary ?? 'A definition cannot be read.' },
    defaultConfiguration: { level: rule?.severity === 'ERROR' ? 'error' : 'warning' },
  };
}

function resultOf(
  { rule, severity, message, fix, file, machine, location, line, column }: Finding,
  ruleIndex: number,
): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity === 'ERROR' ? 'error' : 'warning',
    message: { text: fix === undefined ? message : `${message.trimEnd()}\n${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replace(/\\/g, '/')) },
          ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
        },
        logicalLocations: [
          { fullyQualifiedName: [machine, location].filter(part => part !== undefined).join(' ') || '/' },
        ],
      },
    ],
  };
}
