import { ERROR_NAMES, inexactNumber, MAX_EXECUTION_MS, notExact, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import { checkNumbers } from './exact-numbers';
import { Execution, executionOf } from './execution';
import type { ExecutionSettings } from './execution-settings';
import type { Ending } from './execution-status';
import { isoTime } from './iso-time';
import { mostExact } from './limits';
import type { Machine } from './machine';
import type { OpenCall } from './open-call';
import { Random } from './random';
import type { TaskAnswer, TaskCall } from './task-call';

/** More executions than that in one run are taken for a workflow that starts itself for ever. */
const MOST_EXECUTIONS = 10_000;

/**
 * Starts the execution that a Task asks for, on the clock of the run. With `.sync` the Task waits for its end and fails when it fails;
 * what `.sync` gives as texts, `.sync:2` gives as values.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
export function startNested(open: OpenCall, request: JsonObject): TaskAnswer | undefined {
  const execution = executionOf(open.frame);
  const { call } = open;
  const { StateMachineArn, Name, Input } = request;
  const machine = typeof StateMachineArn === 'string' ? execution.world.machines(StateMachineArn) : undefined;
  if (machine === undefined) return undefined;
  const input = inputOf(Input, call, mostExact(execution.settings.withoutLimits));
  const settingsNamed = (name: string): ExecutionSettings => settingsOfChild(execution, machine, name, input, call);
  let settings = settingsNamed(typeof Name === 'string' ? Name : execution.random.uuid());
  // a name that is made up is nobody's yet, also where runs share their names
  while (typeof Name !== 'string' && execution.world.names.has(settings.executionArn)) {
    settings = settingsNamed(execution.random.uuid());
  }
  const taken = execution.world.names.take(settings.type, settings.executionArn, settings.input);
  if (taken === 'EXISTS') return alreadyExists(call, settings);
  const waits = call.pattern === 'SYNC' || call.action === 'startSyncExecution';
  if (taken === 'START') {
    const child = start(
      execution,
      machine,
      settings,
      waits
        ? ending =>
            execution.scheduler.soon(() => open.settle(outcome(call, settings, ending, execution.scheduler.time)))
        : undefined,
    );
    const { frame } = open;
    if (call.pattern === 'SYNC') {
      frame.job = {
        stop: () =>
          child.stop(
            undefined,
            `The Task state in AWS Step Functions execution [${execution.settings.executionArn}] which was managing this resource was aborted`,
          ),
      };
    }
  }
  const started = startedAnswer(call, settings, execution);
  return waits || call.pattern === 'WAIT_FOR_TASK_TOKEN' ? { pending: true, submitted: started } : { output: started };
}

function start(
  parent: Execution,
  { program }: Machine,
  settings: ExecutionSettings,
  onEnd: ((ending: Ending) => void) | undefined,
): Execution {
  const { world } = parent;
  if (world.executions.length >= MOST_EXECUTIONS) {
    throw new StepwrightError('TOO_MANY_EXECUTIONS', `one run started ${MOST_EXECUTIONS} executions`, {
      where: settings.stateMachineArn,
      fix: 'Make sure that no workflow keeps starting itself.',
    });
  }
  checkNumbers(program, settings);
  const child = new Execution(program, settings, new Random(settings.executionArn), world, ending => {
    world.names.end(settings.executionArn);
    onEnd?.(ending);
  });
  if (!settings.withoutLimits.has('executionDuration')) {
    world.scheduler.at(settings.startTime + MAX_EXECUTION_MS[settings.type], () => child.timeOut());
  }
  parent.nested.push(child);
  world.executions.push(child);
  child.start();
  return child;
}

function settingsOfChild(
  execution: Execution,
  machine: Machine,
  name: string,
  input: Json,
  call: TaskCall,
): ExecutionSettings {
  const { settings, random, scheduler } = execution;
  const [, partition, , region, account] = machine.arn.split(':');
  const machineName = machine.name ?? machine.arn.split(':')[6];
  const type = machine.program.type ?? 'STANDARD';
  const prefix = `arn:${partition}:states:${region}:${account}`;
  return {
    ...settings,
    input,
    type,
    synchronous: call.action === 'startSyncExecution',
    executionName: name,
    executionArn:
      type === 'EXPRESS'
        ? `${prefix}:express:${machineName}:${name}:${random.uuid()}`
        : `${prefix}:execution:${machineName}:${name}`,
    stateMachineName: machineName,
    stateMachineArn: machine.arn,
    roleArn: machine.roleArn ?? `arn:${partition}:iam::${account}:role/${machineName}Role`,
    partition,
    region,
    account,
    startTime: scheduler.time,
    mapItem: undefined,
    redrive: undefined,
  };
}

/** The optimized integration takes a value; the SDK's takes JSON text. */
function inputOf(input: Json | undefined, call: TaskCall, most: number): Json {
  if (input === undefined || input === null) return {};
  if (typeof input !== 'string') return input;
  let value: Json;
  try {
    value = JSON.parse(input) as Json;
  } catch {
    return call.service === 'states' ? input : {};
  }
  const inexact = inexactNumber(value, most);
  if (inexact) throw notExact(inexact, `the input that state '${call.stateName}' gives`);
  return value;
}

function startedAnswer(
  { service }: TaskCall,
  { executionArn, startTime }: ExecutionSettings,
  execution: Execution,
): JsonObject {
  if (service !== 'states') return { ExecutionArn: executionArn, StartDate: isoTime(startTime) };
  return {
    ExecutionArn: executionArn,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: execution.random.uuid() },
    StartDate: startTime,
  };
}

function alreadyExists({ service, pattern }: TaskCall, { executionArn }: ExecutionSettings): TaskAnswer {
  const submitFailed = pattern !== 'REQUEST_RESPONSE';
  return service === 'states'
    ? {
        error: 'StepFunctions.ExecutionAlreadyExistsException',
        cause: `Execution Already Exists: '${executionArn}' (Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists)`,
        submitFailed,
      }
    : {
        error: 'Sfn.ExecutionAlreadyExistsException',
        cause: `Execution Already Exists: '${executionArn}' (Service: Sfn, Status Code: 400)`,
        submitFailed,
      };
}

function outcome(
  call: TaskCall,
  settings: ExecutionSettings,
  ending: Ending,
  stopTime: number,
): Parameters<OpenCall['settle']>[0] {
  const described = description(call, settings, ending, stopTime);
  if (ending.status === 'SUCCEEDED' || call.action === 'startSyncExecution') return { output: described };
  return { error: ERROR_NAMES.TASK_FAILED, cause: JSON.stringify(described) };
}

/** What DescribeExecution tells, as the Task returns it. */
function description(
  call: TaskCall,
  settings: ExecutionSettings,
  { status, output, error, cause }: Ending,
  stopTime: number,
): JsonObject {
  const asValues = call.resource.endsWith('.sync:2');
  const data = (value: Json): Json => (asValues ? value : JSON.stringify(value));
  const date = (time: number): Json => (call.service === 'states' ? time : isoTime(time));
  const redrive =
    call.action === 'startSyncExecution'
      ? {}
      : {
          RedriveCount: 0,
          RedriveStatus: status === 'SUCCEEDED' || settings.type === 'EXPRESS' ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
          ...(status === 'SUCCEEDED' ? { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
        };
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    // of a time-out only the history tells the name
    ...(error === undefined || status === 'TIMED_OUT' ? {} : { Error: error }),
    ExecutionArn: settings.executionArn,
    Input: data(settings.input),
    InputDetails: { Included: true },
    Name: settings.executionName,
    ...(output === undefined ? {} : { Output: data(output), OutputDetails: { Included: true } }),
    ...redrive,
    StartDate: date(settings.startTime),
    StateMachineArn: settings.stateMachineArn,
    Status: status,
    StopDate: date(stopTime),
  };
}
