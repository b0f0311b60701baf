import { ERROR_NAMES, isJsonObject, type Json } from '../../asl';
import { QueryFailure, type Environment } from '../environment';
import { evaluate } from './evaluate';
import { parsePath } from './parse';
import { isDefinite, PathInapplicable, PathNotFound, PathSyntaxError, type Token } from './token';

/** A compiled path. */
export interface Path {
  readonly text: string;
  /** Where it starts: `$`, `$$`, or `$name`. */
  readonly root: 'input' | 'context' | 'variable';
  /** Whether it leads to one place at most; other paths give arrays. */
  readonly definite: boolean;
  /** The value, or undefined if a definite path finds nothing. Throws PathInapplicable where the path does not fit the data. */
  read(data: Json, env: Environment): Json | undefined;
  /** The value; throws PathNotFound and PathInapplicable, whose messages are those of the engine behind AWS. */
  find(data: Json, env: Environment): Json;
  /** As `find`, but an index out of range finds nothing. */
  findStrict(data: Json, env: Environment): Json;
}

const cache = new Map<string, Path>();
const MOST_CACHED = 10_000;

/**
 * Compiles a path: `$.a[0]` in the data, `$$.Execution.Id` in the Context Object, `$name.a` in a variable.
 *
 * @throws PathSyntaxError with the column
 */
export function compilePath(text: string): Path {
  const known = cache.get(text);
  if (known) return known;
  const path = compileFresh(text);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(text, path);
  return path;
}

/** The value at a path, for fields such as InputPath: what finds nothing is a `States.Runtime` failure with AWS's text. */
export function readPath(
  path: Path,
  data: Json,
  env: Environment,
  notFound?: (data: Json, env: Environment) => string,
): Json {
  if (data === null && path.root === 'input') {
    throw new QueryFailure(ERROR_NAMES.RUNTIME, 'Unable to apply Path transformation to null or empty input.');
  }
  const value = path.read(data, env);
  if (value !== undefined) return value;
  try {
    return path.find(data, env);
  } catch (error) {
    if (error instanceof PathNotFound && notFound) throw new QueryFailure(ERROR_NAMES.RUNTIME, notFound(data, env));
    if (error instanceof PathNotFound || error instanceof PathInapplicable) {
      throw new QueryFailure(ERROR_NAMES.RUNTIME, `Invalid path '${path.text}' : ${error.message}`);
    }
    throw error;
  }
}

function compileFresh(source: string): Path {
  const text = source.trim();
  const variable = /^\$([\p{L}_][\p{L}\p{N}_]*)/u.exec(text);
  if (text.startsWith('$$')) return build(source, 'context', parsePath(text, text.slice(2)), (_, env) => env.context());
  if (variable) {
    const name = variable[1];
    return build(source, 'variable', parsePath(text, text.slice(variable[0].length)), (_, env) => env.variable(name));
  }
  if (text.startsWith('$')) return build(source, 'input', parsePath(text, text.slice(1)), data => data);
  if (text === '' || /^[.[@]/.test(text)) throw new PathSyntaxError(source, 1, 'a path must start with $');
  // the engine behind AWS puts the missing $. in front
  return build(source, 'input', parsePath(text, `.${text}`), data => data);
}

type Start = (data: Json, env: Environment) => Json | undefined;

function build(text: string, root: Path['root'], tokens: readonly Token[], start: Start): Path {
  const definite = tokens.every(isDefinite);
  const searchFrom = (data: Json, env: Environment, strict: boolean): Json => {
    const from = start(data, env);
    if (from === undefined) throw new PathNotFound(`No results for path: ${text}`);
    return evaluate(tokens, from, from, strict);
  };
  const find = (data: Json, env: Environment): Json => searchFrom(data, env, false);
  const findStrict = (data: Json, env: Environment): Json => searchFrom(data, env, true);
  const steps = plainSteps(tokens);
  if (steps) {
    const read = plainRead(steps, start);
    const orElse =
      (search: Path['find']): Path['find'] =>
      (data, env) =>
        read(data, env) ?? search(data, env);
    return { text, root, definite, find: orElse(find), findStrict: orElse(findStrict), read };
  }
  return {
    text,
    root,
    definite,
    find,
    findStrict,
    read(data, env) {
      try {
        return find(data, env);
      } catch (error) {
        if (error instanceof PathNotFound && definite) return undefined;
        if (error instanceof PathInapplicable || error instanceof PathNotFound) {
          throw new QueryFailure(ERROR_NAMES.RUNTIME, `Invalid path '${text}' : ${error.message}`);
        }
        throw error;
      }
    },
  };
}

/** The names of a path that consists of names only. */
function plainSteps(tokens: readonly Token[]): string[] | undefined {
  const names: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'property' || token.names.length !== 1) return undefined;
    names.push(token.names[0]);
  }
  return names;
}

/** A few property reads and nothing else. */
function plainRead(names: readonly string[], start: Start): Path['read'] {
  if (names.length === 0) return start;
  return (data, env) => {
    let at = start(data, env);
    for (let i = 0; i < names.length; i++) {
      if (!isJsonObject(at) || !Object.hasOwn(at, names[i])) return undefined;
      at = at[names[i]];
    }
    return at;
  };
}
