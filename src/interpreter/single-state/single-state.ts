import type { Json, JsonObject, QueryLanguage, State } from '../../asl';
import type { RunOptions } from '../run-options';
import type { Stages } from './stages';

/** What a service answers to the state's call, or a Map or Parallel to its state. */
export type StateAnswer = { readonly output: Json } | { readonly error: string | undefined; readonly cause?: string };

/** A state to run by itself. */
export interface SingleState {
  readonly state: State;
  readonly name: string;
  readonly language: QueryLanguage;
  /** The Maps and Parallels around the state, innermost first. */
  readonly around: readonly SurroundingState[];
  readonly input: Json;
  readonly variables: JsonObject;
  /** The Context Object; AWS makes one up without it. */
  readonly context: JsonObject | undefined;
  readonly roleArn: string | undefined;
  /** Answers a Task, a Map or a Parallel. It receives what the Task sends. */
  readonly answer: (sent: Json) => StateAnswer;
  readonly configuration: StateConfiguration;
  readonly run: RunOptions;
}

/** A Map or Parallel around the state. */
export interface SurroundingState {
  readonly state: State;
  readonly language: QueryLanguage;
}

/** What is assumed of the run before. */
export interface StateConfiguration {
  /** How often the matching retrier has been used. */
  readonly retrierRetryCount?: number;
  /** How many iterations of a Map have failed. */
  readonly mapIterationFailureCount?: number;
  /** What a Map's reader reads, as its source holds it; or the items themselves. */
  readonly mapItemReaderData?: string | readonly Json[];
}

/** What came of it. */
export interface StateOutcome {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData: Stages;
}
