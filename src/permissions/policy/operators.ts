import { BlockList, isIP } from 'net';
import { compilePattern } from './pattern';
import type { Context } from './request';
import type { Truth } from './truth';

/** Holds one value of the request against one value of the policy. */
export type Comparison = (value: string, context: Context) => Truth;

/** An operator without `IfExists` and set prefix. */
export interface Operator {
  /** Prepares the comparison with one value of the policy. */
  readonly compile: (policyValue: string) => Comparison;
  /** The operator asks that no value matches. */
  readonly negated?: true;
}

/**
 * The condition operators of IAM, except `Null`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { compile: text(false, false) },
  StringNotEquals: { compile: text(false, false), negated: true },
  StringEqualsIgnoreCase: { compile: text(true, false) },
  StringNotEqualsIgnoreCase: { compile: text(true, false), negated: true },
  StringLike: { compile: text(false, true) },
  StringNotLike: { compile: text(false, true), negated: true },
  NumericEquals: { compile: ordered(Number, (a, b) => a === b) },
  NumericNotEquals: { compile: ordered(Number, (a, b) => a === b), negated: true },
  NumericLessThan: { compile: ordered(Number, (a, b) => a < b) },
  NumericLessThanEquals: { compile: ordered(Number, (a, b) => a <= b) },
  NumericGreaterThan: { compile: ordered(Number, (a, b) => a > b) },
  NumericGreaterThanEquals: { compile: ordered(Number, (a, b) => a >= b) },
  DateEquals: { compile: ordered(instant, (a, b) => a === b) },
  DateNotEquals: { compile: ordered(instant, (a, b) => a === b), negated: true },
  DateLessThan: { compile: ordered(instant, (a, b) => a < b) },
  DateLessThanEquals: { compile: ordered(instant, (a, b) => a <= b) },
  DateGreaterThan: { compile: ordered(instant, (a, b) => a > b) },
  DateGreaterThanEquals: { compile: ordered(instant, (a, b) => a >= b) },
  Bool: { compile: text(true, false) },
  BinaryEquals: { compile: text(false, false) },
  IpAddress: { compile: address },
  NotIpAddress: { compile: address, negated: true },
  ArnEquals: { compile: arn },
  ArnLike: { compile: arn },
  ArnNotEquals: { compile: arn, negated: true },
  ArnNotLike: { compile: arn, negated: true },
};

function text(ignoreCase: boolean, wildcards: boolean): Operator['compile'] {
  return policyValue => {
    const pattern = compilePattern(policyValue, ignoreCase, wildcards);
    return (value, context) => known(pattern.matches(value, context), pattern.variables);
  };
}

/** ARNs are compared part by part: each of the first five between its colons, the rest as one. */
function arn(policyValue: string): Comparison {
  const parts = arnParts(policyValue)?.map(part => compilePattern(part));
  return (value, context) => {
    const own = arnParts(value);
    if (parts === undefined || own === undefined) return false;
    const matches = parts.map((part, i) => part.matches(own[i], context));
    if (matches.includes(false)) return false;
    return known(
      matches.includes('unknown') ? 'unknown' : true,
      parts.flatMap(part => part.variables),
    );
  };
}

/** Colons inside variables do not separate. */
function arnParts(whole: string): string[] | undefined {
  const parts = whole.match(/(?:\$\{[^}]*\}|[^:])*(?::|$)/g) ?? [];
  const plain = parts.slice(0, 5).map(part => part.replace(/:$/, ''));
  const rest = parts.slice(5).join('');
  return plain.length < 5 || plain[0] !== 'arn' ? undefined : [...plain, rest];
}

function ordered(
  read: (text: string) => number,
  compare: (value: number, policyValue: number) => boolean,
): Operator['compile'] {
  return policyValue => {
    const bound = read(policyValue);
    return value => compare(read(value), bound);
  };
}

/** ISO 8601, or seconds since 1970. */
function instant(value: string): number {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}

function address(policyValue: string): Comparison {
  const [network, bits] = policyValue.split('/');
  const family = isIP(network);
  if (family === 0) return () => false;
  const block = new BlockList();
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  block.addSubnet(network, bits === undefined ? (family === 6 ? 128 : 32) : Number(bits), kind);
  return value => isIP(value) === family && block.check(value, kind);
}

function known(match: boolean | 'unknown', variables: readonly string[]): Truth {
  return match === 'unknown' ? { unknown: variables } : match;
}
