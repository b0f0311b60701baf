import { only, result, runOf } from './runs';
import type { Json } from '../../src/asl';
import type { TaskAnswer } from '../../src/interpreter';

const call = (answer: TaskAnswer): unknown =>
  result(
    runOf(
      only({
        Type: 'Task',
        Resource: 'arn:aws:states:::http:invoke',
        Parameters: { ApiEndpoint: 'https://example.com', Method: 'GET' },
      }),
      {},
      { onTask: () => answer },
    ),
  );
const response = (StatusCode: number, StatusText: string): Json => ({
  Headers: {},
  ResponseBody: { a: 1 },
  StatusCode,
  StatusText,
});

describe('an HTTP Task', () => {
  test('hands on an answer of 2xx', () => {
    expect(call({ output: response(201, 'Created') })).toEqual(response(201, 'Created'));
  });

  test.each([
    [301, 'Moved Permanently'],
    [404, 'Not Found'],
    [503, 'Service Unavailable'],
  ])('fails with the status %d', (status, text) => {
    expect(call({ output: response(status, text) })).toEqual({
      status: 'FAILED',
      error: `States.Http.StatusCode.${status}`,
      cause: text,
    });
  });

  test('fails without an answer within 60 seconds', () => {
    expect(call({ output: response(200, 'OK'), durationMs: 60_001 })).toEqual({
      status: 'FAILED',
      error: 'States.Http.Socket',
    });
    expect(call({ pending: true })).toEqual({ status: 'FAILED', error: 'States.Http.Socket' });
  });

  test('fails with what a mock names', () => {
    expect(call({ error: 'Events.ConnectionResource.AccessDenied', cause: 'no' })).toEqual({
      status: 'FAILED',
      error: 'Events.ConnectionResource.AccessDenied',
      cause: 'no',
    });
  });
});
