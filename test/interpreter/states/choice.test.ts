import type { Json } from '../../../src/asl';
import { inState, onlyJsonata, result, runOf } from '../runs';

/** Whether a rule holds for an input. */
function holds(rule: object, input: Json): unknown {
  const definition = { StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' }, Yes: { Type: 'Pass', Result: true, End: true }, No: { Type: 'Pass', Result: false, End: true } } };
  return result(runOf(definition, input));
}

describe('a comparison', () => {
  test.each<[name: string, rule: object, input: Json, expected: boolean]>([
    ['equal numbers', { Variable: '$.a', NumericEquals: 1 }, { a: 1.0 }, true],
    ['a number and its text', { Variable: '$.a', NumericEquals: 1 }, { a: '1' }, false],
    ['greater or equal', { Variable: '$.a', NumericGreaterThanEquals: 2 }, { a: 2 }, true],
    ['less by path', { Variable: '$.a', NumericLessThanPath: '$.b' }, { a: 1, b: 2 }, true],
    ['a path to another type', { Variable: '$.a', NumericLessThanPath: '$.b' }, { a: 1, b: '2' }, false],
    ['texts by code unit', { Variable: '$.a', StringLessThan: 'a' }, { a: 'Z' }, true],
    ['equal texts by path', { Variable: '$.a', StringEqualsPath: '$.b' }, { a: 'x', b: 'x' }, true],
    ['booleans', { Variable: '$.a', BooleanEquals: false }, { a: false }, true],
    ['times of different offsets', { Variable: '$.a', TimestampEquals: '2024-01-01T00:00:00Z' }, { a: '2024-01-01T01:00:00+01:00' }, true],
    ['what is no time', { Variable: '$.a', TimestampLessThan: '2024-01-01T00:00:00Z' }, { a: '2023' }, false],
    ['a pattern with stars', { Variable: '$.a', StringMatches: 'log-*.t*t' }, { a: 'log-1.test' }, true],
    ['a pattern with an escaped star', { Variable: '$.a', StringMatches: 'a\\*b' }, { a: 'axb' }, false],
    ['a null', { Variable: '$.a', IsNull: true }, { a: null }, true],
    ['a type that is not there', { Variable: '$.a', IsNumeric: false }, { a: 'x' }, true],
    ['a time as text', { Variable: '$.a', IsTimestamp: true }, { a: '2024-01-01T00:00:00.123Z' }, true],
    ['a missing member', { Variable: '$.a', IsPresent: false }, {}, true],
    ['a member under a text', { Variable: '$.a.b', IsPresent: true }, { a: 'x' }, false],
  ])('of %s', (_, rule, input, expected) => {
    expect(holds(rule, input)).toBe(expected);
  });

  test('fails where its variable is missing', () => {
    expect(holds({ Variable: '$.a', IsString: true }, {})).toEqual({
      status: 'FAILED', error: 'States.Runtime', cause: `${inState('C')}Invalid path '$.a': The choice state's condition path references an invalid value.`,
    });
  });
});

describe('Choice', () => {
  test('nests And, Or and Not', () => {
    const rule = { And: [{ Variable: '$.a', IsPresent: true }, { Not: { Or: [{ Variable: '$.a', NumericEquals: 1 }, { Variable: '$.a', NumericEquals: 2 }] } }] };
    expect(holds(rule, { a: 3 })).toBe(true);
    expect(holds(rule, { a: 2 })).toBe(false);
  });

  test('does not look at what follows when an And has failed', () => {
    expect(holds({ And: [{ Variable: '$.a', IsPresent: true }, { Variable: '$.a', NumericEquals: 1 }] }, {})).toBe(false);
  });

  test('assigns with the rule that held, or with Default', () => {
    const definition = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$.a', BooleanEquals: true, Assign: { from: 'rule' }, Next: 'E' }], Default: 'E', Assign: { from: 'state' } },
        E: { Type: 'Pass', Parameters: { 'from.$': '$from' }, End: true },
      },
    };
    expect(result(runOf(definition, { a: true }))).toEqual({ from: 'rule' });
    expect(result(runOf(definition, { a: false }))).toEqual({ from: 'state' });
  });

  test('fails without a rule that holds and without Default', () => {
    const definition = { StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ Variable: '$.a', BooleanEquals: true, Next: 'E' }] }, E: { Type: 'Succeed' } } };
    expect(result(runOf(definition, { a: false }))).toEqual({ status: 'FAILED', error: 'States.Runtime', cause: `${inState('C')}Failed to transition out of the state. The state does not point to a next state.` });
  });

  test('takes the first JSONata condition that is true, with its Output', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'C',
      States: { C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.n > 5 %}', Output: 'big', Next: 'E' }, { Condition: true, Output: '{% $states.input.n %}', Next: 'E' }] }, E: { Type: 'Succeed' } },
    };
    expect(result(runOf(definition, { n: 6 }))).toBe('big');
    expect(result(runOf(definition, { n: 5 }))).toBe(5);
  });

  test('fails a condition that is no boolean', () => {
    const definition = onlyJsonata({ Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'A' }] });
    expect(result(runOf(definition))).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `${inState('A')}The JSONata expression '1' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1`,
    });
  });
});
