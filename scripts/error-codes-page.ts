import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWS_EXCEPTIONS, ERROR_CODES } from '../src/error-codes';

export const ERROR_CODES_PAGE = join(__dirname, '../docs/error-codes.md');

const HEAD = `# Error codes

Every error that stepwright throws is a \`StepwrightError\`. Its message has the code, the problem, the place, and the fix:

\`\`\`text
UNKNOWN_STATE: There is no state 'Shp' in the workflow; did you mean "Ship"?
  at: src/order.ts:12:5
  received: goTo('Shp')
  allowed: 'Pack', 'Ship'
  fix: name a state of the same scope
\`\`\`

In TypeScript, \`error.code\` is the code. Codes are stable; messages may change.

The errors that a *Task* can raise, for \`retry\` and \`catch\`, are on [another page](errors.md). Findings about a definition have the ids of [validation rules](rules/README.md).
`;

/** Renders docs/error-codes.md: a table for each group of codes. */
export function errorCodesPage(): string {
  const groups = Object.entries(ERROR_CODES).map(
    ([title, codes]) => `
## ${title}

| Code | Problem | Fix |
|---|---|---|
${Object.entries(codes)
  .map(([code, { summary, fix }]) => `| \`${code}\` | ${cell(summary)} | ${cell(fix)} |`)
  .join('\n')}
`,
  );
  const aws = `
## Exceptions of the AWS API

\`testState\` rejects a request exactly as the TestState API does. These codes and their messages are AWS's own.

| Code | Problem |
|---|---|
${Object.entries(AWS_EXCEPTIONS)
  .map(([code, summary]) => `| \`${code}\` | ${summary} |`)
  .join('\n')}
`;
  return HEAD + groups.join('') + aws;
}

/** Escapes the bars of a cell. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

if (require.main === module) writeFileSync(ERROR_CODES_PAGE, errorCodesPage());
