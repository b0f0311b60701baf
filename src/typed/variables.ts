import { StepwrightError } from '../errors';
import { template } from './code';

/** The functions that the vocabulary calls. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'abs',
  'append',
  'average',
  'base64decode',
  'base64encode',
  'ceil',
  'contains',
  'count',
  'decodeUrlComponent',
  'distinct',
  'each',
  'encodeUrlComponent',
  'exists',
  'filter',
  'floor',
  'formatNumber',
  'fromMillis',
  'hash',
  'join',
  'keys',
  'length',
  'lookup',
  'lowercase',
  'map',
  'max',
  'merge',
  'millis',
  'min',
  'not',
  'now',
  'number',
  'pad',
  'parse',
  'partition',
  'power',
  'random',
  'range',
  'reduce',
  'replace',
  'reverse',
  'round',
  'sift',
  'sort',
  'split',
  'sqrt',
  'string',
  'substring',
  'substringAfter',
  'substringBefore',
  'sum',
  'toMillis',
  'trim',
  'uppercase',
  'uuid',
  'zip',
]);

/** A name that `$name` reads. */
const NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Variables to assign, as they stand in a definition. A name that no expression could read afterward, or that hides a function, is refused. */
export function variables(assigned: unknown): any {
  for (const name of Object.keys(assigned ?? {})) {
    if (FUNCTIONS.has(name)) {
      throw new StepwrightError(
        'VARIABLE_HIDES_FUNCTION',
        `a variable named '${name}' would hide the function $${name}`,
        { received: name, fix: 'Give the variable another name.' },
      );
    }
    if (!NAME.test(name)) {
      throw new StepwrightError('INVALID_VARIABLE_NAME', `'${name}' is not a valid variable name`, {
        received: name,
        allowed: 'letters, digits, and underscores, starting with a letter',
        fix: 'Give the variable another name.',
      });
    }
  }
  return template(assigned);
}
