import {
  Annotations as CdkAnnotations,
  App,
  Duration,
  Stack,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_s3 as s3,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
} from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { aStack, bound, ONE_PASS } from './a-definition';
import { DistributedMap, Flow, ItemReader, Pass, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { StandardWorkflow, WorkflowAlias, type StandardWorkflowProps } from '../../src/workflow';

const QUIET = { logs: { level: sfn.LogLevel.OFF }, tracingEnabled: false };

/** A function that only a run knows. */
const A_GUESS = new Task('Call', {
  call: Integration.optimized('lambda:invoke', { FunctionName: '{% $states.input.fn %}' }),
});

function aFunction(stack: Stack, id: string): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => 1'),
  });
}

/** A workflow without logs and traces, so that only what its definition needs is in its role. */
function quiet(
  stack: Stack,
  definition: StandardWorkflowProps['definition'],
  more: Partial<StandardWorkflowProps> = {},
): StandardWorkflow {
  return new StandardWorkflow(stack, 'Order', { definition, ...QUIET, ...more });
}

/** The policies of a stack, by logical id. */
function policies(stack: Stack): Record<string, any> {
  return Object.fromEntries(
    Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
      .filter(([id]) => id.startsWith('Order'))
      .map(([id, { Properties }]) => [id, Properties.PolicyDocument.Statement]),
  );
}

test('the role may invoke exactly the functions that are called, in one statement', () => {
  const stack = aStack();
  const [a, b] = [aFunction(stack, 'A'), aFunction(stack, 'B')];
  quiet(
    stack,
    Flow.of(
      new Task('First', { call: Integration.lambdaInvoke(a) }),
      new Task('Second', { call: Integration.lambdaInvoke(b) }),
      new Task('Third', { call: Integration.lambdaInvoke(a) }),
    ),
  );
  const [statements] = Object.values(policies(stack));
  expect(statements).toEqual([
    {
      Action: 'lambda:InvokeFunction',
      Effect: 'Allow',
      Resource: [stack.resolve(a.functionArn), stack.resolve(b.functionArn)],
    },
  ]);
});

test('a definition that calls nothing needs no policy', () => {
  const stack = aStack();
  quiet(stack, ONE_PASS);
  expect(policies(stack)).toEqual({});
});

test('logs and traces bring their statements, which have no resource types', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  const [statements] = Object.values(policies(stack));
  expect(statements.map((one: any) => [one.Action[0], one.Action.length, one.Resource])).toEqual([
    ['logs:CreateLogDelivery', 8, '*'],
    ['xray:GetSamplingRules', 4, '*'],
  ]);
});

test('the machine waits for its policies', () => {
  const stack = aStack();
  quiet(stack, new Task('First', { call: Integration.lambdaInvoke(aFunction(stack, 'A')) }));
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  expect(machine.DependsOn).toEqual(expect.arrayContaining(Object.keys(policies(stack))));
});

test('what CDK states bring is granted too', () => {
  const stack = aStack();
  const queue = new sqs.Queue(stack, 'Queue');
  quiet(
    stack,
    Flow.fromChainable(new tasks.SqsSendMessage(stack, 'Send', { queue, messageBody: sfn.TaskInput.fromText('hi') })),
  );
  expect(JSON.stringify(policies(stack))).toContain(
    JSON.stringify({ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: stack.resolve(queue.queueArn) }),
  );
});

test('the queue behind a URL, and the ARN that a topic is referred to by, are granted exactly', () => {
  const stack = aStack();
  const [queue, topic] = [new sqs.Queue(stack, 'Queue'), new sns.Topic(stack, 'Topic')];
  quiet(
    stack,
    Flow.of(
      new Task('Send', { call: Integration.sqsSendMessage(queue, { messageBody: 'hi' }) }),
      new Task('Tell', { call: Integration.snsPublish(topic, { message: 'hi' }) }),
    ),
  );
  const [statements] = Object.values(policies(stack));
  expect(statements).toEqual([
    { Action: 'sns:Publish', Effect: 'Allow', Resource: { Ref: 'TopicBFC7AF6E' } },
    { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] } },
  ]);
  Annotations.fromStack(stack).hasNoWarning('*', '*');
});

test('who starts an alias may start the workflow behind it, since AWS checks that ARN', () => {
  const stack = aStack();
  const other = new StandardWorkflow(stack, 'Other', { definition: ONE_PASS });
  const alias = new WorkflowAlias(stack, 'Live', { aliasName: 'live', version: other.currentVersion });
  quiet(stack, new Task('Start', { call: Integration.stepFunctionsStartExecution(alias) }));
  expect(Object.values(policies(stack))).toEqual([
    [{ Action: 'states:StartExecution', Effect: 'Allow', Resource: stack.resolve(other.stateMachineArn) }],
  ]);
});

test('a Distributed Map may start its own workflow, through a policy that does not hold the machine up', () => {
  const stack = aStack();
  const workflow = quiet(
    stack,
    new DistributedMap('Each', {
      itemReader: ItemReader.json(new s3.Bucket(stack, 'Bucket'), 'items.json'),
      processor: new Pass('Item'),
    }),
  );
  const self = Object.entries(policies(stack)).find(([id]) => id.includes('SelfPolicy'))!;
  expect(JSON.stringify(self[1])).toContain('states:StartExecution');
  expect(JSON.stringify(self[1])).toContain(JSON.stringify(stack.resolve(workflow.stateMachineName)));
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  expect(machine.DependsOn).not.toContain(self[0]);
});

test('statements beyond the size of one policy are split, and the machine waits for all of them', () => {
  const stack = new Stack(new App({ context: { '@aws-cdk/aws-iam:minimizePolicies': true } }), 'Large');
  const statement = (n: number): iam.PolicyStatement =>
    new iam.PolicyStatement({
      actions: ['dynamodb:GetItem'],
      resources: [`arn:aws:dynamodb:eu-west-1:111122223333:table/${'t'.repeat(200)}${n}`],
      conditions: { StringEquals: { 'aws:PrincipalTag/n': `${n}` } },
    });
  quiet(
    stack,
    bound(
      { StartAt: 'Go', States: { Go: { Type: 'Succeed' } } },
      { policyStatements: Array.from({ length: 60 }, (_, n) => statement(n)) },
    ),
  );
  const template = Template.fromStack(stack);
  const overflow = Object.keys(template.findResources('AWS::IAM::ManagedPolicy'));
  expect(overflow.length).toBeGreaterThanOrEqual(1);
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  expect(machine.DependsOn).toEqual(expect.arrayContaining(overflow));
});

test("a customer's key may be used for the workflow's own executions only, without a circle", () => {
  const stack = aStack();
  const key = new kms.Key(stack, 'Key');
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: ONE_PASS,
    encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(key, Duration.seconds(75)),
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
    EncryptionConfiguration: {
      Type: 'CUSTOMER_MANAGED_KMS_KEY',
      KmsKeyId: stack.resolve(key.keyArn),
      KmsDataKeyReusePeriodSeconds: 75,
    },
  });
  const [self] = Object.entries(policies(stack))
    .filter(([id]) => id.includes('SelfPolicy'))
    .map(([, statements]) => statements);
  expect(self).toEqual([
    {
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: {
        StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': stack.resolve(workflow.stateMachineArn) },
      },
      Effect: 'Allow',
      Resource: stack.resolve(key.keyArn),
    },
  ]);
});

test('a resource that only a run knows is a warning that names the state and where it was written', () => {
  const stack = aStack();
  quiet(stack, A_GUESS);
  Annotations.fromStack(stack).hasWarning(
    '/Orders/Order',
    Match.stringLikeRegexp(
      "^'Call' \\(.*role\\.test\\.ts:\\d+:\\d+\\): Arguments\\.FunctionName is known only at run time, so lambda:InvokeFunction is allowed on arn:\\$\\{AWS.Partition\\}:lambda:.*\\n  fix: .* \\[ack: stepwright:RUNTIME_RESOURCE:Call\\]$",
    ),
  );
});

test('what the warning says to give ends it', () => {
  const stack = aStack();
  const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:a';
  quiet(
    stack,
    new Task('Call', {
      call: Integration.optimized('lambda:invoke', { FunctionName: '{% $states.input.fn %}' }, { resources: [arn] }),
    }),
  );
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('RUNTIME_RESOURCE'));
  expect(Object.values(policies(stack))).toEqual([
    [{ Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: arn }],
  ]);
});

test('such a warning can be acknowledged by its code and state', () => {
  const stack = aStack();
  const workflow = quiet(stack, A_GUESS);
  CdkAnnotations.of(workflow).acknowledgeWarning('stepwright:RUNTIME_RESOURCE:Call', 'buckets come and go');
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('RUNTIME_RESOURCE'));
});

test('fails for it when permissions are strict', () => {
  const stack = aStack();
  quiet(stack, A_GUESS, { strictPermissions: true });
  Annotations.fromStack(stack).hasError(
    '/Orders/Order',
    Match.stringLikeRegexp(
      "'Call' .*Arguments\\.FunctionName is known only at run time[\\s\\S]*\\[stepwright:RUNTIME_RESOURCE:Call\\]$",
    ),
  );
});
