import { isJsonObject } from '../asl';
import type { LocalApp, Neighbor } from '../cloudformation';
import type { TaskCall } from '../interpreter';

/** Fields of a call that name what it goes to, by service. */
const TARGET_FIELDS: Readonly<Record<string, string>> = {
  'lambda': 'FunctionName',
  'states': 'StateMachineArn',
  'aws-sdk:sfn': 'StateMachineArn',
  'dynamodb': 'TableName',
  'sqs': 'QueueUrl',
  'sns': 'TopicArn',
};

/** What a call goes to, as its input or its Resource names it: an ARN, a name or an URL. */
export function targetOf(call: TaskCall): string | undefined {
  if (call.kind !== 'Task') return call.resource;
  const field = TARGET_FIELDS[call.service];
  const value = field !== undefined && isJsonObject(call.input) ? call.input[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The resource of the app that a call goes to, if the app has it; versions and aliases of functions and machines count as what they qualify. */
export function targetNeighbor(app: LocalApp | undefined, target: string): Neighbor | undefined {
  return app?.resources.find(
    ({ arn, name, ref }) => [arn, name, ref].includes(target) || (arn !== undefined && target.startsWith(`${arn}:`)),
  );
}

/** The names under which a resource of the app can be named: its logical id, its physical name, its ARN, its path and its construct's id. */
export function namesOf({
  logicalId,
  name,
  arn,
  path,
}: Pick<Neighbor, 'logicalId' | 'name' | 'arn' | 'path'>): string[] {
  const construct = path?.replace(/\/(Resource|Default)$/, '');
  const candidates = [logicalId, name, arn, path, construct, construct?.split('/').pop()];
  return [...new Set(candidates.filter(candidate => candidate !== undefined))];
}
