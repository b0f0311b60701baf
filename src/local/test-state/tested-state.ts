import { refuse, refuseDefinition } from './refuse';
import type { TestStateOptions } from './request';
import { isJsonObject, sitesOf, type Json, type JsonObject, type State, type StateSite } from '../../asl';
import type { SingleState, SurroundingState } from '../../interpreter';
import { validate } from '../../validation';

/** The state that is tested, and what is around it. */
type TestedState = Pick<SingleState, 'state' | 'name' | 'language' | 'around'>;

/** The name that AWS gives to a state without one. */
const UNNAMED = 'StateName';

/**
 * The state, the language of its fields, and the states around it.
 *
 * @throws StepwrightError InvalidDefinition, ValidationException
 */
export function testedStateOf({ definition, stateName }: TestStateOptions): TestedState {
  const value = valueOf(definition);
  if (!isJsonObject(value)) {
    refuseDefinition(validate(definition));
    return refuse('The definition is no state and no state machine');
  }
  if (stateName === undefined) return ofState(value);
  const site = sitesOf(value).states.find(({ name }) => name === stateName);
  if (site === undefined) return refuse('State not found in definition');
  refuseDefinition(validate(definition));
  return testedStateAt(site);
}

function valueOf(definition: Json): Json | undefined {
  if (typeof definition !== 'string') return definition;
  try {
    return JSON.parse(definition) as Json;
  } catch {
    return undefined;
  }
}

/** A state by itself may lead anywhere, or nowhere: the states that it leads to are thought to be there. */
function ofState(state: JsonObject): TestedState {
  const rules = [state, ...listOf(state.Choices), ...listOf(state.Catch)];
  const targets = [...rules.map(rule => rule.Next), state.Default].filter(
    (target): target is string => typeof target === 'string' && target !== UNNAMED,
  );
  const goesOn =
    ['Next', 'End'].some(field => Object.hasOwn(state, field)) ||
    !['Task', 'Pass', 'Wait', 'Map', 'Parallel'].includes(state.Type as string);
  const machine = {
    StartAt: UNNAMED,
    States: {
      ...Object.fromEntries(targets.map(target => [target, { Type: 'Succeed' }])),
      [UNNAMED]: goesOn ? state : { ...state, End: true },
    },
  };
  const fix =
    state.States === undefined ? undefined : 'This is a state machine: name the state to test with stateName.';
  refuseDefinition(
    validate(machine).filter(({ rule }) => rule !== 'no-terminal-state'),
    fix,
  );
  return testedStateAt(sitesOf(machine).states.find(({ name }) => name === UNNAMED)!);
}

function listOf(rules: Json | undefined): JsonObject[] {
  return Array.isArray(rules) ? rules.filter(isJsonObject) : [];
}

function testedStateAt(site: StateSite): TestedState {
  return { ...surrounding(site), name: site.name, around: around(site) };
}

function around({ scope: { parent } }: StateSite): SurroundingState[] {
  return parent === undefined ? [] : [surrounding(parent), ...around(parent)];
}

function surrounding({ state, language }: StateSite): SurroundingState {
  return { state: state as unknown as State, language };
}
