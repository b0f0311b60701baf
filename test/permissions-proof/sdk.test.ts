import { workflowOfCalls } from './proof-workflow';
import { roleTests } from './role-tests';
import { sdkSample } from './sdk-sample';
import { runLocally } from '../../src/local';

const SAMPLE = sdkSample(200);
const PER_WORKFLOW = 20;
const GROUPS = Array.from({ length: Math.ceil(SAMPLE.length / PER_WORKFLOW) }, (_, i) =>
  SAMPLE.slice(i * PER_WORKFLOW, (i + 1) * PER_WORKFLOW),
);

test('200 actions of 200 services are sampled', () => {
  expect(new Set(SAMPLE.map(({ resource }) => resource.split(':')[1])).size).toBe(200);
});

describe.each(
  GROUPS.map((calls, i) => ({ calls, title: `${i * PER_WORKFLOW + 1} to ${i * PER_WORKFLOW + calls.length}` })),
)('the role that is derived for SDK calls $title', ({ calls }) => {
  const workflow = workflowOfCalls(() => Object.fromEntries(calls.map(call => [call.resource, call])));
  const options = { mocks: Object.fromEntries(calls.map(({ resource }) => [resource, { returns: {} }])) };

  roleTests(workflow, options);

  test('the run makes every call', () => {
    expect(runLocally(workflow, {}, options).visited).toEqual(calls.map(({ resource }) => resource));
  });
});
