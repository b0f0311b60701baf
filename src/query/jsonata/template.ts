import { compileExpression, type ComputeExpression } from './expression';
import { isExpression } from './parse';
import { isJsonObject, type Json } from '../../asl';

/** A part of a value: one that never changes, or one to be computed. */
type Part = { readonly constant: Json } | { readonly compute: ComputeExpression };

/**
 * Compiles a JSON value in which texts can be expressions, such as `Output` and `Arguments`. What never changes is returned as it is.
 *
 * @param field the field's name, for messages; the places inside follow it as `Output/a/b[0]`
 * @throws JsonataSyntaxError
 */
export function compileValue(value: Json, field: string): ComputeExpression {
  const part = compilePart(value, field);
  if ('compute' in part) return part.compute;
  return () => part.constant;
}

function compilePart(value: Json, field: string): Part {
  if (typeof value === 'string') {
    return isExpression(value) ? { compute: compileExpression(value, field) } : { constant: value };
  }
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[]).map((item, i) => compilePart(item, `${field}[${i}]`));
    if (parts.every(part => 'constant' in part)) return { constant: value };
    return { compute: scope => parts.map(part => ('compute' in part ? part.compute(scope) : part.constant)) };
  }
  if (!isJsonObject(value)) return { constant: value };
  const members = Object.entries(value).map(([name, inner]) => ({
    name,
    part: compilePart(inner, `${field}/${name}`),
  }));
  if (members.every(({ part }) => 'constant' in part)) return { constant: value };
  return {
    compute: scope => {
      const object: Record<string, Json> = {};
      for (let i = 0; i < members.length; i++) {
        const { name, part } = members[i];
        const computed = 'compute' in part ? part.compute(scope) : part.constant;
        if (name === '__proto__') {
          Object.defineProperty(object, name, {
            value: computed,
            enumerable: true,
            writable: true,
            configurable: true,
          });
        } else {
          object[name] = computed;
        }
      }
      return object;
    },
  };
}
