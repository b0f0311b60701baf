import type { Json, QueryLanguage, TaskState } from '../../asl';
import { StepwrightError } from '../../errors';
import { compilePath, readPath } from '../../query/json-path';
import { compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { builtInOf, type BuiltIn } from '../built-in-tasks';
import { compileArguments, compileInput, compileResult, runtimeFailure, type Compute } from '../data-flow';
import type { CompiledState, Frame } from '../frame';
import { afterHttp } from '../http-task';
import { integerExpression } from '../number-expression';
import { OpenCall } from '../open-call';
import { parameterRule } from '../parameter-rules';
import { parseResource, type TaskResource } from '../resource';
import { BLOCKED, type Signal } from '../signal';
import { checkedAnswer } from '../task-answer';
import type { TaskAnswer, TaskCall } from '../task-call';
import { recordScheduled, succeed, type Finish } from '../task-events';

/**
 * Task: calls a function, an activity or a service, and waits for its answer.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export function compileTask(state: TaskState, language: QueryLanguage): CompiledState['run'] {
  const resource = parseResource(state.Resource);
  if (resource === undefined) {
    throw new StepwrightError('INVALID_RESOURCE', `a Task can't call the Resource ${JSON.stringify(state.Resource)}`, {
      allowed:
        'the ARN of a function or an activity, or arn:aws:states:::service:action, optionally with .sync, .sync:2, or .waitForTaskToken',
    });
  }
  const builtIn = builtInOf(resource);
  const refuse = parameterRule(resource);
  const args = compileArguments(state, language);
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : (frame: Frame) => frame.data;
  const timeout = seconds('TimeoutSeconds', state.TimeoutSeconds, state.TimeoutSecondsPath, language);
  const heartbeat = seconds('HeartbeatSeconds', state.HeartbeatSeconds, state.HeartbeatSecondsPath, language);
  const credentials = compileCredentials(state, language);
  const flow = compileResult(state, language);
  const finish: Finish = (frame, result) => {
    frame.taskResult = result;
    const assigned = flow.assign?.(frame, result);
    return frame.execution.leave(frame, flow.output(frame, result), assigned);
  };
  return frame => {
    const { execution } = frame;
    if (resource.pattern === 'WAIT_FOR_TASK_TOKEN' || resource.kind === 'Activity') {
      frame.taskToken = execution.random.token(128);
    }
    const parameters = args(frame);
    const context = input(frame);
    const timeoutSeconds = timeout?.(frame, context);
    const heartbeatSeconds = heartbeat?.(frame, context);
    const roleArn = credentials?.(frame, context);
    const details =
      timeoutSeconds === undefined && heartbeatSeconds === undefined && roleArn === undefined
        ? undefined
        : {
            ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
            ...(heartbeatSeconds === undefined || resource.kind === 'LambdaFunction'
              ? {}
              : { heartbeatInSeconds: heartbeatSeconds }),
            ...(roleArn === undefined ? {} : { taskCredentials: { roleArn } }),
          };
    const refused = refuse?.(parameters);
    if (refused !== undefined) throw runtimeFailure(refused);
    const call: TaskCall = {
      stateName: frame.state.name,
      kind: resource.kind,
      resource: resource.arn,
      service: resource.service,
      action: resource.action,
      pattern: resource.pattern,
      input: parameters,
      iterations: frame.iterations(),
      retryCount: frame.retryCount,
      callIndex: execution.countCall(frame.state.name),
      taskToken: frame.taskToken,
      timeoutSeconds,
      heartbeatSeconds,
      credentialsRoleArn: roleArn,
      time: execution.scheduler.time,
      executionArn: execution.settings.executionArn,
      stateMachineArn: execution.settings.stateMachineArn,
    };
    return builtIn || call.taskToken !== undefined
      ? waitFor(frame, new OpenCall(frame, resource, call, details, finish), builtIn)
      : ask(frame, resource, call, details, finish);
  };
}

/** Calls the runner. An answer that is there at once, as most are, needs nothing that waits for it. */
function ask(
  frame: Frame,
  resource: TaskResource,
  call: TaskCall,
  details: object | undefined,
  finish: Finish,
): Signal {
  const open = (): OpenCall => new OpenCall(frame, resource, call, details, finish);
  let answer: TaskAnswer | Promise<TaskAnswer>;
  try {
    answer = frame.execution.settings.onTask(call);
    if (!isPromise(answer)) answer = afterHttp(resource, checkedAnswer(call, answer, frame.execution.settings));
  } catch (error) {
    // an error of the test ends the run, and its history shows the call
    open().schedule();
    throw error;
  }
  if (isPromise(answer)) return later(frame, open(), answer);
  if ('output' in answer && !answer.durationMs && resource.pattern === 'REQUEST_RESPONSE') {
    recordScheduled(frame, resource, call.input, details);
    return succeed(frame, resource, answer.output, finish);
  }
  return open().answered(answer);
}

/** Calls the runner for a Task that others can end as well: by its token, or as the execution that it starts. */
function waitFor(frame: Frame, open: OpenCall, builtIn: BuiltIn | undefined): Signal {
  const { execution } = frame;
  const { call } = open;
  if (call.taskToken !== undefined) execution.world.tokens._open(call.taskToken, open, execution.scheduler);
  let answer: TaskAnswer | Promise<TaskAnswer>;
  try {
    const { onTask, answersItself } = execution.settings;
    answer = (builtIn === undefined || answersItself?.(call) ? undefined : builtIn(open)) ?? onTask(call);
    if (!isPromise(answer)) answer = checkedAnswer(call, answer, execution.settings);
  } catch (error) {
    open.schedule();
    throw error;
  }
  return isPromise(answer) ? later(frame, open, answer) : open.answered(answer);
}

function later({ execution }: Frame, open: OpenCall, answer: Promise<TaskAnswer>): Signal {
  const { frame, call } = open;
  open.schedule();
  const settling = Promise.resolve(answer);
  // the run may end before the promise settles; a rejection that comes later must not end the process
  settling.catch(() => undefined);
  execution.world.pending.push({
    stateName: call.stateName,
    answer: settling,
    apply: value =>
      execution.resume(frame, () =>
        open.answered(afterHttp(open.resource, checkedAnswer(call, value, execution.settings))),
      ),
    reject: error =>
      execution.resume(frame, () => {
        throw error;
      }),
  });
  return BLOCKED;
}

function isPromise(answer: TaskAnswer | Promise<TaskAnswer> | undefined): answer is Promise<TaskAnswer> {
  return typeof (answer as Promise<TaskAnswer> | undefined)?.then === 'function';
}

export function seconds(
  field: string,
  literal: number | string | undefined,
  path: string | undefined,
  language: QueryLanguage,
): ((frame: Frame, input: Json) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) {
    const compiled = compilePath(path);
    return (frame, input) => {
      const value = readPath(compiled, input, frame);
      if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) {
        throw runtimeFailure(
          `The ${field}Path parameter cannot be parsed as a positive integer: ${path} == ${typeof value === 'string' ? value : JSON.stringify(value)}`,
        );
      }
      return value;
    };
  }
  if (typeof literal === 'string' && isExpression(literal)) return integerExpression(literal, field, 1);
  return typeof literal === 'number' ? () => literal : undefined;
}

export function compileCredentials(
  { Credentials }: TaskState,
  language: QueryLanguage,
): ((frame: Frame, input: Json) => string) | undefined {
  if (Credentials === undefined) return undefined;
  const compute: (frame: Frame, input: Json) => Json =
    language === 'JSONata'
      ? (compileValue(Credentials as Json, 'Credentials') as Compute)
      : (
          (template): ((frame: Frame, input: Json) => Json) =>
          (frame, input) =>
            template(input, frame)
        )(compileTemplate(Credentials as Json, 'Credentials'));
  return (frame, input) => String((compute(frame, input) as { RoleArn?: Json }).RoleArn);
}
