import { isJsonObject, type Json, type JsonObject } from '../asl';
import { own } from './own';
import { invalidTemplate, shown } from './resolve/failures';
import { below, type TemplatePlace } from './resolve/template-place';

const LOOP = 'Fn::ForEach';

/** More copies are refused, since loops in loops multiply. A template has at most 500 resources. */
const MOST_COPIES = 10_000;

/** The name of the transform that brings loops, `Fn::Length` and `Fn::ToJsonString`. */
export const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';

/** The names of the transforms that a template names. */
export function transformsOf(template: JsonObject): readonly string[] {
  const transform = own(template, 'Transform');
  return (Array.isArray(transform) ? (transform as readonly Json[]) : [transform])
    .map(item => own(item, 'Name') ?? item)
    .filter(name => typeof name === 'string');
}

/** Gives the items that a loop goes through. */
export type ResolveCollection = (collection: Json, place: TemplatePlace) => Json;

/**
 * The template with every `Fn::ForEach` replaced by the members that it makes.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function withoutLoops(template: JsonObject, resolve: ResolveCollection, place: TemplatePlace): JsonObject {
  let copies = 0;
  return hasLoop(template) ? (expand(template, place) as JsonObject) : template;

  function expand(value: Json, at: TemplatePlace): Json {
    if (Array.isArray(value)) return value.map((item: Json, i) => expand(item, below(at, i)));
    if (!isJsonObject(value)) return value;
    const members: Array<[string, Json]> = [];
    for (const [key, member] of Object.entries(value)) {
      if (key.startsWith(`${LOOP}::`)) members.push(...Object.entries(loop(member, below(at, key))));
      else members.push([key, expand(member, below(at, key))]);
    }
    return Object.fromEntries(members);
  }

  function loop(argument: Json, at: TemplatePlace): JsonObject {
    if (!transformsOf(template).includes(LANGUAGE_EXTENSIONS)) {
      throw invalidTemplate('Fn::ForEach needs the transform AWS::LanguageExtensions', at, {
        fix: `Add "Transform: ${LANGUAGE_EXTENSIONS}" to the template.`,
      });
    }
    const [identifier, collection, body, ...more] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    if (typeof identifier !== 'string' || collection === undefined || !isJsonObject(body) || more.length > 0) {
      throw invalidTemplate('Fn::ForEach takes an identifier, a collection, and an object', at, {
        received: shown(argument),
      });
    }
    const items = Array.isArray(collection)
      ? collection.flatMap((item: Json, i) => resolve(item, below(below(at, 1), i)))
      : resolve(collection, below(at, 1));
    if (!Array.isArray(items)) {
      throw invalidTemplate('the collection of Fn::ForEach is not a list', below(at, 1), { received: shown(items) });
    }
    const members: Array<[string, Json]> = [];
    for (const item of items as readonly Json[]) {
      copies++;
      if (copies > MOST_COPIES) {
        throw invalidTemplate('the loops make too many copies', at, { allowed: `at most ${MOST_COPIES}` });
      }
      members.push(...Object.entries(expand(filledIn(body, identifier, String(item)), at) as JsonObject));
    }
    return Object.fromEntries(members);
  }
}

function hasLoop(value: Json): boolean {
  const work: Json[] = [value];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    if (isJsonObject(item) && Object.keys(item).some(key => key.startsWith(`${LOOP}::`))) return true;
    work.push(...(Object.values(item) as Json[]));
  }
  return false;
}

/** `${Identifier}` is the item, and `&{Identifier}` its letters and digits; `Ref` of the identifier is the item. */
function filledIn(value: Json, identifier: string, item: string): Json {
  if (typeof value === 'string') {
    return value
      .replaceAll(`\${${identifier}}`, item)
      .replaceAll(`&{${identifier}}`, item.replace(/[^A-Za-z0-9]/g, ''));
  }
  if (Array.isArray(value)) return value.map((one: Json) => filledIn(one, identifier, item));
  if (!isJsonObject(value)) return value;
  if (own(value, 'Ref') === identifier && Object.keys(value).length === 1) return item;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      filledIn(key, identifier, item) as string,
      filledIn(member, identifier, item),
    ]),
  );
}
