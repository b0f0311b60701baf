import { App, Stack } from 'aws-cdk-lib';
import { codeBlocks, loader } from './code-blocks';
import { StandardWorkflow, type Flow } from '../../src';
import { fails, LocalWorkflow, returnsPayload } from '../../src/testing';

const blocks = codeBlocks('README.md');
const files = new Map(blocks.filter(({ file }) => file !== undefined).map(({ file, text }) => [file!, text]));
const load = loader(files, name => jest.requireActual(name));

/** Runs a flow of the README as a workflow of its own. */
function workflowOf(flow: (stack: Stack) => Flow): LocalWorkflow {
  const stack = new Stack(new App(), 'Readme');
  new StandardWorkflow(stack, 'Workflow', { definition: flow(stack) });
  return LocalWorkflow.fromStack(stack);
}

test('the README opens with the chain, its test and the two commands', () => {
  expect([...files.keys()].slice(0, 2)).toEqual(['order.ts', 'order.test.ts']);
  const commands = blocks.find(({ text }) => text.includes('npm run quickstart'))!.text;
  expect(
    commands
      .split('\n')
      .map(line => line.split(/ {2,}#/)[0])
      .filter(Boolean),
  ).toEqual(['npm ci && npm run quickstart', 'npm ci && npm test']);
});

describe('its tests hold', () => {
  load('order.test.ts');
});

test('its workflow synthesizes without a warning', () => {
  const { stack } = load('order.ts') as { stack: Stack };
  const { messages } = (stack.node.root as App).synth().getStackArtifact(stack.artifactId);
  expect(messages.map(({ entry }) => entry.data)).toEqual([]);
});

test('the timeline that it shows is the one that is printed', async () => {
  const { stack } = load('order.ts') as { stack: Stack };
  const run = await LocalWorkflow.fromStack(stack, 'OrderWorkflow').run(
    { id: 'A1', express: false },
    {
      mocks: { 'Reserve stock': returnsPayload({ reserved: true }), 'Charge card': fails('CardDeclined', 'no funds') },
    },
  );
  expect(`${run.timelineText()}\n`).toBe(blocks.find(({ language }) => language === 'text')!.text);
});

test('the order with types does what the other does', async () => {
  const { stack } = load('typed-order.ts') as { stack: Stack };
  const run = await LocalWorkflow.fromStack(stack, 'OrderWorkflow').run(
    { id: 'A1', express: false },
    {
      mocks: { 'Reserve stock': returnsPayload({ reserved: true }), 'Charge card': returnsPayload({ paid: 120 }) },
    },
  );
  expect(run).toHaveSucceeded({ paid: 120 });
  expect(run).toHaveTaken(4 * 3600);
  expect((stack.node.root as App).synth().getStackArtifact(stack.artifactId).messages).toEqual([]);
});

test('both query languages run in one workflow', async () => {
  const run = await workflowOf(() => load('query-languages.ts').both as Flow).run({ prices: [1, 2] });
  expect(run).toHaveSucceeded({ text: '3 in all' });
});

test('the handler keeps the input', async () => {
  const charging = load('keep-the-input.ts').charging as (stack: Stack) => Flow;
  const run = await workflowOf(charging).run({ id: 'A1' }, { mocks: { 'Charge card': fails('CardDeclined') } });
  expect(run).toHaveSucceeded({ release: 'A1', why: 'CardDeclined' });
});
