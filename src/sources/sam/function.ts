import { createHash } from 'node:crypto';
import { executionRole } from './execution-role';
import { generated, replaced, type Expansion, type SamResource, type SamTemplate } from './expansion';
import { defined, getAtt, own, ownList, ownObject } from './json';
import { samError, shown } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** Properties that only SAM has: what they become is generated, or nothing that a workflow sees. */
const OF_SAM = new Set([
  'AssumeRolePolicyDocument',
  'AutoPublishAlias',
  'AutoPublishAliasAllProperties',
  'AutoPublishCodeSha256',
  'CodeUri',
  'ImageUri',
  'InlineCode',
  'DeadLetterQueue',
  'DeploymentPreference',
  'Events',
  'EventInvokeConfig',
  'FunctionUrlConfig',
  'PermissionsBoundary',
  'Policies',
  'PropagateTags',
  'ProvisionedConcurrencyConfig',
  'RolePath',
  'Tags',
  'Tracing',
  'VersionDescription',
]);

/**
 * `AWS::Serverless::Function`: the function, its role, version, alias and URL, and what its events need. The function keeps
 * `CodeUri`, which says where the code is.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function expandFunction(resource: SamResource, template: SamTemplate): Expansion {
  const { logicalId, properties } = resource;
  const role = own(properties, 'Role');
  const kept = Object.entries(properties).filter(([name]) => !OF_SAM.has(name));
  const code = own(properties, 'CodeUri') ?? own(properties, 'ImageUri');
  const inline = own(properties, 'InlineCode');
  const lambda = defined({
    ...Object.fromEntries(kept),
    Code: inline === undefined ? undefined : { ZipFile: inline },
    CodeUri: code,
    Role: role ?? getAtt(`${logicalId}Role`, 'Arn'),
  });
  const alias = aliasOf(resource, template);
  const url = own(properties, 'FunctionUrlConfig');
  return {
    resources: {
      [logicalId]: replaced('AWS::Lambda::Function', lambda, resource),
      ...(role === undefined ? { [`${logicalId}Role`]: generated('AWS::IAM::Role', roleOf(resource), resource) } : {}),
      ...alias.resources,
      ...(isJsonObject(url)
        ? { [`${logicalId}Url`]: generated('AWS::Lambda::Url', urlOf(url, logicalId), resource) }
        : {}),
      ...functionEvents(resource),
    },
    references: alias.references,
  };
}

function roleOf({ logicalId, properties }: SamResource): JsonObject {
  const trust = own(properties, 'AssumeRolePolicyDocument');
  const role = executionRole({
    logicalId,
    service: 'lambda.amazonaws.com',
    policies: ownList(properties, 'Policies'),
    managed: [
      'AWSLambdaBasicExecutionRole',
      ...(own(properties, 'Tracing') === undefined ? [] : ['AWSXrayWriteOnlyAccess']),
      ...(own(properties, 'VpcConfig') === undefined ? [] : ['AWSLambdaVPCAccessExecutionRole']),
      ...eventPolicies(properties),
    ],
    path: own(properties, 'RolePath'),
    permissionsBoundary: own(properties, 'PermissionsBoundary'),
  });
  return trust === undefined ? role : { ...role, AssumeRolePolicyDocument: trust };
}

/** The managed policies that SAM adds for what a function polls. */
const POLLED: Readonly<Record<string, string>> = {
  DynamoDB: 'AWSLambdaDynamoDBExecutionRole',
  Kinesis: 'AWSLambdaKinesisExecutionRole',
  MSK: 'AWSLambdaMSKExecutionRole',
  SQS: 'AWSLambdaSQSQueueExecutionRole',
};

function eventPolicies(properties: JsonObject): readonly string[] {
  const types = Object.values(ownObject(properties, 'Events')).map(event => String(own(event, 'Type')));
  return [...new Set(types.filter(type => Object.hasOwn(POLLED, type)).map(type => POLLED[type]))];
}

function aliasOf(
  resource: SamResource,
  template: SamTemplate,
): { readonly resources: Record<string, JsonObject>; readonly references: Record<string, string> } {
  const { logicalId, properties } = resource;
  const name = template.literal(own(properties, 'AutoPublishAlias'));
  if (name === undefined) return { resources: {}, references: {} };
  if (typeof name !== 'string') {
    throw samError(logicalId, 'AutoPublishAlias is a string, or a Ref to a parameter', { received: shown(name) });
  }
  const code = JSON.stringify(own(properties, 'CodeUri') ?? own(properties, 'InlineCode') ?? null);
  const version = `${logicalId}Version${createHash('sha256').update(code).digest('hex').slice(0, 10)}`;
  const alias = `${logicalId}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`;
  return {
    resources: {
      [version]: generated('AWS::Lambda::Version', { FunctionName: { Ref: logicalId } }, resource),
      [alias]: generated(
        'AWS::Lambda::Alias',
        { Name: name, FunctionName: { Ref: logicalId }, FunctionVersion: getAtt(version, 'Version') },
        resource,
      ),
    },
    references: { [`${logicalId}.Version`]: version, [`${logicalId}.Alias`]: alias },
  };
}

function urlOf(url: JsonObject, logicalId: string): JsonObject {
  return defined({ AuthType: own(url, 'AuthType'), TargetFunctionArn: { Ref: logicalId } });
}

/** The resources that SAM generates for events of a function, named `FUNCTION` + `EVENT`. APIs are made elsewhere. */
const EVENTS: Readonly<
  Record<string, { readonly type: string; readonly make: (properties: JsonObject, logicalId: string) => JsonObject }>
> = {
  Schedule: {
    type: 'AWS::Events::Rule',
    make: (properties, logicalId) =>
      defined({
        ScheduleExpression: own(properties, 'Schedule'),
        Name: own(properties, 'Name'),
        Targets: [{ Arn: getAtt(logicalId, 'Arn'), Id: `${logicalId}LambdaTarget` }],
      }),
  },
  ScheduleV2: {
    type: 'AWS::Scheduler::Schedule',
    make: (properties, logicalId) =>
      defined({
        ScheduleExpression: own(properties, 'ScheduleExpression'),
        Name: own(properties, 'Name'),
        Target: { Arn: getAtt(logicalId, 'Arn') },
      }),
  },
  EventBridgeRule: { type: 'AWS::Events::Rule', make: patternRule },
  CloudWatchEvent: { type: 'AWS::Events::Rule', make: patternRule },
  SNS: {
    type: 'AWS::SNS::Subscription',
    make: (properties, logicalId) =>
      defined({ TopicArn: own(properties, 'Topic'), Protocol: 'lambda', Endpoint: getAtt(logicalId, 'Arn') }),
  },
  ...Object.fromEntries(
    ['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB'].map(type => [
      type,
      {
        type: 'AWS::Lambda::EventSourceMapping',
        make: (properties: JsonObject, logicalId: string) =>
          defined({
            EventSourceArn:
              own(properties, 'Queue') ??
              own(properties, 'Stream') ??
              own(properties, 'Broker') ??
              own(properties, 'Cluster'),
            FunctionName: { Ref: logicalId },
          }),
      },
    ]),
  ),
};

function patternRule(properties: JsonObject, logicalId: string): JsonObject {
  return defined({
    EventBusName: own(properties, 'EventBusName'),
    EventPattern: own(properties, 'Pattern'),
    Name: own(properties, 'RuleName'),
    State: own(properties, 'State'),
    Targets: [
      defined({
        Arn: getAtt(logicalId, 'Arn'),
        Id: `${logicalId}LambdaTarget`,
        InputPath: own(properties, 'InputPath'),
      }),
    ],
  });
}

function functionEvents(resource: SamResource): Record<string, JsonObject> {
  const all: Record<string, JsonObject> = {};
  for (const [name, event] of Object.entries(ownObject(resource.properties, 'Events'))) {
    const type: Json | undefined = own(event, 'Type');
    if (typeof type !== 'string' || !Object.hasOwn(EVENTS, type)) continue;
    const { type: resourceType, make } = EVENTS[type];
    all[`${resource.logicalId}${name}`] = generated(
      resourceType,
      make(ownObject(event, 'Properties'), resource.logicalId),
      resource,
    );
  }
  return all;
}
