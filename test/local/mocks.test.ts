import type { JsonObject } from '../../src/asl';
import {
  fails,
  invokes,
  pending,
  returns,
  returnsPayload,
  runLocally,
  runLocallyAsync,
  sequence,
  compileWorkflow,
  throws,
  type RunResult,
  type CompiledWorkflow,
  type Mocks,
  TaskError,
} from '../../src/local';

const INVOKE = 'arn:aws:states:::lambda:invoke';
const MESSAGE = { QueueUrl: 'q', MessageBody: 'm' };
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:charge';

function machine(resource: string, more: JsonObject = {}): CompiledWorkflow {
  const parameters: JsonObject = resource.includes(':::')
    ? { Parameters: { 'FunctionName': FUNCTION, 'Payload.$': '$' } }
    : {};
  return compileWorkflow({
    StartAt: 'Charge',
    States: { Charge: { Type: 'Task', Resource: resource, ...parameters, End: true, ...more } },
  });
}

const run = (resource: string, mocks: Mocks, more: JsonObject = {}): RunResult =>
  runLocally(machine(resource, more), { id: 1 }, { mocks, fieldValidation: 'none' });

/** What an error of ours says, without its first line's code. */
function refusal(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('nothing was refused');
}

describe('a mock is found', () => {
  test.each([
    ['the state', 'Charge'],
    ['the short resource', 'lambda:invoke'],
    ['the resource', INVOKE],
    ['the ARN of the function', FUNCTION],
  ])('by the name of %s', (_what, name) => {
    if (name === FUNCTION) return expect(run(FUNCTION, { [name]: returns(5) }).output).toBe(5);
    return expect(run(INVOKE, { [name]: returns(5) }).output).toBe(5);
  });

  test('by the resource without its pattern', () => {
    expect(
      run(
        'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        { 'sqs:sendMessage': returns('sent') },
        { Parameters: MESSAGE },
      ).output,
    ).toBe('sent');
  });

  test('by the state before the resource', () => {
    expect(run(INVOKE, { 'lambda:invoke': returns('general'), 'Charge': returns('own') }).output).toBe('own');
  });
});

describe('data mocks', () => {
  test('returnsPayload comes in the envelope of lambda:invoke, and bare from a function', () => {
    expect(run(INVOKE, { Charge: returnsPayload({ ok: true }) }).output).toMatchObject({
      ExecutedVersion: '$LATEST',
      Payload: { ok: true },
      StatusCode: 200,
    });
    expect(run(FUNCTION, { Charge: returnsPayload({ ok: true }) }).output).toEqual({ ok: true });
  });

  test('fails gives error and cause as they are, throws the cause that Lambda makes', () => {
    expect(run(INVOKE, { Charge: fails('Declined', 'no funds') })).toMatchObject({
      status: 'FAILED',
      error: 'Declined',
      cause: 'no funds',
    });
    expect(run(INVOKE, { Charge: throws('Declined', 'no funds') })).toMatchObject({
      error: 'Declined',
      cause: '{"errorType":"Declined","errorMessage":"no funds","trace":[]}',
    });
  });

  test('pending lets the time-out come, at its virtual time', () => {
    expect(run(INVOKE, { Charge: pending() }, { TimeoutSeconds: 90 })).toMatchObject({
      error: 'States.Timeout',
      durationSeconds: 90,
    });
  });

  test('heartbeats keep a task alive until they stop', () => {
    const token = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
    const timing = { Parameters: MESSAGE, HeartbeatSeconds: 10, TimeoutSeconds: 100 };
    expect(run(token, { Charge: pending({ heartbeatsAtSeconds: [8, 16] }) }, timing)).toMatchObject({
      error: 'States.Timeout',
      durationSeconds: 26,
    });
    expect(
      run(token, { Charge: returns('done', { durationSeconds: 20, heartbeatsAtSeconds: [8, 16] }) }, timing),
    ).toMatchObject({ output: 'done', durationSeconds: 20 });
  });

  test('a sequence has one mock for each call', () => {
    const retry = { Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1 }] };
    const result = run(INVOKE, { Charge: sequence(fails('Busy'), fails('Busy'), returns('done')) }, retry);
    expect(result).toMatchObject({ output: 'done', durationSeconds: 3 });
    expect(result.calls.map(({ retryCount }) => retryCount)).toEqual([0, 1, 2]);
  });

  test('a sequence starts anew in each run', () => {
    const mocks = { Charge: sequence(returns(1)) };
    expect([run(INVOKE, mocks).output, run(INVOKE, mocks).output]).toEqual([1, 1]);
  });

  test('fails when a sequence has no mock left', () => {
    const retry = { Retry: [{ ErrorEquals: ['Busy'] }] };
    expect(refusal(() => run(INVOKE, { Charge: sequence(fails('Busy')) }, retry))).toMatchObject({
      code: 'SEQUENCE_EXHAUSTED',
      summary: "the sequence of 'Charge' has no mock for call 2",
    });
  });

  test('an activity names its worker, a job what was submitted', () => {
    const activity = run('arn:aws:states:us-east-1:123456789012:activity:pack', {
      Charge: returns(1, { workerName: 'w-1' }),
    });
    expect(activity.history.find(({ type }) => type === 'ActivityStarted')?.activityStartedEventDetails).toEqual({
      workerName: 'w-1',
    });
    const job = run(
      'arn:aws:states:::glue:startJobRun.sync',
      { Charge: returns(1, { submitted: { JobRunId: 'j' } }) },
      { Parameters: { JobName: 'j' } },
    );
    expect(job.history.find(({ type }) => type === 'TaskSubmitted')?.taskSubmittedEventDetails).toMatchObject({
      output: '{"JobRunId":"j"}',
    });
  });

  test.each([
    ['a worker where there is no activity', INVOKE, returns(1, { workerName: 'w' }), 'WORKER_WITHOUT_ACTIVITY'],
    ['what was submitted where nothing waits', INVOKE, returns(1, { submitted: {} }), 'SUBMITTED_WITHOUT_PATTERN'],
    [
      'a payload of what is no function',
      'arn:aws:states:::apigateway:invoke',
      returnsPayload({}),
      'PAYLOAD_WITHOUT_FUNCTION',
    ],
    [
      'a payload where the token brings the result',
      `${INVOKE}.waitForTaskToken`,
      returnsPayload({}),
      'PAYLOAD_WITHOUT_FUNCTION',
    ],
  ])('fails for %s', (_what, resource, mock, code) => {
    expect(refusal(() => run(resource, { Charge: mock }))).toMatchObject({ code, where: "state 'Charge'" });
  });
});

describe('mock functions', () => {
  test('receive the input and the call, and return a raw result or a mock', () => {
    expect(run(INVOKE, { Charge: (input, call) => ({ got: input.Payload.id, as: call.action }) }).output).toEqual({
      got: 1,
      as: 'invoke',
    });
    expect(run(INVOKE, { Charge: input => fails('E', String(input.Payload.id)) })).toMatchObject({
      error: 'E',
      cause: '1',
    });
  });

  test('a result that looks like a mock stays a result', () => {
    expect(run(INVOKE, { Charge: () => ({ returns: 5 }) }).output).toEqual({ returns: 5 });
  });

  test('a TaskError that they throw fails the Task', () => {
    const declined = () => {
      throw new TaskError('CardDeclined', 'no funds');
    };
    expect(run(INVOKE, { Charge: declined })).toMatchObject({ error: 'CardDeclined', cause: 'no funds' });
  });

  test('any other error that they throw ends the run', () => {
    const bug = new TypeError('x is undefined');
    const broken = () => {
      throw bug;
    };
    expect(() => run(INVOKE, { Charge: broken })).toThrow(bug);
  });

  test('may answer later, in the asynchronous run', async () => {
    const result = await runLocallyAsync(
      machine(INVOKE),
      {},
      { mocks: { Charge: async () => returns('late', { durationSeconds: 7 }) }, fieldValidation: 'none' },
    );
    expect(result).toMatchObject({ output: 'late', durationSeconds: 7 });
  });

  test('fails when one answers later in the synchronous run', () => {
    expect(refusal(() => run(INVOKE, { Charge: async () => 1 }))).toMatchObject({ code: 'MOCK_RETURNED_PROMISE' });
  });

  test('fails for one that never settles, and keeps the history so far', async () => {
    const never = runLocallyAsync(
      machine(INVOKE),
      {},
      { mocks: { Charge: () => new Promise(() => undefined) }, settleWithinMs: 20 },
    );
    await expect(never).rejects.toMatchObject({
      code: 'MOCK_NEVER_SETTLED',
      history: expect.arrayContaining([expect.objectContaining({ type: 'TaskScheduled' })]),
    });
  });

  test('invokes runs the code of a function on the payload, through JSON', () => {
    const code = (event: { id: number }, context: { invokedFunctionArn: string }): object => ({
      id: event.id + 1,
      arn: context.invokedFunctionArn,
      gone: undefined,
      when: new Date(0),
    });
    expect(run(INVOKE, { Charge: invokes(code) }).output).toMatchObject({
      Payload: { id: 2, arn: FUNCTION, when: '1970-01-01T00:00:00.000Z' },
      StatusCode: 200,
    });
    expect(run(FUNCTION, { Charge: invokes(() => undefined) }).output).toBeNull();
  });

  test('invokes waits for an asynchronous function', async () => {
    const result = await runLocallyAsync(
      machine(FUNCTION),
      { id: 1 },
      { mocks: { Charge: invokes(async event => event.id, { durationSeconds: 2 }) } },
    );
    expect(result).toMatchObject({ output: 1, durationSeconds: 2 });
  });
});

describe('fails', () => {
  test('a Task without a mock, and says which to add', () => {
    const { code, message } = refusal(() => run(INVOKE, {}));
    expect(code).toBe('TASK_WITHOUT_MOCK');
    expect(message).toBe(
      [
        "TASK_WITHOUT_MOCK: the Task 'Charge' has no mock",
        "  at: state 'Charge'",
        `  received: a call of lambda:invoke with {"FunctionName":"${FUNCTION}","Payload":{"id":1}}`,
        '  fix: Add one to mocks: { "Charge": returnsPayload({ … }) }',
      ].join('\n'),
    );
  });

  test('a name that nothing has, with the nearest', () => {
    expect(refusal(() => run(INVOKE, { Chrage: returns(1) })).message).toContain(
      'UNKNOWN_TASK: the workflow has no Task, function, or resource \'Chrage\'; did you mean "Charge"?',
    );
    expect(refusal(() => run(INVOKE, { 'lambda:invok': returns(1) })).message).toContain(
      'did you mean "lambda:invoke"?',
    );
  });

  test('a mock for a state that is not a Task', () => {
    const subject = compileWorkflow({ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } });
    expect(refusal(() => runLocally(subject, {}, { mocks: { P: returns(1) } }))).toMatchObject({
      code: 'NOT_A_TASK',
      summary: "'P' is a Pass state, but only a Task can have a mock",
    });
  });

  test.each<[string, unknown, string]>([
    ['the answer itself', { output: 5 }, "a mock has no field 'output'"],
    ['a result', 'done', 'a mock is an object or a function'],
    ['nothing', undefined, 'a mock is an object or a function'],
    ['returns() without a result', returns(undefined), 'a mock needs exactly one action, but this one has none'],
    ['a function inside a sequence', sequence((() => 1) as never), 'a mock is an object or a function'],
  ])('an invalid mock: %s', (_what, mock, summary) => {
    expect(refusal(() => run(INVOKE, { Charge: mock as never }))).toMatchObject({
      code: 'INVALID_MOCK',
      where: expect.stringMatching(/^\/Charge/),
      summary,
    });
  });

  test('a start time that is none', () => {
    expect(refusal(() => runLocally(machine(INVOKE), {}, { startTime: 'noon' }))).toMatchObject({
      code: 'INVALID_START_TIME',
    });
  });
});
