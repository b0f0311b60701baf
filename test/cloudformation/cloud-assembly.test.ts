import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  App,
  CfnCondition,
  CfnMapping,
  CfnParameter,
  Duration,
  Fn,
  LegacyStackSynthesizer,
  NestedStack,
  SecretValue,
  Stack,
  Stage,
  Token,
  type AppProps,
  type StackProps,
} from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { failureOf } from './template-of';
import {
  findMachine,
  readCloudAssembly,
  type LocalApp,
  type Machine,
  type ReadOptions,
} from '../../src/cloudformation';

const folders: string[] = [];
afterAll(() => folders.forEach(made => fs.rmSync(made, { recursive: true, force: true })));

function folder(): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'stepwright-assembly-'));
  folders.push(made);
  return made;
}

/** Synthesizes an app and reads it. */
function appOf(build: (app: App) => void, options: ReadOptions = {}, props: AppProps = {}): LocalApp {
  const outdir = folder();
  const app = new App({ outdir, ...props });
  build(app);
  app.synth();
  return readCloudAssembly(outdir, options);
}

function pass(scope: Construct, id: string, parameters: Record<string, unknown> = {}): sfn.StateMachine {
  return new sfn.StateMachine(scope, id, {
    definitionBody: sfn.DefinitionBody.fromChainable(sfn.Pass.jsonPath(scope, `${id} state`, { parameters })),
  });
}

/** The parameters of the only state. */
function parametersOf(machine: Machine): unknown {
  const states = machine.definition.States as Record<string, { Parameters?: unknown }>;
  return Object.values(states)[0].Parameters;
}

function fn(scope: Construct, id: string): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('//'),
  });
}

test('tasks of the CDK name the resources beside them', () => {
  const app = appOf(root => {
    const stack = new Stack(root, 'Orders');
    const queue = new sqs.Queue(stack, 'Queue');
    const steps = new tasks.LambdaInvoke(stack, 'Pay', { lambdaFunction: fn(stack, 'Fn') })
      .next(
        new tasks.DynamoPutItem(stack, 'Keep', {
          table: new dynamodb.Table(stack, 'Table', {
            partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          }),
          item: { id: tasks.DynamoAttributeValue.fromString('1') },
        }),
      )
      .next(new tasks.SqsSendMessage(stack, 'Send', { queue, messageBody: sfn.TaskInput.fromText('x') }))
      .next(
        new tasks.SnsPublish(stack, 'Tell', {
          topic: new sns.Topic(stack, 'Topic'),
          message: sfn.TaskInput.fromText('x'),
        }),
      );
    new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(steps) });
  });
  const machine = findMachine(app, 'Flow');
  const states = machine.definition.States as Record<string, { Resource: string; Parameters: Record<string, unknown> }>;
  const { logicalId: table } = app.resources.find(resource => resource.type === 'AWS::DynamoDB::Table')!;
  const queue = app.resources.find(resource => resource.type === 'AWS::SQS::Queue')!;
  expect(states.Pay.Resource).toBe('arn:aws:states:::lambda:invoke');
  expect(states.Pay.Parameters.FunctionName).toMatch(
    /^arn:aws:lambda:us-east-1:123456789012:function:Orders-Fn[0-9A-F]{8}$/,
  );
  expect(states.Keep.Parameters.TableName).toBe(`Orders-${table}`);
  expect(states.Send.Parameters.QueueUrl).toBe(queue.ref);
  expect(states.Tell.Parameters.TopicArn).toMatch(/^arn:aws:sns:us-east-1:123456789012:Orders-Topic/);
  expect(machine.role).toMatchObject({ logicalId: machine.roleLogicalId, unresolved: [], unreadPolicies: [] });
  expect(machine.role!.statements.map(statement => statement.Action)).toEqual([
    'lambda:InvokeFunction',
    'dynamodb:PutItem',
    'sqs:SendMessage',
    'sns:Publish',
  ]);
  expect(machine.role!.statements[2].Resource).toBe(queue.arn);
});

test('stacks of one app hand values to each other', () => {
  const app = appOf(root => {
    const data = new Stack(root, 'Data');
    const flows = new Stack(root, 'Flows');
    pass(flows, 'Flow', {
      table: new dynamodb.Table(data, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } })
        .tableArn,
      fn: fn(data, 'Fn').functionArn,
    });
  });
  const table = app.resources.find(resource => resource.type === 'AWS::DynamoDB::Table')!;
  expect(parametersOf(findMachine(app, 'Flow'))).toEqual({
    table: table.arn,
    fn: app.resources.find(resource => resource.type === 'AWS::Lambda::Function')!.arn,
  });
  expect(table.arn).toMatch(/^arn:aws:dynamodb:us-east-1:123456789012:table\/Data-Table/);
});

test("stacks of two regions hand values to each other through the CDK's custom resources", () => {
  const app = appOf(root => {
    const data = new Stack(root, 'Data', {
      env: { account: '111122223333', region: 'us-east-1' },
      crossRegionReferences: true,
    });
    const flows = new Stack(root, 'Flows', {
      env: { account: '111122223333', region: 'eu-west-1' },
      crossRegionReferences: true,
    });
    pass(flows, 'Flow', { topic: new sns.Topic(data, 'Topic').topicArn });
  });
  expect(parametersOf(findMachine(app, 'Flow'))).toEqual({
    topic: app.resources.find(resource => resource.type === 'AWS::SNS::Topic')!.arn,
  });
});

test('nested stacks pass values in and out', () => {
  const app = appOf(root => {
    const stack = new Stack(root, 'Top');
    const nested = new NestedStack(stack, 'Inner');
    const topic = new sns.Topic(stack, 'Topic', { topicName: 'outer' });
    const inner = pass(nested, 'InnerFlow', { topic: topic.topicArn });
    pass(stack, 'OuterFlow', { machine: inner.stateMachineArn });
  });
  const inner = findMachine(app, 'Top/Inner/InnerFlow');
  expect(parametersOf(inner)).toEqual({ topic: 'arn:aws:sns:us-east-1:123456789012:outer' });
  expect(inner.path).toBe('Top/Inner/InnerFlow/Resource');
  expect(inner.stack).toMatch(/^Top-InnerNestedStack/);
  expect(parametersOf(findMachine(app, 'OuterFlow'))).toEqual({ machine: inner.arn });
  expect(inner.role).toMatchObject({ stack: inner.stack, path: 'Top/Inner/InnerFlow/Role/Resource' });
});

test('stages are read, each stack in its own account and region', () => {
  const app = appOf(root => {
    for (const [name, region] of [
      ['Test', 'us-west-2'],
      ['Prod', 'eu-central-1'],
    ]) {
      const stage = new Stage(root, name, { env: { account: '111122223333', region } });
      const data = new Stack(stage, 'Data');
      pass(new Stack(stage, 'Flows'), 'Flow', { bucket: new s3.Bucket(data, 'Files').bucketName });
    }
  });
  expect(app.machines.map(({ stack, region, account }) => [stack, region, account])).toEqual([
    ['Test-Flows', 'us-west-2', '111122223333'],
    ['Prod-Flows', 'eu-central-1', '111122223333'],
  ]);
  const prod = findMachine(app, 'Prod/Flows/Flow');
  expect(prod.arn).toMatch(/^arn:aws:states:eu-central-1:111122223333:stateMachine:Prod-Flows-Flow[0-9A-F]{8}$/);
  expect(parametersOf(prod)).toEqual({ bucket: expect.stringMatching(/^prod-data-files[0-9a-f]{8}$/) });
  expect(failureOf(() => findMachine(app, 'Flow'))).toMatch(/AMBIGUOUS_MACHINE.*Test\/Flows\/Flow, Prod\/Flows\/Flow/s);
});

test.each<[string, StackProps]>([
  ['the default synthesizer', {}],
  ['the legacy synthesizer', { synthesizer: new LegacyStackSynthesizer() }],
  ['a known environment', { env: { account: '111122223333', region: 'eu-west-1' } }],
])('a definition in an asset is found with %s', (_, props) => {
  const file = path.join(folder(), 'flow.asl.json');
  fs.writeFileSync(
    file,
    JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource: '${Fn}', End: true } } }),
  );
  const app = appOf(root => {
    const stack = new Stack(root, 'Orders', props);
    new sfn.StateMachine(stack, 'Flow', {
      definitionBody: sfn.DefinitionBody.fromFile(file),
      definitionSubstitutions: { Fn: fn(stack, 'Fn').functionArn },
    });
  });
  const { arn } = app.resources.find(resource => resource.type === 'AWS::Lambda::Function')!;
  expect(app.machines[0].definition).toEqual({
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: arn, End: true } },
  });
});

test('number tokens and list tokens keep their type', () => {
  const app = appOf(
    root => {
      const stack = new Stack(root, 'Orders');
      const limit = new CfnParameter(stack, 'Limit', { type: 'Number', default: 45 });
      const subnets = new CfnParameter(stack, 'Subnets', { type: 'CommaDelimitedList', default: 'subnet-1,subnet-2' });
      const wait = new sfn.Wait(stack, 'Hold', { time: sfn.WaitTime.duration(Duration.seconds(limit.valueAsNumber)) });
      const call = sfn.Pass.jsonPath(stack, 'Lists', {
        parameters: { subnets: subnets.valueAsList, limit: limit.valueAsNumber },
      });
      new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(wait.next(call)) });
    },
    { parameters: { 'Orders:Subnets': 'subnet-7,subnet-8' } },
  );
  expect(app.machines[0].definition.States).toMatchObject({
    Hold: { Seconds: 45 },
    Lists: { Parameters: { subnets: ['subnet-7', 'subnet-8'], limit: 45 } },
  });
});

test('conditions, mappings and parameters of the CDK are resolved', () => {
  const build = (root: App): void => {
    const stack = new Stack(root, 'Orders');
    const stage = new CfnParameter(stack, 'Stage', { default: 'dev', allowedValues: ['dev', 'prod'] });
    const isProd = new CfnCondition(stack, 'IsProd', { expression: Fn.conditionEquals(stage.valueAsString, 'prod') });
    const sizes = new CfnMapping(stack, 'Sizes', { mapping: { dev: { size: 'small' }, prod: { size: 'large' } } });
    const topic = new sns.CfnTopic(stack, 'Topic');
    topic.cfnOptions.condition = isProd;
    pass(stack, 'Flow', {
      kind: Fn.conditionIf('IsProd', topic.ref, 'nobody').toString(),
      size: sizes.findInMap(stage.valueAsString, 'size'),
    });
  };
  expect(parametersOf(appOf(build).machines[0])).toEqual({ kind: 'nobody', size: 'small' });
  expect(parametersOf(appOf(build, { parameters: { Stage: 'prod' } }).machines[0])).toEqual({
    kind: 'arn:aws:sns:us-east-1:123456789012:Orders-Topic',
    size: 'large',
  });
  expect(failureOf(() => parametersOf(appOf(build, { parameters: { Stage: 'live' } }).machines[0]))).toMatch(
    /the value is not allowed for the parameter.*allowed: dev, prod/s,
  );
});

test('values from outside are given, or named in the error', () => {
  const build = (root: App): void => {
    const stack = new Stack(root, 'Orders');
    pass(stack, 'Flow', {
      imported: Fn.importValue('Network-Vpc'),
      parameter: ssm.StringParameter.valueForStringParameter(stack, '/app/url'),
      secret: SecretValue.secretsManager('prod/key', { jsonField: 'token' }).unsafeUnwrap(),
    });
  };
  expect(
    parametersOf(
      appOf(build, {
        imports: { 'Network-Vpc': 'vpc-1' },
        ssm: { '/app/url': 'https://x' },
        dynamicReferences: { 'secretsmanager:prod/key:SecretString:token::': 't' },
      }).machines[0],
    ),
  ).toEqual({ imported: 'vpc-1', parameter: 'https://x', secret: 't' });
  expect(failureOf(() => appOf(build).machines[0].definition)).toMatch(
    /UNRESOLVED_VALUE: the value of the export "Network-Vpc" is not known/,
  );
});

test('aliases, versions and keys', () => {
  const app = appOf(root => {
    const stack = new Stack(root, 'Orders');
    const version = fn(stack, 'Fn').currentVersion;
    pass(stack, 'Flow', {
      alias: new lambda.Alias(stack, 'Live', { aliasName: 'live', version }).functionArn,
      version: version.functionArn,
      key: new kms.Key(stack, 'Key').keyArn,
    });
  });
  const [machine] = app.machines;
  expect(parametersOf(machine)).toEqual({
    alias: expect.stringMatching(/:function:Orders-Fn[0-9A-F]{8}:live$/),
    version: expect.stringMatching(/:function:Orders-Fn[0-9A-F]{8}:1$/),
    key: expect.stringMatching(/:key\/[0-9a-f-]{36}$/),
  });
  expect(machine.assumed).toEqual([
    expect.stringMatching(/^AWS::KMS::Key Key[0-9A-F]{8}\.Arn$/),
    expect.stringMatching(/^AWS::Lambda::Version FnCurrentVersion.*\.Ref$/),
  ]);
});

test('a policy of a Distributed Map, which names its own machine, is read', () => {
  const app = appOf(root => {
    const stack = new Stack(root, 'Orders');
    const map = new sfn.DistributedMap(stack, 'Each', { itemsPath: '$.items' });
    map.itemProcessor(sfn.Pass.jsonPath(stack, 'One'));
    new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(map) });
  });
  const [machine] = app.machines;
  const starting = machine.role!.statements.find(statement =>
    JSON.stringify(statement.Action).includes('states:StartExecution'),
  )!;
  expect(starting.Resource).toEqual(machine.arn);
});

test('a network with availability zones does not stand in the way of a machine beside it', () => {
  const app = appOf(
    root => {
      const stack = new Stack(root, 'Orders');
      const vpc = new ec2.Vpc(stack, 'Vpc');
      pass(stack, 'Flow', {
        vpc: vpc.vpcId,
        subnet: vpc.privateSubnets[0].subnetId,
        zone: Token.asString(vpc.availabilityZones[0]),
      });
    },
    { values: { 'Fn::GetAZs.us-east-1': ['us-east-1a', 'us-east-1b'] } },
  );
  expect(parametersOf(app.machines[0])).toEqual({
    vpc: expect.stringMatching(/^vpc-/),
    subnet: expect.stringMatching(/^subnet-/),
    zone: 'us-east-1a',
  });
});

test('two stacks of one name in two regions are kept apart', () => {
  const app = appOf(root => {
    for (const region of ['us-east-1', 'eu-west-1']) {
      const stack = new Stack(root, `Orders-${region}`, {
        stackName: 'Orders',
        env: { account: '111122223333', region },
      });
      pass(stack, 'Flow', { topic: new sns.Topic(stack, 'Topic', { topicName: 'news' }).topicArn });
    }
  });
  expect(app.machines.map(parametersOf)).toEqual([
    { topic: 'arn:aws:sns:us-east-1:111122223333:news' },
    { topic: 'arn:aws:sns:eu-west-1:111122223333:news' },
  ]);
});

test('the same app gives the same values at each reading', () => {
  const outdir = folder();
  const root = new App({ outdir });
  const stack = new Stack(root, 'Orders');
  pass(stack, 'Flow', { key: new kms.Key(stack, 'Key').keyArn });
  root.synth();
  expect(readCloudAssembly(outdir).machines[0].definitionText).toBe(
    readCloudAssembly(outdir).machines[0].definitionText,
  );
});

test('region, account and partition of the options hold where stacks leave them open', () => {
  const app = appOf(root => pass(new Stack(root, 'Orders'), 'Flow'), {
    region: 'us-gov-west-1',
    account: '999988887777',
  });
  expect(app.machines[0]).toMatchObject({ region: 'us-gov-west-1', account: '999988887777', partition: 'aws-us-gov' });
  expect(app.machines[0].arn).toMatch(/^arn:aws-us-gov:states:us-gov-west-1:999988887777:/);
});
