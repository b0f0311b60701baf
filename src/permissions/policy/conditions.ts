import { OPERATORS, type Comparison, type Operator } from './operators';
import type { Context } from './request';
import { and, not, or, type Truth } from './truth';
import { isJsonObject, type Json } from '../../asl';
import { didYouMean, StepwrightError } from '../../errors';

/** A compiled condition: whether the context fulfills it. */
export type Condition = (context: Context) => Truth;

type Quantifier = 'single' | 'all' | 'any';

const SET_PREFIX = /^For(All|Any)Values?:/;

/** Compiles the `Condition` of a statement: every operator and every key must hold. An operator that IAM does not know is an error. */
export function compileConditions(block: Json | undefined, where: string): readonly Condition[] {
  if (block === undefined) return [];
  if (!isJsonObject(block)) {
    throw new StepwrightError('INVALID_POLICY', 'Condition must be an object of operators', {
      where,
      received: JSON.stringify(block),
    });
  }
  return Object.entries(block).flatMap(([operator, keys]) => {
    if (!isJsonObject(keys)) {
      throw new StepwrightError('INVALID_POLICY', `${operator} must be an object of condition keys`, {
        where,
        received: JSON.stringify(keys),
      });
    }
    return Object.entries(keys).map(([key, values]) => compileTest(operator, key, listOf(values), where));
  });
}

function compileTest(name: string, key: string, values: readonly string[], where: string): Condition {
  const quantifier: Quantifier = name.startsWith('ForAllValues:')
    ? 'all'
    : name.startsWith('ForAnyValue:')
      ? 'any'
      : 'single';
  const plain = name.replace(SET_PREFIX, '');
  if (plain === 'Null') return isAbsent(key, values);
  const ifExists = plain.endsWith('IfExists');
  const base = ifExists ? plain.slice(0, -'IfExists'.length) : plain;
  if (!Object.hasOwn(OPERATORS, base) || (SET_PREFIX.test(name) && quantifier === 'single')) {
    throw new StepwrightError(
      'UNKNOWN_CONDITION_OPERATOR',
      `IAM has no condition operator ${name}${didYouMean(base, [...Object.keys(OPERATORS), 'Null'])}`,
      {
        where,
        received: name,
        allowed: `${[...Object.keys(OPERATORS), 'Null'].join(', ')}, most with IfExists, and ForAllValues: or ForAnyValue: before`,
      },
    );
  }
  return compare(OPERATORS[base], key, values.map(OPERATORS[base].compile), quantifier, ifExists);
}

function compare(
  operator: Operator,
  key: string,
  comparisons: readonly Comparison[],
  quantifier: Quantifier,
  ifExists: boolean,
): Condition {
  const holds = (value: string, context: Context): Truth => {
    const matched = or(comparisons.map(comparison => comparison(value, context)));
    return operator.negated ? not(matched) : matched;
  };
  return context => {
    const values = context.values(key);
    if (values === undefined) {
      if (context.isUnknown(key)) return { unknown: [key] };
      // a key that is not there equals nothing; a set of none is in every set
      return ifExists || quantifier === 'all' || (operator.negated === true && quantifier === 'single');
    }
    const truths = values.map(value => holds(value, context));
    // without a set prefix, one of several values is enough to match, and each must differ
    return quantifier === 'all' || (quantifier === 'single' && operator.negated) ? and(truths) : or(truths);
  };
}

function isAbsent(key: string, values: readonly string[]): Condition {
  return context => {
    if (context.isUnknown(key)) return { unknown: [key] };
    const absent = context.values(key) === undefined;
    return values.some(value => (value.toLowerCase() === 'true') === absent);
  };
}

function listOf(values: Json): readonly string[] {
  return (Array.isArray(values) ? values : [values]).map(String);
}
