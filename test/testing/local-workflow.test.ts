import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Flow, Pass, StandardWorkflow, Wait } from '../../src';
import { LocalWorkflow, returns, returnsPayload } from '../../src/testing';
import '../../src/testing/jest';

const definition = { StartAt: 'P', States: { P: { Type: 'Pass', Result: 5, End: true } } };

function workflow(scope: Stack, id: string, result: unknown): StandardWorkflow {
  return new StandardWorkflow(scope, id, { definition: Flow.of(new Pass('P', { output: result })) });
}

describe('fromStack', () => {
  test('runs a workflow by its id, its path, its logical id, and alone', () => {
    const stack = new Stack(new App(), 'S');
    workflow(stack, 'W', 'here');
    const logicalId = Object.keys(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'))[0];
    expect(
      ['W', 'S/W', logicalId, undefined].map(name => LocalWorkflow.fromStack(stack, name).runSync().output),
    ).toEqual(Array(4).fill('here'));
  });

  test('takes the workflow of its own stack where another has one of the same id', () => {
    const app = new App();
    const [one, two] = ['One', 'Two'].map(id => new Stack(app, id));
    workflow(one, 'W', 1);
    workflow(two, 'W', 2);
    expect([one, two].map(stack => LocalWorkflow.fromStack(stack, 'W').runSync().output)).toEqual([1, 2]);
  });

  test('finds workflows of nested stacks, and of stacks below a stage', () => {
    const app = new App();
    const outer = new Stack(app, 'Outer');
    workflow(new NestedStack(outer, 'Inner') as Stack, 'W', 'nested');
    const staged = new Stack(new Stage(app, 'Prod'), 'S');
    workflow(staged, 'W', 'staged');
    expect(LocalWorkflow.fromStack(outer, 'W').runSync().output).toBe('nested');
    expect(LocalWorkflow.fromStack(staged, 'W').runSync().output).toBe('staged');
  });

  test('synthesizes again when constructs were added', () => {
    const stack = new Stack(new App(), 'S');
    workflow(stack, 'A', 'a');
    expect(LocalWorkflow.fromStack(stack, 'A').runSync().output).toBe('a');
    workflow(stack, 'B', 'b');
    expect(LocalWorkflow.fromStack(stack, 'B').runSync().output).toBe('b');
  });

  test('runs a state machine of the CDK', () => {
    const stack = new Stack(new App(), 'S');
    const start = new sfn.Wait(stack, 'W', { time: sfn.WaitTime.duration(Duration.hours(1)) }).next(
      new sfn.Succeed(stack, 'Done'),
    );
    new sfn.StateMachine(stack, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(start) });
    const run = LocalWorkflow.fromStack(stack, 'M').runSync({ a: 1 });
    expect(run).toHaveSucceeded({ a: 1 });
    expect(run).toHaveTaken(Duration.hours(1));
  });

  test('fails for a workflow that the stack does not have, with the nearest name', () => {
    const stack = new Stack(new App(), 'S');
    workflow(stack, 'OrderWorkflow', 1);
    expect(() => LocalWorkflow.fromStack(stack, 'OrderWorkflw')).toThrow(
      /UNKNOWN_MACHINE: .* did you mean "OrderWorkflow"\?/,
    );
  });
});

test('a call that the role does not allow is denied, and the message says what to add', async () => {
  const stack = new Stack(new App(), 'S');
  const state = new sfn.CustomState(stack, 'Put', {
    stateJson: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: 'T', Item: {} },
    },
  });
  new sfn.StateMachine(stack, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(state) });
  const local = LocalWorkflow.fromStack(stack);
  const run = await local.run({}, { mocks: { Put: returns({}) } });
  expect(run).toHaveFailed();
  expect(run).toHaveBeenDenied('dynamodb:PutItem');
  expect(run.permissions.denied[0].add).toEqual({
    Effect: 'Allow',
    Action: 'dynamodb:PutItem',
    Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/T',
  });
  expect(() => expect(run).not.toHaveBeenDenied()).toThrow(/denied 'dynamodb:PutItem'/);
  const ignoring = await local.run({}, { mocks: { Put: returns({}) }, permissions: 'ignore' });
  expect(ignoring).toHaveSucceeded();
  expect(ignoring).not.toHaveBeenDenied();
});

describe('fromTemplate and fromCloudAssembly', () => {
  const app = new App();
  const stack = new Stack(app, 'S');
  workflow(stack, 'W', 'here');

  test('run what was synthesized', () => {
    const template = Template.fromStack(stack).toJSON();
    const { directory } = app.synth();
    expect(LocalWorkflow.fromTemplate(template, 'W').runSync().output).toBe('here');
    expect(LocalWorkflow.fromTemplate(JSON.stringify(template)).runSync().output).toBe('here');
    expect(LocalWorkflow.fromCloudAssembly(directory, 'W').runSync().output).toBe('here');
  });

  test('fails for a template that is not JSON', () => {
    expect(() => LocalWorkflow.fromTemplate('{', 'W')).toThrow(/^TEMPLATE_NOT_JSON/);
  });
});

describe('fromDefinition', () => {
  test('runs a definition, as an object and as text', async () => {
    expect((await LocalWorkflow.fromDefinition(definition).run()).output).toBe(5);
    expect((await LocalWorkflow.fromDefinition(JSON.stringify(definition), { type: 'EXPRESS' }).run()).output).toBe(5);
  });

  test.each<[string, object | string, string]>([
    ['text that is not JSON', '{"StartAt"', 'DEFINITION_NOT_JSON'],
    ['a list', [], 'INVALID_DEFINITION'],
    ['an unknown state type', { StartAt: 'P', States: { P: { Type: 'Pas', End: true } } }, 'UNKNOWN_STATE_TYPE'],
    ['a Next to nowhere', { StartAt: 'P', States: { P: { Type: 'Pass', Next: 'Q' } } }, 'UNKNOWN_TARGET'],
  ])('fails for %s', (_what, bad, code) => {
    expect(() => LocalWorkflow.fromDefinition(bad)).toThrow(expect.objectContaining({ code }));
  });

  test('fails for what AWS would refuse, and says where', () => {
    const waiting = {
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
          Parameters: { QueueUrl: 'q', MessageBody: 'm' },
          End: true,
        },
      },
    };
    expect(LocalWorkflow.fromDefinition(waiting).definition).toEqual(waiting);
    expect(() => LocalWorkflow.fromDefinition(waiting, { type: 'EXPRESS' })).toThrow(
      expect.objectContaining({ code: 'INVALID_DEFINITION', where: '/States/T/Resource' }),
    );
  });
});

describe('a run', () => {
  test('has a history that is one of the AWS SDK', () => {
    // the assignment is what the type check holds
    const events: HistoryEvent[] = LocalWorkflow.fromDefinition(definition).runSync().history;
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('is the same for the same seed, and has other ids for another', () => {
    const local = LocalWorkflow.fromDefinition({
      QueryLanguage: 'JSONata',
      StartAt: 'P',
      States: { P: { Type: 'Pass', Output: '{% $uuid() %}', End: true } },
    });
    const outputs = ['a', 'a', 'b'].map(seed => local.runSync({}, { seed }).output);
    expect(outputs[0]).toBe(outputs[1]);
    expect(outputs[0]).not.toBe(outputs[2]);
  });

  test('does not touch the real clock, and several run side by side', async () => {
    const stack = new Stack(new App(), 'S');
    new StandardWorkflow(stack, 'W', { definition: Flow.of(new Wait('A year', { duration: Duration.days(364) })) });
    const local = LocalWorkflow.fromStack(stack);
    const clocks = [jest.spyOn(Date, 'now'), jest.spyOn(global, 'setTimeout')];
    const runs = await Promise.all([...Array(20).keys()].map(i => local.run({ i })));
    const looks = clocks.map(({ mock }) => mock.calls.length);
    for (const clock of clocks) clock.mockRestore();
    expect(looks).toEqual([0, 0]);
    expect(runs.map(({ output, durationSeconds }) => [output, durationSeconds])).toEqual(
      [...Array(20).keys()].map(i => [{ i }, 364 * 86_400]),
    );
  });

  test('starts at the time that it is told', () => {
    const local = LocalWorkflow.fromDefinition({
      StartAt: 'P',
      States: { P: { Type: 'Pass', Parameters: { 'at.$': '$$.Execution.StartTime' }, End: true } },
    });
    expect(local.runSync({}, { startTime: '2030-05-06T07:08:09Z' }).output).toEqual({ at: '2030-05-06T07:08:09Z' });
    expect(local.runSync({}, { startTime: new Date(0) }).output).toEqual({ at: '1970-01-01T00:00:00Z' });
  });

  test('fails for a Task without a mock, and shows what happened until then', async () => {
    const local = LocalWorkflow.fromDefinition({
      StartAt: 'W',
      States: {
        W: { Type: 'Wait', Seconds: 60, Next: 'T' },
        T: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { QueueUrl: 'q', MessageBody: 'm' },
          End: true,
        },
      },
    });
    const until = [
      'until then:',
      '0s     starts   {}',
      '    W  in       {}',
      '1m     out      (unchanged)',
      '    T  in       {}',
    ].join('\n');
    await expect(local.run()).rejects.toMatchObject({
      code: 'TASK_WITHOUT_MOCK',
      message: expect.stringMatching(new RegExp(`fix: Add one to mocks: .*\n\n${until.replace(/[()]/g, '\\$&')}$`)),
    });
    expect(() => local.runSync()).toThrow(until);
  });

  test('fails for an input that is no JSON, and says where', async () => {
    await expect(LocalWorkflow.fromDefinition(definition).run({ when: new Date(0) })).rejects.toMatchObject({
      code: 'INPUT_NOT_JSON',
      summary: 'the input is not JSON: $.when is a Date',
    });
  });

  test('fails for a payload that is no JSON, and no Catch takes it for a failure of the function', async () => {
    const caught = LocalWorkflow.fromDefinition({
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'f' },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'D' }],
          Next: 'D',
        },
        D: { Type: 'Succeed' },
      },
    });
    for (const [payload, what] of [
      [{ d: BigInt(5) }, '$.d is a bigint'],
      [{ at: { when: new Date(0) } }, '$.at.when is a Date'],
      [[() => 1], '$[0] is a function'],
    ] as const) {
      await expect(caught.run({}, { mocks: { T: returnsPayload(payload as never) } })).rejects.toMatchObject({
        code: 'RESULT_NOT_JSON',
        summary: `the payload is not JSON: ${what}`,
      });
    }
  });

  test('has a price', () => {
    expect(LocalWorkflow.fromDefinition(definition).runSync().cost).toMatchObject({
      standard: { transitions: 1, usd: 0.000025 },
      express: { requests: 1, billedMs: 100 },
    });
  });
});
