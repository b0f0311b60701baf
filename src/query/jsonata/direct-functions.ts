import { asText, isTrue, OTHERWISE } from './direct-operators';
import type { Json } from '../../asl';

type Outcome = Json | undefined | typeof OTHERWISE;

/** JSONata's functions of one argument, for plain arguments. */
export const DIRECT_FUNCTIONS: Readonly<Record<string, (value: Json | undefined) => Outcome>> = {
  string: value => (value === undefined ? undefined : asText(value)),
  exists: value => value !== undefined,
  not: value => {
    const holds = isTrue(value);
    return value === undefined || holds === OTHERWISE ? OTHERWISE : !holds;
  },
  count: value => (Array.isArray(value) ? value.length : OTHERWISE),
  sum: value => {
    if (!Array.isArray(value)) return OTHERWISE;
    let sum = 0;
    for (const item of value as Json[]) {
      if (typeof item !== 'number') return OTHERWISE;
      sum += item;
    }
    return Number.isFinite(sum) && !Object.is(sum, -0) ? sum : OTHERWISE;
  },
  length: value => (typeof value === 'string' && !/[\ud800-\udfff]/.test(value) ? value.length : OTHERWISE),
  uppercase: value => (typeof value === 'string' ? value.toUpperCase() : OTHERWISE),
  lowercase: value => (typeof value === 'string' ? value.toLowerCase() : OTHERWISE),
};
