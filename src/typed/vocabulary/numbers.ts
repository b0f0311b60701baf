import { binary, BINDS, call, expression, operand } from '../code';
import type { Expr, Operand } from '../expression';

/** Sum: `a + b`. */
export function add(a: Operand<number>, b: Operand<number>, ...more: Array<Operand<number>>): Expr<number> {
  return [b, ...more].reduce<unknown>((left, right) => binary(left, '+', right, BINDS.SUM), a) as Expr<number>;
}

/** Difference: `a - b`. */
export function sub(a: Operand<number>, b: Operand<number>): Expr<number> {
  return binary(a, '-', b, BINDS.SUM);
}

/** Product: `a * b`. */
export function mul(a: Operand<number>, b: Operand<number>, ...more: Array<Operand<number>>): Expr<number> {
  return [b, ...more].reduce<unknown>((left, right) => binary(left, '*', right, BINDS.PRODUCT), a) as Expr<number>;
}

/** Quotient: `a / b`. A division by zero fails the state. */
export function div(a: Operand<number>, b: Operand<number>): Expr<number> {
  return binary(a, '/', b, BINDS.PRODUCT);
}

/** Remainder, with the sign of the left side: `a % b`. */
export function mod(a: Operand<number>, b: Operand<number>): Expr<number> {
  return binary(a, '%', b, BINDS.PRODUCT);
}

/** Negative: `-a`. */
export function neg(a: Expr<number>): Expr<number> {
  return expression(`-${operand(a, BINDS.ATOM)}`, BINDS.PRODUCT + 1);
}

/** Without its sign: `$abs(a)`. */
export function abs(a: Expr<number>): Expr<number> {
  return call('abs', a);
}

/** The next whole number below: `$floor(a)`. */
export function floor(a: Expr<number>): Expr<number> {
  return call('floor', a);
}

/** The next whole number above: `$ceil(a)`. */
export function ceil(a: Expr<number>): Expr<number> {
  return call('ceil', a);
}

/** Rounded to so many digits after the point; halves go to the even digit: `$round(a, digits)`. */
export function round(a: Expr<number>, digits?: Operand<number>): Expr<number> {
  return call('round', a, digits);
}

/** To the power of: `$power(a, b)`. */
export function power(a: Operand<number>, b: Operand<number>): Expr<number> {
  return call('power', a, b);
}

/** Square root; of a negative number it fails the state: `$sqrt(a)`. */
export function sqrt(a: Operand<number>): Expr<number> {
  return call('sqrt', a);
}

/** A text (or a boolean) as a number; what is none fails the state: `$number(a)`. */
export function number(a: Expr<string | number | boolean>): Expr<number> {
  return call('number', a);
}

/** A number as text after a picture such as `#,##0.00`: `$formatNumber(a, picture)`. */
export function formatNumber(a: Operand<number>, picture: Operand<string>): Expr<string> {
  return call('formatNumber', a, picture);
}
