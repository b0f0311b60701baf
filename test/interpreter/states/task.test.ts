import type { Json } from '../../../src/asl';
import type { TaskCall, TaskRunner } from '../../../src/interpreter';
import { inState, LAMBDA, only, onlyJsonata, result, runOf, types } from '../runs';

const START = Date.UTC(2024, 0, 1);

/** A runner that remembers its calls. */
function remembering(answer: ReturnType<TaskRunner>): { calls: TaskCall[]; onTask: TaskRunner } {
  const calls: TaskCall[] = [];
  return { calls, onTask: call => (calls.push(call), answer) };
}

describe('Task', () => {
  test('gives a service its effective Parameters and hands on the answer', () => {
    const { calls, onTask } = remembering({ output: { Payload: 1 } });
    const run = runOf(
      only({
        ...LAMBDA,
        Parameters: { 'FunctionName': 'f', 'Payload.$': '$.x' },
        ResultSelector: { 'p.$': '$.Payload' },
        ResultPath: '$.r',
      }),
      { x: 5 },
      { onTask },
    );
    expect(result(run)).toEqual({ x: 5, r: { p: 1 } });
    expect(calls).toEqual([
      expect.objectContaining({
        stateName: 'A',
        kind: 'Task',
        service: 'lambda',
        action: 'invoke',
        pattern: 'REQUEST_RESPONSE',
        input: { FunctionName: 'f', Payload: 5 },
        retryCount: 0,
        callIndex: 0,
        iterations: [],
        time: START,
      }),
    ]);
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(run.history[2].taskScheduledEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      region: 'us-east-1',
      parameters: '{"FunctionName":"f","Payload":5}',
    });
  });

  test('calls a function by its ARN with events of its own', () => {
    const run = runOf(only({ Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' }), 1, {
      onTask: ({ input }) => ({ output: (input as number) + 1 }),
    });
    expect(run.output).toBe(2);
    expect(types(run).slice(2, 5)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
    ]);
  });

  test('sees its result in JSONata', () => {
    const definition = onlyJsonata({
      ...LAMBDA,
      Arguments: { a: '{% $states.input.n %}' },
      Output: '{% $states.result.v + $states.input.n %}',
    });
    expect(runOf(definition, { n: 1 }, { onTask: () => ({ output: { v: 41 } }) }).output).toBe(42);
  });

  test('takes its declared virtual duration', () => {
    expect(runOf(only(LAMBDA), {}, { onTask: () => ({ output: 1, durationMs: 1500 }) }).stopTime).toBe(START + 1500);
  });

  test('fails with the error and cause of the service', () => {
    const run = runOf(only(LAMBDA), {}, { onTask: () => ({ error: 'Lambda.ServiceException', cause: 'down' }) });
    expect(result(run)).toEqual({ status: 'FAILED', error: 'Lambda.ServiceException', cause: 'down' });
    expect(run.history[4].taskFailedEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      error: 'Lambda.ServiceException',
      cause: 'down',
    });
  });

  test('ends the run with the error that its mock throws, also behind a Catch', () => {
    const bug = new TypeError('no');
    const caught = { ...LAMBDA, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'H' }], Next: 'H' };
    const definition = { StartAt: 'A', States: { A: caught, H: { Type: 'Succeed' } } };
    const onTask = (): never => {
      throw bug;
    };
    expect(() => runOf(definition, {}, { onTask })).toThrow(bug);
  });

  test('times out after TimeoutSeconds, without a cause', () => {
    const run = runOf(only({ ...LAMBDA, TimeoutSeconds: 3 }), {}, { onTask: () => ({ output: 1, durationMs: 3001 }) });
    expect(result(run)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(run.stopTime).toBe(START + 3000);
    expect(run.history[4]).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  test('takes an answer at the very deadline', () => {
    expect(
      runOf(only({ ...LAMBDA, TimeoutSeconds: 3 }), {}, { onTask: () => ({ output: 1, durationMs: 3000 }) }).output,
    ).toBe(1);
  });

  test('times out when a heartbeat is missing, which ErrorEquals finds by its own name', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
          HeartbeatSecondsPath: '$.beat',
          TimeoutSeconds: 600,
          Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'B' }],
          End: true,
        },
        B: { Type: 'Succeed' },
      },
    };
    const run = runOf(
      definition,
      { beat: 10 },
      { onTask: () => ({ pending: true, heartbeatsMs: [5000, 14_000, 24_001] }) },
    );
    expect(result(run)).toEqual({ Error: 'States.Timeout', Cause: '' });
    expect(run.stopTime).toBe(START + 24_000);
  });

  test('reads both time-outs from expressions', () => {
    const run = runOf(
      onlyJsonata({ ...LAMBDA, TimeoutSeconds: '{% 20 %}', HeartbeatSeconds: '{% 10 %}' }),
      {},
      { onTask: () => ({ output: 1 }) },
    );
    expect(run.history[2].taskScheduledEventDetails).toMatchObject({ timeoutInSeconds: 20, heartbeatInSeconds: 10 });
  });

  test.each(['TimeoutSeconds', 'HeartbeatSeconds'])('fails %s of an expression that is not positive', field => {
    expect(
      result(
        runOf(
          onlyJsonata({ ...LAMBDA, [field]: '{% $states.input.n %}' }),
          { n: 0 },
          { onTask: () => ({ output: 1 }) },
        ),
      ),
    ).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `${inState('A')}The ${field} field must be a positive integer but was: 0`,
    });
  });

  test('reads both time-outs from paths, and shows no heartbeat of a function', () => {
    const details = (Resource: string): unknown => {
      const { history } = runOf(
        only({ Type: 'Task', Resource, TimeoutSecondsPath: '$.t', HeartbeatSecondsPath: '$.h' }),
        { t: 20, h: 10 },
        { onTask: () => ({ output: 1 }) },
      );
      const scheduled: { timeoutInSeconds?: number; heartbeatInSeconds?: number } = {
        ...history[2].taskScheduledEventDetails,
        ...history[2].lambdaFunctionScheduledEventDetails,
      };
      return [scheduled.timeoutInSeconds, scheduled.heartbeatInSeconds];
    };
    expect(details('arn:aws:states:::lambda:invoke')).toEqual([20, 10]);
    expect(details('arn:aws:lambda:us-east-1:123456789012:function:f')).toEqual([20, undefined]);
  });

  test.each<[field: string, value: Json, shown: string]>([
    ['TimeoutSeconds', 0, '0'],
    ['TimeoutSeconds', -1, '-1'],
    ['TimeoutSeconds', 1.5, '1.5'],
    ['TimeoutSeconds', '1', '1'],
    ['TimeoutSeconds', null, 'null'],
    ['HeartbeatSeconds', 0, '0'],
    ['HeartbeatSeconds', 'x', 'x'],
    ['HeartbeatSeconds', [1], '[1]'],
  ])('fails a path of %s that leads to %j, which is no positive integer', (field, value, shown) => {
    const definition = only({
      ...LAMBDA,
      TimeoutSeconds: field === 'HeartbeatSeconds' ? 600 : undefined,
      [`${field}Path`]: '$.n',
    });
    expect(
      result(runOf(JSON.parse(JSON.stringify(definition)) as object, { n: value }, { onTask: () => ({ output: 1 }) })),
    ).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}The ${field}Path parameter cannot be parsed as a positive integer: $.n == ${shown}`,
    });
  });

  test('names the role of its Credentials in JSONata as well', () => {
    const { calls, onTask } = remembering({ output: 1 });
    runOf(
      onlyJsonata({ ...LAMBDA, Credentials: { RoleArn: '{% $states.input.role %}' } }),
      { role: 'arn:aws:iam::222222222222:role/r' },
      { onTask },
    );
    expect(calls[0].credentialsRoleArn).toBe('arn:aws:iam::222222222222:role/r');
    expect(runOf(onlyJsonata({ ...LAMBDA, Credentials: { RoleArn: '{% $nope %}' } })).cause).toContain(
      "specified for the field 'Credentials/RoleArn' returned nothing (undefined).",
    );
  });

  test('names the role of its Credentials', () => {
    const { calls, onTask } = remembering({ output: 1 });
    const run = runOf(
      only({ ...LAMBDA, Credentials: { 'RoleArn.$': '$.role' } }),
      { role: 'arn:aws:iam::222222222222:role/r' },
      { onTask },
    );
    expect(calls[0].credentialsRoleArn).toBe('arn:aws:iam::222222222222:role/r');
    expect(run.history[2].taskScheduledEventDetails).toMatchObject({
      taskCredentials: { roleArn: 'arn:aws:iam::222222222222:role/r' },
    });
  });

  test('submits a job, and tells a failed submission from a failed job', () => {
    const sync = only({ Type: 'Task', Resource: 'arn:aws:states:::batch:submitJob.sync' });
    expect(types(runOf(sync, {}, { onTask: () => ({ output: 1, submitted: { JobId: 'j' } }) })).slice(4, 6)).toEqual([
      'TaskSubmitted',
      'TaskSucceeded',
    ]);
    expect(types(runOf(sync, {}, { onTask: () => ({ error: 'States.TaskFailed' }) })).slice(4, 6)).toEqual([
      'TaskSubmitted',
      'TaskFailed',
    ]);
    expect(
      types(runOf(sync, {}, { onTask: () => ({ error: 'Batch.ServerException', submitFailed: true }) })).slice(4, 6),
    ).toEqual(['TaskSubmitFailed', 'ExecutionFailed']);
  });

  test('fails before it is scheduled when it cannot be started at all', () => {
    const arn = 'arn:aws:states:us-east-1:123456789012:activity:gone';
    const run = runOf(
      only({ Type: 'Task', Resource: arn }),
      {},
      { onTask: () => ({ refused: `The activity ${arn} does not exist.` }) },
    );
    expect(result(run)).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}The activity ${arn} does not exist.`,
    });
    expect(types(run)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ExecutionFailed']);
  });

  test('fails headers of API Gateway that are no lists', () => {
    const definition = only({
      Type: 'Task',
      Resource: 'arn:aws:states:::apigateway:invoke',
      Parameters: { ApiEndpoint: 'e', Method: 'GET', Headers: { a: 'b' } },
    });
    expect(runOf(definition).cause).toBe(
      `${inState('A')}The Parameters '{"ApiEndpoint":"e","Method":"GET","Headers":{"a":"b"}}' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]`,
    );
  });

  test('counts the calls of a state over retries and visits', () => {
    const seen: Array<[number, number]> = [];
    const definition = {
      StartAt: 'A',
      States: {
        A: { ...LAMBDA, Retry: [{ ErrorEquals: ['Again'], MaxAttempts: 1 }], Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Variable: '$', NumericLessThan: 2, Next: 'A' }], Default: 'D' },
        D: { Type: 'Succeed' },
      },
    };
    runOf(definition, 0, {
      onTask: ({ callIndex, retryCount, input }) => {
        seen.push([callIndex, retryCount]);
        return callIndex === 0 ? { error: 'Again' } : { output: (input as number) + 1 };
      },
    });
    expect(seen).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
  });
});
