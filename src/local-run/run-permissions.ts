import type { DeniedCall as Denied, RunPermissions as Found } from '../local';

/** A permission that the run needs on AWS but that the role doesn't give. */
export interface DeniedCall {
  /** The name of the state. */
  readonly state: string;

  /** The ARN of the state machine with that state. */
  readonly stateMachineArn: string;

  /** The IAM action, such as `dynamodb:PutItem`. */
  readonly action: string;

  /** The ARN of the resource. */
  readonly resource: string;

  /** When the permission is needed: `call`, `poll`, `stop`, `rule`, or `redrive`. */
  readonly phase: string;

  /** Why the permission is needed. */
  readonly reason: string;

  /** The ARN of the role. */
  readonly roleArn: string;

  /**
   * The statement that comes closest.
   *
   * @default - no statement is similar
   */
  readonly closest?: string;

  /**
   * The statement to add to the role, as a JSON string.
   *
   * @default - a Deny statement or a key policy must change instead
   */
  readonly addJson?: string;

  /** All of this in a few lines. */
  readonly text: string;
}

/** The permissions that a run needed. */
export interface RunPermissions {
  /** The permissions that the roles don't give, in order. */
  readonly denied: DeniedCall[];

  /** The permissions that can't be evaluated locally: one sentence each. */
  readonly unknown: string[];
}

/** The permissions of a run as other languages see them. */
export function runPermissionsOf({ denied, unknown }: Found): RunPermissions {
  return { denied: denied.map(deniedCallOf), unknown: [...unknown] };
}

function deniedCallOf({ add, ...same }: Denied): DeniedCall {
  return { ...same, addJson: add && JSON.stringify(add) };
}
