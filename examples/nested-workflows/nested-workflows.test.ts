import { App } from 'aws-cdk-lib';
import { LocalWorkflow, returnsPayload, throws, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { BillingStack } from './billing-stack';

const stack = new BillingStack(new App(), 'Billing');
const billing = LocalWorkflow.fromStack(stack, 'Billing/Billing');

const hours: Record<string, string> = { ann: '10', bob: '2.5' };
const mocks: Mocks = {
  Usage: ({ Key }) => ({ Item: { hours: { N: hours[Key.customer.S] }, rate: { N: '80' } } }),
  SendInvoice: returnsPayload({ sent: true }, { durationSeconds: 3 }),
};

test('every customer gets an invoice; the workflows below run as well', async () => {
  const run = await billing.run({ customers: ['ann', 'bob'] }, { mocks });
  expect(run).toHaveSucceeded({
    invoices: [
      { customer: 'ann', total: 800 },
      { customer: 'bob', total: 200 },
    ],
    failed: 0,
  });
  expect(run.nested.map(({ status, nested }) => [status, nested.map(({ type }) => type)])).toEqual([
    ['SUCCEEDED', ['EXPRESS']],
    ['SUCCEEDED', ['EXPRESS']],
  ]);
  expect(run).toHaveTaken(3);
});

test('an invoice that fails leaves the others alone', async () => {
  const run = await billing.run(
    { customers: ['ann', 'bob'] },
    {
      mocks: {
        ...mocks,
        SendInvoice: ({ Payload }) =>
          Payload.customer === 'ann' ? throws('NoAddress', 'ann has moved') : returnsPayload({}),
      },
    },
  );
  expect(run).toHaveSucceeded({ invoices: [{ customer: 'bob', total: 200 }], failed: 1 });
  expect(run).toHaveCaught('Invoice', 'States.TaskFailed');
});

test('each of them runs alone', async () => {
  expect(
    await LocalWorkflow.fromStack(stack, 'Pricing').run({ hours: 1.5, rate: 33.33 }, { synchronous: true }),
  ).toHaveSucceeded({ total: 50 });
  expect(await LocalWorkflow.fromStack(stack, 'Invoice').run({ customer: 'bob' }, { mocks })).toHaveSucceeded({
    customer: 'bob',
    total: 200,
  });
});

test('a mock stands in for a workflow below', async () => {
  const run = await billing.run(
    { customers: ['ann'] },
    { mocks: { Invoice: () => ({ Output: { customer: 'ann', total: 1 } }) } },
  );
  expect(run).toHaveSucceeded({ invoices: [{ customer: 'ann', total: 1 }], failed: 0 });
});
