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
  StandardWorkflow,
  Succeed,
  Task,
  TaskBehaviour,
  type ITaskHandler,
  type TaskRequest,
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

test('a workflow of a stack runs with behaviours as data, JSON as text', () => {
  const result = run.run('{"id":1}', {
    tasks: {
      Charge: TaskBehaviour.inSequence([
        TaskBehaviour.failsWith('Busy'),
        TaskBehaviour.returnsPayloadJson('{"paid":null}').after(Duration.minutes(2)),
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
  expect(result.inputsOf('Charge').map(text => JSON.parse(text).Payload)).toEqual([{ id: 1 }, { id: 1 }]);
  expect(result.notifiedRules).toEqual(['Orders/Order/Thank']);
  expect(JSON.parse(result.historyJson)[0].type).toBe('ExecutionStarted');
  expect([result.deniedCalls, result.unknownPermissions]).toEqual([[], []]);
});

test("a handler of the user's own answers, attempt by attempt", () => {
  const seen: TaskRequest[] = [];
  class Bank implements ITaskHandler {
    public handle(request: TaskRequest): TaskBehaviour {
      seen.push(request);
      return request.retryCount === 0
        ? TaskBehaviour.failsWith('Busy', 'later')
        : TaskBehaviour.returnsPayloadJson(JSON.stringify({ attempt: request.callIndex }));
    }
  }
  expect(run.run(undefined, { tasks: { Charge: TaskBehaviour.handledBy(new Bank()) } }).outputJson).toBe(
    '{"attempt":1}',
  );
  expect(seen.map(({ stateName, retryCount, timeMs }) => [stateName, retryCount, timeMs - seen[0].timeMs])).toEqual([
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
  const tasks = { Charge: TaskBehaviour.returnsPayloadJson('1') };
  const denied = LocalRun.fromStack(bare).run('{}', { tasks });
  expect(denied.status).toBe('FAILED');
  expect(denied.deniedCalls[0]).toContain('lambda:InvokeFunction');
  expect(LocalRun.fromStack(bare).run('{}', { tasks, enforcePermissions: false }).status).toBe('SUCCEEDED');
});

describe('fails', () => {
  test.each([
    [
      'on a text that is not JSON',
      () => TaskBehaviour.returnsJson('{id: 1}'),
      'NOT_JSON: a text is not JSON\n  at: returnsJson',
    ],
    [
      'on a Task that does not exist',
      () => run.run('{}', { tasks: { Chargee: TaskBehaviour.neverAnswers() } }),
      'did you mean "Charge"?',
    ],
    ['on a Task without a behaviour', () => run.run(), 'TASK_WITHOUT_HANDLER'],
    [
      'on a limit that does not exist',
      () => run.run('{}', { withoutLimits: ['payloads'] }),
      'UNKNOWN_LIMIT: there is no limit "payloads"; did you mean "payload"?',
    ],
    [
      'on time for a sequence',
      () => TaskBehaviour.inSequence([]).after(Duration.seconds(1)),
      'TIMING_OF_MANY: after() is for one answer',
    ],
    [
      'on a handler in a sequence',
      () => TaskBehaviour.inSequence([TaskBehaviour.handledBy({ handle: () => TaskBehaviour.neverAnswers() })]),
      'SEQUENCE_OF_HANDLERS',
    ],
    [
      'on a handler that answers nothing',
      () => run.run('{}', { tasks: { Charge: TaskBehaviour.handledBy({ handle: () => undefined as never }) } }),
      'NOT_AN_ANSWER',
    ],
    ['on a workflow that does not exist', () => LocalRun.fromStack(stack().stack, 'Ordr'), 'UNKNOWN_MACHINE'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
