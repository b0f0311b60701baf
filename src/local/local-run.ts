import type { Json } from '../asl';
import type { Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import {
  jsonProblem,
  run,
  runAsync,
  type ExecutionNames,
  type LimitName,
  type RunOptions,
  type TaskTokens,
} from '../interpreter';
import { Enforcement, type PermissionsMode } from './enforcement';
import { objectReader, type Files } from './files';
import { machineFinder } from './machine-finder';
import type { Mocks } from './mocks';
import { checkMocks } from './read-mocks';
import { attemptOf, type Attempt } from './redrive';
import type { RunResult } from './run-result';
import { ABORT_AFTER, msOf, type DurationLike } from './seconds';
import { namedDefinitions, type CompiledWorkflow } from './compiled-workflow';
import { checkTaskNames } from './task-names';
import { machineNamesOf, taskAnswers } from './task-runner';

/** How a local run is set up. */
export interface LocalRunOptions {
  /** The mocks of Tasks. @default - no mocks: the first Task that runs is an error */
  readonly mocks?: Mocks;
  /** Decides all ids and random numbers: same seed, same history. @default "stepwright" */
  readonly seed?: string;
  /** The virtual time at which the run starts, as ISO 8601 text or Date. @default 2024-01-01T00:00:00Z */
  readonly startTime?: string | Date;
  /** The execution's name. @default - made from the seed */
  readonly executionName?: string;
  /**
   * Whether every call is checked against the role that the machine has in the template: one that it does not allow fails as on AWS.
   *
   * @default "enforce", where the role is known
   */
  readonly permissions?: PermissionsMode;
  /** Limits that this run ignores. Ignoring `exactNumbers` rounds whole numbers beyond ±(2⁵³ − 1) instead of refusing them. @default - none */
  readonly withoutLimits?: readonly LimitName[];
  /** The S3 objects that Distributed Maps read. @default - none */
  readonly files?: Files;
  /** Answers Tasks that wait for their task token, from anywhere. @default - their mocks answer */
  readonly tokens?: TaskTokens;
  /** The names that executions have used already, shared by several runs. @default - none */
  readonly names?: ExecutionNames;
  /** Express: the execution is started with StartSyncExecution. @default false */
  readonly synchronous?: boolean;
  /** Asynchronous Express: the execution is delivered twice, as AWS may do. @default false */
  readonly deliverTwice?: boolean;
  /** Stops the execution at this virtual time after its start: seconds, or a Duration. @default - the execution is not stopped */
  readonly abortAfter?: number | DurationLike;
  /** The longest time that a promise of a mock may take, in milliseconds of real time. @default 5000 */
  readonly settleWithinMs?: number;
  /** Is told of the progress of long runs. @default - none */
  readonly onProgress?: RunOptions['onProgress'];
}

/** Runs without promises. */
export function runLocally(workflow: CompiledWorkflow, input: unknown, options: LocalRunOptions = {}): RunResult {
  const { runOptions, finish } = prepare(workflow, input, options);
  return finish(run(workflow.program, runOptions));
}

/** Runs with mocks that may return promises. */
export async function runLocallyAsync(
  workflow: CompiledWorkflow,
  input: unknown,
  options: LocalRunOptions = {},
): Promise<RunResult> {
  const { runOptions, finish } = prepare(workflow, input, options);
  return finish(await runAsync(workflow.program, runOptions));
}

function prepare(
  workflow: CompiledWorkflow,
  input: unknown,
  options: LocalRunOptions,
): { runOptions: RunOptions; finish: Attempt['finish'] } {
  const { machine, app, type } = workflow;
  const { mocks = {}, files, abortAfter, startTime: start, permissions = 'enforce', ...same } = options;
  checkMocks(mocks);
  checkTaskNames(mocks, namedDefinitions(workflow), app);
  const enforcement = app && permissions === 'enforce' ? new Enforcement(app, machine) : undefined;
  const answers = taskAnswers({ mocks, app, machineNames: machine ? machineNamesOf(machine) : [] });
  const { effects, finish } = attemptOf(workflow, answers, enforcement, options);
  const startTime = timeOf(start);
  const runOptions: RunOptions = {
    ...same,
    ...(machine ? placeOf(machine) : {}),
    ...(files ? { objects: objectReader(files, app, startTime ?? Date.UTC(2024, 0, 1)) } : {}),
    input: checkedInput(input, options.withoutLimits),
    type,
    startTime,
    abortAfterMs: abortAfter === undefined ? undefined : msOf(abortAfter, ABORT_AFTER),
    ...effects,
    machines: machineFinder(app),
  };
  return { runOptions, finish };
}

function checkedInput(input: unknown, withoutLimits?: readonly LimitName[]): Json {
  const problem = jsonProblem(
    input,
    { where: 'input', what: 'the input is no JSON', code: 'INPUT_NOT_JSON' },
    new Set(withoutLimits),
  );
  if (problem) throw problem;
  return input as Json;
}

function placeOf(machine: Machine): RunOptions {
  const { arn, name, region, account, partition, roleArn } = machine;
  return {
    stateMachineArn: arn,
    stateMachineName: name,
    region,
    account,
    partition,
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}

function timeOf(time: string | Date | undefined): number | undefined {
  if (time === undefined) return undefined;
  const ms = (typeof time === 'string' ? new Date(time) : time).getTime();
  if (Number.isNaN(ms)) {
    throw new StepwrightError('START_TIME', 'the start time is no time', {
      where: 'startTime',
      received: String(time),
      allowed: 'ISO 8601 text such as "2024-01-01T00:00:00Z", or a Date',
    });
  }
  return ms;
}
