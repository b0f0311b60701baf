import { App } from 'aws-cdk-lib';
import { LocalWorkflow, returnsPayload, sequence, throws } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { ImportStack } from './import-stack';

const workflow = LocalWorkflow.fromStack(new ImportStack(new App(), 'Imports'), 'Import');
const csv = 'id,amount\nA,1\nB,2\nC,3\nD,4\nE,5\n';
const input = { key: 'orders.csv' };
const files = { 's3://Uploads/orders.csv': csv };
const count = ({ Payload: batch }: { Payload: { Items: object[] } }) =>
  returnsPayload({ imported: batch.Items.length });

test('all rows are imported, two in a batch', async () => {
  const run = await workflow.run(input, { files, mocks: { ImportRows: count } });
  expect(run).toHaveSucceeded({ imported: 5, batches: 3 });
  expect(run).toHaveCalledTimes('Import rows', 3);
  expect(run).toHaveCalled(
    'Import rows',
    expect.objectContaining({
      Payload: {
        BatchInput: { file: 'orders.csv' },
        Items: [
          { id: 'C', amount: '3' },
          { id: 'D', amount: '4' },
        ],
      },
    }),
  );
  expect(run.children).toHaveLength(3);
});

test('one batch of three may fail', async () => {
  const run = await workflow.run(input, {
    files,
    mocks: {
      ImportRows: sequence(throws('BadRow', 'no'), returnsPayload({ imported: 2 }), returnsPayload({ imported: 1 })),
    },
  });
  expect(run).toHaveSucceeded({ imported: 3, batches: 2 });
});

test('two of three may not', async () => {
  const run = await workflow.run(input, {
    files,
    mocks: { ImportRows: sequence(throws('BadRow', 'no'), throws('BadRow', 'no'), returnsPayload({ imported: 1 })) },
  });
  expect(run).toHaveFailed('States.ExceedToleratedFailureThreshold');
});

test('a file that is not there', async () => {
  expect(await workflow.run({ key: 'other.csv' }, { files, mocks: { ImportRows: count } })).toHaveFailed('NoSuchFile');
});

test('a file without rows', async () => {
  expect(
    await workflow.run(input, { files: { 's3://Uploads/orders.csv': 'id,amount\n' }, mocks: { ImportRows: count } }),
  ).toHaveFailed('EmptyFile');
});
