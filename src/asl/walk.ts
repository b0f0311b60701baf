import type { QueryLanguage, StateType } from './definition';
import { STATE_TYPES } from './definition';
import { isJsonObject, type Json, type JsonObject } from './json';

/** One scope of states, and where it lies. Values may be of any shape: the definition is not trusted. */
export interface ScopeSite {
  readonly scope: JsonObject;
  /** JSON pointer (RFC 6901), empty for the whole definition. */
  readonly pointer: string;
  /** The place as AWS writes it, without escapes, empty for the whole definition. */
  readonly location: string;
  /** The state around this scope; undefined for the whole definition. */
  readonly parent?: StateSite;
  /** The states of this scope, in the definition's order. */
  readonly states: readonly StateSite[];
}

/** One state, and where it lies. */
export interface StateSite {
  readonly name: string;
  readonly state: JsonObject;
  /** Undefined if the definition names no known type. */
  readonly type: StateType | undefined;
  /** The query language of the state's own fields. */
  readonly language: QueryLanguage;
  readonly pointer: string;
  readonly location: string;
  readonly scope: ScopeSite;
}

/** A definition taken apart. */
export interface DefinitionSites {
  /** All scopes, outer before inner. */
  readonly scopes: readonly ScopeSite[];
  /** All states, in the definition's order, outer before inner. */
  readonly states: readonly StateSite[];
}

/** One step of a JSON pointer, escaped. */
export function pointerStep(key: string): string {
  return key.includes('~') || key.includes('/') ? `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}` : `/${key}`;
}

/**
 * Every scope and state of a definition that may be of any shape: what is no object is left out, nothing throws.
 * The walk is iterative, so that nesting cannot overflow the stack.
 */
export function sitesOf(definition: JsonObject): DefinitionSites {
  const machineLanguage = languageOf(definition.QueryLanguage) ?? 'JSONPath';
  const scopes: ScopeSite[] = [];
  const states: StateSite[] = [];
  const work: Array<{ scope: JsonObject; pointer: string; location: string; parent?: StateSite }> = [
    { scope: definition, pointer: '', location: '' },
  ];
  while (work.length > 0) {
    const { scope, pointer, location, parent } = work.pop()!;
    const own: StateSite[] = [];
    const site: ScopeSite = { scope, pointer, location, parent, states: own };
    scopes.push(site);
    const inner: typeof work = [];
    for (const [name, state] of Object.entries(isJsonObject(scope.States) ? scope.States : {})) {
      if (!isJsonObject(state)) continue;
      const stateSite: StateSite = {
        name,
        state,
        type: typeOf(state.Type),
        language: languageOf(state.QueryLanguage) ?? machineLanguage,
        pointer: `${pointer}/States${pointerStep(name)}`,
        location: `${location}/States/${name}`,
        scope: site,
      };
      own.push(stateSite);
      states.push(stateSite);
      for (const [field, value] of innerScopes(state)) {
        inner.push({
          scope: value,
          pointer: stateSite.pointer + pointerOf(field),
          location: `${stateSite.location}/${field}`,
          parent: stateSite,
        });
      }
    }
    work.push(...inner.reverse());
  }
  return { scopes, states };
}

/** The scopes inside a state: `ItemProcessor`, `Iterator`, `Branches[0]`, … */
function innerScopes(state: JsonObject): Array<[field: string, scope: JsonObject]> {
  const found: Array<[string, JsonObject]> = [];
  for (const field of ['ItemProcessor', 'Iterator']) {
    const scope = state[field];
    if (state.Type === 'Map' && isJsonObject(scope)) found.push([field, scope]);
  }
  const branches: Json | undefined = state.Branches;
  if (state.Type === 'Parallel' && Array.isArray(branches)) {
    branches.forEach((branch: Json, i) => {
      if (isJsonObject(branch)) found.push([`Branches[${i}]`, branch]);
    });
  }
  return found;
}

/** `Branches[0]` becomes `/Branches/0`. */
function pointerOf(field: string): string {
  return `/${field.replace(/\[(\d+)\]/, '/$1')}`;
}

function typeOf(type: Json | undefined): StateType | undefined {
  return STATE_TYPES.find(known => known === type);
}

/** Only the exact text JSONPath is JSONPath; what is neither counts as JSONata, as AWS takes it. */
function languageOf(language: Json | undefined): QueryLanguage | undefined {
  if (language === undefined) return undefined;
  return language === 'JSONPath' ? 'JSONPath' : 'JSONata';
}
