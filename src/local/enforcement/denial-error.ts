import { OPTIMIZED_DENIALS } from './denial-names';
import type { Denial } from './judgement';
import { requestIdOf, sessionNameOf } from './made-up';
import { answersAccessDenied } from './sdk-denials';
import { sdkPrefix } from './sdk-prefixes';
import type { MapRunStart, TaskCall } from '../../interpreter';
import type { CallRequirement } from '../../permissions';

/** Who is refused, and why. */
export interface Refused {
  readonly requirement: CallRequirement;
  /** The role whose policies were asked. */
  readonly roleArn: string;
  /** A statement denies it, and it is not only that none allows it. */
  readonly explicitly: 'identity' | 'resource' | undefined;
}

/**
 * The error with which a Map Run fails that may not read its items, write its results or start its child executions. What AWS names the last
 * one is not recorded; States.Permissions is what it documents for a role that may not do something.
 */
export function mapDenialError(start: MapRunStart, { requirement, policy, explicitly }: Pick<Denial, 'requirement' | 'policy' | 'explicitly'>): { readonly error: string; readonly cause: string } {
  const error = requirement.reason.includes('ItemReader') ? 'States.ItemReaderFailed' : requirement.reason.includes('ResultWriter') ? 'States.ResultWriterFailed' : 'States.Permissions';
  return { error, cause: messageOf(start, { requirement, roleArn: policy.role.arn, explicitly }) };
}

/** The error with which AWS answers a call that is not allowed. */
export function denialError(call: TaskCall, refused: Refused): { readonly error: string; readonly cause: string } {
  const message = messageOf(call, refused);
  const requestId = requestIdOf(call);
  if (call.service.startsWith('aws-sdk:')) return sdkError(call.service.slice('aws-sdk:'.length), message, requestId);
  const service = call.kind === 'LambdaFunction' ? 'lambda' : call.service;
  const denial = Object.hasOwn(OPTIMIZED_DENIALS, service) ? OPTIMIZED_DENIALS[service] : undefined;
  if (denial === undefined) return { error: 'States.Permissions', cause: message };
  if (denial.body) return { error: denial.error, cause: JSON.stringify({ Message: message }) };
  if (denial.service === undefined) return { error: denial.error, cause: message };
  const details = `Service: ${denial.service}; Status Code: ${denial.status}; Error Code: ${denial.code}; Request ID: ${requestId}; Proxy: null`;
  return { error: denial.error, cause: `${message} (${details})` };
}

function sdkError(service: string, message: string, requestId: string): { error: string; cause: string } {
  const prefix = sdkPrefix(service);
  const name = answersAccessDenied(service) ? 'AccessDeniedException' : service === 'sns' ? 'AuthorizationErrorException' : `${prefix}Exception`;
  const status = ['s3', 's3control', 'lambda', 'sns', 'sqs'].includes(service) ? 403 : 400;
  return { error: `${prefix}.${name}`, cause: `${message} (Service: ${prefix}, Status Code: ${status}, Request ID: ${requestId})` };
}

/**
 * The sentence that IAM writes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function messageOf(call: Pick<TaskCall, 'executionArn'>, { requirement: { action, resource }, roleArn, explicitly }: Refused): string {
  const [, partition, , , account, path] = roleArn.split(':');
  const user = `arn:${partition}:sts::${account}:assumed-role/${path?.split('/').pop()}/${sessionNameOf(call)}`;
  const on = resource === '*' ? '' : ` on resource: ${action.startsWith('s3:') ? JSON.stringify(resource) : resource}`;
  const why = explicitly === undefined
    ? `because no identity-based policy allows the ${action} action`
    : `with an explicit deny in ${explicitly === 'identity' ? 'an identity-based policy' : 'a resource-based policy'}`;
  return `User: ${user} is not authorized to perform: ${action}${on} ${why}`;
}
