import type { WorkflowType } from '../asl';
import { StepwrightError } from '../errors';
import type { ExecutionSettings } from './execution-settings';
import type { Random } from './random';
import type { RunOptions } from './run-options';

/** The time at which an execution starts if nobody says: 2024-01-01T00:00:00Z. */
export const DEFAULT_START_TIME = Date.UTC(2024, 0, 1);

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
