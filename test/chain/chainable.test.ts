import { App, aws_iam as iam, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TASK_PROPS } from './cdk-tasks';
import { transitions } from './transitions';
import { Choice, Fail, Flow, InlineMap, Parallel, Pass, Succeed } from '../../src/chain';

const newStack = (): Stack => new Stack(new App(), 'S', { env: { account: '123456789012', region: 'eu-west-1' } });

/** All task classes that aws-stepfunctions-tasks exports. */
const TASK_CLASSES = Object.entries(
  tasks as unknown as Record<string, new (stack: Stack, id: string, props: object) => sfn.TaskStateBase>,
).filter(([, exported]) => typeof exported === 'function' && exported.prototype instanceof sfn.TaskStateBase);

describe('every task of aws-stepfunctions-tasks', () => {
  test.each(TASK_CLASSES)('%s is a step between ours, and brings its permissions', (name, TaskClass) => {
    expect(TASK_PROPS).toHaveProperty(name);
    const [ours, theirs] = [newStack(), newStack()];
    const bound = Flow.of(
      new Pass('before'),
      Flow.fromChainable(new TaskClass(ours, 'task', TASK_PROPS[name](ours))),
      new Succeed('after'),
    ).bind(ours);

    const graph = new sfn.StateGraph(new TaskClass(theirs, 'task', TASK_PROPS[name](theirs)).startState, 'theirs');
    const { End, ...task } = theirs.resolve((graph.toGraphJson() as { States: Record<string, object> }).States.task);
    const states = ours.resolve(bound.definition).States;
    expect(End).toBe(true);
    expect(states.before.Next).toBe('task');
    expect(states.task).toEqual({ ...task, Next: 'after' });
    expect(statements(ours, bound.policyStatements ?? [])).toEqual(statements(theirs, graph.policyStatements));
  });
});

function statements(stack: Stack, list: iam.PolicyStatement[]): unknown {
  return stack.resolve(list.map(statement => statement.toStatementJson()));
}

describe('a chain of the CDK as a step', () => {
  test('goes on from all of its ends', () => {
    const stack = newStack();
    const choice = new sfn.Choice(stack, 'c')
      .when(sfn.Condition.isPresent('$.a'), new sfn.Pass(stack, 'yes'))
      .when(sfn.Condition.isPresent('$.b'), new sfn.Fail(stack, 'no'));
    const chain = new sfn.Pass(stack, 'first').next(choice.otherwise(new sfn.Pass(stack, 'else')).afterwards());
    expect(transitions(Flow.of(Flow.fromChainable(chain), new Succeed('after')))).toEqual({
      first: 'c',
      c: ['yes', 'no', 'else'],
      yes: 'after',
      no: 'none',
      else: 'after',
      after: 'none',
    });
  });

  test('goes on from a Choice without otherwise, when its chain says so', () => {
    const stack = newStack();
    const chain = new sfn.Choice(stack, 'c')
      .when(sfn.Condition.isPresent('$.a'), new sfn.Pass(stack, 'yes'))
      .afterwards({ includeOtherwise: true });
    expect(transitions(Flow.of(Flow.fromChainable(chain), new Succeed('after')))).toEqual({
      c: ['yes', 'after'],
      yes: 'after',
      after: 'none',
    });
  });

  test('keeps its loops, handlers and branches', () => {
    const stack = newStack();
    const handler = new sfn.Pass(stack, 'handler');
    const parallel = new sfn.Parallel(stack, 'p')
      .branch(new sfn.Pass(stack, 'a').next(new sfn.Pass(stack, 'b')))
      .addCatch(handler, { errors: ['E'], resultPath: '$.error' });
    handler.next(parallel);
    const { States } = Flow.of(Flow.fromChainable(sfn.Chain.start(parallel)), new Succeed('after')).toAsl();
    expect(States.p).toEqual({
      Type: 'Parallel',
      Catch: [{ ErrorEquals: ['E'], ResultPath: '$.error', Next: 'handler' }],
      Branches: [{ StartAt: 'a', States: { a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Pass', End: true } } }],
      Next: 'after',
    });
    expect(States.handler.Next).toBe('p');
  });

  test('takes our shared retriers and catchers, and prefixes', () => {
    const stack = newStack();
    const chain = new tasks.CallAwsService(stack, 'call', {
      service: 's3',
      action: 'listBuckets',
      iamResources: ['*'],
    }).addCatch(new sfn.Fail(stack, 'own'), { errors: ['Own'] });
    const { States } = Flow.fromChainable(chain)
      .retryEach({ errors: ['E'] })
      .catchEach(new Fail('shared'))
      .prefixed('x ')
      .toAsl();
    expect(States['x call'].Retry).toEqual([{ ErrorEquals: ['E'] }]);
    expect(States['x call'].Catch).toEqual([
      { ErrorEquals: ['Own'], Next: 'x own' },
      { ErrorEquals: ['States.ALL'], Next: 'x shared' },
    ]);
  });

  test('shared retriers and prefixes reach into its branches and items', () => {
    const stack = newStack();
    const call = (id: string): sfn.State =>
      new tasks.CallAwsService(stack, id, { service: 's3', action: 'listBuckets', iamResources: ['*'] });
    const chain = new sfn.Parallel(stack, 'p').branch(new sfn.Map(stack, 'm').itemProcessor(call('deep')));
    const { States } = Flow.fromChainable(chain)
      .retryEach({ errors: ['E'] })
      .prefixed('x ')
      .toAsl();
    const inner = States['x p'].Branches[0].States['x m'].ItemProcessor;
    expect(inner.StartAt).toBe('x deep');
    expect(inner.States['x deep'].Retry).toEqual([{ ErrorEquals: ['E'] }]);
    expect([States['x p'].Retry, States['x p'].Branches[0].StartAt]).toEqual([undefined, 'x m']);
  });

  test('lies inside of ours, and ours around it', () => {
    const stack = newStack();
    const flow = Flow.of(
      new Parallel('p').branch(Flow.of(Flow.fromChainable(new sfn.Pass(stack, 'a')), new Pass('b'))),
      new InlineMap('m', { processor: Flow.fromChainable(new sfn.Pass(stack, 'item')) }),
      new Choice('c').when('{% 1 %}', Flow.fromChainable(new sfn.Succeed(stack, 's'))).otherwise(new Fail('f')),
    );
    const { States } = flow.toAsl();
    expect(States.p.Branches[0].States).toEqual({ a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Pass', End: true } });
    expect(States.m.ItemProcessor.StartAt).toBe('item');
    expect(transitions(flow)).toEqual({ p: 'm', m: 'c', c: ['s', 'f'], s: 'none', f: 'none' });
  });

  test('a fragment of the CDK is a step', () => {
    class Fragment extends sfn.StateMachineFragment {
      public readonly startState: sfn.State;
      public readonly endStates: sfn.INextable[];

      constructor(scope: Stack, id: string) {
        super(scope, id);
        const first = new sfn.Pass(this, 'first');
        const last = new sfn.Pass(this, 'last');
        first.next(last);
        [this.startState, this.endStates] = [first, [last]];
      }
    }
    const stack = newStack();
    expect(
      transitions(
        Flow.of(
          Flow.fromChainable(new Fragment(stack, 'one').prefixStates('one ')),
          Flow.fromChainable(new Fragment(stack, 'two').prefixStates('two ')),
        ),
      ),
    ).toEqual({ 'one first': 'one last', 'one last': 'two first', 'two first': 'two last', 'two last': 'END' });
  });

  test('is not changed: it goes on as before in the CDK, and can be taken again', () => {
    const stack = newStack();
    const parallel = new sfn.Parallel(stack, 'p').branch(
      new sfn.Map(stack, 'm').itemProcessor(
        new tasks.CallAwsService(stack, 't', { service: 's3', action: 'listBuckets', iamResources: ['*'] }),
      ),
    );
    const chain = new sfn.Pass(stack, 'a').next(parallel);
    const flow = Flow.of(Flow.fromChainable(chain), new Succeed('after'));
    const first = flow.bind(stack);
    expect(Flow.of(Flow.fromChainable(chain), new Fail('other')).toAsl().States.p.Next).toBe('other');
    expect(flow.bind(stack).definition).toEqual(first.definition);
    expect(flow.bind(stack).policyStatements).toHaveLength(1);

    new sfn.StateMachine(stack, 'Machine', {
      definitionBody: sfn.DefinitionBody.fromChainable(chain.next(new sfn.Pass(stack, 'theirs'))),
    });
    const [machine] = Object.values<any>(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
    expect(JSON.stringify(machine.Properties.DefinitionString)).toContain('theirs');
    expect(JSON.stringify(machine.Properties.DefinitionString)).not.toContain('after');
  });

  test('may still be changed after it was taken: it is read when the workflow is put together', () => {
    const stack = newStack();
    const call = new tasks.CallAwsService(stack, 't', { service: 's3', action: 'listBuckets', iamResources: ['*'] });
    const flow = Flow.of(Flow.fromChainable(call), new Succeed('after'));
    expect(transitions(flow)).toEqual({ t: 'after', after: 'none' });
    call.addCatch(new sfn.Pass(stack, 'handler'));
    expect(flow.toAsl().States.t.Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'handler' }]);
  });

  test('fails when an end leads on in the CDK: what follows there would be lost', () => {
    const stack = newStack();
    const a = new sfn.Pass(stack, 'a');
    const flow = Flow.of(Flow.fromChainable(a), new Succeed('after'));
    a.next(new sfn.Pass(stack, 'b'));
    expect(() => flow.toAsl()).toThrow(
      "END_NOT_OPEN: 'a' can't be an open end, because its next state in the CDK is 'b",
    );
  });

  test('what leads to it from elsewhere in the CDK stays out', () => {
    const stack = newStack();
    const b = new sfn.Pass(stack, 'b');
    new sfn.Pass(stack, 'a').next(b);
    expect(Object.keys(Flow.fromChainable(b).toAsl().States)).toEqual(['b']);
  });

  test('fails when a state machine of the CDK has it already', () => {
    const stack = newStack();
    const a = new sfn.Pass(stack, 'a');
    new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(a) });
    expect(() => Flow.fromChainable(a).toAsl()).toThrow("Trying to use state 'a' in the states from a");
  });
});
