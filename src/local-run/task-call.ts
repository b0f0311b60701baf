import type { TaskCall as Call } from '../interpreter';

/** One attempt of one Task state. */
export interface TaskCall {
  /** The name of the Task state. */
  readonly stateName: string;

  /** The Resource as the definition has it, an ARN. */
  readonly resource: string;

  /** What the service receives, as a JSON string: the effective Arguments or Parameters, or the input of a function or activity. */
  readonly inputJson: string;

  /** 0 for the first attempt, then 1, 2, … for retries. */
  readonly retryCount: number;

  /** The number of earlier attempts of states with this name in this execution. */
  readonly callIndex: number;

  /** The virtual time of the call, in milliseconds since 1970. */
  readonly time: number;

  /** The ARN of the execution. */
  readonly executionArn: string;

  /** The ARN of its state machine. */
  readonly stateMachineArn: string;

  /**
   * The token of a `.waitForTaskToken` or activity call.
   *
   * @default - no task token
   */
  readonly taskToken?: string;

  /**
   * The index of the item, if the state is inside a Map. With nested Maps, that of the innermost one.
   *
   * @default - the state is not inside a Map
   */
  readonly itemIndex?: number;
}

/** A call as other languages see it. */
export function taskCallOf(call: Call): TaskCall {
  const { stateName, resource, input, retryCount, callIndex, time, executionArn, stateMachineArn, taskToken } = call;
  return {
    stateName,
    resource,
    inputJson: JSON.stringify(input),
    retryCount,
    callIndex,
    time,
    executionArn,
    stateMachineArn,
    taskToken,
    itemIndex: call.iterations[call.iterations.length - 1]?.index,
  };
}
