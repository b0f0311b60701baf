import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { isExpression } from '../../query/jsonata';
import { fieldPlace, itemsOf } from '../definition-place';
import type { Rule } from '../rule';

/** Comparisons that together take every value. */
const OPPOSITES: ReadonlyArray<readonly [string, string]> = ['Numeric', 'String', 'Timestamp'].flatMap(
  kind =>
    [
      [`${kind}GreaterThan`, `${kind}LessThanEquals`],
      [`${kind}LessThan`, `${kind}GreaterThanEquals`],
      [`${kind}GreaterThanEquals`, `${kind}LessThanEquals`],
      [`${kind}GreaterThanPath`, `${kind}LessThanEqualsPath`],
      [`${kind}LessThanPath`, `${kind}GreaterThanEqualsPath`],
    ] as Array<readonly [string, string]>,
);
/** Tests that are true for one of true and false. */
const FLAGS = ['IsPresent', 'IsNull', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp', 'BooleanEquals'];

export const choiceNotExhaustive: Rule = {
  id: 'choice-not-exhaustive',
  severity: 'WARNING',
  summary:
    "A Choice has no Default, and its rules don't cover every case. The execution fails with States.Runtime if no rule matches.",
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html; the error name was measured on AWS by others.',
  find: ({ sites }) =>
    sites.states
      .filter(({ type, state }) => type === 'Choice' && state.Default === undefined)
      .flatMap(site => {
        const rules = itemsOf(site, 'Choices').map(({ item }) => item);
        if (rules.length === 0 || (site.language === 'JSONata' ? expressionsCover(rules) : testsCover(rules))) {
          return [];
        }
        return [
          {
            at: fieldPlace(site),
            message: 'There is no Default, so the execution fails with States.Runtime if no rule matches',
            fix: 'Add "Default" with the state for every other case.',
          },
        ];
      }),
};

function expressionsCover(rules: readonly JsonObject[]): boolean {
  const conditions = rules.map(({ Condition: condition }) =>
    typeof condition === 'string' && isExpression(condition) ? condition.slice(2, -2).replace(/\s+/g, '') : condition,
  );
  if (conditions.some(condition => condition === true || condition === 'true')) return true;
  return conditions.some(condition => typeof condition === 'string' && conditions.includes(`$not(${condition})`));
}

function testsCover(rules: readonly JsonObject[]): boolean {
  const tests = rules.map(({ Next, Comment, Assign, ...test }) => test);
  const texts = new Set(tests.map(test => JSON.stringify(test)));
  const byVariable = (variable: Json, comparison: string, value: Json): boolean =>
    tests.some(test => test.Variable === variable && Object.hasOwn(test, comparison) && test[comparison] === value);
  return tests.some(test => {
    if (isJsonObject(test.Not)) return texts.has(JSON.stringify(test.Not));
    const { Variable: variable } = test;
    if (variable === undefined) return false;
    if (FLAGS.some(flag => test[flag] === true && byVariable(variable, flag, false))) return true;
    return OPPOSITES.some(([a, b]) => Object.hasOwn(test, a) && byVariable(variable, b, test[a]));
  });
}
