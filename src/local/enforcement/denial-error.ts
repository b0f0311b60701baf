import { OPTIMIZED_DENIALS } from './denial-names';
import type { DeniedBy, Denial } from './judgment';
import { requestIdOf, sessionNameOf } from './made-up';
import { answersAccessDenied } from './sdk-denials';
import { sdkPrefix } from './sdk-prefixes';
import type { MapRunStart, TaskCall } from '../../interpreter';

/** What is refused to whom, and by what. */
type Refused = Pick<Denial, 'requirement' | 'by'> & { readonly policy: { readonly role: { readonly arn: string } } };

/**
 * The error with which a Map Run fails that may not read its items, write its results or start its child executions. What AWS names the last
 * one is not recorded; States.Permissions is what it documents for a role that may not do something.
 */
export function mapDenialError(
  start: MapRunStart,
  refused: Refused,
): { readonly error: string; readonly cause: string } {
  const { reason } = refused.requirement;
  const error = reason.includes('ItemReader')
    ? 'States.ItemReaderFailed'
    : reason.includes('ResultWriter')
      ? 'States.ResultWriterFailed'
      : 'States.Permissions';
  return { error, cause: messageOf(start, refused) };
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
  const name = answersAccessDenied(service)
    ? 'AccessDeniedException'
    : service === 'sns'
      ? 'AuthorizationErrorException'
      : `${prefix}Exception`;
  const status = ['s3', 's3control', 'lambda', 'sns', 'sqs'].includes(service) ? 403 : 400;
  return {
    error: `${prefix}.${name}`,
    cause: `${message} (Service: ${prefix}, Status Code: ${status}, Request ID: ${requestId})`,
  };
}

/**
 * The sentence that IAM writes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function messageOf(
  call: Pick<TaskCall, 'executionArn'>,
  { requirement: { action, resource }, policy, by }: Refused,
): string {
  const [, partition, , , account, path] = policy.role.arn.split(':');
  const user = `arn:${partition}:sts::${account}:assumed-role/${path?.split('/').pop()}/${sessionNameOf(call)}`;
  const on = resource === '*' ? '' : ` on resource: ${action.startsWith('s3:') ? JSON.stringify(resource) : resource}`;
  return `User: ${user} is not authorized to perform: ${action}${on} ${WHY[by](action)}`;
}

const WHY: Readonly<Record<DeniedBy, (action: string) => string>> = {
  identity: () => 'with an explicit deny in an identity-based policy',
  resource: () => 'with an explicit deny in a resource-based policy',
  key: action => `because no resource-based policy allows the ${action} action`,
  nobody: action => `because no identity-based policy allows the ${action} action`,
};
