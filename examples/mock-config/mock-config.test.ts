import { join } from 'node:path';
import { LocalWorkflow, mocksFromConfig } from 'stepwright/testing';
import 'stepwright/testing/jest';

const workflow = LocalWorkflow.fromFile(join(__dirname, 'shipping.asl.json'));
const mocksOf = (testCase: string) => mocksFromConfig(join(__dirname, 'MockConfigFile.json'), 'Shipping', testCase);

test('HappyPath succeeds', async () => {
  expect(await workflow.run({ id: 'A1' }, { mocks: mocksOf('HappyPath') })).toHaveSucceeded({ shelf: 7 });
});

test('CarrierBusyTwice succeeds after its retries', async () => {
  const run = await workflow.run({ id: 'A1' }, { mocks: mocksOf('CarrierBusyTwice') });
  expect(run).toHaveSucceeded({ shelf: 7 });
  expect(run.durationSeconds).toBe(3);
});

test('OutOfStock fails', async () => {
  expect(await workflow.run({ id: 'A1' }, { mocks: mocksOf('OutOfStock') })).toHaveFailed('OutOfStock');
});
