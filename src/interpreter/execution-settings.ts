import type { Json, WorkflowType } from '../asl';
import type { LimitName } from './limits';
import type { MapItem } from './map-items';
import type { MapAuthorizer } from './map-run/map-authorizer';
import type { ObjectReader } from './map-run/object-reader';
import type { TaskCall, TaskRunner } from './task-call';

/** What holds for a whole execution. */
export interface ExecutionSettings {
  readonly input: Json;
  readonly type: WorkflowType;
  readonly synchronous: boolean;
  readonly executionName: string;
  readonly executionArn: string;
  readonly stateMachineName: string;
  readonly stateMachineArn: string;
  readonly roleArn: string;
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  readonly startTime: number;
  /** The real time whose AWS to behave like. */
  readonly asOf: number;
  readonly onTask: TaskRunner;
  readonly answersItself?: (call: TaskCall) => boolean;
  readonly authorizeMap?: MapAuthorizer;
  readonly withoutLimits: ReadonlySet<LimitName>;
  /** The item of the Distributed Map that started this execution. */
  readonly mapItem?: MapItem;
  /** What Distributed Maps read. */
  readonly objects?: ObjectReader;
  readonly onProgress?: (progress: { readonly transitions: number; readonly time: number }) => void;
  /** The last redrive; undefined if there was none. */
  readonly redrive?: { readonly count: number; readonly time: number };
}
