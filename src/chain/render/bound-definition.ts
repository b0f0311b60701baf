import { setField } from '../../integrations/json-value';
import type { BoundDefinition } from '../bound-definition';
import { placeOf } from '../call-site';
import type { Fields } from '../flow-node';
import type { Rendering } from './rendering';
import type { PlacedState, RenderScope } from './surroundings';

/** The finished rendering. */
export function boundDefinition(rendering: Rendering, workflow: RenderScope): BoundDefinition {
  const { placed, policyStatements, grants } = rendering;
  // AWS refuses a JSONPath state below a JSONata machine, so one JSONPath state makes the machine JSONPath
  const jsonPath = [...placed.values()].some(state => state.language === 'JSONPath');
  const scope = scopeFields(workflow, jsonPath);
  return {
    definition: jsonPath ? scope : { QueryLanguage: 'JSONata', ...scope },
    ...(policyStatements.length > 0 ? { policyStatements } : {}),
    ...(grants.size > 0 ? { grants: Object.fromEntries(grants) } : {}),
    get places() {
      return placesOf(placed);
    },
  };
}

function scopeFields(scope: RenderScope, jsonPath: boolean): Fields {
  const States: Fields = {};
  for (const state of scope.states.values()) setField(States, state.name, stateFields(state, jsonPath));
  return { StartAt: scope.start, States };
}

/** A state: its type and language first, its transition last. */
function stateFields({ fields, language, inner }: PlacedState, jsonPath: boolean): Fields {
  const named = jsonPath && language === 'JSONata';
  if (!named && inner.length === 0) return fields;
  const { Type, Next, End, Default, ...others } = fields;
  const branches = inner
    .filter(({ kind }) => kind === 'branch')
    .map(branch => ({ ...branch.fields, ...scopeFields(branch.scope, jsonPath) }));
  const processor = inner.find(({ kind }) => kind === 'processor');
  return {
    Type,
    ...(named ? { QueryLanguage: 'JSONata' } : {}),
    ...others,
    ...(branches.length > 0 ? { Branches: branches } : {}),
    ...(processor ? { ItemProcessor: { ...processor.fields, ...scopeFields(processor.scope, jsonPath) } } : {}),
    ...(Next === undefined ? {} : { Next }),
    ...(End === undefined ? {} : { End }),
    ...(Default === undefined ? {} : { Default }),
  };
}

/** Read when a message needs them: each place is parsed from a stack. */
function placesOf(placed: Rendering['placed']): { [stateName: string]: string } {
  const places: { [stateName: string]: string } = {};
  for (const { name, site } of placed.values()) {
    const place = placeOf(site);
    if (place !== undefined) Object.defineProperty(places, name, { value: place, enumerable: true });
  }
  return places;
}
