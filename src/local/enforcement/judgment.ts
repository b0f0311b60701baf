import type { ClosestStatement, RolePolicy } from './role-policy';
import type { CallRequirement, Decision } from '../../permissions';

/** What denies: a statement of the role or of a policy on the resource, the policy of a key that leaves nothing to IAM; `nobody` where none allows. */
export type DeniedBy = 'identity' | 'resource' | 'key' | 'nobody';

/** A requirement that is not met. */
export interface Denial {
  readonly requirement: CallRequirement;
  readonly policy: RolePolicy;
  readonly decision: Decision;
  readonly by: DeniedBy;
  readonly closest: ClosestStatement | undefined;
}

/** What the policies say to everything that a call needs. */
export interface Judgment {
  /** Not allowed, and needed for the call to succeed or to be deployed at all. */
  readonly denied: readonly Denial[];
  /** Not allowed, and needed only if the execution is stopped while the job runs. */
  readonly deniedStops: readonly Denial[];
  /** Not allowed, and needed only if a Map Run redrives its child executions. */
  readonly deniedRedrives: readonly Denial[];
  /** What nobody can tell, one sentence each. */
  readonly unknown: readonly string[];
  /** All that is needed, allowed or not, with the role that has to allow it. */
  readonly needed: readonly Needed[];
}

/** Something that is needed of a role. */
export interface Needed {
  readonly policy: RolePolicy;
  readonly requirement: CallRequirement;
}

/** Nothing is needed, or everything is allowed. */
export const ALLOWED: Judgment = { denied: [], deniedStops: [], deniedRedrives: [], unknown: [], needed: [] };
