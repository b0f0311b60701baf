import { ARGUMENTS } from './arguments';
import { workflowOfCalls } from './proof-workflow';
import { roleTests } from './role-tests';
import { OPTIMIZED_SERVICES } from '../../src/asl';

const CALLS = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
  Object.entries(actions).flatMap(([action, patterns]) =>
    [undefined, ...patterns].map(pattern => ({
      api: `${service}:${action}`,
      pattern,
      resource: `${service}:${action}${pattern === undefined ? '' : `.${pattern}`}`,
    })),
  ),
);

const TOKEN = { Parameters: { TaskToken: '{% $states.context.Task.Token %}' } };

test('every optimized integration has arguments here', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...new Set(CALLS.map(({ api }) => api))].sort());
});

describe.each(CALLS)('the role that is derived for $resource', ({ api, resource, pattern }) => {
  const workflow = workflowOfCalls(stack => {
    const call = ARGUMENTS[api];
    const { given, grants } = typeof call === 'function' ? call(stack) : call;
    return { Call: { resource, given: { ...given, ...(pattern === 'waitForTaskToken' ? TOKEN : {}) }, grants } };
  });
  const options = { mocks: { Call: { returns: {} } } };

  roleTests(workflow, options);
});
