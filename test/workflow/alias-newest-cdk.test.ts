import type { aws_stepfunctions as newest } from 'aws-cdk-lib-newest';
import { aStack, ONE_PASS } from './a-definition';
import { StandardWorkflow, WorkflowAlias } from '../../src/workflow';

test('an alias has the reference that state machines have in newer versions of the CDK', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  const alias = new WorkflowAlias(stack, 'Live', { aliasName: 'live', version: workflow.currentVersion });
  // the type check holds the type: all that the newest interface has beyond what every resource inherits
  const seen: Pick<newest.IStateMachine, 'stateMachineRef' | 'stateMachineArn'> = alias;
  expect(stack.resolve(seen.stateMachineRef)).toEqual({ stateMachineArn: stack.resolve(alias.stateMachineArn) });
});
