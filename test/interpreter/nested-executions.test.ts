import { LAMBDA, only, result, runOf, types } from './runs';
import type { JsonObject } from '../../src/asl';
import { compile, ExecutionNames, run, type RunOptions } from '../../src/interpreter';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child';
const START = Date.UTC(2024, 0, 1);

const starting = (resource: string, parameters: object = {}): JsonObject =>
  only({
    Type: 'Task',
    Resource: `arn:aws:states:::${resource}`,
    Parameters: { StateMachineArn: ARN, Name: 'one', Input: { n: 1 }, ...parameters },
  });

function withChild(child: object, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): RunOptions {
  const program = compile(child as JsonObject, { type });
  return { machines: arn => (arn === ARN ? { program, arn: ARN } : undefined) };
}

describe('a nested execution', () => {
  const addOne = only({ Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' } });

  test('runs to its end with .sync:2 and gives its output as a value', () => {
    const parent = runOf(starting('states:startExecution.sync:2'), {}, withChild(addOne));
    expect(parent.output).toEqual({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one',
      Input: { n: 1 },
      InputDetails: { Included: true },
      Name: 'one',
      Output: { n: 2 },
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: 'NOT_REDRIVABLE',
      RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
      StartDate: START,
      StateMachineArn: ARN,
      Status: 'SUCCEEDED',
      StopDate: START,
    });
    expect(types(parent).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
    expect(parent.nested.map(child => [child.status, child.output])).toEqual([['SUCCEEDED', { n: 2 }]]);
  });

  test('gives its output as text with .sync', () => {
    expect(runOf(starting('states:startExecution.sync'), {}, withChild(addOne)).output).toMatchObject({
      Input: '{"n":1}',
      Output: '{"n":2}',
    });
  });

  test('takes the time that it takes', () => {
    expect(
      runOf(starting('states:startExecution.sync'), {}, withChild(only({ Type: 'Wait', Seconds: 30 }))).stopTime,
    ).toBe(START + 30_000);
  });

  test('goes on by itself without .sync', () => {
    const parent = runOf(starting('states:startExecution'), {}, withChild(only({ Type: 'Wait', Seconds: 30 })));
    expect(parent.stopTime).toBe(START);
    expect(parent.output).toMatchObject({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one',
      StartDate: START,
    });
    expect(parent.nested[0].stopTime).toBe(START + 30_000);
  });

  test('fails its Task with States.TaskFailed and what it was', () => {
    const parent = runOf(
      starting('states:startExecution.sync'),
      {},
      withChild(only({ Type: 'Fail', Error: 'E', Cause: 'C' })),
    );
    expect(parent.error).toBe('States.TaskFailed');
    expect(JSON.parse(parent.cause!)).toMatchObject({ Error: 'E', Cause: 'C', Status: 'FAILED', Name: 'one' });
  });

  test('is stopped when its Task times out', () => {
    const definition = starting('states:startExecution.sync');
    const timed = { ...definition, States: { A: { ...(definition.States as { A: object }).A, TimeoutSeconds: 5 } } };
    const parent = runOf(timed, {}, withChild(only({ Type: 'Wait', Seconds: 30 })));
    expect(parent.error).toBe('States.Timeout');
    expect(parent.nested[0]).toMatchObject({ status: 'ABORTED', stopTime: START + 5000 });
  });

  test('runs its Tasks by the same mocks', () => {
    const parent = runOf(
      starting('states:startExecution.sync:2'),
      {},
      { ...withChild(only(LAMBDA)), onTask: ({ stateMachineArn }) => ({ output: stateMachineArn }) },
    );
    expect((parent.output as { Output: string }).Output).toBe(ARN);
  });

  test('answers StartSyncExecution of the SDK, failures as status', () => {
    const parent = runOf(
      starting('aws-sdk:sfn:startSyncExecution', { Input: '{"n":1}' }),
      {},
      withChild(only({ Type: 'Fail', Error: 'E' }), 'EXPRESS'),
    );
    expect(parent.output).toMatchObject({ Status: 'FAILED', Error: 'E', Input: '{"n":1}' });
  });

  test('fails when its name was used', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { ...(starting('states:startExecution').States as { A: object }).A, End: undefined, Next: 'B' },
        B: (starting('states:startExecution', { Input: { n: 2 } }).States as { A: object }).A,
      },
    };
    expect(runOf(definition, {}, withChild(addOne)).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });

  test("fails the SDK's call with the SDK's text when its name was used, and says which execution has it", () => {
    const state = (starting('aws-sdk:sfn:startExecution').States as { A: object }).A;
    const again = (starting('aws-sdk:sfn:startExecution', { Input: { n: 2 } }).States as { A: object }).A;
    const parent = runOf(
      { StartAt: 'A', States: { A: { ...state, End: undefined, Next: 'B' }, B: again } },
      {},
      withChild(addOne),
    );
    expect(result(parent)).toEqual({
      status: 'FAILED',
      error: 'Sfn.ExecutionAlreadyExistsException',
      cause:
        "Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:Child:one' (Service: Sfn, Status Code: 400)",
    });
    const optimized = (resource: string): unknown => {
      const first = (starting('states:startExecution').States as { A: object }).A;
      const second = (starting(resource, { Input: { n: 2 } }).States as { A: object }).A;
      const other = runOf(
        { StartAt: 'A', States: { A: { ...first, End: undefined, Next: 'B' }, B: second } },
        {},
        withChild(addOne),
      );
      return [other.cause, types(other).at(-2)];
    };
    const cause =
      "Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:Child:one' (Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists)";
    expect(optimized('states:startExecution')).toEqual([cause, 'TaskFailed']);
    expect(optimized('states:startExecution.sync:2')).toEqual([cause, 'TaskSubmitFailed']);
  });

  test('answers the optimized integration with what started, the SDK with a time as text', () => {
    expect(runOf(starting('states:startExecution'), {}, withChild(addOne)).output).toEqual({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one',
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      StartDate: START,
    });
    expect(runOf(starting('aws-sdk:sfn:startExecution'), {}, withChild(addOne)).output).toEqual({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one',
      StartDate: '2024-01-01T00:00:00Z',
    });
  });

  test('takes its input as a value or as JSON text, and nothing as an empty object', () => {
    const input = (resource: string, Input: unknown): unknown =>
      runOf(starting(resource, { Input }), {}, withChild(only({ Type: 'Pass' }))).nested[0].output;
    expect([{ a: 1 }, [1], 5, 'text', '{"a":1}', null].map(one => input('states:startExecution', one))).toEqual([
      { a: 1 },
      [1],
      5,
      'text',
      { a: 1 },
      {},
    ]);
    expect(['{"a":1}', 'no JSON'].map(one => input('aws-sdk:sfn:startExecution', one))).toEqual([{ a: 1 }, {}]);
    const without = JSON.parse(JSON.stringify(starting('states:startExecution', { Input: undefined }))) as JsonObject;
    expect(runOf(without, {}, withChild(only({ Type: 'Pass' }))).nested[0].output).toEqual({});
  });

  test('waits for its token with .waitForTaskToken, whatever its execution comes to', () => {
    const parent = runOf(
      starting('states:startExecution.waitForTaskToken', { Input: { 'token.$': '$$.Task.Token' } }),
      {},
      {
        ...withChild(
          only({
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
            Parameters: { 'TaskToken.$': '$.token', 'Output': '"sent"' },
          }),
        ),
      },
    );
    expect(parent.output).toBe('sent');
    expect(types(parent).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
    expect(parent.history[4].taskSubmittedEventDetails).toMatchObject({
      output: expect.stringContaining(
        '"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Child:one"',
      ) as string,
    });
  });

  test('tells of an Express execution and of a failed one what can be redriven', () => {
    const described = (
      child: object,
      type: 'STANDARD' | 'EXPRESS',
      resource = 'states:startExecution.sync:2',
    ): Record<string, unknown> => {
      const parent = runOf(starting(resource), {}, withChild(child, type));
      return (parent.status === 'SUCCEEDED' ? parent.output : JSON.parse(parent.cause!)) as Record<string, unknown>;
    };
    const fails = only({ Type: 'Fail' });
    expect(described(fails, 'STANDARD')).toMatchObject({
      Status: 'FAILED',
      RedriveStatus: 'REDRIVABLE',
      RedriveCount: 0,
    });
    expect(Object.keys(described(fails, 'STANDARD'))).toEqual([
      'ExecutionArn',
      'Input',
      'InputDetails',
      'Name',
      'RedriveCount',
      'RedriveStatus',
      'StartDate',
      'StateMachineArn',
      'Status',
      'StopDate',
    ]);
    expect(described(fails, 'EXPRESS')).toMatchObject({ RedriveStatus: 'NOT_REDRIVABLE' });
    expect(described(fails, 'EXPRESS').RedriveStatusReason).toBeUndefined();
    expect(described(addOne, 'EXPRESS').ExecutionArn).toMatch(
      /^arn:aws:states:us-east-1:123456789012:express:Child:one:[0-9a-f-]{36}$/,
    );
    const synchronous = described(addOne, 'EXPRESS', 'aws-sdk:sfn:startSyncExecution');
    expect(synchronous).toMatchObject({
      Status: 'SUCCEEDED',
      Output: '{"n":2}',
      StartDate: '2024-01-01T00:00:00Z',
      StopDate: '2024-01-01T00:00:00Z',
    });
    expect(Object.keys(synchronous).filter(key => key.startsWith('Redrive'))).toEqual([]);
  });

  test('has a role and a name of its own', () => {
    const program = compile(only(LAMBDA));
    const seen: unknown[] = [];
    const note: RunOptions['onTask'] = call => (seen.push([call.stateMachineArn, call.executionArn]), { output: 1 });
    const start = (more: object): string => {
      const parent = runOf(
        starting('states:startExecution.sync:2'),
        {},
        { machines: () => ({ program, arn: ARN, ...more }), onTask: note },
      );
      return JSON.stringify(parent.nested[0].history[0].executionStartedEventDetails?.roleArn);
    };
    expect(start({})).toBe('"arn:aws:iam::123456789012:role/ChildRole"');
    expect(start({ roleArn: 'arn:aws:iam::123456789012:role/mine' })).toBe('"arn:aws:iam::123456789012:role/mine"');
    start({ name: 'Named' });
    expect(seen).toEqual([
      [ARN, 'arn:aws:states:us-east-1:123456789012:execution:Child:one'],
      [ARN, 'arn:aws:states:us-east-1:123456789012:execution:Child:one'],
      [ARN, 'arn:aws:states:us-east-1:123456789012:execution:Named:one'],
    ]);
  });

  test('ends after five minutes where it is Express, unless the limit is off', () => {
    const waiting = only({ Type: 'Wait', Seconds: 301 });
    const parent = (options: RunOptions): unknown => {
      const {
        status,
        nested: [child],
      } = runOf(starting('states:startExecution.sync:2'), {}, { ...withChild(waiting, 'EXPRESS'), ...options });
      return [status, child.status, child.stopTime - START];
    };
    expect(parent({})).toEqual(['FAILED', 'TIMED_OUT', 300_000]);
    expect(parent({ withoutLimits: ['executionDuration'] })).toEqual(['SUCCEEDED', 'SUCCEEDED', 301_000]);
  });

  test('is left to the mock when the machine is not known', () => {
    expect(runOf(starting('states:startExecution'), {}, { onTask: () => ({ output: 'mine' }) }).output).toBe('mine');
  });

  test('fails a workflow that starts itself without an end', () => {
    const definition = starting('states:startExecution', { Name: undefined });
    const program = compile(JSON.parse(JSON.stringify(definition)) as JsonObject);
    expect(() => run(program, { machines: () => ({ program, arn: ARN }) })).toThrow(
      /^TOO_MANY_EXECUTIONS: one run started 10000 executions.*Make sure that no workflow keeps starting itself\./s,
    );
  });
});

describe('an execution name', () => {
  test('fails when it is used a second time for a Standard workflow', () => {
    const names = new ExecutionNames();
    runOf(only({ Type: 'Pass' }), {}, { names, executionName: 'x' });
    expect(() => runOf(only({ Type: 'Pass' }), {}, { names, executionName: 'x' })).toThrow(
      /^EXECUTION_ALREADY_EXISTS: an execution with the name 'x' already exists/,
    );
  });

  test('can be used again for an Express workflow', () => {
    const names = new ExecutionNames();
    const again = (): unknown =>
      result(runOf(only({ Type: 'Pass' }), 1, { names, executionName: 'x', type: 'EXPRESS' }));
    expect([again(), again()]).toEqual([1, 1]);
  });

  test('stands for the running execution while the input is the same', () => {
    const names = new ExecutionNames();
    expect(names.take('STANDARD', 'arn', { a: 1 })).toBe('START');
    expect(names.take('STANDARD', 'arn', { a: 1 })).toBe('RUNNING');
    expect(names.take('STANDARD', 'arn', { a: 2 })).toBe('EXISTS');
    names.end('arn');
    expect(names.take('STANDARD', 'arn', { a: 1 })).toBe('EXISTS');
  });
});
