import { LAMBDA, only, result, runOf, types } from './runs';
import { compile, run, runAsync, TaskTokens } from '../../src/interpreter';

const START = Date.UTC(2024, 0, 1);
const WAITING = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' };

describe('a task token', () => {
  test('ends its Task at a later virtual time, from the mock itself', () => {
    const tokens = new TaskTokens();
    const finished = runOf(
      only(WAITING),
      {},
      {
        tokens,
        onTask: ({ taskToken }) => {
          tokens.succeed(taskToken!, { approved: true }, { afterMs: 60_000 });
          return { pending: true };
        },
      },
    );
    expect(finished.output).toEqual({ approved: true });
    expect(finished.stopTime).toBe(START + 60_000);
    expect(types(finished).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
  });

  test('ends its Task from the mock of another Task', () => {
    const tokens = new TaskTokens();
    let token = '';
    const definition = only({
      Type: 'Parallel',
      Branches: [
        { StartAt: 'W', States: { W: { ...WAITING, End: true } } },
        { StartAt: 'L', States: { L: { ...LAMBDA, End: true } } },
      ],
    });
    const finished = runOf(
      definition,
      {},
      {
        tokens,
        onTask: ({ stateName, taskToken }) => {
          if (stateName === 'W') {
            token = taskToken!;
            return { pending: true };
          }
          tokens.fail(token, 'Declined', 'no');
          return { output: 1, durationMs: 10 };
        },
      },
    );
    expect(result(finished)).toEqual({ status: 'FAILED', error: 'Declined', cause: 'no' });
  });

  test('is in the Context Object while the Task runs', () => {
    let seen = '';
    runOf(
      only({ ...WAITING, Parameters: { 't.$': '$$.Task.Token' } }),
      {},
      {
        onTask: ({ taskToken, input }) =>
          (seen = (input as { t: string }).t) === taskToken ? { output: 1 } : { error: 'differs' },
      },
    );
    expect(seen).toMatch(/^[A-Za-z0-9]{128}$/);
  });

  test('keeps its Task alive with heartbeats', () => {
    const tokens = new TaskTokens();
    const finished = runOf(
      only({ ...WAITING, HeartbeatSeconds: 10 }),
      {},
      {
        tokens,
        onTask: ({ taskToken }) => {
          tokens.heartbeat(taskToken!, { afterMs: 9000 });
          tokens.heartbeat(taskToken!, { afterMs: 18_000 });
          tokens.succeed(taskToken!, 'done', { afterMs: 27_000 });
          return { pending: true };
        },
      },
    );
    expect(finished.output).toBe('done');
  });

  test('is answered by a Task of the same workflow through the SDK integration', () => {
    const send = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
      Parameters: { 'TaskToken.$': '$.token', 'Output': '{"ok":1}' },
    };
    const definition = only({
      Type: 'Parallel',
      Branches: [
        { StartAt: 'W', States: { W: { ...WAITING, End: true } } },
        { StartAt: 'L', States: { L: { ...LAMBDA, Next: 'S' }, S: { ...send, End: true } } },
      ],
    });
    let token = '';
    const finished = runOf(
      definition,
      {},
      {
        onTask: ({ stateName, taskToken }) =>
          stateName === 'W' ? ((token = taskToken!), { pending: true }) : { output: { token } },
      },
    );
    expect(finished.output).toEqual([{ ok: 1 }, {}]);
  });

  test('is failed, and kept alive, by Tasks of the same workflow through the SDK integration', () => {
    const sending = (action: string, parameters: object): object => ({
      Type: 'Task',
      Resource: `arn:aws:states:::aws-sdk:sfn:${action}`,
      Parameters: { 'TaskToken.$': '$.token', ...parameters },
      ResultPath: null,
    });
    const both = (waiting: object, states: object): unknown => {
      let token = '';
      const branches = [
        { StartAt: 'W', States: { W: { ...WAITING, ...waiting, End: true } } },
        { StartAt: 'L', States: { L: { ...LAMBDA, Next: 'S' }, ...states } },
      ];
      const finished = runOf(
        only({ Type: 'Parallel', Branches: branches }),
        {},
        {
          onTask: ({ stateName, taskToken }) =>
            stateName === 'W' ? ((token = taskToken!), { pending: true }) : { output: { token } },
        },
      );
      return [result(finished), finished.stopTime - START];
    };
    const wait = { Type: 'Wait', Seconds: 8 };
    expect(both({}, { S: { ...sending('sendTaskFailure', { Error: 'Declined', Cause: 'no' }), End: true } })).toEqual([
      { status: 'FAILED', error: 'Declined', cause: 'no' },
      0,
    ]);
    expect(both({}, { S: { ...sending('sendTaskFailure', { Error: 1 }), End: true } })).toEqual([
      { status: 'FAILED' },
      0,
    ]);
    const beating = {
      S: { ...wait, Next: 'H' },
      H: { ...sending('sendTaskHeartbeat', {}), Next: 'S2' },
      S2: { ...wait, Next: 'E' },
      E: {
        ...sending('sendTaskSuccess', { Output: 'no JSON' }),
        Parameters: { 'TaskToken.$': '$.token', 'Output': 'no JSON' },
        End: true,
      },
    };
    expect(both({ HeartbeatSeconds: 10 }, beating)).toEqual([
      ['no JSON', { token: expect.any(String) as string }],
      16_000,
    ]);
    expect(both({ HeartbeatSeconds: 10 }, { ...beating, H: { Type: 'Pass', Next: 'S2' } })).toEqual([
      { status: 'FAILED', error: 'States.Timeout' },
      10_000,
    ]);
    expect(both({}, { S: { ...sending('sendTaskSuccess', { Output: { a: 1 } }), End: true } })).toEqual([
      [{ a: 1 }, { token: expect.any(String) as string }],
      0,
    ]);
    expect(both({}, { S: { ...sending('sendTaskSuccess', {}), End: true } })).toEqual([
      [null, { token: expect.any(String) as string }],
      0,
    ]);
  });

  test('that nobody has leaves the call of the SDK integration to the mock', () => {
    const send = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
      Parameters: { TaskToken: 'nope', Output: '1' },
    };
    expect(runOf(only(send), {}, { onTask: () => ({ output: 'mine' }) }).output).toBe('mine');
    expect(
      runOf(only({ ...send, Parameters: { TaskToken: 5 } }), {}, { onTask: () => ({ output: 'mine' }) }).output,
    ).toBe('mine');
  });

  test('takes heartbeats that are not in order', () => {
    const finished = (heartbeatsMs: number[]): unknown =>
      result(
        runOf(
          only({ ...WAITING, HeartbeatSeconds: 10 }),
          {},
          { onTask: () => ({ output: 1, durationMs: 25_000, heartbeatsMs }) },
        ),
      );
    expect(finished([18_000, 9000])).toBe(1);
    expect(finished([20_000, 10_000])).toBe(1);
    expect(finished([18_000])).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(finished([9000])).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  test('that was used before the mock answered ends its Task as soon as it has', () => {
    const tokens = new TaskTokens();
    const finished = runOf(
      only(WAITING),
      {},
      {
        tokens,
        onTask: ({ taskToken }) => {
          tokens.succeed(taskToken!, 'first');
          return { pending: true };
        },
      },
    );
    expect(finished.output).toBe('first');
    expect(types(finished).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
  });

  test('answers from beside an asynchronous run', async () => {
    const tokens = new TaskTokens();
    const finished = await runAsync(compile(only(WAITING)), {
      tokens,
      onTask: async ({ taskToken }) => {
        await Promise.resolve();
        tokens.succeed(taskToken!, 'later', { afterMs: 5 });
        return { pending: true };
      },
    });
    expect(finished.output).toBe('later');
  });

  test('fails when no Task has it', () => {
    expect(() => new TaskTokens().succeed('nope', 1)).toThrow(
      /^UNKNOWN_TASK_TOKEN: no Task of this run has this task token/,
    );
  });

  test('fails when its Task has ended', () => {
    const tokens = new TaskTokens();
    let token = '';
    runOf(only(WAITING), {}, { tokens, onTask: ({ taskToken }) => ((token = taskToken!), { output: 1 }) });
    expect(() => tokens.heartbeat(token)).toThrow(
      /^TASK_ALREADY_ENDED: the Task 'A' of this task token has already ended/,
    );
  });

  test('fails when two runs of the same seed share it', () => {
    const tokens = new TaskTokens();
    const program = compile(only(WAITING));
    expect(() =>
      run(program, { tokens, onTask: () => (run(program, { tokens, onTask: () => ({ output: 1 }) }), { output: 1 }) }),
    ).toThrow(/DUPLICATE_TASK_TOKEN/);
  });
});

describe('an activity', () => {
  const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:pick';

  test('waits for a worker to take it, and ends as the worker says', () => {
    const finished = runOf(
      only({ Type: 'Task', Resource: ACTIVITY, TimeoutSeconds: 60, HeartbeatSeconds: 10 }),
      { n: 1 },
      {
        onTask: () => ({ output: 'picked', workerName: 'w1', takenAfterMs: 30_000, durationMs: 35_000 }),
      },
    );
    expect(result(finished)).toBe('picked');
    expect(finished.history.slice(2, 5).map(({ type, timestamp }) => [type, timestamp.getTime() - START])).toEqual([
      ['ActivityScheduled', 0],
      ['ActivityStarted', 30_000],
      ['ActivitySucceeded', 35_000],
    ]);
    expect(finished.history[2].activityScheduledEventDetails).toMatchObject({
      resource: ACTIVITY,
      input: '{"n":1}',
      timeoutInSeconds: 60,
      heartbeatInSeconds: 10,
    });
  });

  test('is polled by a worker of the test', () => {
    const tokens = new TaskTokens();
    const definition = only({
      Type: 'Parallel',
      Branches: [
        { StartAt: 'A1', States: { A1: { Type: 'Task', Resource: ACTIVITY, End: true } } },
        { StartAt: 'L', States: { L: { ...LAMBDA, End: true } } },
      ],
    });
    const finished = runOf(
      definition,
      { n: 2 },
      {
        tokens,
        onTask: ({ kind }) => {
          if (kind === 'Activity') return { pending: true };
          const task = tokens.poll(ACTIVITY, 'worker')!;
          expect(task.input).toEqual({ n: 2 });
          expect(tokens.poll(ACTIVITY)).toBeUndefined();
          tokens.succeed(task.taskToken, 'by poll', { afterMs: 1 });
          return { output: 1 };
        },
      },
    );
    expect(finished.output).toEqual(['by poll', 1]);
    expect(finished.history.find(({ type }) => type === 'ActivityStarted')?.activityStartedEventDetails).toEqual({
      workerName: 'worker',
    });
  });

  test('times out when no worker takes it', () => {
    const finished = runOf(
      only({ Type: 'Task', Resource: ACTIVITY, TimeoutSeconds: 5 }),
      {},
      { onTask: () => ({ pending: true }) },
    );
    expect(types(finished)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'ActivityScheduled',
      'ActivityTimedOut',
      'ExecutionFailed',
    ]);
  });
});
