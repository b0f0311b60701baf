import type { CallRequirement, ContextValue, PolicyRequest } from '../../permissions';

/** Who asks. */
export interface Caller {
  readonly roleArn: string;
  readonly region: string;
}

/**
 * The request behind a requirement. What Step Functions' own requests certainly have or lack is said; of every other condition key nothing is
 * known, and a statement that depends on one is neither allowed nor denied.
 */
export function requestOf({ action, resource, context }: CallRequirement, { roleArn, region }: Caller): PolicyRequest {
  return { action, resource, context: { ...alwaysKnown(roleArn, region), ...context }, missingKeys: 'unknown' };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function alwaysKnown(roleArn: string, region: string): Readonly<Record<string, ContextValue>> {
  return {
    'aws:MultiFactorAuthPresent': [],
    'aws:PrincipalAccount': roleArn.split(':')[4] ?? '',
    'aws:PrincipalArn': roleArn,
    'aws:PrincipalType': 'AssumedRole',
    'aws:RequestedRegion': region,
    'aws:SecureTransport': 'true',
    'aws:SourceAccount': [],
    'aws:SourceArn': [],
    'aws:SourceVpc': [],
    'aws:SourceVpce': [],
  };
}
