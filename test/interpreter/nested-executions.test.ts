import { LAMBDA, only, result, runOf, types } from './runs';
import type { JsonObject } from '../../src/asl';
import { compile, ExecutionNames, run, type RunOptions } from '../../src/interpreter';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child';
const START = Date.UTC(2024, 0, 1);

const starting = (resource: string, parameters: object = {}): JsonObject => only({ Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: { StateMachineArn: ARN, Name: 'one', Input: { n: 1 }, ...parameters } });

function withChild(child: object, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): RunOptions {
  const program = compile(child as JsonObject, { type });
  return { machines: arn => arn === ARN ? { program, arn: ARN } : undefined };
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
    expect(runOf(starting('states:startExecution.sync'), {}, withChild(addOne)).output).toMatchObject({ Input: '{"n":1}', Output: '{"n":2}' });
  });

  test('takes the time that it takes', () => {
    expect(runOf(starting('states:startExecution.sync'), {}, withChild(only({ Type: 'Wait', Seconds: 30 }))).stopTime).toBe(START + 30_000);
  });

  test('goes on by itself without .sync', () => {
    const parent = runOf(starting('states:startExecution'), {}, withChild(only({ Type: 'Wait', Seconds: 30 })));
    expect(parent.stopTime).toBe(START);
    expect(parent.output).toMatchObject({ ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one', StartDate: START });
    expect(parent.nested[0].stopTime).toBe(START + 30_000);
  });

  test('fails its Task with States.TaskFailed and what it was', () => {
    const parent = runOf(starting('states:startExecution.sync'), {}, withChild(only({ Type: 'Fail', Error: 'E', Cause: 'C' })));
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

  test('runs its Tasks by the same handlers', () => {
    const parent = runOf(starting('states:startExecution.sync:2'), {}, { ...withChild(only(LAMBDA)), onTask: ({ stateMachineArn }) => ({ output: stateMachineArn }) });
    expect((parent.output as { Output: string }).Output).toBe(ARN);
  });

  test('answers StartSyncExecution of the SDK, failures as status', () => {
    const parent = runOf(starting('aws-sdk:sfn:startSyncExecution', { Input: '{"n":1}' }), {}, withChild(only({ Type: 'Fail', Error: 'E' }), 'EXPRESS'));
    expect(parent.output).toMatchObject({ Status: 'FAILED', Error: 'E', Input: '{"n":1}' });
  });

  test('fails when its name was used', () => {
    const definition = { StartAt: 'A', States: { A: { ...(starting('states:startExecution').States as { A: object }).A, End: undefined, Next: 'B' }, B: (starting('states:startExecution', { Input: { n: 2 } }).States as { A: object }).A } };
    expect(runOf(definition, {}, withChild(addOne)).error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });

  test('is left to the handler when the machine is not known', () => {
    expect(runOf(starting('states:startExecution'), {}, { onTask: () => ({ output: 'mine' }) }).output).toBe('mine');
  });

  test('fails a workflow that starts itself without an end', () => {
    const definition = starting('states:startExecution', { Name: undefined });
    const program = compile(JSON.parse(JSON.stringify(definition)) as JsonObject);
    expect(() => run(program, { machines: () => ({ program, arn: ARN }) })).toThrow(/^TOO_MANY_EXECUTIONS/);
  });
});

describe('an execution name', () => {
  test('fails when it is used a second time for a Standard workflow', () => {
    const names = new ExecutionNames();
    runOf(only({ Type: 'Pass' }), {}, { names, executionName: 'x' });
    expect(() => runOf(only({ Type: 'Pass' }), {}, { names, executionName: 'x' })).toThrow(/^EXECUTION_ALREADY_EXISTS: there is an execution with the name 'x'/);
  });

  test('can be used again for an Express workflow', () => {
    const names = new ExecutionNames();
    const again = (): unknown => result(runOf(only({ Type: 'Pass' }), 1, { names, executionName: 'x', type: 'EXPRESS' }));
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
