import { App, Stack, aws_lambda as lambda } from 'aws-cdk-lib';
import { Flow, Integration, Pass, StandardWorkflow, Task } from '../../src';
import { LocalWorkflow, returnsPayload } from '../../src/testing';

const output = JSON.parse('{"__proto__":{"a":1},"b":[{"__proto__":2}]}') as object;

test('a key named __proto__ is in the template', async () => {
  const stack = new Stack(new App(), 'S');
  new StandardWorkflow(stack, 'W', { definition: new Pass('A', { output }) });
  const run = await LocalWorkflow.fromStack(stack).run({});
  expect(JSON.stringify(run.output)).toBe('{"__proto__":{"a":1},"b":[{"__proto__":2}]}');
});

test('a key named __proto__ is in a template with tokens', async () => {
  const stack = new Stack(new App(), 'S');
  const code = lambda.Code.fromInline('exports.handler = async () => 1');
  const charge = new lambda.Function(stack, 'Charge', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code,
  });
  const definition = Flow.of(
    new Task('Charge card', { call: Integration.lambdaInvoke(charge) }),
    new Pass('A', { output }),
  );
  new StandardWorkflow(stack, 'W', { definition });
  const run = await LocalWorkflow.fromStack(stack).run({}, { mocks: { Charge: returnsPayload(1) } });
  expect(JSON.stringify(run.output)).toBe('{"__proto__":{"a":1},"b":[{"__proto__":2}]}');
});

test('a state named __proto__ runs', async () => {
  const stack = new Stack(new App(), 'S');
  new StandardWorkflow(stack, 'W', { definition: Flow.of(new Pass('__proto__', { output: 1 }), new Pass('B')) });
  expect((await LocalWorkflow.fromStack(stack).run({})).visited).toEqual(['__proto__', 'B']);
});
