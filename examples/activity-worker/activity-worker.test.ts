import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, pending, returns, sequence } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { render } from './render';
import { RenderStack } from './render-stack';
import { work } from './worker';

const workflow = LocalWorkflow.fromStack(new RenderStack(new App(), 'Films'), 'Render');
const job = { film: 'alien', frames: 24 };
const HOUR = 3600;
const everyTwentySeconds = (seconds: number): number[] =>
  [...Array(Math.floor(seconds / 20)).keys()].map(i => (i + 1) * 20);

test('a worker takes the task and renders for three hours', async () => {
  const run = await workflow.run(job, {
    mocks: {
      Rendering: returns(
        { file: 'alien.mp4', frames: 24 },
        { workerName: 'w-1', durationSeconds: 3 * HOUR, heartbeatsAtSeconds: everyTwentySeconds(3 * HOUR) },
      ),
    },
  });
  expect(run).toHaveSucceeded({ file: 'alien.mp4', frames: 24 });
  expect(run).toHaveTaken(3 * HOUR);
});

test('the code of the worker renders', async () => {
  expect(await workflow.run(job, { mocks: { Render: render } })).toHaveSucceeded({ file: 'alien.mp4', frames: 24 });
});

test('a worker that is gone is noticed a minute after its last heartbeat, and another takes the task', async () => {
  const run = await workflow.run(job, {
    mocks: {
      Render: sequence(
        pending({ workerName: 'w-1', heartbeatsAtSeconds: everyTwentySeconds(600) }),
        returns({ file: 'alien.mp4', frames: 24 }, { workerName: 'w-2' }),
      ),
    },
  });
  expect(run).toHaveSucceeded();
  expect(run).toHaveRetried('Render', 1);
  expect(run).toHaveTaken(600 + 60 + 1);
});

test('a film that cannot be rendered', async () => {
  const run = await workflow.run(
    { film: 'empty', frames: 0 },
    { mocks: { Render: fails('RenderError', 'empty has no frames') } },
  );
  expect(run).toHaveFailed({ error: 'NotRendered', cause: 'empty has no frames' });
});

test('the worker answers with what it made, or with the error', async () => {
  const sent: Array<[string, object]> = [];
  const client = (input: object | undefined) =>
    ({
      send: async (command: { constructor: { name: string }; input: object }) => {
        sent.push([command.constructor.name, command.input]);
        return command.constructor.name === 'GetActivityTaskCommand' && input
          ? { taskToken: 't', input: JSON.stringify(input) }
          : {};
      },
    }) as never;
  expect(await work(client(undefined), 'arn', 'w')).toBe(false);
  await work(client(job), 'arn', 'w');
  await work(client({ film: 'empty', frames: 0 }), 'arn', 'w');
  expect(sent.filter(([name]) => name !== 'GetActivityTaskCommand')).toEqual([
    ['SendTaskSuccessCommand', { taskToken: 't', output: '{"file":"alien.mp4","frames":24}' }],
    ['SendTaskFailureCommand', { taskToken: 't', error: 'RenderError', cause: 'empty has no frames' }],
  ]);
});
