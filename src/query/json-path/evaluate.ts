import { isDefinite, PathInapplicable, PathNotFound, type Token } from './token';
import { counted, visit } from './work';
import { isJsonObject, type Json, type JsonObject } from '../../asl';

/**
 * Applies a path as AWS does, which evaluates like Jayway json-path 2.0.0 on a Jackson tree: an index out of range is null, a missing
 * leaf fails (but inside an array's wildcard it is left out), a missing middle step fails in definite paths only.
 *
 * @param strict an index out of range finds nothing, as in the arguments of intrinsic functions
 * @returns the value of a definite path, the array of an indefinite one
 * @throws PathNotFound, PathInapplicable with the engine's own text
 */
export function evaluate(tokens: readonly Token[], data: Json, root: Json, strict = false): Json {
  if (tokens.length === 0) return data;
  const definite = tokens.every(isDefinite);
  const results: Json[] = [];
  counted(() => walk({ tokens, root, results, definite, strict }, 0, data, '$'));
  // a definite path has thrown where it finds nothing
  return definite ? results[0] : results;
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly root: Json;
  readonly results: Json[];
  readonly definite: boolean;
  readonly strict: boolean;
}

function walk(path: Walk, i: number, model: Json, at: string): void {
  const token = path.tokens[i];
  switch (token.kind) {
    case 'property':
      return property(path, i, token.names, model, at);
    case 'index': {
      checkArray(model, `[${token.indexes.join(',')}]`, at);
      for (const index of token.indexes) element(path, i, model as Json[], index, at);
      return;
    }
    case 'fromEnd': {
      checkArray(model, '[(@.length-1)]', at);
      return element(path, i, model as Json[], (model as Json[]).length - token.back, at);
    }
    case 'slice': {
      checkArray(model, `[${token.text}]`, at);
      const [from, to] = bounds(token, (model as Json[]).length);
      for (let index = from; index < to; index++) element(path, i, model as Json[], index, at);
      return;
    }
    case 'wildcard':
      return wildcard(path, i, model, at);
    case 'scan':
      return scan(path, i + 1, model, at);
    case 'filter':
      return filter(path, i, token.accepts, model, at);
  }
}

/** Hands a value to the next step, or to the results. */
function pass(path: Walk, i: number, value: Json, at: string): void {
  visit();
  if (i + 1 === path.tokens.length) path.results.push(value);
  else walk(path, i + 1, value, at);
}

function property(path: Walk, i: number, names: readonly string[], model: Json, at: string): void {
  if (!isJsonObject(model)) throw new PathNotFound(`Property ${inBrackets(names)} not found in path ${at}`);
  const leaf = i + 1 === path.tokens.length;
  if (names.length > 1) {
    if (!leaf) throw new PathInapplicable(`Multi properties can only be used as path leafs: ${at}${inBrackets(names)}`);
    path.results.push(
      Object.fromEntries(names.filter(name => Object.hasOwn(model, name)).map(name => [name, model[name]])),
    );
    return;
  }
  const [name] = names;
  const here = `${at}['${name}']`;
  if (!Object.hasOwn(model, name)) {
    if (leaf) throw new PathNotFound(`No results for path: ${here}`);
    if (!path.definite) return;
    throw new PathNotFound(`Missing property in path ${here}`);
  }
  pass(path, i, model[name], here);
}

/** An index that the array does not have leads to null. */
function element(path: Walk, i: number, model: readonly Json[], index: number, at: string): void {
  const inside = index >= 0 && index < model.length;
  if (!inside && path.strict) throw new PathNotFound(`No results for path: ${at}[${index}]`);
  pass(path, i, inside ? model[index] : null, `${at}[${index}]`);
}

function bounds(token: { from: number | undefined; to: number | undefined }, length: number): [number, number] {
  const { from, to } = token;
  if (to === undefined) return [Math.max(0, from! < 0 ? length + from! : from!), length];
  if (from === undefined) return [0, Math.min(length, to < 0 ? length + to : to)];
  // with both ends given, negative ones are taken literally and lead to nulls
  return length === 0 ? [0, 0] : [from, Math.min(length, to)];
}

function wildcard(path: Walk, i: number, model: Json, at: string): void {
  if (isJsonObject(model)) {
    for (const name of Object.keys(model)) property(path, i, [name], model, at);
  } else if (Array.isArray(model)) {
    model.forEach((_, index) => {
      try {
        element(path, i, model, index, at);
      } catch (error) {
        if (!(error instanceof PathNotFound)) throw error;
      }
    });
  }
}

/** `..`: the next step is tried at every object and array, outer before inner. */
function scan(path: Walk, next: number, start: Json, from: string): void {
  const token = path.tokens[next];
  const work: Array<{ model: Json; at: string }> = [{ model: start, at: from }];
  for (let item = work.pop(); item; item = work.pop()) {
    visit();
    const { model, at } = item;
    if (typeof model !== 'object' || model === null) continue;
    if (scanMatches(token, model, path.root)) walk(path, next, model, at);
    const names = Array.isArray(model) ? undefined : Object.keys(model);
    for (let inner = (names ?? (model as Json[])).length - 1; inner >= 0; inner--) {
      work.push(
        names === undefined
          ? { model: (model as Json[])[inner], at: `${at}[${inner}]` }
          : { model: (model as JsonObject)[names[inner]], at: `${at}['${names[inner]}']` },
      );
    }
  }
}

function scanMatches(token: Token, model: Json, root: Json): boolean {
  switch (token.kind) {
    case 'property':
      return isJsonObject(model) && token.names.every(name => Object.hasOwn(model, name));
    case 'wildcard':
      return true;
    case 'filter':
      return token.accepts(model, root);
    default:
      return Array.isArray(model);
  }
}

function filter(path: Walk, i: number, accepts: (element: Json, root: Json) => boolean, model: Json, at: string): void {
  if (Array.isArray(model)) {
    (model as readonly Json[]).forEach((value, index) => {
      if (accepts(value, path.root)) element(path, i, model, index, at);
    });
  } else if (isJsonObject(model)) {
    if (accepts(model, path.root)) pass(path, i, model, at);
  } else {
    throw new PathInapplicable(`Filter: [?] can not be applied to primitives. Current context is: ${shown(model)}`);
  }
}

function checkArray(model: Json, step: string, at: string): void {
  if (model === null) throw new PathNotFound(`The path ${at} is null`);
  if (!Array.isArray(model)) {
    throw new PathInapplicable(`Filter: ${step} can only be applied to arrays. Current context is: ${shown(model)}`);
  }
}

function shown(model: Json): string {
  return typeof model === 'string' ? model : JSON.stringify(model);
}

function inBrackets(names: readonly string[]): string {
  return `[${names.map(name => `'${name}'`).join(', ')}]`;
}
