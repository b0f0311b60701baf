import { join } from 'node:path';
import { LocalWorkflow, returns } from 'stepwright/testing';
import 'stepwright/testing/jest';

const workflow = LocalWorkflow.fromFile(join(__dirname, 'plan.json'), 'refund');

test('the order is marked, with the role of the plan', async () => {
  const run = await workflow.run({ id: 'A1' }, { mocks: { Mark: returns({}) } });
  expect(run).toHaveSucceeded();
  expect(run).toHaveCalled('Mark', { TableName: 'Orders', Key: { id: { S: 'A1' } } });
  expect(run.permissions.denied).toEqual([]);
});
