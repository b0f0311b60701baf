import { binary, BINDS, call, expression, operand } from '../code';
import type { Expr, Operand, Ref, Template, Value } from '../expression';

/** Equal: `a = b`. A literal that the left side can never be is refused. */
export function eq<A>(a: Expr<A>, b: Operand<NoInfer<NonNullable<A>>>): Expr<boolean> {
  return binary(a, '=', b, BINDS.COMPARE);
}

/** Not equal: `a != b`. The left side is there: JSONata says of what is missing that it is not unequal either. */
export function ne<A extends {} | null>(a: Expr<A>, b: Operand<NoInfer<NonNullable<A>>>): Expr<boolean> {
  return binary(a, '!=', b, BINDS.COMPARE);
}

/** Either two numbers or two texts. */
type Ordered<A> = A extends number ? number : string;

/** Greater: `a > b`. Texts compare by their characters' codes. */
export function gt<A extends number | string>(a: Expr<A>, b: Operand<NoInfer<Ordered<A>>>): Expr<boolean> {
  return binary(a, '>', b, BINDS.COMPARE);
}

/** Greater or equal: `a >= b`. */
export function gte<A extends number | string>(a: Expr<A>, b: Operand<NoInfer<Ordered<A>>>): Expr<boolean> {
  return binary(a, '>=', b, BINDS.COMPARE);
}

/** Less: `a < b`. */
export function lt<A extends number | string>(a: Expr<A>, b: Operand<NoInfer<Ordered<A>>>): Expr<boolean> {
  return binary(a, '<', b, BINDS.COMPARE);
}

/** Less or equal: `a <= b`. */
export function lte<A extends number | string>(a: Expr<A>, b: Operand<NoInfer<Ordered<A>>>): Expr<boolean> {
  return binary(a, '<=', b, BINDS.COMPARE);
}

/** All hold: `a and b`. */
export function and(first: Expr<boolean>, ...more: Array<Expr<boolean>>): Expr<boolean> {
  return joined('and', BINDS.AND, [first, ...more]);
}

/** One holds at least: `a or b`. */
export function or(first: Expr<boolean>, ...more: Array<Expr<boolean>>): Expr<boolean> {
  return joined('or', BINDS.OR, [first, ...more]);
}

/** Does not hold: `$not(a)`. */
export function not(a: Expr<boolean>): Expr<boolean> {
  return call('not', a);
}

/** Is there, null included: `$exists(a)`. In a Choice, `whenExists` also narrows the type. */
export function exists(a: Expr<unknown>): Expr<boolean> {
  return call('exists', a);
}

/** Is null: `a = null`. */
export function isNull(a: Expr<unknown>): Expr<boolean> {
  return binary(a, '=', null, BINDS.COMPARE);
}

/** A replacement for what may be missing: `$exists(a) ? a : b`. Null is there: it stays. */
export function orElse<A, const B extends Template>(a: Expr<A>, replacement: B): Ref<Exclude<A, undefined> | Value<B>> {
  return conditional(exists(a), a, replacement);
}

/** A replacement for null: `a = null ? b : a`. */
export function ifNull<A extends {} | null, const B extends Template>(
  a: Expr<A>,
  replacement: B,
): Ref<Exclude<A, null> | Value<B>> {
  return conditional(isNull(a), replacement, a);
}

/** One of two values: `condition ? a : b`. */
export function iff<const A extends Template, const B extends Template>(
  condition: Expr<boolean>,
  then: A,
  otherwise: B,
): Ref<Value<A> | Value<B>> {
  return conditional(condition, then, otherwise);
}

/** What is made of a value if it is there, or a replacement: `$exists(a) ? f(a) : b`. */
export function ifExists<A, const T extends Template, const B extends Template>(
  a: Expr<A>,
  then: (value: Ref<Exclude<A, undefined>>) => T,
  otherwise: B,
): Ref<Value<T> | Value<B>> {
  return conditional(exists(a), then(a as Ref<Exclude<A, undefined>>), otherwise);
}

/**
 * Anything that JSONata can say; its type is your word: ``t.jsonata<number>`$count(${$.input.lines})` ``.
 *
 * @see https://docs.jsonata.org/overview
 */
export function jsonata<A>(text: TemplateStringsArray | string, ...parts: Array<Expr<unknown>>): Ref<A> {
  if (typeof text === 'string') return expression(text, BINDS.CONDITION);
  return expression(
    text.map((piece, i) => piece + (i < parts.length ? operand(parts[i], BINDS.ATOM) : '')).join(''),
    BINDS.CONDITION,
  );
}

function conditional<T>(condition: unknown, then: unknown, otherwise: unknown): T {
  return expression(
    `${operand(condition, BINDS.CONDITION + 1)} ? ${operand(then, BINDS.CONDITION + 1)} : ${operand(otherwise, BINDS.CONDITION + 1)}`,
    BINDS.CONDITION,
  );
}

function joined(operator: string, binds: number, conditions: ReadonlyArray<Expr<boolean>>): Expr<boolean> {
  if (conditions.length === 1) return conditions[0];
  return expression(conditions.map(condition => operand(condition, binds)).join(` ${operator} `), binds);
}
