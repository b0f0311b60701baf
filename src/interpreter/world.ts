import type { ExecutionNames } from './execution-names';
import type { WrittenObjects } from './map-run/written-objects';
import type { Scheduler } from './scheduler';
import type { TaskAnswer } from './task-call';
import type { TaskTokens } from './task-tokens';

/** A promise of a mock, and what to do with its answer. */
export interface PendingAnswer {
  readonly stateName: string;
  readonly answer: Promise<TaskAnswer>;
  readonly apply: (answer: TaskAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The state that all executions of a run share. */
export interface World {
  readonly scheduler: Scheduler;
  /** The promises that the run waits for. */
  readonly pending: PendingAnswer[];
  readonly tokens: TaskTokens;
  readonly names: ExecutionNames;
  /** The S3 objects that the run has written. */
  readonly written: WrittenObjects;
}
