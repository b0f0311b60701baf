import { isJsonObject, type Json } from '../../asl';
import { didYouMean } from '../../errors';
import { own, ownObject } from '../own';
import { invalidTemplate, shown } from './failures';
import { DEEPEST_VALUE } from './limits';
import { below, type TemplatePlace } from './template-place';
import type { StackScope } from './template-scope';
import { textOf } from './texts';

/** True if a named condition is true. */
export function evaluateCondition(name: string, scope: StackScope, place: TemplatePlace): boolean {
  const conditions = ownObject(scope.template, 'Conditions');
  const expression = own(conditions, name);
  if (expression === undefined) {
    throw invalidTemplate(
      `the stack has no condition ${JSON.stringify(name)}${didYouMean(name, Object.keys(conditions))}`,
      place,
    );
  }
  return scope.app.memo.once(`${scope.key}/Conditions/${name}`, () =>
    holds(expression, scope, below(below(scope.place, 'Conditions'), name)),
  );
}

type Test = (argument: Json, scope: StackScope, place: TemplatePlace) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  'Condition': (argument, scope, place) => {
    if (typeof argument !== 'string') {
      throw invalidTemplate('Condition needs the name of a condition', place, { received: shown(argument) });
    }
    return evaluateCondition(argument, scope, place);
  },
  'Fn::And': (argument, scope, place) =>
    parts(argument, 2, 10, place)
      .map((part, i) => holds(part, scope, below(place, i)))
      .every(Boolean),
  'Fn::Or': (argument, scope, place) =>
    parts(argument, 2, 10, place)
      .map((part, i) => holds(part, scope, below(place, i)))
      .some(Boolean),
  'Fn::Not': (argument, scope, place) => !holds(parts(argument, 1, 1, place)[0], scope, below(place, 0)),
  'Fn::Equals': (argument, scope, place) => {
    const [left, right] = parts(argument, 2, 2, place).map((side, i) =>
      comparable(scope.property(side, below(place, i)), below(place, i)),
    );
    return left === right;
  },
};

/** True if a condition's expression is true. */
function holds(expression: Json, scope: StackScope, place: TemplatePlace): boolean {
  const [name, ...more] = isJsonObject(expression) ? Object.keys(expression) : [];
  if (name === undefined || more.length > 0 || !Object.hasOwn(TESTS, name)) {
    throw invalidTemplate('this is not a condition', place, {
      received: shown(expression),
      allowed: Object.keys(TESTS).join(', '),
    });
  }
  scope.app.depth++;
  try {
    if (scope.app.depth > DEEPEST_VALUE) throw invalidTemplate('a condition is nested too deeply', place);
    return TESTS[name]((expression as Record<string, Json>)[name], scope, below(place, name));
  } finally {
    scope.app.depth--;
  }
}

function parts(argument: Json, least: number, most: number, place: TemplatePlace): readonly Json[] {
  if (Array.isArray(argument) && argument.length >= least && argument.length <= most) {
    return argument as readonly Json[];
  }
  throw invalidTemplate('a condition has the wrong number of operands', place, {
    received: shown(argument),
    allowed: least === most ? `a list of ${least}` : `a list of ${least} to ${most}`,
  });
}

/** CloudFormation compares strings: 1 and "1" are equal. */
function comparable(value: unknown, place: TemplatePlace): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value as Json, place);
}
