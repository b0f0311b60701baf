import type { TaskCall } from '../interpreter';

/** What a Task asks of the world: one attempt of one Task state. */
export interface TaskRequest {
  /** The name of the Task state. */
  readonly stateName: string;

  /** The Resource as the definition has it, an ARN. */
  readonly resource: string;

  /** What the service receives, as JSON text: the effective Arguments or Parameters, or the input of a function or activity. */
  readonly inputJson: string;

  /** 0 for the first attempt, then 1, 2, … for retries. */
  readonly retryCount: number;

  /** How often any attempt of a state of this name was made before in this execution, from 0. */
  readonly callIndex: number;

  /** The virtual time, in milliseconds since 1970. */
  readonly timeMs: number;

  /** The ARN of the execution that asks. */
  readonly executionArn: string;

  /**
   * The task token of a call that waits for it, or that is handed to an activity.
   *
   * @default - there is none
   */
  readonly taskToken?: string;

  /**
   * The index of the item, where the state is inside of a Map; of the innermost one.
   *
   * @default - the state is in no Map
   */
  readonly itemIndex?: number;
}

/** A call as other languages see it. */
export function requestOf(call: TaskCall): TaskRequest {
  const { stateName, resource, input, retryCount, callIndex, time, executionArn, taskToken, iterations } = call;
  return {
    stateName,
    resource,
    inputJson: JSON.stringify(input),
    retryCount,
    callIndex,
    timeMs: time,
    executionArn,
    taskToken,
    itemIndex: iterations[iterations.length - 1]?.index,
  };
}
