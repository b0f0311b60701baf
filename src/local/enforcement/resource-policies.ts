import { isJsonObject, type Json, type JsonObject } from '../../asl';
import type { LocalApp, Neighbor } from '../../cloudformation';
import { compilePolicy, type CompiledPolicy, type PolicyRequest } from '../../permissions';

/** What the policies of a resource say: `silent` where it has none, or none that matters; `keyRefuses` where a key leaves nothing to IAM. */
export type ResourceVerdict = 'silent' | 'allowed' | 'denied' | 'unknown' | 'keyRefuses';

/** A policy on resources, and to whom its statements apply. */
interface ResourcePolicy {
  readonly statements: ReadonlyArray<{
    readonly principal: Json | undefined;
    readonly policy: CompiledPolicy;
    readonly deny: boolean;
  }>;
  /** The resources that it stands on, by ARN; their parts (the objects of a bucket) count as well. */
  readonly arns: readonly string[];
  readonly isKey: boolean;
  /** It is there, but could not be resolved. */
  readonly unread: boolean;
}

/** The resource policies and key policies of an app. */
export class ResourcePolicies {
  private policies?: readonly ResourcePolicy[];

  constructor(private readonly app: LocalApp) {}

  public decide(request: PolicyRequest, roleArn: string): ResourceVerdict {
    this.policies ??= this.app.resources.flatMap(resource => policiesOf(resource, this.app));
    let verdict: ResourceVerdict = 'silent';
    for (const policy of this.policies) {
      if (!policy.arns.some(arn => isPartOf(request.resource, arn))) continue;
      const one = decideBy(policy, request, roleArn);
      if (one === 'denied' || one === 'unknown' || one === 'keyRefuses') return one;
      if (one === 'allowed') verdict = 'allowed';
    }
    return verdict;
  }
}

function decideBy(
  { statements, isKey, unread }: ResourcePolicy,
  request: PolicyRequest,
  roleArn: string,
): ResourceVerdict {
  if (unread) return 'unknown';
  let allowed = false;
  let leavesToIam = false;
  for (const { principal, policy, deny } of statements) {
    const who = matchOf(principal, roleArn);
    if (who === 'no') continue;
    const { effect } = policy.decide(request);
    if (effect === 'unknown') return 'unknown';
    if (effect !== 'allowed') continue;
    if (deny) return 'denied';
    if (who === 'account') leavesToIam = true;
    else allowed = true;
  }
  if (allowed) return 'allowed';
  return isKey && !leavesToIam ? 'keyRefuses' : 'silent';
}

/** Whether a principal is the role itself, its account (which leaves the decision to IAM), or somebody else. */
function matchOf(principal: Json | undefined, roleArn: string): 'role' | 'account' | 'no' {
  if (principal === '*') return 'role';
  const names = isJsonObject(principal) ? listOf(principal.AWS) : [];
  const account = roleArn.split(':')[4];
  if (names.includes('*') || names.includes(roleArn)) return 'role';
  return names.some(name => name === account || (name.endsWith(':root') && name.split(':')[4] === account))
    ? 'account'
    : 'no';
}

/** Where each type keeps its policy and the resources that it stands on. */
const POLICY_TYPES: Readonly<Record<string, { readonly document: string; readonly on?: string }>> = {
  'AWS::KMS::Key': { document: 'KeyPolicy' },
  'AWS::S3::BucketPolicy': { document: 'PolicyDocument', on: 'Bucket' },
  'AWS::SecretsManager::ResourcePolicy': { document: 'ResourcePolicy', on: 'SecretId' },
  'AWS::SNS::TopicPolicy': { document: 'PolicyDocument', on: 'Topics' },
  'AWS::SQS::QueuePolicy': { document: 'PolicyDocument', on: 'Queues' },
};

function policiesOf(resource: Neighbor, app: LocalApp): ResourcePolicy[] {
  if (!Object.hasOwn(POLICY_TYPES, resource.type)) return [];
  const { document, on } = POLICY_TYPES[resource.type];
  const policy = resource.property(document);
  const arns = on === undefined ? [resource.arn] : listOf(resource.property(on)).map(name => arnOf(name, app));
  const known = arns.filter(arn => arn !== undefined);
  if (resource.properties[document] === undefined || known.length === 0) return [];
  const listed = isJsonObject(policy) ? policy.Statement : undefined;
  const statements = (Array.isArray(listed) ? (listed as readonly Json[]) : [listed]).filter(isJsonObject);
  return [
    {
      arns: known,
      isKey: on === undefined,
      unread: listed === undefined,
      statements: statements.map(statement => compiled(statement, known)),
    },
  ];
}

/** A statement that is asked alone, so whether it allows or denies is kept beside it. The `Resource` of a key's policy is the key, written as a star. */
function compiled(statement: JsonObject, arns: readonly string[]): ResourcePolicy['statements'][number] {
  const { Principal: principal, NotPrincipal: excluded, ...identity } = statement;
  const whole: JsonObject =
    identity.Resource === undefined && identity.NotResource === undefined ? { ...identity, Resource: arns } : identity;
  return {
    principal: excluded === undefined ? principal : '*',
    policy: compilePolicy([{ ...whole, Effect: 'Allow' }]),
    deny: statement.Effect === 'Deny',
  };
}

/** The ARN behind a bucket's name, a queue's URL, a topic's or a secret's ARN. */
function arnOf(name: string, app: LocalApp): string | undefined {
  if (name.startsWith('arn:')) return name;
  return app.resources.find(resource => resource.ref === name || resource.name === name)?.arn;
}

function isPartOf(resource: string, arn: string): boolean {
  return resource === arn || resource.startsWith(`${arn}/`);
}

function listOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter(item => typeof item === 'string');
}
