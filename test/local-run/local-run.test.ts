import {
  App,
  Duration,
  Stack,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_sns as sns,
} from 'aws-cdk-lib';
import {
  Flow,
  Integration,
  LocalRun,
  Mock,
  PermissionsMode,
  StandardWorkflow,
  Succeed,
  Task,
  type IMockFunction,
  type TaskCall,
} from '../../src';

function stack(role?: iam.IRole): { stack: Stack; run: LocalRun } {
  const made = new Stack(new App(), 'Orders');
  const fn = lambda.Function.fromFunctionArn(made, 'Fn', 'arn:aws:lambda:us-east-1:123456789012:function:charge');
  const workflow = new StandardWorkflow(made, 'Order', {
    definition: Flow.of(
      new Task('Charge', { call: Integration.lambdaInvoke(fn) }).retry({
        errors: ['Busy'],
        maxAttempts: 2,
        interval: Duration.seconds(10),
      }),
      new Succeed('Done'),
    ),
    role: role ?? (undefined as never),
  });
  workflow.onSucceeded('Thank', { target: new targets.SnsTopic(new sns.Topic(made, 'T')) });
  return { stack: made, run: LocalRun.fromStack(made, 'Order') };
}

const { run } = stack();

test('a workflow of a stack runs with mocks as data and JSON as strings', () => {
  const result = run.run('{"id":1}', {
    mocks: {
      Charge: Mock.sequence([
        Mock.fails('Busy'),
        Mock.returnsPayload('{"paid":null}', { duration: Duration.minutes(2) }),
      ]),
    },
  });
  expect({ ...result, _run: undefined }).toEqual({
    status: 'SUCCEEDED',
    outputJson: '{"paid":null}',
    error: undefined,
    cause: undefined,
    visited: ['Charge', 'Done'],
    transitions: 3,
    durationSeconds: 130,
  });
  expect(result.callsOf('Charge').map(({ inputJson }) => JSON.parse(inputJson).Payload)).toEqual([
    { id: 1 },
    { id: 1 },
  ]);
  expect(result.notifiedRules).toEqual(['Orders/Order/Thank']);
  expect(JSON.parse(result.historyJson)[0].type).toBe('ExecutionStarted');
  expect(result.permissions).toEqual({ denied: [], unknown: [] });
});

test('a mock function answers every attempt', () => {
  const seen: TaskCall[] = [];
  class Bank implements IMockFunction {
    public answer(call: TaskCall): Mock {
      seen.push(call);
      return call.retryCount === 0
        ? Mock.fails('Busy', 'later')
        : Mock.returnsPayload(JSON.stringify({ attempt: call.callIndex }));
    }
  }
  expect(run.run(undefined, { mocks: { Charge: Mock.fromFunction(new Bank()) } }).outputJson).toBe('{"attempt":1}');
  expect(seen.map(({ stateName, retryCount, time }) => [stateName, retryCount, time - seen[0].time])).toEqual([
    ['Charge', 0, 0],
    ['Charge', 1, 10_000],
  ]);
});

test('a failure has its error and cause, a template and a definition run as well', () => {
  const definition = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Fail', Error: 'E', Cause: 'C' } } });
  expect(LocalRun.fromDefinition(definition).run()).toMatchObject({
    status: 'FAILED',
    error: 'E',
    cause: 'C',
    visited: ['A'],
  });
  const template = JSON.stringify({
    Resources: {
      M: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: definition, RoleArn: 'arn:aws:iam::123456789012:role/r' },
      },
    },
  });
  expect(LocalRun.fromTemplate(template).run().status).toBe('FAILED');
});

test('a call that the role does not allow is denied, unless permissions are ignored', () => {
  const bare = new Stack(new App(), 'Bare');
  const fn = lambda.Function.fromFunctionArn(bare, 'Fn', 'arn:aws:lambda:us-east-1:123456789012:function:charge');
  const role = new iam.Role(bare, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
  new StandardWorkflow(bare, 'Order', { role, definition: new Task('Charge', { call: Integration.lambdaInvoke(fn) }) });
  const mocks = { Charge: Mock.returnsPayload('1') };
  const denied = LocalRun.fromStack(bare).run('{}', { mocks });
  expect(denied.status).toBe('FAILED');
  expect(denied.permissions.denied).toMatchObject([
    { state: 'Charge', action: 'lambda:InvokeFunction', addJson: expect.stringContaining('lambda:InvokeFunction') },
  ]);
  expect(LocalRun.fromStack(bare).run('{}', { mocks, permissions: PermissionsMode.IGNORE }).status).toBe('SUCCEEDED');
});

describe('fails', () => {
  test.each([
    [
      'on a string that is not JSON',
      () => Mock.returns('{id: 1}'),
      'NOT_JSON: the string is not valid JSON\n  at: Mock.returns',
    ],
    [
      'on a Task that does not exist',
      () => run.run('{}', { mocks: { Chargee: Mock.pending() } }),
      'did you mean "Charge"?',
    ],
    ['on a Task without a mock', () => run.run(), 'TASK_WITHOUT_MOCK'],
    [
      'on a limit that does not exist',
      () => run.run('{}', { withoutLimits: ['payloads'] }),
      'UNKNOWN_LIMIT: there is no limit "payloads"; did you mean "payload"?',
    ],
    [
      'on a function in a sequence',
      () => Mock.sequence([Mock.fromFunction({ answer: () => Mock.pending() })]),
      'FUNCTION_IN_SEQUENCE',
    ],
    [
      'on a mock function that returns nothing',
      () => run.run('{}', { mocks: { Charge: Mock.fromFunction({ answer: () => undefined as never }) } }),
      'NOT_A_MOCK',
    ],
    ['on a workflow that does not exist', () => LocalRun.fromStack(stack().stack, 'Ordr'), 'UNKNOWN_MACHINE'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
