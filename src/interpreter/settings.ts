import type { Json, WorkflowType } from '../asl';
import type { MapItem } from './frame';
import type { ObjectReader } from './map-run/object-reader';
import type { Random } from './random';
import type { LimitName, RunOptions } from './run';
import type { TaskRunner } from './task-call';
import { StepwrightError } from '../errors';

/** The time at which an execution starts if nobody says: 2024-01-01T00:00:00Z. */
export const DEFAULT_START_TIME = Date.UTC(2024, 0, 1);

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
  readonly answersItself?: RunOptions['answersItself'];
  readonly authorizeMap?: RunOptions['authorizeMap'];
  readonly withoutLimits: ReadonlySet<LimitName>;
  /** The item of the Distributed Map that started this execution. */
  readonly mapItem?: MapItem;
  /** What Distributed Maps read. */
  readonly objects?: ObjectReader;
  readonly onProgress?: RunOptions['onProgress'];
  /** The last redrive; undefined if there was none. */
  readonly redrive?: { readonly count: number; readonly time: number };
}

/** Fills in the defaults. */
export function settingsOf(options: RunOptions, type: WorkflowType, random: Random): ExecutionSettings {
  const { region = 'us-east-1', account = '123456789012', partition = 'aws' } = options;
  const stateMachineName = options.stateMachineName ?? options.stateMachineArn?.split(':').pop() ?? 'StateMachine';
  const executionName = options.executionName ?? random.uuid();
  const prefix = `arn:${partition}:states:${region}:${account}`;
  return {
    input: options.input === undefined ? {} : options.input,
    type,
    synchronous: options.synchronous ?? false,
    executionName,
    executionArn:
      type === 'EXPRESS'
        ? `${prefix}:express:${stateMachineName}:${executionName}:${random.uuid()}`
        : `${prefix}:execution:${stateMachineName}:${executionName}`,
    stateMachineName,
    stateMachineArn: options.stateMachineArn ?? `${prefix}:stateMachine:${stateMachineName}`,
    roleArn: options.roleArn ?? `arn:${partition}:iam::${account}:role/${stateMachineName}Role`,
    region,
    account,
    partition,
    startTime: options.startTime ?? DEFAULT_START_TIME,
    asOf: options.asOf ?? Number.POSITIVE_INFINITY,
    onTask:
      options.onTask ??
      (call => {
        throw new StepwrightError('TASK_WITHOUT_MOCK', `the Task '${call.stateName}' has no mock`, {
          where: `state '${call.stateName}'`,
          received: `a call of ${call.resource}`,
          fix: 'Give the run an onTask that answers it.',
        });
      }),
    withoutLimits: new Set(options.withoutLimits),
    objects: options.objects,
    onProgress: options.onProgress,
    answersItself: options.answersItself,
    authorizeMap: options.authorizeMap,
  };
}
