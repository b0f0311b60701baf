import type { Json } from '../asl';
import type { TaskCall } from '../interpreter';
import type {
  Fails,
  LocalRedriveOptions,
  LocalRunOptions,
  Mock,
  MockFunction,
  Pending,
  Returns,
  ReturnsPayload,
  RunResult,
  Sequence,
  Throws,
} from '../local';

/** The types of a typed flow. */
interface Typed<S, O, C> {
  readonly _types?: (start: S) => readonly [O, unknown, C];
}

/** The input of a typed flow, or any JSON for other flows. */
export type InputOf<F> = F extends Typed<infer S, any, any> ? (S extends { readonly input: infer I } ? I : any) : any;

/** The output of a typed flow, which may end with a Succeed, or any JSON for other flows. */
export type OutputOf<F> = F extends { readonly _ends: () => infer E }
  ? E
  : F extends Typed<any, infer O, any>
    ? O
    : Json;

type CallsOf<F> = F extends Typed<any, any, infer C> ? C : unknown;

/** The mock of one call whose result has a type: the result itself, or the payload of a function. */
export type TypedAnswer<R> =
  Returns<R> | Returns<{ readonly Payload: R }> | ReturnsPayload<R> | Fails | Throws | Pending;

/** The mock of a Task whose result has a type: data, a sequence, or a function. */
export type TypedMock<R> =
  | TypedAnswer<R>
  | Sequence<TypedAnswer<R>>
  | ((input: any, call: TaskCall) => TypedAnswer<R> | Promise<TypedAnswer<R>>);

/** The mocks of a typed flow: those of states have the types of their results; those of resources such as `dynamodb:putItem` can be anything. */
export type MocksOf<F> = {
  readonly [N in keyof CallsOf<F>]?: CallsOf<F>[N] extends { readonly result: infer R }
    ? TypedMock<R>
    : Mock | MockFunction;
} & { readonly [resource: `${string}:${string}`]: Mock | MockFunction };

/** The options of a local run, with the types of a typed flow. */
export type RunOptionsOf<F> =
  F extends Typed<any, any, any> ? Omit<LocalRunOptions, 'mocks'> & { readonly mocks?: MocksOf<F> } : LocalRunOptions;

/** The options of a redrive, with the types of a typed flow. */
export type RedriveOptionsOf<F> =
  F extends Typed<any, any, any>
    ? Omit<LocalRedriveOptions, 'mocks'> & { readonly mocks?: MocksOf<F> }
    : LocalRedriveOptions;

/** A finished local run of a typed flow. */
export interface TypedRunResult<F> extends Omit<RunResult, 'output' | 'redrive' | 'redriveSync'> {
  /** The output; undefined unless it succeeded. */
  readonly output: OutputOf<F> | undefined;
  /** Redrives the execution from where it stopped. @throws StepwrightError as `RunResult.redrive` does */
  redrive(options?: RedriveOptionsOf<F>): Promise<TypedRunResult<F>>;
  /** Redrives the execution with mocks that don't return promises. @throws StepwrightError as `RunResult.redriveSync` does */
  redriveSync(options?: RedriveOptionsOf<F>): TypedRunResult<F>;
}

/** A finished local run with the output's type. */
export type RunResultOf<F> = F extends Typed<any, any, any> ? TypedRunResult<F> : RunResult;
