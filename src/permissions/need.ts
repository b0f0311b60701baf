import type { Arguments } from './argument';
import type { Conditions } from './statement';
import type { Text } from './text';

/** How a call is made: what its Resource ends with. */
export type Pattern = 'requestResponse' | 'sync' | 'sync:2' | 'waitForTaskToken';

/** The location of a state machine. Each part may be a token. */
export interface MachineLocation {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** The machine's name. */
  readonly machine: string;
}

/** What can be asked of a token or substitution, which this folder cannot read. */
export interface OpaqueTexts {
  /** Whether it becomes a whole ARN, rather than a name or a URL. */
  isArn(token: string): boolean;
  /** Whether it becomes a name or a whole ARN, and nothing says which. @default - it is known */
  mayBeArn?(token: string): boolean;
  /** The part of what it becomes at an index, counted over separators: again a token. Undefined if this cannot be said. */
  part(token: string, separator: string, index: number): string | undefined;
  /** Whether it becomes the ARN of an activity. @default - no, it is a function */
  isActivity?(token: string): boolean;
}

/** A call as the tables of needs see it. */
export interface CallView {
  /** `lambda`, `dynamodb`, `aws-sdk:s3`, … */
  readonly service: string;
  readonly action: string;
  readonly pattern: Pattern;
  readonly args: Arguments;
  readonly place: MachineLocation;
  readonly opaque: OpaqueTexts;
  /** The roles that are passed to a service without being named in the arguments. */
  readonly passRoles?: readonly string[];
  /** Keys with which the service encrypts what the call reads or writes. */
  readonly keys?: readonly string[];
}

/** An ARN as far as it is known. */
export interface Resource {
  /** ARN or pattern. */
  readonly arn: string;
  /** The fields that only a run knows and that left a gap. */
  readonly gaps?: readonly string[];
  /** The ARN comes from a token that may be more than a name. */
  readonly opaque?: true;
}

/**
 * When the permission is used: with the call itself, while its end is awaited, when the execution is stopped,
 * by AWS's rule that tells of the end, or when a failed Map Run is redriven.
 */
export type Phase = 'call' | 'poll' | 'stop' | 'rule' | 'redrive';

/** One thing that a call needs. */
export interface Need {
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
  readonly conditions?: Conditions;
  /** What the request says beside: the values that the conditions are held against. @default - those of equality conditions */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly phase: Phase;
  readonly reason: string;
  /** A role is handed over: nothing is guessed when it is not known. */
  readonly passesRole?: true;
  readonly selfReferencing?: true;
  /** Why it is wide although nothing is left to a run. */
  readonly broad?: string;
  /** Needed only if a run gives this argument, which nobody can tell from the definition. */
  readonly onlyIf?: string;
}

/** A row of the tables: what a call needs, if it needs it. */
export type NeedRule = (call: CallView) => readonly Need[];

/** A resource of a row. */
export type ResourceRule = (call: CallView) => readonly Resource[];

/** A text of a row. */
export type TextRule = (call: CallView) => Text | undefined;
