import { inexactNumber, notExact, type Json } from '../asl';
import { StepwrightError, type ErrorCode } from '../errors';
import type { ExecutionSettings } from './execution-settings';
import { mostExact, type LimitName } from './limits';
import type { TaskAnswer, TaskCall } from './task-call';

/** The answer of a runner, checked: what is no answer, no JSON or not exact would end as a silent wrong result. */
export function checkedAnswer(call: TaskCall, answer: TaskAnswer, settings: ExecutionSettings): TaskAnswer {
  const where = `the mock of state '${call.stateName}'`;
  if (
    typeof answer !== 'object' ||
    answer === null ||
    !('output' in answer || 'error' in answer || 'pending' in answer || 'refused' in answer)
  ) {
    throw new StepwrightError('NOT_AN_ANSWER', 'the answer to a Task is invalid', {
      where,
      received: describe(answer),
      allowed: '{ output }, { error, cause }, { pending: true } or { refused }',
    });
  }
  if ('output' in answer) {
    const problem = jsonProblem(
      answer.output,
      { where, what: 'the result is not JSON', code: 'RESULT_NOT_JSON' },
      settings.withoutLimits,
    );
    if (problem) throw problem;
  }
  return answer;
}

/**
 * Converts an error that a mock threw to an answer. The Task fails with the error's name and message, as if a function threw it. Our own
 * errors are mistakes in the test's set-up, so they are rethrown.
 */
export function thrownAnswer(error: unknown): TaskAnswer {
  if (error instanceof StepwrightError) throw error;
  if (!(error instanceof Error)) {
    return { error: 'Error', cause: JSON.stringify({ errorType: 'Error', errorMessage: String(error) }) };
  }
  return { error: error.name, cause: JSON.stringify({ errorType: error.name, errorMessage: error.message }) };
}

/** Deeper values are refused: what contains itself has no end. */
const DEEPEST = 1000;

/** Of whom an error speaks that a value cannot be taken. */
export interface Given {
  readonly where: string;
  /** Such as `the input is no JSON`. */
  readonly what: string;
  readonly code: ErrorCode;
}

/**
 * What keeps a value from entering a run, or undefined: it is no JSON, or it has a number that a run cannot hold exactly.
 *
 * @param withoutLimits the limits that the run ignores
 */
export function jsonProblem(
  value: unknown,
  { where, what, code }: Given,
  withoutLimits?: ReadonlySet<LimitName>,
): StepwrightError | undefined {
  const most = mostExact(withoutLimits);
  if (isJson(value, 0, most)) return undefined;
  const bad = firstBad(value, '$', 0);
  if (bad === undefined) return notExact(inexactNumber(value as Json, most)!, where);
  return new StepwrightError(code, `${what}: ${bad}`, {
    where,
    fix: 'Give what JSON.parse(JSON.stringify(value)) would give.',
  });
}

/** NaN and the infinities are no JSON, and not larger than anything either. */
function isJson(value: unknown, depth: number, most: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Math.abs(value) <= most;
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isJson(value[i], depth + 1, most)) return false;
    return true;
  }
  if (!isPlain(value)) return false;
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    if (!isJson((value as Record<string, unknown>)[keys[i]], depth + 1, most)) return false;
  }
  return true;
}

function firstBad(value: unknown, path: string, depth: number): string | undefined {
  if (depth > DEEPEST) return `${path.slice(0, 80)}… is nested too deeply, or contains itself`;
  if (typeof value !== 'object' || value === null || (!Array.isArray(value) && !isPlain(value))) {
    return isJson(value, depth, Number.MAX_VALUE) ? undefined : `${path} is ${describe(value)}`;
  }
  const members = Array.isArray(value)
    ? [...value.keys()].map(i => [`[${i}]`, value[i] as unknown])
    : Object.entries(value).map(([key, member]) => [`.${key}`, member as unknown]);
  for (const [step, member] of members) {
    const bad = isJson(member, depth + 1, Number.MAX_VALUE)
      ? undefined
      : firstBad(member, path + String(step), depth + 1);
    if (bad) return bad;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  // a value of another realm (a test runner's sandbox) has another Object.prototype
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

function describe(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && !isPlain(value) && !Array.isArray(value)) {
    return `a ${value.constructor?.name ?? 'object'}`;
  }
  return typeof value === 'bigint' || typeof value === 'symbol'
    ? `a ${typeof value}`
    : (JSON.stringify(value) ?? typeof value);
}
