import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { intrinsicText } from './intrinsic-text';
import type { Json, JsonObject } from '../../asl';

/** What a role is allowed, as far as the app tells. */
export interface PoliciesOfRole {
  /** In IAM's own JSON; what CloudFormation computes stands by its name. */
  readonly statements: readonly Json[];
  /** Policies of the role that the app does not hold: what they allow is not known. */
  readonly unreadable: readonly string[];
}

/** The statements of a role: its own, those of policies attached to it, and those of managed policies of the app. */
export function policiesOfRole(role: iam.IRole): PoliciesOfRole {
  const resolve = (value: unknown): any => Stack.of(role).resolve(value);
  const everything = role.node.root.node.findAll();
  const name = intrinsicText(resolve(role.roleName));
  const isAttached = (roles: unknown): boolean =>
    ((resolve(roles) ?? []) as unknown[]).some(one => intrinsicText(one) === name);
  const resource = role.node.defaultChild;
  const own = resource instanceof iam.CfnRole ? resource : undefined;

  const managed = everything.filter((one): one is iam.CfnManagedPolicy => one instanceof iam.CfnManagedPolicy);
  const arns = ((resolve(own?.managedPolicyArns) ?? []) as unknown[]).map(intrinsicText);
  const byArn = new Map(managed.map(policy => [intrinsicText(resolve(policy.ref)), policy]));
  const attached = everything.filter(
    (one): one is iam.CfnPolicy => one instanceof iam.CfnPolicy && isAttached(one.roles),
  );
  const attachedManaged = managed.filter(
    policy => isAttached(policy.roles) || arns.some(arn => byArn.get(arn) === policy),
  );
  const documents = [
    ...((resolve(own?.policies) ?? []) as Array<{ policyDocument: unknown }>).map(policy => policy.policyDocument),
    ...[...attached, ...attachedManaged].map(policy => resolve(policy.policyDocument)),
  ];
  return {
    statements: documents.flatMap(statementsOf),
    unreadable: [
      ...(own === undefined ? ['the role is not made in this app'] : []),
      ...arns.filter(arn => !byArn.has(arn)),
    ],
  };
}

/** The statements of a document, or one alone, as plain JSON. */
export function statementsOf(document: any): Json[] {
  return [document.Statement ?? []].flat().map((statement: JsonObject) => plain(statement) as Json);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  if (names.length === 1 && (names[0] === 'Ref' || names[0].startsWith('Fn::'))) return intrinsicText(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
