import type { Json, JsonObject, StateType } from '../asl';
import type { ExecutionSettings } from './execution-settings';
import { isoTime } from './iso-time';
import type { MapItem } from './map-items';
import type { Instant } from './scheduler';

/** The visit of a state, as its Context object describes it. */
interface Visit {
  readonly state: { readonly name: string; readonly type: StateType };
  readonly enteredAt: Instant;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
}

/** The types of states that can be retried. */
const RETRIED: ReadonlySet<StateType> = new Set(['Task', 'Parallel', 'Map']);

/**
 * The Context object (`$$`, `$states.context`) of a state, with its members in AWS's order.
 *
 * @param item the item of the Map around the state
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export function contextObject(settings: ExecutionSettings, visit: Visit, item: MapItem | undefined): JsonObject {
  const { state, enteredAt, retryCount, taskToken } = visit;
  const context: Record<string, Json> = {
    Execution: executionMember(settings),
    StateMachine: { Id: settings.stateMachineArn, Name: settings.stateMachineName },
    State: {
      Name: state.name,
      EnteredTime: isoTime(enteredAt.time),
      ...(RETRIED.has(state.type) ? { RetryCount: retryCount } : {}),
    },
  };
  if (item) context.Map = { Item: mapItem(item) };
  else if (settings.mapItem) context.Map = { Item: mapItem(settings.mapItem) };
  if (taskToken !== undefined) context.Task = { Token: taskToken };
  return context;
}

function executionMember(settings: ExecutionSettings): JsonObject {
  const { executionArn, input, executionName, roleArn, startTime, type, synchronous, redrive } = settings;
  const member = {
    Id: executionArn,
    Input: input,
    Name: executionName,
    RoleArn: roleArn,
    StartTime: isoTime(startTime),
  };
  if (type === 'EXPRESS' && synchronous) return member;
  return redrive
    ? { ...member, RedriveCount: redrive.count, RedriveTime: isoTime(redrive.time) }
    : { ...member, RedriveCount: 0 };
}

function mapItem({ index, value, key, source }: MapItem): JsonObject {
  return {
    Index: index,
    ...(key === undefined ? {} : { Key: key }),
    Value: value,
    ...(source === undefined ? {} : { Source: source }),
  };
}
