import type { Json } from '../asl';
import type { TaskCall } from '../interpreter';
import type {
  Fails,
  LocalRedriveOptions,
  LocalRunOptions,
  Pending,
  Returns,
  ReturnsPayload,
  RunResult,
  Sequence,
  TaskHandler,
  Throws,
} from '../local';

/** The types that a typed flow carries. */
interface Typed<S, O, C> {
  readonly _types?: (start: S) => readonly [O, unknown, C];
}

/** The input of a typed flow; any JSON for others. */
export type InputOf<F> = F extends Typed<infer S, any, any> ? (S extends { readonly input: infer I } ? I : any) : any;

/** The output of a typed flow, which may end with a Succeed; any JSON for others. */
export type OutputOf<F> = F extends { readonly _ends: () => infer E }
  ? E
  : F extends Typed<any, infer O, any>
    ? O
    : Json;

type CallsOf<F> = F extends Typed<any, any, infer C> ? C : unknown;

/** What answers a call whose result has a type: the result itself, or as the payload of a function. */
export type TypedAnswer<R> =
  Returns<R> | Returns<{ readonly Payload: R }> | ReturnsPayload<R> | Fails | Throws | Pending;

/** What answers a call, once or one call after another, as data or as code. */
export type TypedHandler<R> =
  | TypedAnswer<R>
  | Sequence<TypedAnswer<R>>
  | ((input: any, call: TaskCall) => TypedAnswer<R> | Promise<TypedAnswer<R>>);

/** Who answers which Task of a typed flow: its states by their names, with answers of their types; resources such as `dynamodb:putItem` with any. */
export type TasksOf<F> = {
  readonly [N in keyof CallsOf<F>]?: CallsOf<F>[N] extends { readonly result: infer R } ? TypedHandler<R> : TaskHandler;
} & { readonly [resource: `${string}:${string}`]: TaskHandler };

/** How a local run of a flow is set up: as the flow's types say, where it has some. */
export type RunOptionsOf<F> =
  F extends Typed<any, any, any> ? Omit<LocalRunOptions, 'tasks'> & { readonly tasks?: TasksOf<F> } : LocalRunOptions;

/** How a redrive of a flow's run is set up: as the flow's types say, where it has some. */
export type RedriveOptionsOf<F> =
  F extends Typed<any, any, any>
    ? Omit<LocalRedriveOptions, 'tasks'> & { readonly tasks?: TasksOf<F> }
    : LocalRedriveOptions;

/** A finished local run of a typed flow. */
export interface TypedRunResult<F> extends Omit<RunResult, 'output' | 'redrive' | 'redriveSync'> {
  /** The output; undefined unless it succeeded. */
  readonly output: OutputOf<F> | undefined;
  /** Redrives the execution from where it stopped. @throws StepwrightError as `RunResult.redrive` does */
  redrive(options?: RedriveOptionsOf<F>): Promise<TypedRunResult<F>>;
  /** Redrives the execution with handlers that return no promises. @throws StepwrightError as `RunResult.redriveSync` does */
  redriveSync(options?: RedriveOptionsOf<F>): TypedRunResult<F>;
}

/** A finished local run with the output's type. */
export type RunResultOf<F> = F extends Typed<any, any, any> ? TypedRunResult<F> : RunResult;
