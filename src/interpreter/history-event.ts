/**
 * The events of an execution history, as GetExecutionHistory returns them. The types are assignable to those of
 * `@aws-sdk/client-sfn`, without the need to install it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface HistoryEvent {
  /** The virtual time of the event. */
  timestamp: Date;
  type: HistoryEventType;
  /** From 1, in the order of recording. */
  id: number;
  /** The event that led to this one; 0 for the first. */
  previousEventId: number;

  activityFailedEventDetails?: FailureDetails;
  activityScheduledEventDetails?: ActivityScheduledDetails;
  activityStartedEventDetails?: { workerName?: string };
  activitySucceededEventDetails?: OutputDetails;
  activityTimedOutEventDetails?: FailureDetails;
  evaluationFailedEventDetails?: FailureDetails & { location?: string; state: string };
  executionAbortedEventDetails?: FailureDetails;
  executionFailedEventDetails?: FailureDetails;
  executionRedrivenEventDetails?: { redriveCount?: number };
  executionStartedEventDetails?: { input?: string; inputDetails?: Truncation; roleArn?: string };
  executionSucceededEventDetails?: OutputDetails;
  executionTimedOutEventDetails?: FailureDetails;
  lambdaFunctionFailedEventDetails?: FailureDetails;
  lambdaFunctionScheduledEventDetails?: LambdaFunctionScheduledDetails;
  lambdaFunctionSucceededEventDetails?: OutputDetails;
  lambdaFunctionTimedOutEventDetails?: FailureDetails;
  mapIterationAbortedEventDetails?: MapIterationDetails;
  mapIterationFailedEventDetails?: MapIterationDetails;
  mapIterationStartedEventDetails?: MapIterationDetails;
  mapIterationSucceededEventDetails?: MapIterationDetails;
  mapRunFailedEventDetails?: FailureDetails;
  mapRunRedrivenEventDetails?: { mapRunArn?: string; redriveCount?: number };
  mapRunStartedEventDetails?: { mapRunArn?: string };
  mapStateStartedEventDetails?: { length: number };
  stateEnteredEventDetails?: StateEnteredDetails;
  stateExitedEventDetails?: StateExitedDetails;
  taskFailedEventDetails?: TaskDetails & FailureDetails;
  taskScheduledEventDetails?: TaskScheduledDetails;
  taskStartedEventDetails?: TaskDetails;
  taskSubmitFailedEventDetails?: TaskDetails & FailureDetails;
  taskSubmittedEventDetails?: TaskDetails & OutputDetails;
  taskSucceededEventDetails?: TaskDetails & OutputDetails;
  taskTimedOutEventDetails?: TaskDetails & FailureDetails;
}

/** Whether AWS would have cut a text; a local run never does. */
export interface Truncation {
  truncated: boolean;
}

/** An error name and a cause, as far as there are any. */
export interface FailureDetails {
  error?: string;
  cause?: string;
}

/** An output, as JSON text. */
export interface OutputDetails {
  output?: string;
  outputDetails?: Truncation;
}

/** Which integration a Task calls. */
export interface TaskDetails {
  resourceType: string;
  resource: string;
}

/** What a Task asks a service for; `parameters` is JSON text. */
export interface TaskScheduledDetails extends TaskDetails {
  region: string;
  parameters: string;
  timeoutInSeconds?: number;
  heartbeatInSeconds?: number;
  taskCredentials?: { roleArn?: string };
}

/** What a Task asks a function for; `input` is JSON text. */
export interface LambdaFunctionScheduledDetails {
  resource: string;
  input?: string;
  inputDetails?: Truncation;
  timeoutInSeconds?: number;
  taskCredentials?: { roleArn?: string };
}

/** What a Task asks a worker for; `input` is JSON text. */
export interface ActivityScheduledDetails {
  resource: string;
  input?: string;
  inputDetails?: Truncation;
  timeoutInSeconds?: number;
  heartbeatInSeconds?: number;
}

/** The Map state and the item. */
export interface MapIterationDetails {
  name?: string;
  index?: number;
}

/** The state and its input, as JSON text. */
export interface StateEnteredDetails {
  name: string;
  input?: string;
  inputDetails?: Truncation;
}

/** The state, its output as JSON text, and what it assigned, each value as JSON text. */
export interface StateExitedDetails extends OutputDetails {
  name: string;
  assignedVariables?: Record<string, string>;
  assignedVariablesDetails?: Truncation;
}

/** The types of events, as AWS spells them. */
export const HISTORY_EVENT_TYPES = [
  'ActivityFailed',
  'ActivityScheduled',
  'ActivityScheduleFailed',
  'ActivityStarted',
  'ActivitySucceeded',
  'ActivityTimedOut',
  'ChoiceStateEntered',
  'ChoiceStateExited',
  'EvaluationFailed',
  'ExecutionAborted',
  'ExecutionFailed',
  'ExecutionRedriven',
  'ExecutionStarted',
  'ExecutionSucceeded',
  'ExecutionTimedOut',
  'FailStateEntered',
  'LambdaFunctionFailed',
  'LambdaFunctionScheduled',
  'LambdaFunctionScheduleFailed',
  'LambdaFunctionStarted',
  'LambdaFunctionStartFailed',
  'LambdaFunctionSucceeded',
  'LambdaFunctionTimedOut',
  'MapIterationAborted',
  'MapIterationFailed',
  'MapIterationStarted',
  'MapIterationSucceeded',
  'MapRunAborted',
  'MapRunFailed',
  'MapRunRedriven',
  'MapRunStarted',
  'MapRunSucceeded',
  'MapStateAborted',
  'MapStateEntered',
  'MapStateExited',
  'MapStateFailed',
  'MapStateStarted',
  'MapStateSucceeded',
  'ParallelStateAborted',
  'ParallelStateEntered',
  'ParallelStateExited',
  'ParallelStateFailed',
  'ParallelStateStarted',
  'ParallelStateSucceeded',
  'PassStateEntered',
  'PassStateExited',
  'SucceedStateEntered',
  'SucceedStateExited',
  'TaskFailed',
  'TaskScheduled',
  'TaskStarted',
  'TaskStartFailed',
  'TaskStateAborted',
  'TaskStateEntered',
  'TaskStateExited',
  'TaskSubmitFailed',
  'TaskSubmitted',
  'TaskSucceeded',
  'TaskTimedOut',
  'WaitStateAborted',
  'WaitStateEntered',
  'WaitStateExited',
] as const;

/** The type of an event. */
export type HistoryEventType = (typeof HISTORY_EVENT_TYPES)[number];
