import type { Json } from '../asl';

/** How a Task calls: what its Resource ends with. */
export type IntegrationPattern = 'REQUEST_RESPONSE' | 'SYNC' | 'WAIT_FOR_TASK_TOKEN';

/** Which family of history events a Task writes. */
export type TaskKind = 'Task' | 'LambdaFunction' | 'Activity';

/** The item of a Map inside which a state runs. */
export interface MapIteration {
  /** The name of the Map state. */
  readonly map: string;
  /** The item's index, from 0. */
  readonly index: number;
}

/** What a Task asks of the world: one attempt of one Task state. Values in it are never changed by anyone. */
export interface TaskCall {
  /** The name of the Task state. */
  readonly stateName: string;
  readonly kind: TaskKind;
  /** The Resource as the definition has it, an ARN. */
  readonly resource: string;
  /** For service integrations: `lambda`, `dynamodb`, `aws-sdk:s3`, …; else `lambda` or `activity`. */
  readonly service: string;
  /** For service integrations: `invoke`, `putItem`, … without the pattern's suffix; else empty. */
  readonly action: string;
  readonly pattern: IntegrationPattern;
  /** What the service receives: the effective Parameters or Arguments, or the input of a function or activity. */
  readonly input: Json;
  /** The Maps around the state, outermost first. */
  readonly iterations: readonly MapIteration[];
  /** 0 for the first attempt, then 1, 2, … for retries. */
  readonly retryCount: number;
  /** How often any attempt of a state of this name was made before in this execution, from 0. */
  readonly callIndex: number;
  /** The token of a `.waitForTaskToken` or activity call. */
  readonly taskToken?: string;
  /** The effective time-out in seconds. */
  readonly timeoutSeconds?: number;
  /** The effective heartbeat in seconds. */
  readonly heartbeatSeconds?: number;
  /** The role that the Task assumes. */
  readonly credentialsRoleArn?: string;
  /** The virtual time of the call, in milliseconds since 1970. */
  readonly time: number;
  /** The ARN of the execution that calls. */
  readonly executionArn: string;
  /** The ARN of its state machine. */
  readonly stateMachineArn: string;
}

/** What the world answers to a Task, and when, in virtual time. */
export type TaskAnswer = TaskOutput | TaskError | TaskPending | TaskRefused;

/** What every answer can have. */
export interface TaskTiming {
  /** How long the call takes, in virtual milliseconds. @default 0 */
  readonly durationMs?: number;
  /** When heartbeats are sent, in virtual milliseconds after the call. @default - none */
  readonly heartbeatsMs?: readonly number[];
  /** `.sync` and `.waitForTaskToken`: the immediate answer, the output of TaskSubmitted. @default - an empty answer of the service's shape */
  readonly submitted?: Json;
  /** Activities: the name of the worker that took the task. @default - none */
  readonly workerName?: string;
  /** Activities: when a worker takes the task, in virtual milliseconds after the call. @default 0 */
  readonly takenAfterMs?: number;
}

/** The call succeeds. */
export interface TaskOutput extends TaskTiming {
  readonly output: Json;
}

/** The call fails. */
export interface TaskError extends TaskTiming {
  /** The error name; undefined where the service names none. */
  readonly error: string | undefined;
  readonly cause?: string;
  /** `.sync` and `.waitForTaskToken`: the call itself was refused, so no job ever ran (TaskSubmitFailed). @default false */
  readonly submitFailed?: boolean;
}

/** The call does not answer by itself: its task token, a time-out, a missing heartbeat or the end of the execution ends it. */
export interface TaskPending extends TaskTiming {
  readonly pending: true;
}

/** The Task cannot be started at all, a `States.Runtime` failure: an activity that does not exist, parameters that the service's API does not have. */
export interface TaskRefused extends TaskTiming {
  /** Why, without the state's name in front. */
  readonly refused: string;
}

/** Carries out what Tasks ask for. It answers at once, or later with a promise. */
export type TaskRunner = (call: TaskCall) => TaskAnswer | Promise<TaskAnswer>;
