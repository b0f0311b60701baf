import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, returns, returnsPayload, sequence, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { NightlyStack } from './nightly-stack';

const stack = new NightlyStack(new App(), 'Nightly');
const closed = { day: '2026-03-01', total: 120, orders: 3 };
const monolith = returns({ ResponseBody: closed, StatusCode: 200 });
const mail = returns({ MessageId: 'm' });
const shops: Record<string, object> = {
  north: { total: { N: '100' }, orders: { N: '2' } },
  south: { total: { N: '20' }, orders: { N: '1' } },
};

const steps: Record<string, Mocks> = {
  Step1: { 'Close the day': monolith },
  Step2: { 'Sum up': monolith, 'WriteReport': returnsPayload({}), 'Team': mail },
  Step3: { Orders: ({ Key }) => ({ Item: shops[Key.shop.S] }), WriteReport: returnsPayload({}), Team: mail },
};

test.each(Object.entries(steps))('%s closes the day', async (name, mocks) => {
  const run = await LocalWorkflow.fromStack(stack, name).run(
    { day: '2026-03-01', shops: ['north', 'south'] },
    { mocks },
  );
  expect(run).toHaveSucceeded(closed);
});

test.each(['Step2', 'Step3'])('%s mails the total', async name => {
  const run = await LocalWorkflow.fromStack(stack, name).run(
    { day: '2026-03-01', shops: ['north', 'south'] },
    { mocks: steps[name] },
  );
  expect(run).toHaveCalled('Mail the report', expect.objectContaining({ Message: 'Closed 2026-03-01: 120' }));
});

test('the monolith is asked again when it is down', async () => {
  const down = fails('States.Http.StatusCode.503', 'down');
  const run = await LocalWorkflow.fromStack(stack, 'Step1').run(
    { day: '2026-03-01' },
    { mocks: { 'Close the day': sequence(down, down, monolith) } },
  );
  expect(run).toHaveSucceeded(closed);
  expect(run).toHaveTaken(30 + 60);
});
