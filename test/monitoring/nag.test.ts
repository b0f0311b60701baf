import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PayoutStack } from '../../examples/monitored-workflow/payout-stack';
import { nagFindings } from '../nag-findings';

/** Findings that stay, each with its reason. */
const SETTLED: Readonly<Record<string, string>> = {
  '/Payouts/Payout/Role/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]':
    'every statement on * has a reason of its own: the test below',
  '/Payouts/Lost/Resource AwsSolutions-SQS3':
    'it is itself the dead-letter queue of the rule, which cdk-nag does not look at',
};

/** The actions that roles are allowed on *, and why nothing narrower exists. */
const ON_EVERYTHING: ReadonlyArray<{ readonly actions: RegExp; readonly reason: string }> = [
  {
    actions: /^logs:(\w+LogDelivery|ListLogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$/,
    reason: 'log delivery has no resource type',
  },
  {
    actions: /^xray:(PutTraceSegments|PutTelemetryRecords|GetSamplingRules|GetSamplingTargets)$/,
    reason: 'traces have no resource type',
  },
];

const stack = new PayoutStack(new App(), 'Payouts');
const findings = nagFindings(stack);

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

/** The statements of all policies of a type, with the resource's own properties. */
function statements(type: string): any[] {
  return Object.values(Template.fromStack(stack).findResources(type)).flatMap(
    ({ Properties }) => (Properties.PolicyDocument ?? Properties.KeyPolicy).Statement,
  );
}

test('cdk-nag finds nothing in a monitored stack but what is settled', () => {
  const found = findings.map(({ path, rule }) => `${path} ${rule}`);
  expect([...new Set(found)].sort()).toEqual(Object.keys(SETTLED).sort());
});

test('each statement on * has a reason', () => {
  const wide = statements('AWS::IAM::Policy')
    .filter(({ Resource }) => list(Resource).includes('*'))
    .flatMap(({ Action }) => list<string>(Action));
  expect(wide.length).toBeGreaterThan(0);
  expect(wide.filter(action => !ON_EVERYTHING.some(({ actions }) => actions.test(action)))).toEqual([]);
});

test('the topic takes TLS only, from EventBridge for this rule and from CloudWatch for this account', () => {
  const ofTopic = statements('AWS::SNS::TopicPolicy');
  expect(ofTopic).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Action: 'sns:Publish',
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  );
  const allowed = ofTopic.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed.map(({ Action, Principal }) => [Action, Principal.Service]).sort()).toEqual([
    ['sns:Publish', 'cloudwatch.amazonaws.com'],
    ['sns:Publish', 'events.amazonaws.com'],
  ]);
});

test('the key lets EventBridge and CloudWatch do no more than write to the topic', () => {
  const ofServices = statements('AWS::KMS::Key').filter(({ Principal }) => Principal.Service !== undefined);
  expect(ofServices).toEqual(
    ['cloudwatch.amazonaws.com', 'events.amazonaws.com'].map(Service => ({
      Effect: 'Allow',
      Principal: { Service },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
    })),
  );
});

test('the queue for lost events takes TLS only, and events of this rule', () => {
  const ofQueue = statements('AWS::SQS::QueuePolicy');
  expect(ofQueue).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
  expect(ofQueue.filter(({ Effect }) => Effect === 'Allow')).toEqual([
    expect.objectContaining({
      Action: 'sqs:SendMessage',
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': expect.anything() } },
    }),
  ]);
});
