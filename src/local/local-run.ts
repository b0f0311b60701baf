import type { Json } from '../asl';
import type { Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import { ownJson, run, runAsync, type LimitName, type RunOptions } from '../interpreter';
import { attemptOf, type Attempt } from './attempt';
import { CallChecks } from './call-checks';
import { mockNames, type CompiledWorkflow } from './compiled-workflow';
import { Enforcement } from './enforcement';
import { objectReader } from './files';
import { machineFinder } from './machine-finder';
import { checkMocks } from './read-mocks';
import { redriveOf } from './redrive';
import type { LocalRunOptions } from './run-options';
import type { RunResult } from './run-result';
import { ABORT_AFTER, msOf } from './seconds';
import { checkTaskNames } from './task-names';
import { machineNamesOf, taskAnswers } from './task-runner';

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
  const {
    mocks = {},
    files,
    abortAfter,
    startTime: start,
    permissions = 'enforce',
    fieldValidation,
    newMembers,
    unmocked,
    ...same
  } = options;
  checkMocks(mocks);
  checkTaskNames(mocks, mockNames(workflow));
  const checks = new CallChecks({ fieldValidation, newMembers, unmocked, seed: options.seed });
  const enforcement = app && permissions === 'enforce' ? new Enforcement(app, machine) : undefined;
  const mocked = taskAnswers({ mocks, app, checks, machineNames: machine ? machineNamesOf(machine) : [] });
  const { effects, finish } = attemptOf({ workflow, mocked, enforcement, options }, redriveOf);
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
  return ownJson(
    input,
    { where: 'input', what: 'the input is not JSON', code: 'INPUT_NOT_JSON' },
    new Set(withoutLimits),
  );
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
    throw new StepwrightError('INVALID_START_TIME', 'startTime is not a valid date', {
      where: 'startTime',
      received: String(time),
      allowed: 'ISO 8601, for example "2024-01-01T00:00:00Z", or a Date',
    });
  }
  return ms;
}
