import type { Program } from './program';

/** A state machine that executions can start. */
export interface Machine {
  readonly program: Program;
  readonly arn: string;
  /** @default - the last part of the ARN */
  readonly name?: string;
  /** @default - a role of that account */
  readonly roleArn?: string;
}

/** Finds a state machine by its ARN, that of a version or alias included; undefined leaves the Task to its mock. */
export type MachineFinder = (stateMachineArn: string) => Machine | undefined;
