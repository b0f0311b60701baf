import { isJsonObject, STATE_TYPES, type Json } from '../../asl';
import { fieldPlace, scopePlace } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';
import { shown, suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

/** The types in the order in which AWS lists them. */
const LISTED = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'];

export const stateType: Rule = {
  id: 'state-type',
  severity: 'ERROR',
  code: SCHEMA,
  summary: "A state isn't an object, or its Type isn't one of the eight types.",
  source: 'Recorded from AWS by others.',
  find: ({ sites }) => [
    ...sites.scopes.flatMap(scope =>
      Object.entries(isJsonObject(scope.scope.States) ? scope.scope.States : {})
        .filter(([, state]: [string, Json]) => !isJsonObject(state))
        .map(([name, state]) => ({
          at: scopePlace(scope, 'States', name),
          message: 'Expected value of type [OBJECT]',
          fix: `Write the state as an object with a Type; received ${shown(state)}.`,
        })),
    ),
    ...sites.states
      .filter(site => site.state.Type !== undefined && site.type === undefined && !isUnknown(site.state.Type))
      .map(site => ({
        at: fieldPlace(site, 'Type'),
        message: `The field 'Type' should have one of these values: [${LISTED.join(', ')}]`,
        fix: `Received ${shown(site.state.Type)}${typeof site.state.Type === 'string' ? suggestion(site.state.Type, STATE_TYPES) : ''}`,
      })),
  ],
};
