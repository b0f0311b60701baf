/** Synthesizes the app of this folder and runs its workflow locally, exactly as synthesized: once all goes well, once the card is declined. */
import { App } from 'aws-cdk-lib';
import { OrderStack } from './order-stack';
import {
  costText,
  fails,
  LocalWorkflow,
  returns,
  returnsPayload,
  sequence,
  throws,
  type RunResult,
  type Mocks,
} from 'stepwright/testing';

const workflow = LocalWorkflow.fromStack(new OrderStack(new App(), 'Orders'), 'OrderWorkflow');

const mocks: Mocks = {
  'Reserve stock': returnsPayload({ reservation: 'R-A1' }, { durationSeconds: 1 }),
  'Charge card': sequence(
    throws('PaymentTimeout', 'the bank did not answer', { durationSeconds: 3 }),
    returnsPayload({ receipt: 'P-A1' }, { durationSeconds: 2 }),
  ),
  'Ship item': ({ Payload: item }) =>
    returnsPayload({ sku: item.sku, tracking: `T-${item.sku}` }, { durationSeconds: 60 }),
  'Release stock': returnsPayload({}),
  'Tell the customer': returns({ MessageId: 'm-1' }),
  'Tell the company': returns({ Entries: [{ EventId: 'e-1' }], FailedEntryCount: 0 }),
};

function show(title: string, run: RunResult): void {
  console.log(
    `\n${title}\n${'='.repeat(title.length)}\n\n${run.timelineText({ color: process.stdout.isTTY, width: process.stdout.columns })}\n`,
  );
  if (run.status === 'SUCCEEDED') console.log(`Output\n${JSON.stringify(run.output, null, 2)}\n`);
  console.log(costText(run.cost));
}

const order = { orderId: 'A1', card: '4242', express: false, items: [{ sku: 'book' }, { sku: 'lamp' }] };

show('The order is paid and shipped', workflow.runSync(order, { mocks }));
show(
  'The card is declined',
  workflow.runSync(order, { mocks: { ...mocks, 'Charge card': fails('CardDeclined', 'no funds') } }),
);
