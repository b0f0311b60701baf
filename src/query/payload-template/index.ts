import { isJsonObject, type Json, type JsonObject } from '../../asl';
import type { Environment } from '../environment';
import { compileIntrinsic, isIntrinsic } from '../intrinsics';
import { compilePath, readPath } from '../json-path';
import { TemplateSyntaxError } from './template-syntax-error';

export { TemplateSyntaxError };

/** Computes a value from the data and the environment. */
export type Compute = (data: Json, env: Environment) => Json;

/** A part of a template: a value that never changes, or one to be computed. */
type Part = { readonly constant: Json } | { readonly compute: Compute };

/**
 * Compiles a payload template: members whose names end in `.$` hold a path or an intrinsic function, all else stands for itself. What
 * never changes is returned as it is, not copied.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html#input-output-parameters
 * @param field the name of the template's field, for messages
 * @throws TemplateSyntaxError, PathSyntaxError, IntrinsicSyntaxError
 */
export function compileTemplate(template: Json, field: string): Compute {
  const part = compilePart(template, field);
  if ('compute' in part) return part.compute;
  return () => part.constant;
}

/** Compiles a field that takes a path or an intrinsic function: ErrorPath, CausePath. */
export function compilePathOrIntrinsic(text: string, field: string): Compute {
  return compileValue(text, field);
}

function compilePart(template: Json, field: string): Part {
  if (Array.isArray(template)) {
    const parts = (template as readonly Json[]).map((item, i) => compilePart(item, `${field}[${i}]`));
    if (parts.every(part => 'constant' in part)) return { constant: template };
    return { compute: (data, env) => parts.map(part => ('compute' in part ? part.compute(data, env) : part.constant)) };
  }
  if (!isJsonObject(template)) return { constant: template };
  const members = Object.entries(template).map(([key, value]) => compileMember(key, value, field));
  if (members.every(({ part }) => 'constant' in part)) return { constant: template };
  return { compute: (data, env) => compose(members, data, env) };
}

interface Member {
  readonly name: string;
  readonly part: Part;
}

function compileMember(key: string, value: Json, field: string): Member {
  if (!key.endsWith('.$')) return { name: key, part: compilePart(value, `${field}.${key}`) };
  if (typeof value !== 'string') throw new TemplateSyntaxError(key, value);
  return { name: key.slice(0, -2), part: { compute: compileValue(value, key) } };
}

function compose(members: readonly Member[], data: Json, env: Environment): JsonObject {
  const object: Record<string, Json> = {};
  for (let i = 0; i < members.length; i++) {
    const { name, part } = members[i];
    const value = 'compute' in part ? part.compute(data, env) : part.constant;
    if (name === '__proto__') {
      Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
    } else {
      object[name] = value;
    }
  }
  return object;
}

function compileValue(text: string, field: string): Compute {
  if (isIntrinsic(text)) return compileIntrinsic(text);
  const path = compilePath(text);
  const notFound: (data: Json, env: Environment) => string = (data, env) => {
    const searched = path.root === 'context' ? env.context() : data;
    return `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(searched)}'`;
  };
  return (data, env) => readPath(path, data, env, notFound);
}
