import { RESULT_LIMITS, type FieldLimit } from './result-limits';
import { resultShape } from './result-shapes';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import type { MemberNames, Shape, Structure } from '../../services';

/** How a mocked result is compared with what the service answers: all of it, only the fields that are there, or not at all. */
export type FieldValidationMode = 'STRICT' | 'PRESENT' | 'NONE';

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
    nameOf: known.nameOf,
    strict: mode === 'STRICT',
    limitOf: field => limitOf(limits, action, field),
  });
  return wrong === undefined ? undefined : `Mock result schema validation error: ${wrong}`;
}

interface Surroundings {
  readonly nameOf: MemberNames;
  readonly strict: boolean;
  readonly limitOf: (field: string) => FieldLimit | undefined;
}

function limitOf(limits: (typeof RESULT_LIMITS)[string], action: string, field: string): FieldLimit | undefined {
  const limit = Object.hasOwn(limits, field) ? limits[field] : undefined;
  return limit?.only === undefined || limit.only.test(action) ? limit : undefined;
}

function wrongValue(name: string, shape: Shape, value: Json, around: Surroundings): string | undefined {
  switch (shape.kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? outOfRange(name, value, around) : mustBe(name, 'a number');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : mustBe(name, 'a boolean');
    case 'document':
      return undefined;
    case 'list':
      return Array.isArray(value)
        ? firstWrong(value.map((item: Json) => () => wrongValue(name, shape.item, item, around)))
        : mustBe(name, 'an array');
    case 'map':
      return isJsonObject(value)
        ? firstWrong(
            Object.entries(value).map(
              ([key, item]) =>
                () =>
                  wrongValue(key, shape.value, item, around),
            ),
          )
        : mustBe(name, 'an object');
    case 'structure':
      return isJsonObject(value) ? wrongMember(shape, value, around) : mustBe(name, 'an object');
    default:
      return typeof value === 'string' ? unexpected(name, value, around) : mustBe(name, 'a string');
  }
}

function wrongMember({ members }: Structure, value: JsonObject, around: Surroundings): string | undefined {
  const named = [...members].map(([name, member]) => ({ ...member, name: around.nameOf(name) }));
  const missing = around.strict
    ? named.find(({ name, required }) => required && !Object.hasOwn(value, name))
    : undefined;
  if (missing !== undefined) return `Required field '${missing.name}' is missing`;
  return firstWrong(
    named
      .filter(({ name }) => Object.hasOwn(value, name))
      .map(
        ({ name, shape }) =>
          () =>
            wrongValue(name, shape, value[name], around),
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
