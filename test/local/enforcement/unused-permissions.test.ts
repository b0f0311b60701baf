import { allow, run, workflow } from './workflow-of';
import type { JsonObject } from '../../../src/asl';
import { unusedPermissions } from '../../../src/local';

const pay = 'arn:aws:lambda:us-east-1:123456789012:function:pay';
const invoke = { Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: pay } };

test('nothing is unused where every statement was needed', () => {
  expect(unusedPermissions([run(workflow({ Pay: invoke }, [allow('lambda:InvokeFunction', pay)]))])).toEqual([]);
});

test('statements, actions and resources that no run needed are named', () => {
  const result = run(
    workflow({ Pay: invoke }, [
      allow(['lambda:InvokeFunction', 'lambda:InvokeAsync'], [pay, `${pay}:*`]),
      allow('s3:GetObject', 'arn:aws:s3:::files/*'),
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ]),
  );
  expect(unusedPermissions([result])).toEqual([
    {
      role: 'Role',
      policy: 'inline',
      statement: 1,
      whole: false,
      actions: ['lambda:InvokeAsync'],
      resources: [`${pay}:*`],
      text: `Role, policy 'inline', statement 1: not lambda:InvokeAsync, ${pay}:* was needed`,
    },
    {
      role: 'Role',
      policy: 'inline',
      statement: 2,
      whole: true,
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::files/*'],
      text: 'Role, policy \'inline\', statement 2: nothing of {"Action":"s3:GetObject","Resource":"arn:aws:s3:::files/*"} was needed',
    },
  ]);
});

test('what a job needs to be awaited and stopped counts as needed', () => {
  const job = { Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: { JobName: 'etl' } };
  const etl = 'arn:aws:glue:us-east-1:123456789012:job/etl';
  expect(
    unusedPermissions([
      run(
        workflow({ Job: job }, [
          allow(['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun', 'glue:GetTags'], etl),
        ]),
      ),
    ]).flatMap(one => one.actions),
  ).toEqual(['glue:GetTags']);
});

test('what logging, tracing and the own key need counts as needed', () => {
  const template = workflow({ Pay: invoke }, [
    allow(['lambda:InvokeFunction'], pay),
    allow(['logs:CreateLogDelivery'], '*'),
    allow(['xray:PutTraceSegments'], '*'),
    allow('kms:Decrypt', 'arn:aws:kms:us-east-1:123456789012:key/k'),
  ]);
  const statementsOf = (resources: JsonObject): number[] =>
    unusedPermissions([run(resources)]).map(one => one.statement);
  expect(statementsOf(template)).toEqual([2, 3, 4]);
  const { Role, Machine } = template.Resources as { Role: JsonObject; Machine: { Properties: JsonObject } };
  expect(
    statementsOf({
      Resources: {
        Role,
        Machine: {
          ...Machine,
          Properties: {
            ...Machine.Properties,
            TracingConfiguration: { Enabled: true },
            LoggingConfiguration: { Level: 'ALL' },
            EncryptionConfiguration: {
              Type: 'CUSTOMER_MANAGED_KMS_KEY',
              KmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/k',
            },
          },
        },
      },
    }),
  ).toEqual([]);
});

test('several runs count together', () => {
  const template = workflow(
    {
      Pay: { ...invoke, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }], End: true },
      Tell: {
        Resource: 'arn:aws:states:::sns:publish',
        Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:news', Message: 'x' },
      },
    },
    [allow('lambda:*', '*'), allow('sns:*', '*')],
  );
  const { Machine } = template.Resources as {
    Machine: { Properties: { Definition: { States: { Pay: { Next?: string } } } } };
  };
  delete Machine.Properties.Definition.States.Pay.Next;
  const good = run(template);
  expect(unusedPermissions([good]).map(one => one.statement)).toEqual([2]);
  const bad = run(template, { mocks: { Pay: { fails: { error: 'X' } }, Tell: { returns: {} } } });
  expect(bad.visited).toEqual(['Pay', 'Tell']);
  expect(unusedPermissions([bad])).toEqual([]);
});
