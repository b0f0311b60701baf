import type { Finding, Rule } from '../rule';
import { suggestion } from '../suggestion';

const MEMBERS = ['input', 'result', 'errorOutput', 'context'];

export const statesField: Rule = {
  id: 'states-field',
  severity: 'ERROR',
  code: 'UNSUPPORTED_JSONATA_EXPRESSION',
  summary:
    "A JSONata expression reads $states.result or $states.errorOutput where it isn't available, or a field that $states doesn't have.",
  source:
    'Measured on AWS by others: CreateStateMachine; https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  find: ({ expressions }) =>
    expressions.flatMap(expression => {
      if (expression.kind !== 'jsonata') return [];
      const { hasResult, hasErrorOutput, place, facts } = expression;
      const found = new Map<string, Finding>();
      for (const { root, steps } of facts.reads) {
        const missing = (member: string, fix: string): void => {
          found.set(member, { at: place, message: `Field '$states.${member}' does not exist.`, fix });
        };
        if (root === 'result' && !hasResult) {
          missing('result', '$states.result is available only in Output and Assign of Task, Parallel, and Map states.');
        }
        if (root === 'errorOutput' && !hasErrorOutput) {
          missing('errorOutput', '$states.errorOutput is available only in Output and Assign of a Catch.');
        }
        if (root === 'states' && steps.length > 0) {
          missing(steps[0], `$states has ${MEMBERS.join(', ')}${suggestion(steps[0], MEMBERS)}`);
        }
      }
      return [...found.values()];
    }),
};
