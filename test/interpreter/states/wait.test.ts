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

  test('takes seconds and times of expressions', () => {
    expect(runOf(onlyJsonata({ Type: 'Wait', Seconds: '{% $states.input.n * 2 %}' }), { n: 4 }).stopTime - START).toBe(8000);
    expect(runOf(onlyJsonata({ Type: 'Wait', Timestamp: "{% '2024-01-01T00:00:09Z' %}" })).stopTime - START).toBe(9000);
  });

  test.each<[field: object, input: Json, cause: string]>([
    [{ SecondsPath: '$.a' }, {}, 'The SecondsPath parameter does not reference an input value: $.a'],
    [{ SecondsPath: '$.a' }, { a: 1.5 }, 'The SecondsPath parameter cannot be parsed as a long value: $.a == 1.5'],
    [{ SecondsPath: '$.a' }, { a: -1 }, 'The SecondsPath parameter references a negative value: $.a == -1'],
    [{ TimestampPath: '$.a' }, { a: '2024-01-01T00:00:00' }, 'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.a == 2024-01-01T00:00:00'],
    [{ TimestampPath: '$.a' }, { a: '2024-02-30T00:00:00Z' }, 'The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.a == 2024-02-30T00:00:00Z'],
    [{ TimestampPath: '$.a' }, { a: '2026-01-01T00:00:00Z' }, 'Wait state delay is too long.'],
  ])('fails %j with %j', (field, input, cause) => {
    expect(result(runOf(only({ Type: 'Wait', ...field }), input, { startTime: START }))).toEqual({ status: 'FAILED', error: 'States.Runtime', cause: inState('A') + cause });
  });

  test('fails an expression that gives no time, after the entered event', () => {
    const run = runOf(onlyJsonata({ Type: 'Wait', Timestamp: "{% 'soon' %}" }));
    expect(run.history[2]).toMatchObject({ type: 'EvaluationFailed', previousEventId: 2, evaluationFailedEventDetails: { location: 'Timestamp' } });
    expect(run.cause).toBe(`${inState('A')}The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: soon`);
  });
});
