import type { Duration, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  Choice,
  DistributedMap,
  Fail,
  Flow,
  InlineMap,
  Parallel,
  Pass,
  Succeed,
  Task,
  Wait,
  type BoundDefinition,
  type IDefinition,
  type ResultWriter,
} from '../chain';
import { StepwrightError } from '../errors';
import type { Call } from './calls';
import { codeOf, template } from './code';
import type { Expr, Operand, Template, Value } from './expression';
import {
  resultScope,
  SCOPE,
  type Assigned,
  type Assignments,
  type ErrorOutput,
  type Join,
  type Keep,
  type ExpressionScope,
} from './expression-scope';
import {
  duration,
  evaluated,
  text,
  type CatchProps,
  type CatchWithProps,
  type DistributedMapProps,
  type MapProps,
  type TaskProps,
  type WrittenResults,
} from './options';
import { Decided, Rules } from './rules';
import { variables as assigning } from './variables';

/** What a flow needs where it begins. */
export interface Start<I, V> {
  readonly input: I;
  readonly vars: V;
}

/**
 * A flow that takes an input (and, if it is a fragment, variables), gives an `O`, leaves variables `V` and makes the calls `C`.
 * `O` is never when nothing comes out of it. It goes wherever an untyped flow goes.
 */
export class TypedFlow<S, O, V, C> implements IDefinition {
  /** The types; never there at run time. */
  declare public readonly _types?: (start: S) => readonly [O, V, C];

  constructor(
    /** The flow without its types. */
    public readonly flow: Flow, // eslint-disable-line @typescript-eslint/no-shadow -- the verb `flow` starts one
  ) {}

  /** For a workflow. */
  public bind(scope: Construct): BoundDefinition {
    return this.flow.bind(scope);
  }

  /** The definition in the Amazon States Language. */
  public toAsl(): { [field: string]: any } {
    return this.flow.toAsl();
  }

  /** A copy whose states have other names. */
  public prefixed<const P extends string>(prefix: P): TypedFlow<S, O, V, Prefixed<C, P>> {
    return new TypedFlow(this.flow.prefixed(prefix));
  }

  /** A retrier for every task of this flow, those of handlers and branches included. */
  public retryEach(retry: sfn.RetryProps): TypedFlow<S, O, V, C> {
    return new TypedFlow(this.flow.retryEach(retry));
  }
}

/** The calls of a flow whose states have got other names. */
type Prefixed<C, P extends string> = { readonly [N in keyof C as `${P}${N & string}`]: C[N] };

/** A flow after which nothing can follow. `E` is what an execution gives that ends here with success. */
export class Closed<S, C, E = never> extends TypedFlow<S, never, never, C> {
  declare private readonly _closed: true;
  /** The type of the execution's output; never there at run time. */
  declare public readonly _ends: () => E;

  public prefixed<const P extends string>(prefix: P): Closed<S, Prefixed<C, P>, E> {
    return new Closed(this.flow.prefixed(prefix));
  }

  public retryEach(retry: sfn.RetryProps): Closed<S, C, E> {
    return new Closed(this.flow.retryEach(retry));
  }
}

/** What a branch is, seen from outside. */
export type Branch<O, V, C> = TypedFlow<never, O, V, C>;

/** Open, or closed if nothing comes out. */
type Made<S, O, V, C> = [O] extends [never] ? Closed<S, C> : Open<S, O, V, C>;

/** What the compiler names where a flow gives something else than it declares. */
export interface GivesAnother<Output, Declared> {
  readonly output: Output;
  readonly declared: Declared;
  readonly fits: false;
}

/** A call by the name of its state. */
export type CallEntry<N extends string, R, A> = { readonly [K in N]: { readonly input: A; readonly result: R } };

type Results<B> = true extends { [K in keyof B]: [OutputOf<B[K]>] extends [never] ? true : false }[keyof B]
  ? never
  : { [K in keyof B]: OutputOf<B[K]> };
type OutputOf<F> = F extends TypedFlow<any, infer O, any, any> ? O : never;
type CallsIn<B> = B extends TypedFlow<any, any, any, infer C> ? C : never;
type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** A flow that can go on. Each verb adds a state and gives a new flow. */
export class Open<S, O, V, C> extends TypedFlow<S, O, V, C> {
  /** Calls something. */
  public task<const N extends string, R, X, A extends Assignments = {}, T extends Template = Expr<R & {}>>(
    name: N,
    call: ($: ExpressionScope<O, V>) => Call<R, X>,
    props: TaskProps<O, V, R, A, T> = {},
  ): Catchable<S, O, V, Value<T>, Assigned<V, A>, C & CallEntry<N, R, X>> {
    const made = call(SCOPE as never) as Call<R, X> | undefined;
    if (!made?.integration) throw notMade(name, 'a call, such as fn.invoke(…) or t.call(…)');
    const { integration, result } = made;
    const scope = resultScope(result);
    const task = new Task(name, {
      call: integration,
      comment: props.comment,
      timeout: duration(props.timeout),
      heartbeat: duration(props.heartbeat),
      credentials: props.credentials,
      assign: props.assign && assigning(props.assign(scope as never)),
      output: props.output
        ? template(props.output(scope as never))
        : result === '$states.result'
          ? undefined
          : `{% ${result} %}`,
    });
    return new Catchable(this.flow, task);
  }

  /** Shapes data. */
  public pass<const T extends Template>(
    name: string,
    output: ($: ExpressionScope<O, V>) => T,
  ): Open<S, Value<T>, V, C> {
    return new Open(this.flow.next(new Pass(name, { output: template(output(SCOPE as never)) })));
  }

  /** Assigns variables; the data goes on as it is. */
  public assign<A extends Assignments>(
    name: string,
    variables: ($: ExpressionScope<O, V>) => A & Keep<V, A>,
  ): Open<S, O, Assigned<V, A>, C> {
    return new Open(this.flow.next(new Pass(name, { assign: assigning(variables(SCOPE as never)) })));
  }

  /** Waits for a time, or for a number of seconds that is computed. */
  public wait(name: string, time: Duration | (($: ExpressionScope<O, V>) => Expr<number>)): Open<S, O, V, C> {
    return new Open(this.flow.next(new Wait(name, { duration: duration(time) })));
  }

  /** Waits until a time: ISO 8601 in UTC. */
  public waitUntil(name: string, time: ($: ExpressionScope<O, V>) => Operand<string>): Open<S, O, V, C> {
    return new Open(this.flow.next(new Wait(name, { timestamp: template(time(SCOPE as never)) })));
  }

  /** Goes on by rules. */
  public choice<CO, CV, CC>(
    name: string,
    rules: (choice: Rules<O, V, never, never, {}>) => Decided<CO, CV, CC>,
  ): Made<S, CO, CV, C & CC> {
    const decided = rules(new Rules(new Choice(name)));
    if (!(decided instanceof Decided)) throw notMade(name, 'rules that end with otherwise(…) or orContinue()');
    return new Open(this.flow.next(decided.choice)) as never;
  }

  /**
   * Goes on by a field that tells the members of a union apart, one branch for each; the branch's input is that member.
   * A value that no branch is for fails the execution with `NoSuchCase`.
   */
  public match<const K extends keyof O & string, B extends { readonly [L in O[K] & string]: Branch<any, any, any> }>(
    name: string,
    field: K,
    cases: Cases<O, V, K, B>,
  ): Made<S, OutputOf<B[keyof B]>, JoinAll<B[keyof B]>, C & All<CallsIn<B[keyof B]>>> {
    const on = (SCOPE.input as unknown as Record<string, unknown>)[field];
    const code = codeOf(on).text;
    const branches = Object.entries(cases as Record<string, (branch: unknown) => Branch<unknown, unknown, unknown>>);
    const choice = branches.reduce(
      (made, [value, make]) => made.when(`{% ${code} = ${codeOf(value).text} %}`, branchOf(name, make)),
      new Choice(name),
    );
    const none = new Fail(`${name} (no such case)`, {
      error: 'NoSuchCase',
      cause: `{% 'No case for ${field}: ' & $string(${code}) %}`,
    });
    return new Open(this.flow.next(choice.otherwise(none))) as never;
  }

  /** Repeats while a condition holds, at least once. The body's input is not known: what it needs goes in variables. */
  public loop<BO, BV extends V, BC>(
    name: string,
    body: (branch: Open<Start<unknown, V>, unknown, V, {}>) => Branch<BO, BV, BC>,
    again: ($: ExpressionScope<BO, BV>) => Expr<boolean>,
    every?: { readonly name: string; readonly duration: Duration },
  ): Open<S, BO, BV, C & BC> {
    const repeated = branchOf(name, body);
    const back = Flow.goTo(repeated._node.entry ?? name);
    const choice = new Choice(name).when(
      template(again(SCOPE as never)),
      every ? new Wait(every.name, { duration: every.duration }).next(back) : back,
    );
    return new Open(this.flow.next(repeated).next(choice));
  }

  /** Runs branches at the same time; the output has the branches' names. */
  public parallel<B extends { readonly [name: string]: Branch<unknown, unknown, unknown> }>(
    name: string,
    branches: { readonly [K in keyof B]: (branch: Open<Start<O, V>, O, V, {}>) => B[K] },
  ): CatchableMade<S, O, V, Results<B>, V, C & All<CallsIn<B[keyof B]>>> {
    const made = Object.entries(branches as Record<string, (branch: unknown) => Branch<unknown, unknown, unknown>>).map(
      ([key, make]) => ({ key, flow: branchOf(name, make) }),
    );
    const output = Object.fromEntries(made.map(({ key }, i) => [key, `{% $states.result[${i}] %}`]));
    return new Catchable(this.flow, new Parallel(name, { branches: made.map(branch => branch.flow), output })) as never;
  }

  /** Runs the processor for each item, within this execution; the output is the list of its outputs. */
  public map<E, X, XC, const T extends Template = Expr<E & {}>>(
    name: string,
    props: MapProps<O, V, E, T, (branch: Open<Start<Value<T>, V>, Value<T>, V, {}>) => Branch<X, unknown, XC>>,
  ): Catchable<S, O, V, X[], V, C & XC> {
    return new Catchable(
      this.flow,
      new InlineMap(name, {
        ...props,
        items: evaluated(props.items),
        itemSelector: evaluated(props.itemSelector),
        processor: branchOf(name, props.processor),
      }),
    );
  }

  /** Runs the processor for each item, each in a child execution; the output is the list of its outputs, or where `resultWriter` wrote them. */
  public distributedMap<
    E,
    X,
    XC,
    const T extends Template = Expr<E & {}>,
    W extends ResultWriter | undefined = undefined,
  >(
    name: string,
    props: DistributedMapProps<
      O,
      V,
      E,
      T,
      (branch: Open<Start<Value<T>, {}>, Value<T>, {}, {}>) => Branch<X, unknown, XC>,
      W
    >,
  ): Catchable<S, O, V, W extends ResultWriter ? WrittenResults : X[], V, C & XC> {
    return new Catchable(
      this.flow,
      new DistributedMap(name, {
        ...props,
        items: evaluated(props.items),
        itemReader: props.itemReader?.reader,
        itemSelector: evaluated(props.itemSelector),
        processor: branchOf(name, props.processor),
      }),
    );
  }

  /** A flow that was made elsewhere, with the input and the variables that it needs. */
  public next<NO, NV, NC>(
    step: TypedFlow<Start<O, V>, NO, NV, NC>,
  ): Made<S, NO, [NV] extends [never] ? never : V & NV, C & NC> {
    return new Open(this.flow.next(step.flow)) as never;
  }

  /** A step without types: a flow, a state of the CDK, a definition. What it gives is your word: `.use<Receipt>(Flow.fromChainable(…))`. */
  public use<NO = O>(step: Flow): Open<S, NO, V, C> {
    return new Open(this.flow.next(step));
  }

  /** Ends with success: the output is that of the execution. */
  public succeed(name: string): Closed<S, C, O> {
    return new Closed(this.flow.next(new Succeed(name)));
  }

  /** Ends with an error. */
  public fail(
    name: string,
    options: {
      readonly error?: Operand<string> | (($: ExpressionScope<O, V>) => Operand<string>);
      readonly cause?: Operand<string> | (($: ExpressionScope<O, V>) => Operand<string>);
    } = {},
  ): Closed<S, C> {
    return new Closed(this.flow.next(new Fail(name, { error: text(options.error), cause: text(options.cause) })));
  }

  /** Ends here with success. */
  public end(): TypedFlow<S, O, V, C> {
    return new TypedFlow(this.flow.end());
  }

  /** Declares what the whole flow gives: `.returns<Receipt>()` is refused when it gives something else. */
  public returns<X>(this: [O] extends [X] ? Open<S, O, V, C> : GivesAnother<O, X>): Open<S, X, V, C> {
    return new Open((this as unknown as Open<S, O, V, C>).flow);
  }

  /** A copy whose states have other names. */
  public prefixed<const P extends string>(prefix: P): Open<S, O, V, Prefixed<C, P>> {
    return new Open(this.flow.prefixed(prefix));
  }

  /** A retrier for every task of this flow. */
  public retryEach(retry: sfn.RetryProps): Open<S, O, V, C> {
    return new Open(this.flow.retryEach(retry));
  }

  /**
   * Adds a catcher to every task, parallel, and map on this flow's own level.
   *
   * @param handler the flow that runs on an error; it sees only the variables from before this flow
   * @param props the errors; all if omitted
   */
  public catchEach<HO, HV, HC>(
    handler: (branch: Open<Start<ErrorOutput, VarsOf<S>>, ErrorOutput, VarsOf<S>, {}>) => Branch<HO, HV, HC>,
    props: CatchProps = {},
  ): Open<S, O | HO, Join<V, HV>, C & HC> {
    return new Open(this.flow.catchEach(branchOf('catchEach', handler), props));
  }
}

/** A branch for each value of the field that tells the members of a union apart. */
type Cases<O, V, K extends keyof O, B> = {
  readonly [L in keyof B]: L extends O[K] & string
    ? (branch: Open<Start<Member<O, K, L>, V>, Member<O, K, L>, V, {}>) => B[L]
    : never;
};
type Member<O, K extends keyof O, L> = Extract<O, { readonly [F in K]: L }>;
type VarsOf<S> = S extends { readonly vars: infer V } ? V : {};
type JoinAll<B> =
  All<B extends TypedFlow<any, any, infer V, any> ? ([V] extends [never] ? never : (v: V) => void) : never> extends (
    v: infer J,
  ) => void
    ? { readonly [K in keyof J & string]: J[K] }
    : never;

/** Catchable, or closed if nothing comes out. */
type CatchableMade<S, PO, PV, O, V, C> = [O] extends [never]
  ? CatchableClosed<S, PO, PV, C>
  : Catchable<S, PO, PV, O, V, C>;

type CatchableState = Task | Parallel | InlineMap | DistributedMap;

/** A flow whose last state can retry and catch. */
export class Catchable<S, PO, PV, O, V, C> extends Open<S, O, V, C> {
  constructor(
    private readonly before: Flow,
    private readonly last: CatchableState,
  ) {
    super(before.next(last));
  }

  /** Adds a retrier to the last state. */
  public retry(retry: sfn.RetryProps): Catchable<S, PO, PV, O, V, C> {
    return new Catchable(this.before, this.last.retry(retry));
  }

  /**
   * Adds a catcher to the last state. The output and the variables of the handler join those of the state.
   *
   * @param handler the flow that runs on an error; it receives the error output and sees the variables from before the state
   * @param props the errors; all if omitted
   */
  public catch<HO, HV, HC>(
    handler: (branch: Open<Start<ErrorOutput, PV>, ErrorOutput, PV, {}>) => Branch<HO, HV, HC>,
    props: CatchProps = {},
  ): Catchable<S, PO, PV, O | HO, Join<V, HV>, C & HC> {
    return this.catchWith(props, handler as never) as never;
  }

  /**
   * Adds a catcher whose handler receives something other than the error output, or more variables. The props come first because TypeScript
   * infers the type of the handler's input from them.
   *
   * @param props the errors, and what the handler receives
   * @param handler the flow that runs on an error
   */
  public catchWith<HO, HV, HC, A extends Assignments = {}, const T extends Template = Expr<ErrorOutput>>(
    props: CatchWithProps<PO, PV, A, T>,
    handler: (branch: Open<Start<Value<T>, Assigned<PV, A>>, Value<T>, Assigned<PV, A>, {}>) => Branch<HO, HV, HC>,
  ): Catchable<S, PO, PV, O | HO, Join<V, HV>, C & HC> {
    const caught = this.last.catch(branchOf(`catch of ${this.last._node.entry}`, handler), {
      errors: props.errors,
      comment: props.comment,
      assign: props.assign && assigning(props.assign(SCOPE as never)),
      output: evaluated(props.output),
    });
    return new Catchable(this.before, caught);
  }
}

/** A Parallel of which a branch always fails: nothing follows but what its handlers give. */
export interface CatchableClosed<S, PO, PV, C> extends Closed<S, C> {
  /** Adds a retrier to the Parallel. */
  retry(retry: sfn.RetryProps): CatchableClosed<S, PO, PV, C>;
  /** Adds a catcher to the Parallel; the flow continues with the output of the handler. */
  catch<HO, HV, HC>(
    handler: (branch: Open<Start<ErrorOutput, PV>, ErrorOutput, PV, {}>) => Branch<HO, HV, HC>,
    props?: CatchProps,
  ): CatchableMade<S, PO, PV, HO, HV, C & HC>;
  /** Adds a catcher whose handler receives something other than the error output, or more variables. */
  catchWith<HO, HV, HC, A extends Assignments = {}, const T extends Template = Expr<ErrorOutput>>(
    props: CatchWithProps<PO, PV, A, T>,
    handler: (branch: Open<Start<Value<T>, Assigned<PV, A>>, Value<T>, Assigned<PV, A>, {}>) => Branch<HO, HV, HC>,
  ): CatchableMade<S, PO, PV, HO, HV, C & HC>;
}

/** Starts a flow. A fragment says the variables that it needs: `flow<Input, { orderId: string }>()`. */
export function flow<I, V = {}>(): Open<Start<I, V>, I, V, {}> {
  return new Open(Flow.of());
}

/** What a callback makes of an empty flow. */
export function branchOf(name: string, make: (branch: never) => unknown): Flow {
  const made = make(new Open(Flow.of()) as never);
  if (!(made instanceof TypedFlow)) throw notMade(name, 'the flow that the callback was given, with its states');
  return made.flow;
}

function notMade(name: string, allowed: string): StepwrightError {
  return new StepwrightError(
    'CALLBACK_RETURNS_NOTHING',
    `a callback of '${name}' returns nothing, or the wrong kind of value`,
    {
      allowed,
      fix: 'Return the value. An arrow function with braces needs a return.',
    },
  );
}
