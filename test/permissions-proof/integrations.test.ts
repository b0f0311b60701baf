import { ARGUMENTS } from './arguments';
import { workflowOfCalls } from './proof-workflow';
import { roleTests } from './role-tests';
import { OPTIMIZED_SERVICES, type JsonObject } from '../../src/asl';

const CALLS = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
  Object.entries(actions).flatMap(([action, patterns]) =>
    [undefined, ...patterns].map(pattern => ({
      api: `${service}:${action}`,
      pattern,
      resource: `${service}:${action}${pattern === undefined ? '' : `.${pattern}`}`,
    })),
  ),
);

const TOKEN = '{% $states.context.Task.Token %}';

/** A place for the task token in the arguments of each call that can wait for it. */
const WITH_TOKEN: Readonly<Record<string, JsonObject>> = {
  'apigateway:invoke': { RequestBody: { token: TOKEN } },
  'bedrock:invokeModel': { Body: { token: TOKEN } },
  'ecs:runTask': { StartedBy: TOKEN },
  'eks:call': { RequestBody: { token: TOKEN } },
  'events:putEvents': {
    Entries: [{ Source: 's', DetailType: 't', Detail: { token: TOKEN }, EventBusName: 'orders' }],
  },
  'lambda:invoke': { Payload: { token: TOKEN } },
  'sns:publish': { Message: TOKEN },
  'sqs:sendMessage': { MessageBody: TOKEN },
  'states:startExecution': { Input: { token: TOKEN } },
};

test('every optimized integration has arguments here', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...new Set(CALLS.map(({ api }) => api))].sort());
});

describe.each(CALLS)('the role that is derived for $resource', ({ api, resource, pattern }) => {
  const workflow = workflowOfCalls(stack => {
    const call = ARGUMENTS[api];
    const { given, grants } = typeof call === 'function' ? call(stack) : call;
    return {
      Call: { resource, given: { ...given, ...(pattern === 'waitForTaskToken' ? WITH_TOKEN[api] : {}) }, grants },
    };
  });
  const options = { mocks: { Call: { returns: {} } } };

  roleTests(workflow, options);
});
