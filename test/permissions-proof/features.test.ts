import { App, aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';
import { pairsOf, unneededOf } from './pairs';
import { roleTests } from './role-tests';
import type { JsonObject } from '../../src/asl';
import type { BoundDefinition } from '../../src/chain';
import { findMachine, readCloudAssembly } from '../../src/cloudformation';
import { runLocally, compileMachine, type LocalRunOptions, type CompiledWorkflow } from '../../src/local';
import { StandardWorkflow } from '../../src/workflow';
import { bound } from '../workflow/a-definition';

/** What a role needs for something else than a call of a service. */
interface Feature {
  readonly feature: string;
  readonly make: (stack: Stack) => { readonly definition: JsonObject } & Partial<BoundDefinition>;
  readonly options: LocalRunOptions;
}

const DISTRIBUTED = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'One',
  States: {
    One: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Arguments: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:news', Message: 'x' },
      End: true,
    },
  },
};

function only(name: string, state: JsonObject): JsonObject {
  return { QueryLanguage: 'JSONata', StartAt: name, States: { [name]: { ...state, End: true } } };
}

const FEATURES: readonly Feature[] = [
  {
    feature: 'a function by its ARN',
    make: () => ({
      definition: {
        StartAt: 'Call',
        States: { Call: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:pay', End: true } },
      },
    }),
    options: { mocks: { Call: { returns: {} } } },
  },
  {
    feature: 'a Distributed Map',
    make: () => ({ definition: only('Each', { Type: 'Map', Items: [1, 2], ItemProcessor: DISTRIBUTED }) }),
    options: { mocks: { One: { returns: {} } } },
  },
  {
    feature: 'a Distributed Map that reads an object and writes results',
    make: () => ({
      definition: only('Each', {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Arguments: { Bucket: 'in', Key: 'items.json' },
        },
        ItemProcessor: DISTRIBUTED,
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'out', Prefix: 'results' } },
      }),
    }),
    options: { mocks: { One: { returns: {} } }, files: { 's3://in/items.json': [1] } },
  },
  {
    feature: 'a Distributed Map that lists objects',
    make: () => ({
      definition: only('Each', {
        Type: 'Map',
        ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: { Bucket: 'in', Prefix: 'new/' } },
        ItemProcessor: DISTRIBUTED,
      }),
    }),
    options: { mocks: { One: { returns: {} } }, files: { 's3://in/new/a.json': [1] } },
  },
];

describe.each(FEATURES)('the role that is derived for $feature', ({ make, options }) => {
  const workflow = workflowOf(make);

  roleTests(workflow, options);
});

test('with Credentials the role assumes the other one, and allows nothing of what that one does', () => {
  const workflow = workflowOf(stack => {
    const other = new iam.Role(stack, 'Other', { assumedBy: new iam.AccountPrincipal('111122223333') });
    new s3.Bucket(stack, 'Bucket').grantRead(other);
    return {
      definition: only('Call', {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
        Credentials: { RoleArn: other.roleArn },
        Arguments: { Bucket: 'b', Key: 'k' },
      }),
    };
  });
  const options = { mocks: { Call: { returns: {} } } };
  expect(unneededOf(workflow, options)).toEqual([]);
  expect(
    pairsOf(workflow.machine!.role!)
      .map(({ Action }) => Action)
      .filter(action => !/^(logs|xray):/.test(action)),
  ).toEqual(['sts:AssumeRole']);
  const result = runLocally(workflow, {}, options);
  expect(result.permissions.denied).toMatchObject([{ action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }]);
});

function workflowOf(make: Feature['make']): CompiledWorkflow {
  const root = new App();
  const stack = new Stack(root, 'Proof', { env: { account: '111122223333', region: 'eu-west-1' } });
  const { definition, ...more } = make(stack);
  new StandardWorkflow(stack, 'Workflow', { definition: bound(definition, more) });
  const app = readCloudAssembly(root.synth().directory);
  return compileMachine(findMachine(app, 'Workflow'), app);
}
