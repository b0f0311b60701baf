import { BINDS, binary, call, codeOf, expression, lambda, list, operand } from '../code';
import type { Expr, Operand, Ref, Scalar, Template, Value } from '../expression';

type List<E> = Expr<readonly E[]>;

/** Each item made into something: `[$map(list, function($item) { … })[]]`. The brackets keep a list of one item a list. */
export function map<E, const T extends Template>(
  items: List<E>,
  each: (item: Ref<E>, index: Expr<number>) => T,
): Expr<Array<Value<T>>> {
  const names = each.length > 1 ? ['item', 'index'] : ['item'];
  return list(call('map', items, lambda(names, each as never)));
}

/** The items for which the condition holds: `[$filter(list, function($item) { … })[]]`. */
export function filter<E>(items: List<E>, condition: (item: Ref<E>) => Expr<boolean>): Expr<E[]> {
  return list(call('filter', items, lambda(['item'], condition as never)));
}

/** The first item for which the condition holds; it may be missing: `([$filter(list, function($item) { … })[]])[0]`. */
export function find<E>(items: List<E>, condition: (item: Ref<E>) => Expr<boolean>): Ref<E | undefined> {
  return expression(`(${codeOf(filter(items, condition)).text})[0]`);
}

/** Whether the condition holds for one item at least: `$count($filter(…)) > 0`. */
export function some<E>(items: List<E>, condition: (item: Ref<E>) => Expr<boolean>): Expr<boolean> {
  return binary(count(filter(items, condition)), '>', 0, BINDS.COMPARE);
}

/** Whether the condition holds for all items: `$count($filter(…)) = $count(list)`. */
export function every<E>(items: List<E>, condition: (item: Ref<E>) => Expr<boolean>): Expr<boolean> {
  return binary(count(filter(items, condition)), '=', count(items), BINDS.COMPARE);
}

/** All items made into one value, from a first value on: `$reduce(list, function($sum, $item) { … }, start)`. */
export function reduce<E, A>(
  items: List<E>,
  each: (sum: Ref<A>, item: Ref<E>) => Operand<A>,
  start: Operand<A>,
): Ref<A> {
  return call('reduce', items, lambda(['sum', 'item'], each as never), start);
}

/** The number of items: `$count(list)`. */
export function count(items: List<unknown>): Expr<number> {
  return call('count', items);
}

/** The sum of numbers; 0 of none: `$sum(list)`. */
export function sum(items: List<number>): Expr<number> {
  return call('sum', items);
}

/** The greatest number; it is missing for an empty list: `$max(list)`. */
export function max(items: List<number>): Expr<number | undefined> {
  return call('max', items);
}

/** The least number; it is missing for an empty list: `$min(list)`. */
export function min(items: List<number>): Expr<number | undefined> {
  return call('min', items);
}

/** The mean of numbers; it is missing for an empty list: `$average(list)`. */
export function average(items: List<number>): Expr<number | undefined> {
  return call('average', items);
}

/** One item by its place from 0, or from the end by -1; it may be missing: `list[0]`. */
export function at<E>(items: List<E>, index: number): Ref<E | undefined> {
  return expression(`${operand(items, BINDS.ATOM)}[${index}]`);
}

/** The first item; it may be missing: `list[0]`. */
export function first<E>(items: List<E>): Ref<E | undefined> {
  return at(items, 0);
}

/** The last item; it may be missing: `list[-1]`. */
export function last<E>(items: List<E>): Ref<E | undefined> {
  return at(items, -1);
}

/** Whether a value is among the items: `value in list`. */
export function includes<E extends Scalar>(items: List<E>, value: Operand<NoInfer<E>>): Expr<boolean> {
  return binary(value, 'in', items, BINDS.COMPARE);
}

/** Lists one after another: `$append(a, b)`. */
export function concat<E>(a: List<E>, b: List<NoInfer<E>>): Expr<E[]> {
  return call('append', a, b);
}

/** Lists of a list one after another: `[$reduce(list, $append, [])[]]`. */
export function flat<E>(items: List<readonly E[]>): Expr<E[]> {
  return list(call('reduce', items, expression('$append'), []));
}

/** The other way round: `$reverse(list)`. */
export function reverse<E>(items: List<E>): Expr<E[]> {
  return call('reverse', items);
}

/** Each value once: `$distinct(list)`. */
export function distinct<E>(items: List<E>): Expr<E[]> {
  return call('distinct', items);
}

/** In rising order of a number or text of each item: `$sort(list, function($left, $right) { left > right })`. */
export function sort<E>(items: List<E>, by: (item: Ref<E>) => Expr<number> | Expr<string>): Expr<E[]> {
  return call(
    'sort',
    items,
    lambda(['left', 'right'], (left, right) => binary(by(left as Ref<E>), '>', by(right as Ref<E>), BINDS.COMPARE)),
  );
}

/** In falling order of a number or text of each item: `$sort(list, function($left, $right) { left < right })`. */
export function sortDescending<E>(items: List<E>, by: (item: Ref<E>) => Expr<number> | Expr<string>): Expr<E[]> {
  return call(
    'sort',
    items,
    lambda(['left', 'right'], (left, right) => binary(by(left as Ref<E>), '<', by(right as Ref<E>), BINDS.COMPARE)),
  );
}

/** Items that are objects, by a text of each: `list{key: [$]}`. */
export function groupBy<E extends object>(
  items: List<E>,
  by: (item: Ref<E>) => Expr<string>,
): Expr<{ [key: string]: E[] }> {
  return expression(`${operand(items, BINDS.ATOM)}{${codeOf(by(expression('$'))).text}: [$]}`);
}

/** Pairs of the items at the same places, as long as the shorter list: `$zip(a, b)`. */
export function zip<A, B>(a: List<A>, b: List<B>): Expr<Array<[A, B]>> {
  return call('zip', a, b);
}

/** Whole numbers from start to end, both included, by a step: `[$range(start, end, step)[]]`, a function of Step Functions. */
export function range(start: Operand<number>, end: Operand<number>, step: Operand<number> = 1): Expr<number[]> {
  return list(call('range', start, end, step));
}

/** Lists of so many items each: `[$partition(list, size)[]]`, a function of Step Functions. */
export function partition<E>(items: List<E>, size: Operand<number>): Expr<E[][]> {
  return list(call('partition', items, size));
}
