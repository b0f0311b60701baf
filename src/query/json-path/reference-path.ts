import { ERROR_NAMES, isJsonObject, type Json, type JsonObject } from '../../asl';
import { QueryFailure } from '../environment';
import { parsePath } from './parse';
import { PathSyntaxError } from './token';

/** A path that names one place, such as ResultPath: properties and indexes only. */
export interface ReferencePath {
  readonly text: string;
  /** A copy of the target with the value at the place; missing objects are made. Only what lies on the way is copied. */
  write(target: Json, value: Json): Json;
}

/**
 * Compiles a Reference Path.
 *
 * @see https://states-language.net/spec.html#ref-paths
 * @throws PathSyntaxError if it is no path, or names more than one place
 */
export function compileReferencePath(text: string): ReferencePath {
  if (!text.startsWith('$')) throw new PathSyntaxError(text, 1, 'a Reference Path must start with $');
  const steps = parsePath(text, text.slice(1)).map(token => {
    if (token.kind === 'property' && token.names.length === 1) return token.names[0];
    if (token.kind === 'index' && token.indexes.length === 1 && token.indexes[0] >= 0) return token.indexes[0];
    throw new PathSyntaxError(
      text,
      1,
      'a Reference Path must identify one value, so only names and indexes are allowed',
    );
  });
  return { text, write: (target, value) => put(target, steps, 0, value, target) };
}

function put(
  target: Json | undefined,
  steps: ReadonlyArray<string | number>,
  i: number,
  value: Json,
  whole: Json,
): Json {
  if (i === steps.length) return value;
  const step = steps[i];
  if (typeof step === 'number') {
    if (!Array.isArray(target) || step >= target.length) throw conflict(step, whole);
    const copy = [...(target as Json[])];
    copy[step] = put(copy[step], steps, i + 1, value, whole);
    return copy;
  }
  if (target !== undefined && target !== null && !isJsonObject(target)) throw conflict(step, whole);
  const object: JsonObject = target ?? {};
  const inner = put(Object.hasOwn(object, step) ? object[step] : undefined, steps, i + 1, value, whole);
  // a computed key makes an own property, also for __proto__
  return { ...object, [step]: inner };
}

function conflict(step: string | number, whole: Json): QueryFailure {
  return new QueryFailure(
    ERROR_NAMES.REFERENCE_PATH_CONFLICT,
    `Unable to apply step "${step}" to input ${JSON.stringify(whole)}`,
  );
}
