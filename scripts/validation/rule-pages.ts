import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_RULES, validate, type RuleInfo } from '../../src/validation';
import { fixtureText } from '../../test/validation/fixtures';

const FIXTURES = join(__dirname, '../../test/fixtures/asl');
/** A longer example is cut on its page. */
const MOST_CHARACTERS = 4_000;

/** The page of a rule: what it is, how it is known, and an example that is wrong and one that is right. */
export function rulePage(rule: RuleInfo): string {
  const [found] = validate(fixtureText('invalid', rule.id) ?? '', { type: rule.exampleType }).filter(
    each => each.rule === rule.id,
  );
  return `${[
    `# ${rule.id}`,
    rule.summary,
    `Severity: ${rule.severity === 'ERROR' ? 'error' : 'warning'}. Code: \`${rule.code}\`.${rule.exampleType === 'EXPRESS' ? ' It concerns Express workflows.' : ''}`,
    `How it is known: ${rule.source}`,
    '## Wrong',
    example('invalid', rule.id),
    [
      '```text',
      `${found.severity} ${found.code}${found.location === undefined ? '' : ` at ${oneLine(found.location)}`}`,
      `  ${oneLine(found.message)}`,
      `  fix: ${found.fix ?? ''}`,
      '```',
    ].join('\n'),
    '## Right',
    example('valid', rule.id),
    '[All rules](README.md)',
  ].join('\n\n')}\n`;
}

/** The list of all rules. */
export function rulesIndex(): string {
  const rows = [...ALL_RULES]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, severity, code, summary }) =>
        `| [${id}](${id}.md) | ${severity === 'ERROR' ? 'error' : 'warning'} | \`${code}\` | ${summary.replace(/\|/g, '\\|')} |`,
    );
  return `${[
    '# Rules',
    'What `validate`, the command and the synthesis look for. With an *error* AWS refuses the definition, or no run of it can succeed; everything else is a *warning*. These pages are generated from the rules and their fixtures; [Validation](../validation.md) tells how to use them.',
    ['| rule | severity | code | what |', '|---|---|---|---|', ...rows].join('\n'),
    awsCodes(),
  ].join('\n\n')}\n`;
}

/** AWS's own codes, and the rules that stand for them. */
function awsCodes(): string {
  const rows = AWS_CODES.map(([code, elsewhere]) => {
    const rules =
      elsewhere ??
      ALL_RULES.filter(rule => rule.code === code)
        .map(({ id }) => `[${id}](${id}.md)`)
        .join(', ');
    return `| \`${code}\` | ${rules} |`;
  });
  return ['## The codes of ValidateStateMachineDefinition', '', '| code | rules |', '|---|---|', ...rows].join('\n');
}

/** Every code that AWS documents or that was seen; for some, why there is no rule, or which one tells it under another code. */
export const AWS_CODES: ReadonlyArray<readonly [code: string, elsewhere?: string]> = [
  ['NO_DOLLAR'],
  ['NO_PATH'],
  ['PASS_RESULT_IS_STATIC'],
  ['INVALID_JSON_DESCRIPTION'],
  ['MISSING_DESCRIPTION'],
  ['SCHEMA_VALIDATION_FAILED'],
  ['INVALID_RESOURCE', '[resource-arn](resource-arn.md), as `SCHEMA_VALIDATION_FAILED`: so AWS answers'],
  ['MISSING_END_STATE'],
  ['DUPLICATE_STATE_NAME'],
  ['INVALID_STATE_NAME'],
  ['STATE_MACHINE_NAME_EMPTY', 'the name is no part of a definition'],
  ['STATE_MACHINE_NAME_INVALID', 'the name is no part of a definition'],
  ['STATE_MACHINE_NAME_TOO_LONG', 'the name is no part of a definition'],
  ['STATE_MACHINE_NAME_ALREADY_EXISTS', 'only an account can tell'],
  ['DUPLICATE_LABEL_NAME', '[map-label](map-label.md)'],
  ['INVALID_LABEL_NAME'],
  ['MISSING_TRANSITION_TARGET'],
  ['TOO_DEEPLY_NESTED'],
  ['INVALID_JSONATA_EXPRESSION'],
  ['UNSUPPORTED_JSONATA_EXPRESSION'],
  ['INVALID_VARIABLE_NAME'],
  ['RESERVED_VARIABLE_NAME', '[variable-name](variable-name.md)'],
];

function example(kind: 'invalid' | 'valid', id: string): string {
  const file = join(FIXTURES, kind, `${id}.ts`);
  const [language, text] = existsSync(file)
    ? ['ts', readFileSync(file, 'utf8')]
    : ['json', fixtureText(kind, id) ?? ''];
  if (text.trim() === '') return 'An empty text.';
  return [
    '```' + language,
    text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text.trimEnd(),
    '```',
  ].join('\n');
}

function oneLine(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
