import { App, Stack } from 'aws-cdk-lib';
import { Flow, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { LocalWorkflow, returns } from '../../src/testing';
import { StandardWorkflow } from '../../src/workflow';

const sdk = (service: string, action: string, args?: any): Integration => Integration.awsSdk(service, action, args);

test('any action of any service is called, and can wait for a task token', () => {
  const stack = new Stack(new App(), 'S', { env: { account: '123456789012', region: 'eu-west-1' } });
  const flow = Flow.of(
    new Task('List', { call: Integration.awsSdk('s3', 'listObjectsV2', { Bucket: '{% $states.input.bucket %}' }) }),
    new Task('Ask', {
      call: Integration.awsSdk('sqs', 'sendMessage', {
        QueueUrl: 'q',
        MessageBody: '{% $states.context.Task.Token %}',
      }).waitForTaskToken(),
    }),
  );
  new StandardWorkflow(stack, 'Workflow', { definition: flow });
  const workflow = LocalWorkflow.fromStack(stack, 'Workflow');
  expect(workflow.definition.States).toMatchObject({
    List: {
      Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2',
      Arguments: { Bucket: '{% $states.input.bucket %}' },
    },
    Ask: { Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken' },
  });
  expect(
    workflow.runSync({ bucket: 'b' }, { mocks: { List: returns({ KeyCount: 0 }), Ask: returns('done') } }).output,
  ).toBe('done');
});

test('what nobody knows is let through', () => {
  expect(() => sdk('quantumfriedchicken', 'orderBucket', { Size: 1 })).not.toThrow();
  expect(() => sdk('s3', 'teleportEverythingSomewhere', {})).not.toThrow();
});

test('arguments that are one expression, or computed, are not judged', () => {
  expect(() => sdk('s3', 'getObject', '{% $states.input %}')).not.toThrow();
  expect(() => sdk('s3', 'getObject', { 'Bucket.$': '$.b', 'Key.$': '$.k' })).not.toThrow();
});

test('tokens that the SDK fills in need not be given', () => {
  expect(() => sdk('emrserverless', 'startApplication', { ApplicationId: 'a' })).not.toThrow();
  expect(() => sdk('emrserverless', 'startJobRun', { ApplicationId: 'a', ExecutionRoleArn: 'r' })).not.toThrow();
});

test.each<[string, () => Integration, string | RegExp]>([
  [
    'a service that is nearly one',
    () => sdk('dynamdb', 'getItem'),
    /^UNKNOWN_SDK_SERVICE: Step Functions has no SDK integration for 'dynamdb'; did you mean "dynamodb"\?/,
  ],
  [
    'a service by the name that others use',
    () => sdk('configservice', 'describeConfigRules'),
    'did you mean "config"?',
  ],
  [
    'a service with hyphens',
    () => sdk('step-functions', 'startExecution'),
    'INVALID_SDK_NAME: A service has the wrong form, so Step Functions rejects it',
  ],
  [
    'an action that is nearly one',
    () => sdk('s3', 'listObjectV2', { Bucket: 'b' }),
    /^UNKNOWN_SDK_ACTION: s3 has no action 'listObjectV2'; did you mean "listObjectsV2"\?/,
  ],
  ['an action with a capital', () => sdk('s3', 'GetObject'), /^INVALID_SDK_NAME: An action [\s\S]*fix: "getObject"/],
  [
    'an argument without a capital',
    () => sdk('s3', 'getObject', { bucket: 'b', Key: 'k' }),
    /^INVALID_ARGUMENT_NAME[\s\S]*received: bucket[\s\S]*fix: Bucket/,
  ],
  [
    'a missing argument',
    () => sdk('s3', 'getObject', { Bucket: 'b' }),
    /^MISSING_ARGUMENT: s3:getObject needs Key\n[\s\S]*received: Bucket[\s\S]*fix: add Key: …/,
  ],
  [
    'a misspelled argument',
    () => sdk('dynamodb', 'query', { TabelName: 't' }),
    "dynamodb:query needs TableName; did you misspell it as 'TabelName'?",
  ],
  ['no arguments where some are needed', () => sdk('s3', 'getObject'), 'received: no arguments'],
])('fails for %s', (_what, make, message) => {
  expect(make).toThrow(message);
});

test('the refusal says how to call what AWS has added since', () => {
  expect(() => sdk('sesv3', 'sendEmail')).toThrow(
    "Integration.resource('arn:aws:states:::aws-sdk:sesv3:sendEmail', …) if AWS has added it since",
  );
});
