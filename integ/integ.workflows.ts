/** What a workflow can have beside its definition: a Distributed Map, a key, a given role, versions, an alias, a definition in an asset. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import {
  App,
  Duration,
  RemovalPolicy,
  Stack,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_s3 as s3,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import {
  DistributedMap,
  ExpressWorkflow,
  Flow,
  GradualDeployment,
  Integration,
  ItemReader,
  Pass,
  ResultWriter,
  StandardWorkflow,
  Task,
  WorkflowAlias,
} from 'stepwright';

const app = new App();
const stack = new Stack(app, 'Workflows');

const fn = new lambda.Function(stack, 'Handler', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async event => event;'),
});
const call = new Task('Call', { call: Integration.lambdaInvoke(fn) }).retry({
  errors: ['Lambda.TooManyRequestsException'],
});

const bucket = new s3.Bucket(stack, 'Bucket', { removalPolicy: RemovalPolicy.DESTROY });
new StandardWorkflow(stack, 'OverItems', {
  definition: new DistributedMap('Each item', {
    itemReader: ItemReader.csv(bucket, 'items.csv'),
    processor: call,
    resultWriter: ResultWriter.s3(bucket, { prefix: 'results/' }),
  }),
});

const versioned = new StandardWorkflow(stack, 'Versioned', {
  definition: call,
  timeout: Duration.hours(1),
  comment: 'with versions',
});
new WorkflowAlias(stack, 'Live', {
  aliasName: 'live',
  version: versioned.currentVersion,
  deployment: GradualDeployment.canary({ percentage: 10, interval: Duration.minutes(5) }),
});

new StandardWorkflow(stack, 'Encrypted', {
  definition: call,
  encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(
    new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY }),
  ),
});

const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
fn.grantInvoke(role);
new ExpressWorkflow(stack, 'GivenRole', {
  definition: call,
  role,
  logs: { level: sfn.LogLevel.OFF },
  tracingEnabled: false,
});

const many = Array.from(
  { length: 1500 },
  (_, n) =>
    new Pass(`State number ${n}, one of very many`, {
      comment: 'A definition of this size does not fit into a template',
    }),
);
new StandardWorkflow(stack, 'Large', { definition: Flow.of(call, ...many) });

new IntegTest(app, 'AllWorkflows', { testCases: [stack] });
