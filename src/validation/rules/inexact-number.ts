import { MOST_EXACT, pointerStep, type Json } from '../../asl';
import type { Finding, SourceRule } from '../rule';
import { DEEPEST, ENOUGH } from '../source';
import { isUnknown } from '../unknown-value';

export const inexactNumber: SourceRule = {
  id: 'inexact-number',
  severity: 'WARNING',
  code: 'NUMBER_NOT_EXACT',
  summary: 'An integer is too large for JavaScript and JSONata, which round it.',
  source:
    'ECMAScript: Number.MAX_SAFE_INTEGER. The CDK and this library read and write definitions with JavaScript; Step Functions keeps such numbers in JSONPath states.',
  // what is too deep or too large is refused for that, and parts that are shared again and again are not walked
  find: ({ value, measure }) =>
    value === undefined || measure === undefined || measure.depth > DEEPEST || measure.characters >= ENOUGH
      ? []
      : inexact(value, '', ''),
};

function inexact(value: Json, pointer: string, location: string): Finding[] {
  if (typeof value === 'number') {
    return Math.abs(value) <= MOST_EXACT || isUnknown(value) ? [] : [finding(value, pointer, location)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (typeof member === 'number' || typeof member === 'object') {
      return inexact(member as Json, pointer + pointerStep(key), `${location}/${key}`);
    }
    return [];
  });
}

function finding(value: number, pointer: string, location: string): Finding {
  return {
    at: { pointer, location },
    message: `${value} is larger than 2^53 - 1, so it was rounded when it was read, and a local run rejects it`,
    fix: 'Write it as a string.',
  };
}
