import { conditionText } from '../../src/graph/condition-text';

describe('the short form of a condition', () => {
  it.each<[object, string]>([
    [{ Variable: '$.total', NumericGreaterThan: 100 }, '$.total > 100'],
    [{ Variable: '$.a', NumericLessThanEqualsPath: '$.b' }, '$.a ≤ $.b'],
    [{ Variable: '$.name', StringMatches: 'a*' }, '$.name matches "a*"'],
    [{ Variable: '$.x', IsPresent: true }, '$.x is present'],
    [{ Variable: '$.x', IsNull: false }, '$.x is not null'],
    [{ Not: { Variable: '$.x', BooleanEquals: true } }, 'not ($.x = true)'],
    [
      {
        And: [
          { Variable: '$.a', NumericEquals: 1 },
          {
            Or: [
              { Variable: '$.b', NumericEquals: 2 },
              { Variable: '$.c', NumericEquals: 3 },
            ],
          },
        ],
      },
      '$.a = 1 and ($.b = 2 or $.c = 3)',
    ],
    [{ Condition: '{% $total >\n  100 %}' }, '$total > 100'],
    [{ Condition: true }, 'true'],
  ])('of %j is %s', (rule, text) => {
    expect(conditionText(rule as never)).toBe(text);
  });
});
