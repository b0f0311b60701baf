import { ERROR_NAMES, type Json, type QueryLanguage, type TaskState } from '../../asl';
import { StepwrightError } from '../../errors';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compilePath, readPath } from '../../query/json-path';
import { compileTemplate } from '../../query/payload-template';
import { BLOCKED, type CompiledState, type Signal } from '../compiled';
import { compileArguments, compileInput, compileResult, runtimeFailure, type Compute } from '../data-flow';
import { tooLarge, type Execution } from '../execution';
import { failure, type Failure } from '../failure';
import type { Frame } from '../frame';
import { exceedsPayload } from '../payload';
import { parseResource, type TaskResource } from '../resource';
import type { TaskAnswer, TaskCall } from '../task-call';
import { checkedAnswer, thrownAnswer } from '../task-answer';

/**
 * Task: calls a function, an activity or a service, and waits for its answer.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export function compileTask(state: TaskState, language: QueryLanguage): CompiledState['run'] {
  const resource = parseResource(state.Resource);
  if (resource === undefined) {
    throw new StepwrightError('UNKNOWN_RESOURCE', `the Resource is nothing that a Task can call: ${JSON.stringify(state.Resource)}`, {
      allowed: 'the ARN of a function or an activity, or arn:aws:states:::service:action with .sync, .sync:2 or .waitForTaskToken',
    });
  }
  const args = compileArguments(state, language);
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : (frame: Frame) => frame.data;
  const timeout = seconds('TimeoutSeconds', state.TimeoutSeconds, state.TimeoutSecondsPath, language);
  const heartbeat = seconds('HeartbeatSeconds', state.HeartbeatSeconds, state.HeartbeatSecondsPath, language);
  const credentials = compileCredentials(state, language);
  const flow = compileResult(state, language);
  const finish = (frame: Frame, result: Json): Signal => {
    frame.taskResult = result;
    const assigned = flow.assign?.(frame, result);
    return frame.execution.leave(frame, flow.output(frame, result), assigned);
  };
  return frame => {
    const { execution } = frame;
    if (resource.pattern === 'WAIT_FOR_TASK_TOKEN' || resource.kind === 'Activity') frame.taskToken = execution.random.token(128);
    const parameters = args(frame);
    const context = input(frame);
    const timeoutSeconds = timeout?.(frame, context);
    const heartbeatSeconds = heartbeat?.(frame, context);
    const roleArn = credentials?.(frame, context);
    const more = {
      ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
      ...(heartbeatSeconds === undefined || resource.kind === 'LambdaFunction' ? {} : { heartbeatInSeconds: heartbeatSeconds }),
      ...(roleArn === undefined ? {} : { taskCredentials: { roleArn } }),
    };
    schedule(execution, frame, resource, parameters, more);
    const calls = execution.calls.get(frame.state.name) ?? 0;
    execution.calls.set(frame.state.name, calls + 1);
    const call: TaskCall = {
      stateName: frame.state.name,
      kind: resource.kind,
      resource: resource.arn,
      service: resource.service,
      action: resource.action,
      pattern: resource.pattern,
      input: parameters,
      iterations: frame.iterations,
      retryCount: frame.retryCount,
      callIndex: calls,
      taskToken: frame.taskToken,
      timeoutSeconds,
      heartbeatSeconds,
      credentialsRoleArn: roleArn,
      time: execution.scheduler.time,
      executionArn: execution.settings.executionArn,
    };
    const settle = (answer: TaskAnswer): Signal => answered(frame, resource, call, checkedAnswer(call, answer), finish);
    return ask(frame, call, settle);
  };
}

/** Calls the runner, which answers at once or later. */
function ask(frame: Frame, call: TaskCall, settle: (answer: TaskAnswer) => Signal): Signal {
  const { execution } = frame;
  let answer: TaskAnswer | Promise<TaskAnswer>;
  try {
    answer = execution.settings.onTask(call);
  } catch (error) {
    return settle(thrownAnswer(error));
  }
  if (typeof (answer as Promise<TaskAnswer> | undefined)?.then !== 'function') return settle(answer as TaskAnswer);
  execution.world.pending.push({
    stateName: call.stateName,
    answer: answer as Promise<TaskAnswer>,
    apply: value => execution.resume(frame, () => settle(value)),
    reject: error => execution.resume(frame, () => settle(thrownAnswer(error))),
  });
  return BLOCKED;
}

function schedule(execution: Execution, frame: Frame, resource: TaskResource, parameters: Json, more: object): void {
  const { kind, service, eventResource, arn } = resource;
  if (kind === 'Task') {
    const named = { resourceType: service, resource: eventResource };
    frame.last = execution.record('TaskScheduled', frame.last, undefined, parameters, { region: execution.settings.region, ...named, ...more });
    frame.last = execution.record('TaskStarted', frame.last, undefined, undefined, named);
    return;
  }
  frame.last = execution.record(`${kind}Scheduled`, frame.last, undefined, parameters, { resource: arn, ...more });
  if (kind === 'LambdaFunction') frame.last = execution.record('LambdaFunctionStarted', frame.last, undefined, undefined, undefined);
}

/** What follows on an answer: the result, a failure, or a time-out, each at its virtual time. */
function answered(frame: Frame, resource: TaskResource, call: TaskCall, answer: TaskAnswer, finish: (frame: Frame, result: Json) => Signal): Signal {
  const { execution } = frame;
  const { kind, pattern } = resource;
  const named = kind === 'Task' ? { resourceType: resource.service, resource: resource.eventResource } : {};
  if (kind === 'Activity' && (answer.workerName !== undefined || !('pending' in answer))) {
    frame.last = execution.record('ActivityStarted', frame.last, undefined, undefined, answer.workerName === undefined ? {} : { workerName: answer.workerName });
  }
  if (kind === 'Task' && pattern !== 'REQUEST_RESPONSE' && (answer.submitted !== undefined || !('error' in answer))) {
    frame.last = execution.record('TaskSubmitted', frame.last, undefined, answer.submitted ?? {}, named);
  }
  const { after, expired } = deadline(call, answer);
  const act = (): Signal => {
    if (expired) {
      frame.last = execution.record(`${kind}TimedOut`, frame.last, undefined, undefined, { ...named, error: ERROR_NAMES.TIMEOUT });
      return execution.fail(frame, failure(ERROR_NAMES.TIMEOUT, undefined, expired === 'heartbeat' ? ERROR_NAMES.HEARTBEAT_TIMEOUT : undefined));
    }
    if ('error' in answer) return failed(frame, kind, named, failure(answer.error, answer.cause));
    const { output } = answer as { output: Json };
    if (!execution.settings.withoutLimits.has('payload') && exceedsPayload(output)) {
      return failed(frame, kind, named, tooLarge(kind === 'Task' ? resource.service : resource.arn));
    }
    frame.last = execution.record(`${kind}Succeeded`, frame.last, undefined, output, named);
    return finish(frame, output);
  };
  if (after === 0) return act();
  if (after !== undefined) frame.timer = execution.scheduler.at(call.time + after, () => execution.resume(frame, act));
  return BLOCKED;
}

function failed(frame: Frame, kind: TaskResource['kind'], named: object, reason: Failure): Signal {
  const { error, cause } = reason;
  const more = { ...named, ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  frame.last = frame.execution.record(`${kind}Failed`, frame.last, undefined, undefined, more);
  return frame.execution.fail(frame, reason);
}

/** When the call ends, in milliseconds after it was made, and whether that is a time-out. Undefined: never. */
function deadline(call: TaskCall, answer: TaskAnswer): { after: number | undefined; expired?: 'timeout' | 'heartbeat' } {
  const ends = 'pending' in answer ? Number.POSITIVE_INFINITY : answer.durationMs ?? 0;
  const timeout = (call.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const silence = lateHeartbeat(call, answer, ends);
  if (silence < ends && silence <= timeout) return { after: silence, expired: 'heartbeat' };
  if (timeout < ends) return { after: timeout, expired: 'timeout' };
  return Number.isFinite(ends) ? { after: ends } : { after: undefined };
}

/** When the first heartbeat is missing; heartbeats count where something waits for an answer from outside. */
function lateHeartbeat(call: TaskCall, answer: TaskAnswer, ends: number): number {
  if (call.heartbeatSeconds === undefined) return Number.POSITIVE_INFINITY;
  let alive = 0;
  for (const beat of [...answer.heartbeatsMs ?? []].sort((a, b) => a - b)) {
    if (beat - alive > call.heartbeatSeconds * 1000 || beat > ends) break;
    alive = beat;
  }
  return alive + call.heartbeatSeconds * 1000;
}

function seconds(field: string, literal: number | string | undefined, path: string | undefined, language: QueryLanguage): ((frame: Frame, input: Json) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) {
    const compiled = compilePath(path);
    return (frame, input) => {
      const value = readPath(compiled, input, frame);
      if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) {
        throw runtimeFailure(`The ${field}Path parameter cannot be parsed as a positive integer: ${path} == ${typeof value === 'string' ? value : JSON.stringify(value)}`);
      }
      return value;
    };
  }
  if (typeof literal === 'string' && isExpression(literal)) return compileExpression(literal, field, 'integer') as (frame: Frame) => number;
  return typeof literal === 'number' ? () => literal : undefined;
}

function compileCredentials({ Credentials }: TaskState, language: QueryLanguage): ((frame: Frame, input: Json) => string) | undefined {
  if (Credentials === undefined) return undefined;
  const compute: (frame: Frame, input: Json) => Json = language === 'JSONata'
    ? compileValue(Credentials as Json, 'Credentials') as Compute
    : ((template): ((frame: Frame, input: Json) => Json) => (frame, input) => template(input, frame))(compileTemplate(Credentials as Json, 'Credentials'));
  return (frame, input) => String((compute(frame, input) as { RoleArn?: Json }).RoleArn);
}
