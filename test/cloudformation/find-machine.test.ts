import { failureOf } from './template-of';
import type { JsonObject } from '../../src/asl';
import { findMachine, readTemplate, type LocalApp } from '../../src/cloudformation';

function appOf(machines: Record<string, { path?: string; name?: string }>): LocalApp {
  const resources: Record<string, JsonObject> = {};
  for (const [logicalId, { path, name }] of Object.entries(machines)) {
    resources[logicalId] = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { DefinitionString: '{}', ...(name && { StateMachineName: name }) },
      ...(path && { Metadata: { 'aws:cdk:path': path } }),
    };
  }
  return readTemplate({ Resources: resources }, { stackName: 'Orders' });
}

const app = appOf({
  OrderWorkflow1234ABCD: { path: 'Orders/OrderWorkflow/Resource', name: 'order' },
  ApiRefund0000FFFF: { path: 'Orders/Api/Refund/Resource' },
  Plain: {},
});

test.each([
  ['OrderWorkflow', 'OrderWorkflow1234ABCD'],
  ['OrderWorkflow1234ABCD', 'OrderWorkflow1234ABCD'],
  ['Orders/OrderWorkflow', 'OrderWorkflow1234ABCD'],
  ['/Orders/OrderWorkflow/Resource', 'OrderWorkflow1234ABCD'],
  ['order', 'OrderWorkflow1234ABCD'],
  ['arn:aws:states:us-east-1:123456789012:stateMachine:order', 'OrderWorkflow1234ABCD'],
  ['Refund', 'ApiRefund0000FFFF'],
  ['Api/Refund', 'ApiRefund0000FFFF'],
  ['ApiRefund', 'ApiRefund0000FFFF'],
  ['Plain', 'Plain'],
  ['Orders/Plain', 'Plain'],
  ['Orders-Plain', 'Plain'],
])('%s finds %s', (text, logicalId) => {
  expect(findMachine(app, text).logicalId).toBe(logicalId);
});

test('a template without paths is searched by construct id all the same', () => {
  expect(findMachine(appOf({ OrderWorkflow1234ABCD: {}, Other1234ABCD: {} }), 'OrderWorkflow').logicalId).toBe(
    'OrderWorkflow1234ABCD',
  );
  expect(findMachine(appOf({ OrderFlow1234ABCD: {} }), 'Order-Flow').logicalId).toBe('OrderFlow1234ABCD');
});

test('the only machine needs no name', () => {
  expect(findMachine(appOf({ Only: {} })).logicalId).toBe('Only');
});

test('a machine whose own name cannot be resolved does not hide the others', () => {
  const template = {
    Resources: {
      Open: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: '{}', StateMachineName: { 'Fn::ImportValue': 'x' } },
      },
      Known: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: '{}', StateMachineName: 'known' },
      },
    },
  };
  expect(findMachine(readTemplate(template), 'known').logicalId).toBe('Known');
});

test('fails without a name if there are several, with the names', () => {
  expect(failureOf(() => findMachine(app))).toBe(
    [
      'AMBIGUOUS_MACHINE: the app has 3 state machines',
      '  allowed: Orders/OrderWorkflow, Orders/Api/Refund, Orders/Plain',
      '  fix: Name one of them.',
    ].join('\n'),
  );
});

test('fails on an unknown name, with the nearest one', () => {
  expect(failureOf(() => findMachine(app, 'OrderWorkflw'))).toBe(
    [
      'UNKNOWN_MACHINE: the app has no state machine "OrderWorkflw"; did you mean "OrderWorkflow"?',
      '  allowed: Orders/OrderWorkflow, Orders/Api/Refund, Orders/Plain',
    ].join('\n'),
  );
});

test('fails if several are meant, and if there is none', () => {
  const twice = appOf({ A1234ABCD: { path: 'Orders/X/Flow/Resource' }, B1234ABCD: { path: 'Orders/Y/Flow/Resource' } });
  expect(failureOf(() => findMachine(twice, 'Flow'))).toMatch(
    /AMBIGUOUS_MACHINE: 2 state machines are named "Flow".*allowed: Orders\/X\/Flow, Orders\/Y\/Flow/s,
  );
  expect(findMachine(twice, 'X/Flow').logicalId).toBe('A1234ABCD');
  expect(failureOf(() => findMachine(readTemplate({ Resources: {} }), 'x'))).toMatch(
    /UNKNOWN_MACHINE: the app has no state machine/,
  );
});
