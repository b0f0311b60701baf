/** The type of an expression's value; never there at run time. */
declare const TYPE: unique symbol;

/** A JSONata expression whose value is an `A`. It is computed when the workflow runs: JavaScript's own operators do not work on it. */
export interface Expr<out A> {
  readonly [TYPE]: () => A;
}

/** A JSON value without parts. */
export type Scalar = string | number | boolean | null;

/** `undefined` if a value may be missing or null, so that what lies below may be missing too. */
type Gap<A> = [Extract<A, null | undefined>] extends [never] ? never : undefined;

/** An expression whose fields can be reached: `$.input.customer.name`. A field below something that may be missing may be missing itself. */
export type Ref<A> = Expr<A> & Fields<NonNullable<A>, Gap<A>>;

type Fields<A, Missing> = [A] extends [Scalar]
  ? unknown
  : [A] extends [readonly unknown[]]
    ? unknown
    : { readonly [K in keyof A & string]-?: Ref<A[K] | Missing> };

/** What a call takes for an `A`: a literal, an expression, or an object or list that mixes them. */
export type Arg<A> =
  | Expr<A>
  | (A extends Scalar | undefined
      ? A
      : A extends readonly (infer E)[]
        ? ReadonlyArray<Arg<E>>
        : A extends object
          ? { readonly [K in keyof A]: Arg<A[K]> }
          : A);

/** What may stand in an output or be assigned: nothing that may be missing (see `orElse`). */
export type Template = Scalar | Expr<{} | null> | TemplateList | TemplateObject;

/** A list of templates. */
export interface TemplateList extends ReadonlyArray<Template> {}

/** An object of templates. */
export interface TemplateObject {
  readonly [name: string]: Template;
}

/** The type that a template's value has. */
export type Value<T> =
  T extends Expr<infer A>
    ? A
    : T extends Scalar
      ? T
      : T extends readonly unknown[]
        ? { -readonly [I in keyof T]: Value<T[I]> }
        : { -readonly [K in keyof T]: Value<T[K]> };

/** A value or an expression for it. */
export type Operand<A> = A | Expr<A>;

/** Literals as the types that they belong to: `'PAID'` is a string. */
export type Widened<A> = A extends string ? string : A extends number ? number : A extends boolean ? boolean : A;
