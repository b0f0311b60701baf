import type { Json } from '../asl';
import { failState } from './fail-state';
import { type Failure, namedFailure, tooLarge } from './failure';
import type { Frame } from './frame';
import { exceedsPayload } from './payload';
import type { TaskResource } from './resource';
import type { Signal } from './signal';

/** What a Task does with its result. */
export type Finish = (frame: Frame, result: Json) => Signal;

/** The types of the events, by kind of Task. */
const EVENTS = {
  Task: { scheduled: 'TaskScheduled', started: 'TaskStarted', succeeded: 'TaskSucceeded', failed: 'TaskFailed' },
  LambdaFunction: {
    scheduled: 'LambdaFunctionScheduled',
    started: 'LambdaFunctionStarted',
    succeeded: 'LambdaFunctionSucceeded',
    failed: 'LambdaFunctionFailed',
  },
  Activity: {
    scheduled: 'ActivityScheduled',
    started: undefined,
    succeeded: 'ActivitySucceeded',
    failed: 'ActivityFailed',
  },
} as const;

/** Records that a Task makes its call. */
export function recordScheduled(
  frame: Frame,
  { kind, arn, named }: TaskResource,
  input: Json,
  details: object | undefined,
): void {
  const { execution } = frame;
  const { scheduled, started } = EVENTS[kind];
  const place = kind === 'Task' ? { region: execution.settings.region, ...named } : { resource: arn };
  frame.last = execution.record(
    scheduled,
    frame.last,
    undefined,
    input,
    details === undefined ? place : { ...place, ...details },
  );
  if (started !== undefined) frame.last = execution.record(started, frame.last, undefined, undefined, named);
}

/** The Task has its result, which can be too large. */
export function succeed(frame: Frame, resource: TaskResource, output: Json, finish: Finish): Signal {
  const { execution } = frame;
  if (execution.limitPayload && exceedsPayload(output)) {
    return fail(frame, resource, tooLarge(resource.kind === 'Task' ? resource.service : resource.arn));
  }
  frame.last = execution.record(EVENTS[resource.kind].succeeded, frame.last, undefined, output, resource.named);
  return finish(frame, output);
}

/** The Task has failed: its job, or the call that was to start the job. */
export function fail(frame: Frame, { kind, named }: TaskResource, reason: Failure, submitFailed = false): Signal {
  const { execution } = frame;
  const more = { ...named, ...namedFailure(reason) };
  frame.last = execution.record(
    submitFailed ? 'TaskSubmitFailed' : EVENTS[kind].failed,
    frame.last,
    undefined,
    undefined,
    more,
  );
  return failState(frame, reason);
}
