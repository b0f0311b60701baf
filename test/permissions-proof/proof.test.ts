import { pairsOf, unneededOf, withPairs, type Pair } from './pairs';
import { workflowOfCalls } from './proof-workflow';

const workflow = workflowOfCalls(() => ({
  Call: { resource: 'glue:startJobRun.sync', given: { JobName: 'etl' } },
}));
const options = { mocks: { Call: { returns: {} } } };
const pairs = pairsOf(workflow.machine!.role!);

test('the proof finds an action that nobody needs', () => {
  const wide: Pair = {
    Effect: 'Allow',
    Action: 'glue:DeleteJob',
    Resource: 'arn:aws:glue:eu-west-1:111122223333:job/etl',
  };
  expect(unneededOf(withPairs(workflow, [...pairs, wide]), options)).toEqual([
    'glue:DeleteJob on arn:aws:glue:eu-west-1:111122223333:job/etl',
  ]);
});

test('the proof finds a resource that nobody needs', () => {
  const wide: Pair = {
    Effect: 'Allow',
    Action: 'glue:StartJobRun',
    Resource: 'arn:aws:glue:eu-west-1:111122223333:job/other',
  };
  expect(unneededOf(withPairs(workflow, [...pairs, wide]), options)).toEqual([
    'glue:StartJobRun on arn:aws:glue:eu-west-1:111122223333:job/other',
  ]);
});

test('what is exempt is exempt: the log and the traces', () => {
  expect(pairs.filter(({ Action }) => /^(logs|xray):/.test(Action)).length).toBeGreaterThan(8);
});
