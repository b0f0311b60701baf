import type { Json } from '../asl';
import { StepwrightError } from '../errors';
import { compile, run as runProgram, runAsync, type LimitName, type Program, type Run, type RunOptions, type TaskCall } from '../interpreter';
import type { Machine } from '../template';
import { objectReader, type Files } from './files';
import type { Tasks } from './handlers';
import { nestedAnswer, nestedStart, type NestedStart } from './nested-execution';
import { RunResult, type NestedRun } from './run-result';
import { namedDefinitions, type Subject } from './subject';
import { checkTaskNames } from './task-names';
import { machineNamesOf, taskRunner, type TaskWorld } from './task-runner';

/** How a local run is set up. */
export interface LocalRunOptions {
  /** Who answers which Task. @default - nobody: the first Task that is reached is an error */
  readonly tasks?: Tasks;
  /** Decides all ids and random numbers: same seed, same history. @default "stepwright" */
  readonly seed?: string;
  /** The virtual time at which the run starts, as ISO 8601 text or Date. @default 2024-01-01T00:00:00Z */
  readonly startTime?: string | Date;
  /** The execution's name. @default - made from the seed */
  readonly executionName?: string;
  /** Limits that this run ignores. @default - none */
  readonly withoutLimits?: readonly LimitName[];
  /** The S3 objects that Distributed Maps read. @default - none */
  readonly files?: Files;
  /** Stops the execution at this virtual time, in seconds after its start. @default - never */
  readonly abortAfterSeconds?: number;
  /** How long a promise of a handler may take in real time, in milliseconds. @default 5000 */
  readonly settleWithinMs?: number;
  /** Is told of the progress of long runs. @default - none */
  readonly onProgress?: RunOptions['onProgress'];
}

/** Runs without promises. */
export function runLocally(subject: Subject, input: Json, options: LocalRunOptions = {}): RunResult {
  const { world, nested } = prepare(subject, options, runProgram);
  return new RunResult(runProgram(subject.program, runOptions(subject, input, options, world)), subject, world.recorded, nested);
}

/** Runs with handlers that may answer with promises. */
export async function runLocallyAsync(subject: Subject, input: Json, options: LocalRunOptions = {}): Promise<RunResult> {
  const { world, nested } = prepare(subject, options, runAsync);
  return new RunResult(await runAsync(subject.program, runOptions(subject, input, options, world)), subject, world.recorded, nested);
}

type RunNested = (program: Program, options: RunOptions) => Run | Promise<Run>;

function prepare(subject: Subject, options: LocalRunOptions, runNested: RunNested): { world: TaskWorld; nested: NestedRun[] } {
  const { machine, app } = subject;
  const tasks = options.tasks ?? {};
  checkTaskNames(tasks, namedDefinitions(subject), app);
  const nested: NestedRun[] = [];
  const programs = new Map<Machine, Program>(machine ? [[machine, subject.program]] : []);
  const world: TaskWorld = {
    tasks,
    app,
    calls: new Map(),
    recorded: [],
    startNested: call => {
      const start = nestedStart(app, call);
      if (start === undefined) return undefined;
      const child = start.machine;
      programs.set(child, programs.get(child) ?? compile(child.definition, { type: child.type }));
      const program = programs.get(child)!;
      const finish = (run: Run): ReturnType<typeof nestedAnswer> => {
        nested.push({ call, machine: child, run });
        return nestedAnswer(call, start, run, start.input);
      };
      const result = runNested(program, nestedOptions(options, world, call, start));
      return result instanceof Promise ? result.then(finish) : finish(result);
    },
  };
  return { world, nested };
}

function runOptions({ machine, app, type }: Subject, input: Json, options: LocalRunOptions, world: TaskWorld): RunOptions {
  const startTime = timeOf(options.startTime);
  return {
    ...shared(options),
    ...options.files ? { objects: objectReader(options.files, app, startTime ?? 0) } : {},
    ...machine ? placeOf(machine) : {},
    input,
    type,
    startTime,
    seed: options.seed,
    executionName: options.executionName,
    abortAfterMs: options.abortAfterSeconds === undefined ? undefined : options.abortAfterSeconds * 1000,
    onTask: taskRunner(world, machine ? machineNamesOf(machine) : []),
  };
}

function nestedOptions(options: LocalRunOptions, world: TaskWorld, call: TaskCall, start: NestedStart): RunOptions {
  const { machine, input, executionName } = start;
  return {
    ...shared(options),
    ...options.files ? { objects: objectReader(options.files, world.app, call.time) } : {},
    ...placeOf(machine),
    input,
    type: machine.type,
    startTime: call.time,
    seed: `${options.seed ?? 'stepwright'}:${call.executionArn}:${call.stateName}:${call.callIndex}`,
    executionName,
    onTask: taskRunner(world, machineNamesOf(machine)),
  };
}

function shared({ withoutLimits, settleWithinMs, onProgress }: LocalRunOptions): RunOptions {
  return { withoutLimits, settleWithinMs, onProgress };
}

function placeOf(machine: Machine): RunOptions {
  const { arn, name, region, account, partition, roleArn } = machine;
  return { stateMachineArn: arn, stateMachineName: name, region, account, partition, ...roleArn === undefined ? {} : { roleArn } };
}

function timeOf(time: string | Date | undefined): number | undefined {
  if (time === undefined) return undefined;
  const ms = (typeof time === 'string' ? new Date(time) : time).getTime();
  if (Number.isNaN(ms)) throw new StepwrightError('START_TIME', 'the start time is no time', { where: 'startTime', received: String(time), allowed: 'ISO 8601 text such as "2024-01-01T00:00:00Z", or a Date' });
  return ms;
}
