import type { FieldValidationMode } from './check-result';
import type { Json, JsonObject } from '../../asl';
import type { RunOptions, StateAnswer } from '../../interpreter';

/** A mocked answer: one of `result` and `errorOutput`. */
export interface TestStateMock {
  /** What the service answers, or what the branches or iterations gave: JSON, or as in the API its text. For `.sync`, what Step Functions polls for answers. */
  readonly result?: Json;
  /** The error that it ends with. */
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  /** How `result` is compared with what the service's API answers. @default "STRICT" */
  readonly fieldValidationMode?: FieldValidationMode;
}

/** What is assumed of the run before. */
export interface TestStateConfiguration {
  /** How often the retrier that matches has been used, from 0. */
  readonly retrierRetryCount?: number;
  /** The state inside of a Map or Parallel that failed. */
  readonly errorCausedByState?: string;
  /** How many iterations of a Map have failed, at most as many as it has items. */
  readonly mapIterationFailureCount?: number;
  /** What a Map's reader reads: the text that its source holds, such as CSV or JSON; or the items themselves. */
  readonly mapItemReaderData?: Json;
}

/** One state to test, as the TestState API takes it; JSON texts of the API can be values here. */
export interface TestStateOptions {
  /** A state, or a state machine together with `stateName`; or the JSON text of either. */
  readonly definition: Json;
  /** The state of the machine, at any depth. */
  readonly stateName?: string;
  /** @default {} */
  readonly input?: Json;
  /** The input as the API takes it: JSON text. In place of `input`. */
  readonly inputText?: string;
  /** The variables that the state sees, or their JSON text. */
  readonly variables?: JsonObject | string;
  /** The Context Object, or its JSON text; only together with a mock. @default - made up */
  readonly context?: JsonObject | string;
  readonly mock?: TestStateMock;
  /** How much is told: the output; with DEBUG also what the data looked like between the fields. TRACE tells the same: nothing is sent that could be shown. @default "INFO" */
  readonly inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE';
  readonly stateConfiguration?: TestStateConfiguration;
  /** The role; AWS asks for one to test a Task without a mock. */
  readonly roleArn?: string;
  readonly revealSecrets?: boolean;
  /** Answers a Task that has no mock, in place of the service. */
  readonly service?: (sent: Json) => StateAnswer;
  readonly run?: RunOptions;
}

/** What the TestState API answers; JSON texts of the API are values here. */
export interface TestStateResult {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  /** At the levels DEBUG and TRACE. */
  readonly inspectionData?: JsonObject;
}
