import { COMPARISON_FIELDS, type JsonObject } from '../../asl';
import { testsOf, type ChoiceTest } from '../choice-tests';
import { type DefinitionPlace, inside, itemsOf } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

const SELECTORS = ['And', 'Or', 'Not', 'Variable', 'Condition'];

export const choiceRule: Rule = {
  id: 'choice-rule',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    "A rule of a Choice has no condition, several conditions, a comparison that doesn't exist, or a Next inside And, Or, or Not.",
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  find: ({ sites }) =>
    sites.states
      .filter(({ type }) => type === 'Choice')
      .flatMap(site =>
        site.language === 'JSONata'
          ? itemsOf(site, 'Choices').flatMap(({ item, place }) => conditionProblems(item, place))
          : testsOf(site)
              .filter(({ test, outermost }) => !outermost || !Object.hasOwn(test, 'Condition'))
              .flatMap(ownProblems),
      ),
};

function conditionProblems(item: JsonObject, at: DefinitionPlace): Finding[] {
  const { Condition: condition } = item;
  if (condition === undefined) {
    return Object.hasOwn(item, 'Variable')
      ? []
      : [{ at, message: 'These fields are required: [Condition]', fix: 'Add "Condition": "{% … %}".' }];
  }
  if (typeof condition === 'boolean' || isUnknown(condition)) return [];
  // a text that only begins like an expression is told of by its own rule
  if (typeof condition === 'string' && condition.startsWith('{%')) return [];
  const message =
    typeof condition === 'string'
      ? 'JSONata string must start with {% and end with %}'
      : 'Expected value of type [BOOLEAN]';
  return [
    { at: inside(at, 'Condition'), message, fix: 'Write "{% … %}", true, or false. Anything else never matches.' },
  ];
}

function ownProblems({ test, at, outermost }: ChoiceTest): Finding[] {
  const given = SELECTORS.filter(field => Object.hasOwn(test, field));
  const comparisons = Object.keys(test).filter(field => Object.hasOwn(COMPARISON_FIELDS, field));
  const found: Finding[] = [];
  if (!outermost && Object.hasOwn(test, 'Next')) {
    found.push({
      at,
      message: "Field 'Next' is not supported",
      fix: 'Remove it. Only the outermost condition can have Next.',
    });
  }
  if (given.length !== 1) {
    found.push({
      at,
      message: `The object must have only one of the following fields, [${SELECTORS.join(', ')}]`,
      fix: given.length === 0 ? 'Add "Variable" and a comparison.' : `Keep one of ${given.join(', ')}.`,
    });
  } else if (given[0] === 'Variable' && comparisons.length !== 1) {
    const other = Object.keys(test).filter(field => !['Variable', 'Next', 'Comment', 'Assign'].includes(field));
    const near =
      comparisons.length === 0 && other.length > 0
        ? ` ${other[0]} is none${suggestion(other[0], Object.keys(COMPARISON_FIELDS))}`
        : '';
    found.push({
      at,
      message:
        comparisons.length === 0
          ? 'A condition needs a comparison in addition to Variable'
          : `There should only be one of the following fields: [${comparisons.join(', ')}]`,
      fix: comparisons.length === 0 ? `Add one, such as "StringEquals".${near}` : 'Combine conditions with And or Or.',
    });
  }
  for (const field of ['And', 'Or']) {
    if (Array.isArray(test[field]) && test[field].length === 0) {
      found.push({
        at: inside(at, field),
        message: 'Value cannot be empty',
        fix: `Add at least one condition to ${field}.`,
      });
    }
  }
  return found;
}
