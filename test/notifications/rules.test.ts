import {
  App,
  Duration,
  Stack,
  aws_events as events,
  aws_events_targets as targets,
  aws_sns as sns,
  aws_sqs as sqs,
} from 'aws-cdk-lib';
import { Template, Match } from 'aws-cdk-lib/assertions';
import {
  ExecutionStatus,
  Flow,
  Pass,
  StandardWorkflow,
  StatusChangeEvent,
  TextFilter,
  WorkflowApiCall,
} from '../../src';

function subject(): { stack: Stack; workflow: StandardWorkflow; topic: sns.Topic; queue: sqs.Queue } {
  const stack = new Stack(new App(), 'Orders');
  const workflow = new StandardWorkflow(stack, 'Order', { definition: Flow.of(new Pass('Only')) });
  return { stack, workflow, topic: new sns.Topic(stack, 'Ops'), queue: new sqs.Queue(stack, 'Lost') };
}

const ARN = { Ref: Match.stringLikeRegexp('^Order') };

test.each([
  ['onStarted', 'RUNNING'],
  ['onSucceeded', 'SUCCEEDED'],
  ['onFailed', 'FAILED'],
  ['onTimedOut', 'TIMED_OUT'],
  ['onAborted', 'ABORTED'],
] as const)('%s is a rule on %s of this workflow', (verb, status) => {
  const { stack, workflow, topic } = subject();
  workflow[verb]('Tell', { target: new targets.SnsTopic(topic) });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      'source': ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      'detail': { status: [status], stateMachineArn: [ARN] },
    },
    Targets: [{ Arn: { Ref: Match.stringLikeRegexp('^Ops') } }],
  });
});

test('onStatusChange filters on the text of input, output, name, error and cause', () => {
  const { stack, workflow } = subject();
  workflow.onStatusChange('Some', {
    statuses: [ExecutionStatus.FAILED, ExecutionStatus.SUCCEEDED],
    input: [TextFilter.wildcard('*"vip":true*'), TextFilter.none()],
    output: [TextFilter.suffix('"}')],
    executionName: [TextFilter.prefix('nightly-')],
    error: [TextFilter.exactly('CardDeclined'), TextFilter.anythingBut('States.Timeout')],
    cause: [TextFilter.exactly('no funds')],
  });
  const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  expect(rule.Properties.EventPattern.detail).toEqual({
    status: ['FAILED', 'SUCCEEDED'],
    stateMachineArn: [{ Ref: expect.stringMatching(/^Order/) }],
    name: [{ prefix: 'nightly-' }],
    input: [{ wildcard: '*"vip":true*' }, null],
    output: [{ suffix: '"}' }],
    error: ['CardDeclined', { 'anything-but': ['States.Timeout'] }],
    cause: ['no funds'],
  });
});

test('the dead-letter queue and the retries reach any target, and the queue lets events in', () => {
  const { stack, workflow, topic, queue } = subject();
  workflow.onFailed('Tell', {
    target: new targets.SnsTopic(topic),
    deadLetterQueue: queue,
    retryAttempts: 3,
    maxEventAge: Duration.hours(1),
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Events::Rule', {
    Targets: [
      Match.objectLike({
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Lost'), 'Arn'] } },
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 },
      }),
    ],
  });
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({
          Action: 'sqs:SendMessage',
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { ArnEquals: { 'aws:SourceArn': Match.anyValue() } },
        }),
      ],
    },
  });
});

test('what a target receives names the fields of the event', () => {
  const { stack, workflow, topic } = subject();
  workflow.onFailed('Tell', {
    target: new targets.SnsTopic(topic, {
      message: events.RuleTargetInput.fromText(
        `${StatusChangeEvent.executionName}: ${StatusChangeEvent.error}, ${StatusChangeEvent.cause}`,
      ),
    }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    Targets: [
      Match.objectLike({
        InputTransformer: {
          InputPathsMap: {
            'detail-name': '$.detail.name',
            'detail-error': '$.detail.error',
            'detail-cause': '$.detail.cause',
          },
          InputTemplate: '"<detail-name>: <detail-error>, <detail-cause>"',
        },
      }),
    ],
  });
});

test('every field of the event has a name', () => {
  const fields = Object.entries(Object.getOwnPropertyDescriptors(StatusChangeEvent))
    .filter(([, { get }]) => get !== undefined)
    .map(([name]) => name);
  expect(fields.map(name => String((StatusChangeEvent as unknown as Record<string, string>)[name]) !== '')).toEqual(
    fields.map(() => true),
  );
  expect(fields).toEqual([
    'executionArn',
    'stateMachineArn',
    'executionName',
    'status',
    'startDate',
    'stopDate',
    'input',
    'output',
    'error',
    'cause',
    'redriveCount',
    'redriveStatus',
    'stateMachineVersionArn',
    'stateMachineAliasArn',
  ]);
});

test('onApiCall is a rule on what people do to the workflow and to its executions', () => {
  const { stack, workflow } = subject();
  workflow.onApiCall('Touched');
  workflow.onApiCall('Started', { calls: [WorkflowApiCall.START_EXECUTION] });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      'detail-type': ['AWS API Call via CloudTrail'],
      'detail': {
        eventSource: ['states.amazonaws.com'],
        $or: [
          {
            eventName: ['UpdateStateMachine', 'DeleteStateMachine'],
            requestParameters: { stateMachineArn: [ARN, { prefix: Match.anyValue() }] },
          },
          {
            eventName: ['StopExecution', 'RedriveExecution'],
            requestParameters: { executionArn: [{ prefix: Match.anyValue() }] },
          },
        ],
      },
    },
  });
  template.hasResourceProperties('AWS::Events::Rule', { EventPattern: { detail: { eventName: ['StartExecution'] } } });
});

describe('fails', () => {
  const { workflow } = subject();
  test.each([
    [
      'on a filter that no event of the status can pass',
      () => workflow.onStarted('A', { output: [TextFilter.prefix('{')] }),
      "RULE_NEVER_MATCHES: Events with these statuses have no output, so the rule never matches\n  at: Orders/Order/A\n  received: 'output' with RUNNING\n  allowed: 'output' with SUCCEEDED\n  fix: leave 'output' out, or use another status",
    ],
    [
      'on an error filter for success',
      () => workflow.onSucceeded('B', { error: [TextFilter.exactly('X')] }),
      'RULE_NEVER_MATCHES',
    ],
    [
      'on no status',
      () => workflow.onStatusChange('C', { statuses: [] }),
      'RULE_NEVER_MATCHES: A rule without statuses never matches',
    ],
    [
      'on no filter',
      () => workflow.onFailed('D', { input: [] }),
      "RULE_NEVER_MATCHES: A rule with an empty filter on 'input' never matches",
    ],
    ['on two stars side by side', () => TextFilter.wildcard('a**b'), 'fix: "a*b"'],
    ['on an empty prefix', () => TextFilter.prefix(''), 'INVALID_STRING_FILTER: an empty prefix matches every string'],
    [
      'on more retries than EventBridge makes',
      () => workflow.onFailed('E', { retryAttempts: 186 }),
      'allowed: a whole number from 0 to 185',
    ],
    [
      'on an age that EventBridge does not keep',
      () => workflow.onFailed('F', { maxEventAge: Duration.seconds(30) }),
      'received: maxEventAge: 30 seconds',
    ],
    [
      'on no API call',
      () => workflow.onApiCall('G', { calls: [] }),
      'RULE_NEVER_MATCHES: A rule without API calls never matches',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
