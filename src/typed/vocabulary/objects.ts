import { call, codeOf, expression, list } from '../code';
import type { Expr, Ref, TemplateObject, Value } from '../expression';

/** Two objects in one, in place of `{ ...a, … }`; the second one's fields win: `$merge([a, b])`. */
export function merge<A extends object, const B extends Expr<object> | TemplateObject>(
  a: Expr<A>,
  b: B,
): Ref<Omit<A, keyof Value<B>> & Value<B>> {
  return call('merge', expression(`[${codeOf(a).text}, ${codeOf(b).text}]`));
}

/** Some fields of an object: `{'id': a.id, 'name': a.name}`. A field that is missing stays out. */
export function pick<A extends object, const K extends ReadonlyArray<keyof A & string>>(
  a: Ref<A>,
  ...names: K
): Ref<Pick<A, K[number]>> {
  return expression(codeOf(Object.fromEntries(names.map(name => [name, (a as Record<string, unknown>)[name]]))).text);
}

/** An object without some fields: `$merge([$sift(a, function($value, $name) { … })])`. */
export function omit<A extends object, const K extends ReadonlyArray<keyof A & string>>(
  a: Expr<A>,
  ...names: K
): Ref<Omit<A, K[number]>> {
  return expression(
    `$merge([$sift(${codeOf(a).text}, function($value, $name) { $not($name in ${codeOf(names).text}) })])`,
  );
}

/** The names of an object's fields: `[$keys(a)[]]`. */
export function keys(a: Expr<object>): Expr<string[]> {
  return list(call('keys', a));
}

/** The values of an object's fields: `[$each(a, function($value) { $value })[]]`. */
export function values<V>(a: Expr<{ readonly [name: string]: V }>): Expr<V[]> {
  return list(expression(`$each(${codeOf(a).text}, function($value) { $value })`));
}

/** A field by a name that is computed; it may be missing: `$lookup(a, name)`. */
export function lookup<V>(a: Expr<{ readonly [name: string]: V }>, name: Expr<string> | string): Ref<V | undefined> {
  return call('lookup', a, name);
}
