import type { WorkflowType } from '../asl';
import type { OpaqueTexts } from './need';
import { isOpaque } from './text';

/** What is known of one state beside the definition. ARNs may be tokens. */
export interface KnownOfState {
  /** The IAM actions of the call, in place of those that the tables know. */
  readonly actions?: readonly string[];
  /** The resources that the state uses: they take the place of those of the same kind that the definition leaves open, or names in another form. */
  readonly resources?: readonly string[];
  /** The roles that the call hands to a service. */
  readonly passRoles?: readonly string[];
  /** The KMS keys with which the state's data are encrypted at rest. */
  readonly keys?: readonly string[];
}

/** What `derivePermissions` takes beside the definition. */
export interface DeriveOptions {
  readonly type: WorkflowType;
  /** By the state's name. */
  readonly grants?: Readonly<Record<string, KnownOfState>>;
  /** @default "${AWS::Partition}" */
  readonly partition?: string;
  /** @default "${AWS::Region}" */
  readonly region?: string;
  /** @default "${AWS::AccountId}" */
  readonly account?: string;
  /** The machine's own name, for a Distributed Map. @default "${StateMachineName}" */
  readonly stateMachineName?: string;
  /** Who can tell what tokens become. @default - judged by their names: `…Arn` is an ARN, everything else a name */
  readonly opaque?: OpaqueTexts;
}

/** What a substitution's own name tells. */
export const BY_NAME: OpaqueTexts = {
  isArn: token => isOpaque(token) && /arn\d*\W*$/i.test(token.slice(2, -1)),
  // AWS::Region and its like are no ARNs, and a name says that it is one
  mayBeArn: token => isOpaque(token) && !/^\$\{(?:AWS::|Token\[)|name\d*\W*$/i.test(token),
  part: () => undefined,
  isActivity: token => /activity/i.test(token),
};
