import type { InexactNumber, WorkflowType } from '../asl';
import type { CompiledScope } from './frame';

/** A compiled definition. It holds nothing of a run: many runs can share it. */
export interface Program {
  readonly scope: CompiledScope;
  /** What the definition was compiled for; undefined if nobody said. */
  readonly type: WorkflowType | undefined;
  /** The whole execution may take this many seconds. */
  readonly timeoutSeconds: number | undefined;
  /** A number of the definition that a run cannot hold exactly. */
  readonly inexact?: InexactNumber;
}
