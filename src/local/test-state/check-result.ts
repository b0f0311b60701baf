import { RESULT_LIMITS, type FieldLimit } from './result-limits';
import { resultShape, type Shape } from './result-shapes';
import { isJsonObject, type Json } from '../../asl';

/** How a mocked result is compared with what the service answers: all of it, only the fields that are there, or not at all. */
export type FieldValidationMode = 'STRICT' | 'PRESENT' | 'NONE';

type Follow = (shape: Shape) => Shape;

/** What is wrong with a mocked result of an API call, as AWS says it; undefined if nothing is. Fields that the API does not have are not looked at. */
export function wrongResult(
  service: string,
  action: string,
  result: Json,
  mode: FieldValidationMode,
): string | undefined {
  if (mode === 'NONE') return undefined;
  const known = resultShape(service, action);
  if (known === undefined) return undefined;
  if (!isJsonObject(result)) return 'Mocked result must be a JSON object.';
  const limits = RESULT_LIMITS[service.replace(/^aws-sdk:/, '').replace(/^states$/, 'sfn')] ?? {};
  const wrong = wrongValue('', known.shape, result, {
    follow: known.follow,
    strict: mode === 'STRICT',
    limitOf: field => limitOf(limits, action, field),
  });
  return wrong === undefined ? undefined : `Mock result schema validation error: ${wrong}`;
}

interface Surroundings {
  readonly follow: Follow;
  readonly strict: boolean;
  readonly limitOf: (field: string) => FieldLimit | undefined;
}

function limitOf(limits: (typeof RESULT_LIMITS)[string], action: string, field: string): FieldLimit | undefined {
  const limit = Object.hasOwn(limits, field) ? limits[field] : undefined;
  return limit?.only === undefined || limit.only.test(action) ? limit : undefined;
}

function wrongValue(name: string, given: Shape, value: Json, around: Surroundings): string | undefined {
  const shape = around.follow(given);
  if (shape === 'n') return typeof value === 'number' ? outOfRange(name, value, around) : mustBe(name, 'a number');
  if (shape === 'b') return typeof value === 'boolean' ? undefined : mustBe(name, 'a boolean');
  if (typeof shape !== 'object') {
    return typeof value === 'string' ? unexpected(name, value, around) : mustBe(name, 'a string');
  }
  if ('l' in shape) {
    return Array.isArray(value)
      ? firstWrong(value.map((item: Json) => () => wrongValue(name, shape.l, item, around)))
      : mustBe(name, 'an array');
  }
  if (!isJsonObject(value)) return mustBe(name, 'an object');
  if ('v' in shape) {
    return firstWrong(
      Object.entries(value).map(
        ([key, item]) =>
          () =>
            wrongValue(key, shape.v, item, around),
      ),
    );
  }
  const missing = around.strict ? shape.r?.find(member => !Object.hasOwn(value, member)) : undefined;
  if (missing !== undefined) return `Required field '${missing}' is missing`;
  return firstWrong(
    Object.entries(shape.m)
      .filter(([member]) => Object.hasOwn(value, member))
      .map(
        ([member, inner]) =>
          () =>
            wrongValue(member, inner, value[member], around),
      ),
  );
}

function outOfRange(name: string, value: number, around: Surroundings): string | undefined {
  const { min, max } = around.limitOf(name) ?? {};
  if (max !== undefined && value > max) return `Field '${name}' exceeds the maximum value`;
  return min !== undefined && value < min ? `Field '${name}' is below the minimum value` : undefined;
}

function unexpected(name: string, value: string, around: Surroundings): string | undefined {
  const allowed = around.limitOf(name)?.oneOf;
  return allowed === undefined || allowed.includes(value) ? undefined : `Field '${name}' is not an expected value`;
}

function firstWrong(checks: ReadonlyArray<() => string | undefined>): string | undefined {
  for (const check of checks) {
    const wrong = check();
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function mustBe(name: string, kind: string): string {
  return `Field '${name}' must be ${kind}`;
}
