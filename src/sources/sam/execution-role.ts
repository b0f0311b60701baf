import { defined, isIntrinsic, own } from './json';
import { isPolicyTemplate, policyTemplateDocument, policyTemplateNames } from './policy-templates';
import { samError, shown } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';

/** What a generated role is made of. */
export interface ExecutionRole {
  /** The logical ID of the SAM resource that the role is for. */
  readonly logicalId: string;
  /** The service that assumes the role. */
  readonly service: string;
  /** `Policies` of the SAM resource. */
  readonly policies: readonly Json[];
  /** Managed policies that SAM adds. */
  readonly managed: readonly string[];
  readonly path?: Json;
  readonly permissionsBoundary?: Json;
}

type Entry = { readonly managed: Json } | { readonly inline: Json };

/**
 * The role that SAM generates. It allows what `Policies` say, and nothing else.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-policies
 */
export function executionRole(role: ExecutionRole): JsonObject {
  const entries = role.policies.map((policy, i) => entryOf(policy, i, role.logicalId));
  const managed: Json[] = role.managed.map(managedPolicyArn);
  const inline: Json[] = [];
  for (const entry of entries) {
    if ('inline' in entry) {
      inline.push(entry.inline);
    } else if (!managed.some(known => JSON.stringify(known) === JSON.stringify(entry.managed))) {
      managed.push(entry.managed);
    }
  }
  return defined({
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: [role.service] } }],
    },
    ManagedPolicyArns: managed,
    Policies: inline.length > 0 ? inline : undefined,
    Path: role.path,
    PermissionsBoundary: role.permissionsBoundary,
  });
}

function entryOf(policy: Json, index: number, logicalId: string): Entry {
  if (typeof policy === 'string') return { managed: managedPolicyArn(policy) };
  const branches = isJsonObject(policy) ? own(policy, 'Fn::If') : undefined;
  if (Array.isArray(branches) && branches.length === 3) {
    return conditionalEntry(branches as readonly Json[], index, logicalId);
  }
  if (isIntrinsic(policy)) return { managed: policy };
  const document = documentOf(policy, index, logicalId);
  return { inline: { PolicyName: `${logicalId}RolePolicy${index}`, PolicyDocument: document } };
}

function documentOf(policy: Json, index: number, logicalId: string): Json {
  if (isJsonObject(policy) && Object.hasOwn(policy, 'Statement')) return policy;
  const [name, ...more] = isJsonObject(policy) ? Object.keys(policy) : [];
  if (name === undefined || more.length > 0 || !isPolicyTemplate(name)) {
    const near = name === undefined ? '' : didYouMean(name, policyTemplateNames());
    throw samError(logicalId, `item ${index} of Policies is not a policy${near}`, {
      received: shown(policy),
      allowed:
        'the name or ARN of a managed policy, a policy document with Statement, or one of the policy templates of SAM',
    });
  }
  return policyTemplateDocument(name, (policy as JsonObject)[name], logicalId);
}

/** Both branches of an `Fn::If` are of one kind, or one of them is `AWS::NoValue`. */
function conditionalEntry([condition, ...branches]: readonly Json[], index: number, logicalId: string): Entry {
  const entries = branches.map(branch =>
    own(branch, 'Ref') === 'AWS::NoValue' ? undefined : entryOf(branch, index, logicalId),
  );
  const kinds = new Set(
    entries.filter(entry => entry !== undefined).map(entry => ('inline' in entry ? 'inline' : 'managed')),
  );
  if (kinds.size > 1) {
    throw samError(logicalId, 'the branches of an Fn::If in Policies are policies of different kinds', {
      fix: 'Use one Fn::If for each kind.',
    });
  }
  const values = entries.map((entry, i) =>
    entry === undefined ? branches[i] : 'inline' in entry ? entry.inline : entry.managed,
  );
  const joined = { 'Fn::If': [condition, ...values] };
  return kinds.has('managed') ? { managed: joined } : { inline: joined };
}

/** Managed policies whose ARN has a path. */
const SERVICE_ROLES =
  /^(?:AWSLambda(?:Basic|DynamoDB|Kinesis|MSK|SQSQueue|VPCAccess)\w*|AWSLambdaRole|AWSLambdaENIManagementAccess|AmazonAPIGatewayPushToCloudWatchLogs|AWSBatchServiceRole|AWSGlueServiceRole|AmazonECSTaskExecutionRolePolicy|AWSDataPipelineRole|AmazonElasticMapReduceRole)$/;

/** The ARN of a managed policy that is given by its name or ARN. */
function managedPolicyArn(name: string): Json {
  if (name.startsWith('arn:')) return name;
  const path = name.includes('/') || !SERVICE_ROLES.test(name) ? '' : 'service-role/';
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${path}${name}` };
}
