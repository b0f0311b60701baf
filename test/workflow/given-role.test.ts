import { aws_iam as iam, aws_lambda as lambda, aws_stepfunctions as sfn, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { aStack } from './a-definition';
import { Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { StandardWorkflow } from '../../src/workflow';

const LACKS = Match.stringLikeRegexp('ROLE_LACKS_PERMISSIONS');

/** A stack with a role, and a workflow with that role whose only need is to invoke a function. */
function withRole(make: (stack: Stack, fn: lambda.Function) => iam.IRole): {
  stack: Stack;
  fn: lambda.Function;
  workflow: StandardWorkflow;
} {
  const stack = aStack();
  const fn = new lambda.Function(stack, 'Fn', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'i.h',
    code: lambda.Code.fromInline('0'),
  });
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: new Task('Call', { call: Integration.lambdaInvoke(fn) }),
    role: make(stack, fn),
    logs: { level: sfn.LogLevel.OFF },
    tracingEnabled: false,
  });
  return { stack, fn, workflow };
}

function newRole(stack: Stack, props: Partial<iam.RoleProps> = {}): iam.Role {
  return new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com'), ...props });
}

test('a role that is given is used as it is: nothing is added, and what it lacks is a warning', () => {
  const { stack, workflow } = withRole(bare => newRole(bare));
  Annotations.fromStack(stack).hasWarning(
    '/Orders/Order',
    Match.stringLikeRegexp(
      "^The role 'Orders/Mine' lacks permissions that the workflow needs:\\n    lambda:InvokeFunction on <Fn9270CBC0.Arn> \\('Call'\\)\\n  fix: add them to the role",
    ),
  );
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  Template.fromStack(stack).hasResourceProperties('AWS::StepFunctions::StateMachine', {
    RoleArn: stack.resolve(workflow.role.roleArn),
  });
});

test('logs and traces count as needs', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', {
    definition: new Task('Call', {
      call: Integration.optimized('sns:publish', { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' }),
    }),
    role: newRole(stack),
  });
  Annotations.fromStack(stack).hasWarning(
    '/Orders/Order',
    Match.stringLikeRegexp(
      "sns:Publish on arn:aws:sns:eu-west-1:111122223333:t \\('Call'\\)\\n    logs:CreateLogDelivery on \\*\\n[\\s\\S]*xray:PutTraceSegments on \\*\\n",
    ),
  );
});

test.each<[string, (stack: Stack, fn: lambda.Function) => iam.IRole]>([
  [
    'a grant',
    (stack, fn) => {
      const role = newRole(stack);
      fn.grantInvoke(role);
      return role;
    },
  ],
  [
    'an inline policy',
    (stack, fn) =>
      newRole(stack, {
        inlinePolicies: {
          invoke: new iam.PolicyDocument({
            statements: [new iam.PolicyStatement({ actions: ['lambda:Invoke*'], resources: [fn.functionArn] })],
          }),
        },
      }),
  ],
  [
    'a managed policy of the app',
    (stack, fn) =>
      newRole(stack, {
        managedPolicies: [
          new iam.ManagedPolicy(stack, 'Managed', {
            statements: [new iam.PolicyStatement({ actions: ['*'], resources: [`${fn.functionArn}*`] })],
          }),
        ],
      }),
  ],
  [
    'a policy that is attached to it',
    stack => {
      const role = newRole(stack);
      new iam.Policy(stack, 'Apart', {
        roles: [role],
        statements: [new iam.PolicyStatement({ actions: ['lambda:*'], resources: ['*'] })],
      });
      return role;
    },
  ],
])('a role that allows what is needed by %s is no warning', (_, make) => {
  Annotations.fromStack(withRole(make).stack).hasNoWarning('*', LACKS);
});

test('what is granted after the workflow was made counts', () => {
  const { stack, fn, workflow } = withRole(bare => newRole(bare));
  fn.grantInvoke(workflow.role);
  Annotations.fromStack(stack).hasNoWarning('*', LACKS);
});

test('an explicit Deny is a warning', () => {
  const { stack, fn, workflow } = withRole(bare => newRole(bare));
  fn.grantInvoke(workflow.role);
  workflow.role.addToPrincipalPolicy(
    new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['lambda:*'], resources: ['*'] }),
  );
  Annotations.fromStack(stack).hasWarning('/Orders/Order', LACKS);
});

test('of a role from elsewhere, and of policies that AWS manages, it says that it cannot tell', () => {
  const imported = withRole(bare =>
    iam.Role.fromRoleArn(bare, 'Theirs', 'arn:aws:iam::111122223333:role/theirs', { mutable: false }),
  );
  Annotations.fromStack(imported.stack).hasWarning(
    '/Orders/Order',
    Match.stringLikeRegexp('as far as this app tells \\(the role is not made in this app\\)'),
  );
  const managed = withRole(bare =>
    newRole(bare, { managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AWSLambda_FullAccess')] }),
  );
  Annotations.fromStack(managed.stack).hasWarning(
    '/Orders/Order',
    Match.stringLikeRegexp('as far as this app tells \\(arn:<AWS::Partition>:iam::aws:policy/AWSLambda_FullAccess\\)'),
  );
});
