import type { Json, JsonObject, StateType } from '../asl';
import type { Frame, MapItem } from './frame';

/** The types of states that can be tried again. */
const RETRIED: ReadonlySet<StateType> = new Set(['Task', 'Parallel', 'Map']);

/**
 * The Context Object (`$$`, `$states.context`) as a state sees it, in AWS's order of members.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export function contextObject(frame: Frame): JsonObject {
  const { execution } = frame;
  const context: Record<string, Json> = {
    Execution: execution.contextMember(),
    StateMachine: { Id: execution.settings.stateMachineArn, Name: execution.settings.stateMachineName },
    State: {
      Name: frame.state.name,
      EnteredTime: isoTime(frame.enteredAt.time),
      ...(RETRIED.has(frame.state.type) ? { RetryCount: frame.retryCount } : {}),
    },
  };
  const item = frame.selecting ?? nearestItem(frame);
  if (item) context.Map = { Item: mapItem(item) };
  else if (execution.settings.mapItem) context.Map = { Item: mapItem(execution.settings.mapItem) };
  if (frame.taskToken !== undefined) context.Task = { Token: frame.taskToken };
  return context;
}

/** A time as the Context Object and descriptions of executions have it: to the millisecond, without a fraction on the whole second. */
export function isoTime(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

function nearestItem(frame: Frame): MapItem | undefined {
  for (let at: Frame | undefined = frame; at; at = at.parent) if (at.item) return at.item;
  return undefined;
}

function mapItem({ index, value, key, source }: MapItem): JsonObject {
  return {
    Index: index,
    ...(key === undefined ? {} : { Key: key }),
    Value: value,
    ...(source === undefined ? {} : { Source: source }),
  };
}
