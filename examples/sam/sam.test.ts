import { join } from 'node:path';
import { LocalWorkflow, returns } from 'stepwright/testing';
import 'stepwright/testing/jest';

const workflow = LocalWorkflow.fromFile(join(__dirname, 'template.yaml'));

test('an order is charged and saved, with the role that SAM generates', async () => {
  const run = await workflow.run(
    { id: 'A1' },
    { mocks: { ChargeFunction: returns({ paid: true }), Save: returns({}) } },
  );
  expect(run).toHaveSucceeded({ id: 'A1', charge: { paid: true } });
  expect(run.permissions.denied).toEqual([]);
});
