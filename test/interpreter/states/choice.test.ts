import type { Json } from '../../../src/asl';
import { inState, onlyJsonata, result, runOf } from '../runs';

/** Whether a rule holds for an input. */
function holds(rule: object, input: Json): unknown {
  const definition = {
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
      Yes: { Type: 'Pass', Result: true, End: true },
      No: { Type: 'Pass', Result: false, End: true },
    },
  };
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
    [
      'times of different offsets',
      { Variable: '$.a', TimestampEquals: '2024-01-01T00:00:00Z' },
      { a: '2024-01-01T01:00:00+01:00' },
      true,
    ],
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
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('C')}Invalid path '$.a': The choice state's condition path references an invalid value.`,
    });
  });
});

describe('a pattern of StringMatches', () => {
  const matching = (pattern: string, texts: readonly string[]): string[] =>
    texts.filter(a => holds({ Variable: '$.a', StringMatches: pattern }, { a }) === true);

  test('takes a star for any text, none as well, and holds for the whole text', () => {
    expect(
      matching('log-*.txt', ['log-.txt', 'log-1.txt', 'log-.txt.txt', 'log-1.txtx', 'xlog-1.txt', 'log-1', 'log-txt']),
    ).toEqual(['log-.txt', 'log-1.txt', 'log-.txt.txt']);
    expect(matching('*', ['', 'a'])).toEqual(['', 'a']);
    expect(matching('a', ['a', '', 'ab', 'ba'])).toEqual(['a']);
    expect(matching('', ['', 'a'])).toEqual(['']);
  });

  test('does not take the same characters for two parts', () => {
    expect(matching('aba*aba', ['aba', 'ababa', 'abaaba', 'abaxaba'])).toEqual(['abaaba', 'abaxaba']);
    expect(matching('a*bc*c', ['abc', 'abcc', 'axbcxc', 'abxcc'])).toEqual(['abcc', 'axbcxc']);
    expect(matching('a*b*b*c', ['abc', 'abbc', 'axbxbxc', 'acbb'])).toEqual(['abbc', 'axbxbxc']);
    expect(matching('*ab*ab*', ['ab', 'aab', 'abab', 'xabxabx', 'aba'])).toEqual(['abab', 'xabxabx']);
  });

  test('takes an escaped star, and an escaped backslash, for itself', () => {
    expect(matching('a\\*b', ['a*b', 'axb', 'a\\xb', 'a\\*b'])).toEqual(['a*b']);
    expect(matching('a\\\\*', ['a\\', 'a\\b', 'a*', 'ab'])).toEqual(['a\\', 'a\\b']);
    expect(matching('*\\*', ['*', 'a*', 'a'])).toEqual(['*', 'a*']);
    expect(matching('a\\', ['a\\', 'a'])).toEqual(['a\\']);
  });

  test('holds for texts only', () => {
    expect(holds({ Variable: '$.a', StringMatches: '*' }, { a: 1 })).toBe(false);
  });
});

describe('a comparison of two paths', () => {
  test('does not hold where a side has another type', () => {
    for (const [a, b] of [
      [1, '1'],
      ['1', 1],
      [null, null],
      [true, 'true'],
    ]) {
      for (const family of ['Numeric', 'String', 'Boolean', 'Timestamp']) {
        for (const comparison of family === 'Boolean'
          ? ['Equals']
          : ['Equals', 'LessThanEquals', 'GreaterThanEquals']) {
          expect([
            a,
            b,
            family,
            comparison,
            holds({ Variable: '$.a', [`${family}${comparison}Path`]: '$.b' }, { a, b }),
          ]).toEqual([a, b, family, comparison, false]);
        }
      }
    }
  });

  test('fails where the other path leads nowhere', () => {
    expect(holds({ Variable: '$.a', StringEqualsPath: '$.b' }, { a: 'x' })).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('C')}Invalid path '$.b': The choice state's condition path references an invalid value.`,
    });
  });
});

describe('Choice', () => {
  test('picks with InputPath and OutputPath, whichever way it goes', () => {
    const definition = (Choices: object[]): object => ({
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', InputPath: '$.in', OutputPath: '$.out', Choices, Default: 'E' },
        E: { Type: 'Succeed' },
      },
    });
    const input = { in: { out: 1, b: true }, out: 2, b: false };
    expect(result(runOf(definition([{ Variable: '$.b', BooleanEquals: true, Next: 'E' }]), input))).toBe(1);
    expect(result(runOf(definition([{ Variable: '$.b', BooleanEquals: false, Next: 'E' }]), input))).toBe(1);
  });

  test('assigns and puts out with Default in JSONata, and names the rule in a failure', () => {
    const definition = (rule: object): object => ({
      QueryLanguage: 'JSONata',
      StartAt: 'C',
      States: {
        C: {
          Type: 'Choice',
          Choices: [{ Next: 'E', ...rule }],
          Default: 'E',
          Assign: { from: 'state' },
          Output: 'default',
        },
        E: { Type: 'Pass', Output: '{% [$from, $states.input] %}', End: true },
      },
    });
    expect(result(runOf(definition({ Condition: false, Output: 'rule' })))).toEqual(['state', 'default']);
    expect(result(runOf(definition({ Condition: true, Assign: { from: 'rule' } }), 'in'))).toEqual(['rule', 'in']);
    expect(runOf(definition({ Condition: true, Assign: { a: '{% $nope %}' } })).cause).toContain(
      "specified for the field 'Choices[0]/Assign/a' returned nothing (undefined).",
    );
    expect(runOf(definition({ Condition: true, Output: '{% $nope %}' })).cause).toContain(
      "specified for the field 'Choices[0]/Output' returned nothing (undefined).",
    );
  });

  test('nests And, Or and Not', () => {
    const rule = {
      And: [
        { Variable: '$.a', IsPresent: true },
        {
          Not: {
            Or: [
              { Variable: '$.a', NumericEquals: 1 },
              { Variable: '$.a', NumericEquals: 2 },
            ],
          },
        },
      ],
    };
    expect(holds(rule, { a: 3 })).toBe(true);
    expect(holds(rule, { a: 2 })).toBe(false);
  });

  test('does not look at what follows when an And has failed', () => {
    expect(
      holds(
        {
          And: [
            { Variable: '$.a', IsPresent: true },
            { Variable: '$.a', NumericEquals: 1 },
          ],
        },
        {},
      ),
    ).toBe(false);
  });

  test('assigns with the rule that held, or with Default', () => {
    const definition = {
      StartAt: 'C',
      States: {
        C: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a', BooleanEquals: true, Assign: { from: 'rule' }, Next: 'E' }],
          Default: 'E',
          Assign: { from: 'state' },
        },
        E: { Type: 'Pass', Parameters: { 'from.$': '$from' }, End: true },
      },
    };
    expect(result(runOf(definition, { a: true }))).toEqual({ from: 'rule' });
    expect(result(runOf(definition, { a: false }))).toEqual({ from: 'state' });
  });

  test('fails without a rule that holds and without Default', () => {
    const definition = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$.a', BooleanEquals: true, Next: 'E' }] },
        E: { Type: 'Succeed' },
      },
    };
    expect(result(runOf(definition, { a: false }))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('C')}Failed to transition out of the state. The state does not point to a next state.`,
    });
  });

  test('takes the first JSONata condition that is true, with its Output', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'C',
      States: {
        C: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.n > 5 %}', Output: 'big', Next: 'E' },
            { Condition: true, Output: '{% $states.input.n %}', Next: 'E' },
          ],
        },
        E: { Type: 'Succeed' },
      },
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
