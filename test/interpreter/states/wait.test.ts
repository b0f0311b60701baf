import type { Json } from '../../../src/asl';
import { inState, only, onlyJsonata, result, runOf } from '../runs';

const START = Date.UTC(2024, 0, 1);

/** How long a Wait takes, in seconds. */
function waited(state: object, input: Json = {}): number {
  const run = runOf(only({ Type: 'Wait', ...state }), input, { startTime: START });
  expect(run.status).toBe('SUCCEEDED');
  return (run.stopTime - run.startTime) / 1000;
}

describe('Wait', () => {
  test('takes its Seconds of virtual time', () => {
    expect(waited({ Seconds: 31_449_600 })).toBe(31_449_600);
  });

  test('takes the seconds of a path', () => {
    expect(waited({ SecondsPath: '$.a' }, { a: 7 })).toBe(7);
  });

  test('goes on at a Timestamp', () => {
    expect(waited({ Timestamp: '2024-01-01T02:00:00+01:00' })).toBe(3600);
  });

  test('goes on at the time of a path, to the millisecond', () => {
    expect(waited({ TimestampPath: '$.t' }, { t: '2024-01-01T00:00:01.500Z' })).toBe(1.5);
  });

  test('goes on at once when the time has passed', () => {
    expect(waited({ Timestamp: '2020-01-01T00:00:00Z' })).toBe(0);
  });

  test('goes on with what InputPath and OutputPath pick', () => {
    expect(
      result(
        runOf(only({ Type: 'Wait', InputPath: '$.in', SecondsPath: '$.n', OutputPath: '$.out' }), {
          in: { n: 1, out: 'a' },
          out: 'b',
        }),
      ),
    ).toBe('a');
  });

  test.each([
    ['2024-01-01T00:00:01Z', 1],
    ['2024-01-01T00:01Z', 60],
    ['2024-01-01T01:02:03.4Z', 3723.4],
    ['2024-01-01T00:00:01.45Z', 1.45],
    ['2024-01-01T00:00:01.456789123Z', 1.456],
    ['2024-01-01T00:00:01.4561+00:00', 1.456],
    ['2024-01-01T02:30:00+02:30', 0],
    ['2024-01-01T02:31:00+02:30', 60],
    ['2023-12-31T21:31:00-02:30', 60],
    ['2024-01-01T02:30:05+02:30:04', 1],
    ['2023-12-31T21:29:57-02:30:04', 1],
    ['2024-01-31T23:59:59Z', 2_678_399],
    ['2024-02-29T00:00:00Z', 5_097_600],
    ['+2024-01-01T00:00:02Z', 2],
  ])('reads the time %s', (TimestampText, seconds) => {
    expect(waited({ TimestampPath: '$.t' }, { t: TimestampText })).toBe(seconds);
  });

  test.each([
    '2024-00-01T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-00T00:00:00Z',
    '2024-01-32T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:60Z',
    '2024-01-01T00:00:00',
    '2024-01-01',
    '2024-01-01 00:00:00Z',
    'x2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00Zx',
    '2024-1-01T00:00:00Z',
    '2024-01-1T00:00:00Z',
    '2024-01-01T0:00:00Z',
    '2024-01-01T00:0:00Z',
    '2024-01-01T00:00:0Z',
    '2024-01-01T00:00:00.Z',
    '2024-01-01T00:00:00.1234567890Z',
    '2024-01-01T00:00:00+1:00',
    '2024-01-01T00:00:00+01:0',
    '2024-01-01T00:00:00+01:00:0',
    '24-01-01T00:00:00Z',
  ])('fails for %s, which is no time', TimestampText => {
    expect(runOf(only({ Type: 'Wait', TimestampPath: '$.t' }), { t: TimestampText }, { startTime: START }).cause).toBe(
      `${inState('A')}The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == ${TimestampText}`,
    );
  });

  test('waits a year at the most, unless the limit is off', () => {
    const year = only({ Type: 'Wait', SecondsPath: '$' });
    expect(runOf(year, 31_536_000, { withoutLimits: ['executionDuration'] }).status).toBe('SUCCEEDED');
    expect(runOf(year, 31_536_001, { withoutLimits: ['executionDuration'] }).stopTime - START).toBe(31_536_001_000);
    expect(runOf(year, 31_536_000).cause).not.toBe(`${inState('A')}Wait state delay is too long.`);
    expect(runOf(year, 31_536_001).cause).toBe(`${inState('A')}Wait state delay is too long.`);
  });

  test('assigns, and puts out, when its time has come', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: {
          Type: 'Wait',
          Seconds: 1,
          Assign: { x: '{% $states.input.a %}' },
          Output: '{% $states.input.a + 1 %}',
          Next: 'B',
        },
        B: { Type: 'Pass', Output: '{% [$x, $states.input] %}', End: true },
      },
    };
    expect(result(runOf(definition, { a: 1 }))).toEqual([1, 2]);
    expect(runOf(onlyJsonata({ Type: 'Wait', Seconds: 1, Assign: { x: '{% $nope %}' } })).cause).toContain(
      "specified for the field 'Assign/x' returned nothing (undefined).",
    );
    expect(runOf(onlyJsonata({ Type: 'Wait', Seconds: '{% $nope %}' })).cause).toContain(
      "specified for the field 'Seconds' returned nothing (undefined).",
    );
    expect(runOf(onlyJsonata({ Type: 'Wait', Timestamp: '{% $nope %}' })).cause).toContain(
      "specified for the field 'Timestamp' returned nothing (undefined).",
    );
  });

  test('takes seconds and times of expressions', () => {
    expect(runOf(onlyJsonata({ Type: 'Wait', Seconds: '{% $states.input.n * 2 %}' }), { n: 4 }).stopTime - START).toBe(
      8000,
    );
    expect(runOf(onlyJsonata({ Type: 'Wait', Timestamp: "{% '2024-01-01T00:00:09Z' %}" })).stopTime - START).toBe(9000);
  });

  test.each<[field: object, input: Json, cause: string]>([
    [{ SecondsPath: '$.a' }, {}, 'The SecondsPath parameter does not reference an input value: $.a'],
    [{ SecondsPath: '$.a' }, { a: 1.5 }, 'The SecondsPath parameter cannot be parsed as a long value: $.a == 1.5'],
    [{ SecondsPath: '$.a' }, { a: null }, 'The SecondsPath parameter does not reference an input value: $.a'],
    [{ SecondsPath: '$.a' }, { a: '1' }, 'The SecondsPath parameter cannot be parsed as a long value: $.a == 1'],
    [
      { TimestampPath: '$.a' },
      { a: 1 },
      'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.a == 1',
    ],
    [{ SecondsPath: '$.a' }, { a: -1 }, 'The SecondsPath parameter references a negative value: $.a == -1'],
    [
      { TimestampPath: '$.a' },
      { a: '2024-01-01T00:00:00' },
      'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.a == 2024-01-01T00:00:00',
    ],
    [
      { TimestampPath: '$.a' },
      { a: '2024-02-30T00:00:00Z' },
      'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.a == 2024-02-30T00:00:00Z',
    ],
    [{ TimestampPath: '$.a' }, { a: '2026-01-01T00:00:00Z' }, 'Wait state delay is too long.'],
  ])('fails %j with %j', (field, input, cause) => {
    expect(result(runOf(only({ Type: 'Wait', ...field }), input, { startTime: START }))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: inState('A') + cause,
    });
  });

  test('fails an expression that gives no time, after the entered event', () => {
    const run = runOf(onlyJsonata({ Type: 'Wait', Timestamp: "{% 'soon' %}" }));
    expect(run.history[2]).toMatchObject({
      type: 'EvaluationFailed',
      previousEventId: 2,
      evaluationFailedEventDetails: { location: 'Timestamp' },
    });
    expect(run.cause).toBe(
      `${inState('A')}The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: soon`,
    );
  });
});
