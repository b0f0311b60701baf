import type { Denial } from './judgment';
import type { JsonObject } from '../../asl';
import type { CallRequirement } from '../../permissions';

/** A permission that a run would have needed on AWS and that the role does not give. */
export interface DeniedCall {
  /** The name of the state. */
  readonly state: string;
  /** The ARN of the machine whose state it is. */
  readonly stateMachineArn: string;
  readonly action: string;
  readonly resource: string;
  /** When it is needed: with the call, while its end is awaited, when the execution is stopped, or for the rule that tells of the end. */
  readonly phase: CallRequirement['phase'];
  /** Why it is needed. */
  readonly reason: string;
  /** The role that lacks it. */
  readonly roleArn: string;
  /** The statement that comes closest; undefined where none has anything in common with it. */
  readonly closest: string | undefined;
  /** The statement to add to the role; undefined where a Deny or the policy of a key has to change instead. */
  readonly add: JsonObject | undefined;
  /** All of it, in a few lines. */
  readonly text: string;
}

/** A denial as tests and people read it. */
export function deniedCallOf(denial: Denial, state: string, stateMachineArn: string): DeniedCall {
  const { requirement, policy, by } = denial;
  const { action, resource, phase, reason } = requirement;
  const add =
    by === 'nobody' ? { Effect: 'Allow', Action: action, Resource: resource, ...conditionOf(requirement) } : undefined;
  const closest = by === 'key' ? undefined : closestText(denial);
  const lines = [
    `'${state}' needs ${action} on ${resource}, and ${deniedBy(denial)}.`,
    `  why: ${reason}${phase === 'call' ? '' : ` (${PHASES[phase]})`}`,
    ...(closest === undefined ? [] : [`  closest: ${closest}`]),
    ...(add === undefined ? [] : [`  add to the role: ${JSON.stringify(add)}`]),
  ];
  return {
    state,
    stateMachineArn,
    action,
    resource,
    phase,
    reason,
    roleArn: policy.role.arn,
    closest,
    add,
    text: lines.join('\n'),
  };
}

const PHASES: Readonly<Record<CallRequirement['phase'], string>> = {
  call: 'with the call',
  poll: 'while Step Functions waits for the end',
  stop: 'when the execution is stopped; without it AWS lets the job run on',
  rule: 'AWS refuses to create the state machine without it',
  redrive: 'when the execution is redriven',
};

function deniedBy({ policy, decision, by }: Denial): string {
  const { logicalId } = policy.role;
  if (by === 'resource') return 'a policy on that resource denies it';
  if (by === 'key') return 'the policy of that key neither allows it nor leaves it to IAM';
  if (by === 'identity') {
    const { policy: name, index } = policy.originOf(decision.statement!);
    return `statement ${index + 1} of the policy '${name}' of the role ${logicalId} denies it`;
  }
  return `no statement of the role ${logicalId} allows it`;
}

function closestText({ closest }: Denial): string | undefined {
  if (closest === undefined) return undefined;
  const { policy, index, statement, missing } = closest;
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const shown = JSON.stringify({ Action, NotAction, Resource, NotResource, Condition });
  const short = shown.length > 400 ? `${shown.slice(0, 397)}...` : shown;
  return `statement ${index + 1} of the policy '${policy}', whose ${missing.join(' and ')} ${missing.length > 1 ? 'do' : 'does'} not fit: ${short}`;
}

/** What narrows a permission is worth keeping: to whom a role is passed. */
function conditionOf({ action, context }: CallRequirement): JsonObject {
  const service = context['iam:PassedToService'];
  return action === 'iam:PassRole' && service !== undefined
    ? { Condition: { StringEquals: { 'iam:PassedToService': service } } }
    : {};
}
