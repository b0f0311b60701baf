import type { Json, JsonObject } from '../../../src/asl';
import {
  compile,
  ExecutionNames,
  redrive,
  TaskTokens,
  type RunOptions,
  type TaskAnswer,
  type TaskCall,
} from '../../../src/interpreter';
import { LAMBDA, only, runOf, types } from '../runs';

const CHILD = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child';
const START = Date.UTC(2024, 0, 1);
const machines = (child: JsonObject): RunOptions['machines'] => {
  const program = compile(child, { type: 'STANDARD' });
  return arn => (arn === CHILD ? { program, arn: CHILD } : undefined);
};
const chain = (states: { readonly [name: string]: object }): JsonObject => {
  const names = Object.keys(states);
  return {
    StartAt: names[0],
    States: Object.fromEntries(
      names.map((name, i) => [
        name,
        { ...states[name], ...(i + 1 < names.length ? { Next: names[i + 1] } : { End: true }) },
      ]),
    ),
  } as unknown as JsonObject;
};
const nested = (more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Parameters: { StateMachineArn: CHILD, ...more },
});
/** A mock that fails at first. */
const failsAtFirst =
  (answer: TaskAnswer = { output: 1 }): ((call: TaskCall) => TaskAnswer) =>
  ({ callIndex }) =>
    callIndex === 0 ? { error: 'Down' } : answer;

describe('what lies beside a redrive', () => {
  test('a nested execution that it starts was not redriven itself', () => {
    const context = only({ Type: 'Pass', Parameters: { 'redriven.$': '$$.Execution.RedriveCount' } });
    const first = runOf(chain({ T: LAMBDA, N: nested() }), {}, { onTask: failsAtFirst(), machines: machines(context) });
    const again = redrive(first);
    expect((again.output as { Output: Json }).Output).toEqual({ redriven: 0 });
    expect(again.nested.map(({ redriveCount }) => redriveCount)).toEqual([0]);
  });

  test('a name that is made up is free for each redrive of runs that share names', () => {
    const names = new ExecutionNames();
    const first = runOf(
      chain({ T: LAMBDA, N: nested() }),
      {},
      { onTask: failsAtFirst(), machines: machines(only({ Type: 'Pass' })), names },
    );
    expect([redrive(first, { names }).status, redrive(first, { names }).status]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });

  test('a nested execution that still runs at its time is the one of that name', () => {
    const states = chain({
      N: { ...nested({ Name: 'fixed' }), Resource: 'arn:aws:states:::states:startExecution' },
      T: LAMBDA,
      M: { ...nested({ Name: 'fixed' }), Resource: 'arn:aws:states:::states:startExecution' },
    });
    const first = runOf(
      states,
      {},
      { onTask: failsAtFirst(), machines: machines(only({ Type: 'Wait', Seconds: 3600 })) },
    );
    expect(redrive(first, { afterMs: 10_000 }).status).toBe('SUCCEEDED');
    expect(redrive(first, { afterMs: 4_000_000 }).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });

  test('the calls of the run before are closed: a worker gets the task of the redrive', () => {
    const activity = 'arn:aws:states:us-east-1:123456789012:activity:Work';
    const tokens = new TaskTokens();
    const taken: string[] = [];
    const first = runOf(
      only({ Type: 'Task', Resource: activity }),
      {},
      {
        tokens,
        abortAfterMs: 5000,
        onTask: call => {
          taken.push(call.taskToken!);
          return { pending: true };
        },
      },
    );
    expect(() => tokens.succeed(taken[0], 1)).toThrow('TASK_ALREADY_ENDED');
    const again = redrive(first, { tokens, onTask: () => ({ pending: true }), abortAfterMs: 60_000 });
    expect(again.status).toBe('ABORTED');
    const worked = redrive(first, {
      tokens,
      onTask: call => {
        taken.push(call.taskToken!);
        tokens.succeed(call.taskToken!, { done: true }, { afterMs: 1000 });
        return { pending: true };
      },
    });
    expect([worked.status, worked.output]).toEqual(['SUCCEEDED', { done: true }]);
  });

  test('variables of branches that run anew do not count twice', () => {
    const large = 'x'.repeat(250_000);
    const assigns = Array.from(
      { length: 23 },
      (_, i) => [`V${i}`, { Type: 'Pass', Assign: { [`v${i}`]: large } }] as const,
    );
    const branch = chain({ ...Object.fromEntries(assigns), W: { Type: 'Wait', Seconds: 5 } });
    const states = only({
      Type: 'Parallel',
      Branches: [branch, chain({ P: { Type: 'Wait', Seconds: 1 }, T: LAMBDA })],
      ResultPath: null,
    });
    const first = runOf(states, {}, { onTask: () => ({ output: 'y'.repeat(300_000) }) });
    expect(first.error).toBe('States.DataLimitExceeded');
    expect(redrive(first, { onTask: () => ({ output: 1 }) }).status).toBe('SUCCEEDED');
  });

  test('many child executions of the run before are no obstacle', () => {
    const item = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
      StartAt: 'P',
      States: { P: { Type: 'Pass', End: true } },
    };
    const map = { Type: 'Map', ItemProcessor: item, ResultPath: null };
    const input = Array.from({ length: 9_000 }, (_, i) => i);
    const first = runOf(
      chain({ ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`M${i}`, map])), T: LAMBDA }),
      input,
      { onTask: failsAtFirst() },
    );
    expect(redrive(first).status).toBe('SUCCEEDED');
  });
});

describe('Express children', () => {
  const distributed = (state: object): JsonObject =>
    only({
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        ...chain({ W: { Type: 'Wait', Seconds: 10 }, T: state }),
      },
    });

  test('go on to their end when their parent is stopped, and are not run again', () => {
    const calls: number[] = [];
    const onTask = ({ time }: TaskCall): TaskAnswer => {
      calls.push(time - START);
      return { output: 1 };
    };
    const first = runOf(distributed(LAMBDA), [1, 2], { onTask, abortAfterMs: 5000 });
    expect([first.status, first.stopTime - START, calls]).toEqual(['ABORTED', 5000, [10_000, 10_000]]);
    expect(redrive(first, { afterMs: 3_600_000 }).output).toEqual([1, 1]);
    expect(calls).toEqual([10_000, 10_000]);
  });

  test('time out after five minutes', () => {
    const run = runOf(distributed({ Type: 'Wait', Seconds: 600 }), [1]);
    expect(run.error).toBe('States.ExceedToleratedFailureThreshold');
    expect(run.children.map(({ status, stopTime }) => [status, stopTime - START])).toEqual([['TIMED_OUT', 300_000]]);
  });
});

describe('an inline Map whose ItemSelector fails for a further item', () => {
  const selector = {
    v: '{% $states.context.Map.Item.Value = 2 and $states.context.State.RetryCount = 0 ? $error("no") : $states.context.Map.Item.Value %}',
  };
  const map = (more: object): JsonObject =>
    ({
      QueryLanguage: 'JSONata',
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          Items: [1, 2],
          MaxConcurrency: 2,
          ItemSelector: selector,
          ItemProcessor: {
            StartAt: 'T',
            States: { T: { Type: 'Task', Resource: LAMBDA.Resource, Arguments: {}, End: true } },
          },
          Next: 'W',
          ...more,
        },
        W: { Type: 'Wait', Seconds: 10, End: true },
      },
    }) as unknown as JsonObject;

  test('cuts the items that run and goes to its handler', () => {
    let calls = 0;
    const run = runOf(
      map({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'W' }] }),
      {},
      { onTask: () => ({ output: ++calls, durationMs: 1000 }) },
    );
    expect([run.status, run.stopTime - START, calls]).toEqual(['SUCCEEDED', 10_000, 0]);
    expect(types(run).slice(3, 8)).toEqual([
      'MapIterationStarted',
      'EvaluationFailed',
      'MapIterationAborted',
      'MapStateFailed',
      'MapStateExited',
    ]);
  });

  test('is tried again as a whole, after its interval', () => {
    const run = runOf(
      map({ Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 4 }] }),
      {},
      { onTask: () => ({ output: 1, durationMs: 1000 }) },
    );
    expect([run.status, run.stopTime - START]).toEqual(['SUCCEEDED', 15_000]);
  });
});
