import { answers, failing, hanging, recorded, sinceRedrive } from './redrives';
import { compile, redrive, redriveAsync, type TaskCall } from '../../../src/interpreter';
import { LAMBDA, only, result, runOf, types } from '../runs';

const TWO = { StartAt: 'A', States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, End: true } } };

describe('a redrive', () => {
  test('goes on from the Task that failed, with the same input, and keeps what was done before', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask });
    expect(result(first)).toEqual({ status: 'FAILED', error: 'Down' });
    expect(result(again)).toBe('B("A(1)")');
    expect(calls).toEqual([['B', 'A(1)']]);
  });

  test('appends to the history: ids go on, the state is not entered again', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const again = redrive(first, { onTask: answers() });
    expect(again.history.slice(0, first.history.length)).toEqual(first.history);
    expect(again.history.map(({ id }) => id)).toEqual(again.history.map((_, i) => i + 1));
    expect(sinceRedrive(again)).toEqual([
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited B',
      'ExecutionSucceeded',
    ]);
    const [redriven, scheduled] = again.history.slice(first.history.length);
    expect(redriven.executionRedrivenEventDetails).toEqual({ redriveCount: 1 });
    expect(redriven.previousEventId).toBe(first.history.length);
    expect(again.history[scheduled.previousEventId - 1].type).toBe('TaskFailed');
  });

  test('keeps the execution and counts itself as a transition, beside the state that it runs again', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const again = redrive(first, { onTask: answers() });
    expect([again.executionArn, again.startTime]).toEqual([first.executionArn, first.startTime]);
    expect([first.transitions, again.transitions]).toEqual([2, 4]);
    expect([first.redriveCount, again.redriveCount]).toEqual([0, 1]);
    expect([first.redriveDate, again.redriveDate]).toEqual([undefined, first.stopTime]);
  });

  test('leaves the run that it is made of as it was, so that it can be redriven in two ways', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const before = JSON.stringify([first.history, result(first), first.transitions]);
    const [well, badly] = [redrive(first, { onTask: answers() }), redrive(first)];
    expect([well.status, badly.status]).toEqual(['SUCCEEDED', 'FAILED']);
    expect(JSON.stringify([first.history, result(first), first.transitions])).toBe(before);
    expect([well.redriveCount, badly.redriveCount]).toEqual([1, 1]);
  });

  test('can be redriven, each time from where it stopped', () => {
    const three = {
      StartAt: 'A',
      States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, Next: 'C' }, C: { ...LAMBDA, End: true } },
    };
    const first = runOf(three, 1, { onTask: answers({ A: failing }) });
    const second = redrive(first, { onTask: answers({ B: failing }), afterMs: 1000 });
    const { calls, onTask } = recorded(answers());
    const third = redrive(second, { onTask, afterMs: 2000 });
    expect(calls).toEqual([
      ['B', 'A(1)'],
      ['C', 'B("A(1)")'],
    ]);
    expect(
      third.history
        .filter(({ type }) => type === 'ExecutionRedriven')
        .map(({ executionRedrivenEventDetails }) => executionRedrivenEventDetails),
    ).toEqual([{ redriveCount: 1 }, { redriveCount: 2 }]);
    expect([third.redriveCount, third.stopTime - third.startTime]).toEqual([2, 3000]);
  });

  test('takes place after the virtual time that is given', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const again = redrive(first, { onTask: answers(), afterMs: 86_400_000 });
    expect(again.history[first.history.length].timestamp.toISOString()).toBe('2024-01-02T00:00:00.000Z');
  });

  test('starts the attempts of retriers from zero', () => {
    const definition = only({
      ...LAMBDA,
      Retry: [{ ErrorEquals: ['Down'], MaxAttempts: 2, IntervalSeconds: 1, BackoffRate: 1 }],
    });
    const counts: number[] = [];
    const first = runOf(definition, 1, { onTask: answers({ A: failing }) });
    const again = redrive(first, {
      onTask: answers({
        A: (call: TaskCall) => {
          counts.push(call.retryCount);
          return counts.length < 3 ? { error: 'Down' } : { output: 'up' };
        },
      }),
    });
    expect(counts).toEqual([0, 1, 2]);
    expect(result(again)).toBe('up');
  });

  test('lets catchers catch what fails now', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { ...LAMBDA, Catch: [{ ErrorEquals: ['Late'], Next: 'C' }], End: true },
        C: { Type: 'Pass', End: true },
      },
    };
    const first = runOf(definition, 1, { onTask: answers({ A: failing }) });
    expect(result(redrive(first, { onTask: answers({ A: () => ({ error: 'Late', cause: 'x' }) }) }))).toEqual({
      Error: 'Late',
      Cause: 'x',
    });
  });

  test('keeps variables', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { v: '{% $states.input * 2 %}' }, Next: 'B' },
        B: { ...LAMBDA, Arguments: {}, Output: '{% $v %}', End: true },
      },
    };
    expect(result(redrive(runOf(definition, 21, { onTask: failing }), { onTask: answers() }))).toBe(42);
  });

  test('tells the Context Object how often and when', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { ...LAMBDA, Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'e.$': '$$.Execution' }, OutputPath: '$.e', End: true },
      },
    };
    const again = redrive(runOf(definition, 1, { onTask: failing }), { onTask: answers(), afterMs: 5000 });
    expect(result(again)).toMatchObject({
      Id: again.executionArn,
      StartTime: '2024-01-01T00:00:00Z',
      RedriveCount: 1,
      RedriveTime: '2024-01-01T00:00:05Z',
    });
  });

  test('goes on after a time-out of a Task, whose time starts from zero', () => {
    const definition = only({ ...LAMBDA, TimeoutSeconds: 10 });
    const first = runOf(definition, 1, { onTask: hanging });
    expect(result(first)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(result(redrive(first, { onTask: () => ({ output: 2, durationMs: 9000 }) }))).toBe(2);
  });

  test('goes on after the time-out of the execution, whose time starts from zero', () => {
    const definition = { ...TWO, TimeoutSeconds: 10 };
    const first = runOf(definition, 1, {
      onTask: answers({ A: () => ({ output: 'a', durationMs: 6000 }), B: () => ({ output: 'b', durationMs: 6000 }) }),
    });
    expect([first.status, first.stopTime - first.startTime]).toEqual(['TIMED_OUT', 10_000]);
    const again = redrive(first, { afterMs: 1000 });
    expect([result(again), again.stopTime - again.startTime]).toEqual(['b', 17_000]);
    const late = redrive(first, { onTask: hanging });
    expect([late.status, late.stopTime - late.startTime]).toEqual(['TIMED_OUT', 20_000]);
  });

  test('goes on after a stop, and can be stopped itself', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: hanging }), abortAfterMs: 5000 });
    expect(first.status).toBe('ABORTED');
    const { calls, onTask } = recorded(answers());
    expect(result(redrive(first, { onTask }))).toBe('B("A(1)")');
    expect(calls).toEqual([['B', 'A(1)']]);
    const stopped = redrive(first, { afterMs: 1000, abortAfterMs: 2000, abortWith: { error: 'Enough' } });
    expect([result(stopped), stopped.stopTime - stopped.startTime]).toEqual([
      { status: 'ABORTED', error: 'Enough' },
      8000,
    ]);
  });

  test('goes on with an attempt that waited for its back-off', () => {
    const definition = only({ ...LAMBDA, Retry: [{ ErrorEquals: ['Down'], IntervalSeconds: 60 }] });
    const first = runOf(definition, 1, { onTask: failing, abortAfterMs: 5000 });
    const again = redrive(first, { onTask: answers() });
    expect([result(again), again.stopTime - again.startTime]).toEqual(['A(1)', 5000]);
  });

  test('waits again for seconds, and not for a time that has passed', () => {
    const seconds = runOf(only({ Type: 'Wait', Seconds: 10 }), 1, { abortAfterMs: 4000 });
    expect(redrive(seconds).stopTime - seconds.startTime).toBe(14_000);
    const timestamp = runOf(only({ Type: 'Wait', Timestamp: '2024-01-01T00:00:10Z' }), 1, { abortAfterMs: 4000 });
    expect(redrive(timestamp, { afterMs: 1000 }).stopTime - timestamp.startTime).toBe(10_000);
    const late = redrive(timestamp, { afterMs: 60_000 });
    expect(late.stopTime - timestamp.startTime).toBe(64_000);
    expect(sinceRedrive(late)).toEqual(['ExecutionRedriven', 'WaitStateExited A', 'ExecutionSucceeded']);
  });

  test('enters Fail again and fails again', () => {
    const first = runOf(only({ Type: 'Fail', Error: 'No' }));
    const again = redrive(first);
    expect(result(again)).toEqual({ status: 'FAILED', error: 'No' });
    expect(sinceRedrive(again)).toEqual(['ExecutionRedriven', 'FailStateEntered A', 'ExecutionFailed']);
  });

  test('evaluates the rules of a Choice again', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Variable: '$$.Execution.RedriveCount', NumericGreaterThan: 0, Next: 'B' }] },
        B: { Type: 'Pass', End: true },
      },
    };
    const first = runOf(definition, 7);
    expect(first.error).toBe('States.Runtime');
    const again = redrive(first);
    expect(result(again)).toBe(7);
    expect(sinceRedrive(again)).toEqual([
      'ExecutionRedriven',
      'ChoiceStateExited A',
      'PassStateEntered B',
      'PassStateExited B',
      'ExecutionSucceeded',
    ]);
  });

  test('gives a task token of its own', () => {
    const definition = only({
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { 'MessageBody.$': '$$.Task.Token', 'QueueUrl': 'q' },
      TimeoutSeconds: 5,
    });
    const tokens: unknown[] = [];
    const first = runOf(
      definition,
      {},
      {
        onTask: call => {
          tokens.push(call.taskToken);
          return { pending: true };
        },
      },
    );
    redrive(first, {
      onTask: call => {
        tokens.push(call.taskToken);
        return { output: 1 };
      },
    });
    expect(new Set(tokens).size).toBe(2);
  });

  test('starts a nested execution anew; a name that was used is taken', () => {
    const task = (more: object): object =>
      only({
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Inner', ...more },
        OutputPath: '$.Output',
      });
    const inner = { program: compile(only(LAMBDA)), arn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Inner' };
    const machines = (): typeof inner => inner;
    const unnamed = redrive(runOf(task({}), {}, { onTask: failing, machines }), { onTask: answers() });
    expect(result(unnamed)).toBe('A({})');
    expect(unnamed.nested.map(({ status }) => status)).toEqual(['FAILED', 'SUCCEEDED']);
    const named = redrive(runOf(task({ Name: 'one' }), {}, { onTask: failing, machines }), { onTask: answers() });
    expect(named.error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });

  test('runs with mocks that answer with promises', async () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    const again = await redriveAsync(first, { onTask: call => Promise.resolve({ output: `later ${call.stateName}` }) });
    expect(result(again)).toBe('later B');
    expect(types(again)).toEqual(types(redrive(first, { onTask: answers() })));
  });

  test('fails where a synchronous one is answered with a promise, with the history so far', () => {
    const first = runOf(TWO, 1, { onTask: answers({ B: failing }) });
    expect(() => redrive(first, { onTask: () => Promise.resolve({ output: 1 }) })).toThrow(
      expect.objectContaining({ code: 'MOCK_RETURNED_PROMISE' }),
    );
  });
});
