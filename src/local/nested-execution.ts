import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import type { Run, TaskAnswer, TaskCall } from '../interpreter';
import type { LocalApp, Machine } from '../template';

/** How a Task can start another machine. */
type Start = 'startExecution' | 'startSyncExecution';

/** A machine of the app that a Task starts, and with what. */
export interface NestedStart {
  readonly machine: Machine;
  readonly start: Start;
  readonly input: Json;
  readonly executionName: string | undefined;
}

/**
 * What a Task starts, if it starts a machine of the app and gives its token to nobody.
 *
 * @throws StepwrightError EXPRESS_CANNOT_SYNC, INPUT_NOT_JSON
 */
export function nestedStart(app: LocalApp | undefined, call: TaskCall): NestedStart | undefined {
  const start = startOf(call);
  if (start === undefined || !isJsonObject(call.input)) return undefined;
  const { StateMachineArn: arn, Input: input = {}, Name: name } = call.input;
  if (typeof arn !== 'string') return undefined;
  const machine = app?.machines.find(candidate => arn === candidate.arn || arn.startsWith(`${candidate.arn}:`));
  if (!machine) return undefined;
  if (machine.type === 'EXPRESS' && call.pattern === 'SYNC') {
    throw new StepwrightError('EXPRESS_CANNOT_SYNC', `'${call.stateName}' waits for the end of '${machine.name}', which is an Express workflow: Step Functions cannot`, {
      where: `state '${call.stateName}'`, received: call.resource, fix: 'Call aws-sdk:sfn:startSyncExecution, or make it a Standard workflow.',
    });
  }
  return { machine, start, input: inputOf(call, input, call.service === 'states'), executionName: typeof name === 'string' ? name : undefined };
}

function startOf({ service, action, pattern }: TaskCall): Start | undefined {
  if (pattern === 'WAIT_FOR_TASK_TOKEN' || (service !== 'states' && service !== 'aws-sdk:sfn')) return undefined;
  return action === 'startExecution' || action === 'startSyncExecution' ? action : undefined;
}

/** The optimized integration takes any JSON as Input, the SDK its text. */
function inputOf(call: TaskCall, input: Json, optimized: boolean): Json {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input) as Json;
  } catch (cause) {
    if (optimized) return input;
    throw new StepwrightError('INPUT_NOT_JSON', `'${call.stateName}' starts an execution with an Input that is not JSON`, { where: `state '${call.stateName}'`, received: input.slice(0, 80), cause });
  }
}

/** What the Task that started a nested execution receives, and when. */
export function nestedAnswer(call: TaskCall, { start }: NestedStart, run: Run, input: Json): TaskAnswer {
  const started = { ExecutionArn: run.executionArn, StartDate: date(call, run.startTime) };
  if (start === 'startExecution' && call.pattern === 'REQUEST_RESPONSE') return { output: started };
  const durationMs = run.stopTime - run.startTime;
  const asJson = call.resource.endsWith('.sync:2');
  const description = describe(call, run, input, asJson);
  if (call.pattern !== 'SYNC') return { output: description, durationMs };
  if (run.status === 'SUCCEEDED') return { output: description, durationMs, submitted: started };
  return { error: 'States.TaskFailed', cause: JSON.stringify(describe(call, run, input, false)), durationMs, submitted: started };
}

/** What DescribeExecution says of a finished execution. */
function describe(call: TaskCall, run: Run, input: Json, asJson: boolean): JsonObject {
  const text = (value: Json): Json => asJson ? value : JSON.stringify(value);
  return {
    ...(run.cause === undefined ? {} : { Cause: run.cause }),
    ...(run.error === undefined ? {} : { Error: run.error }),
    ExecutionArn: run.executionArn,
    Input: text(input),
    InputDetails: { Included: true },
    Name: run.executionArn.split(':')[7],
    ...(run.status === 'SUCCEEDED' ? { Output: text(run.output!), OutputDetails: { Included: true } } : {}),
    ...(run.type === 'EXPRESS' ? {} : redriving(run)),
    StartDate: date(call, run.startTime),
    StateMachineArn: run.stateMachineArn,
    Status: run.status,
    StopDate: date(call, run.stopTime),
  };
}

function redriving({ status }: Run): JsonObject {
  return status === 'SUCCEEDED'
    ? { RedriveCount: 0, RedriveStatus: 'NOT_REDRIVABLE', RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' }
    : { RedriveCount: 0, RedriveStatus: 'REDRIVABLE' };
}

/** The optimized integration gives milliseconds since 1970, the SDK a timestamp. */
function date({ service }: TaskCall, time: number): Json {
  return service === 'states' ? time : new Date(time).toISOString();
}
