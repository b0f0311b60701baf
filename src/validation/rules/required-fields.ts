import {
  CATCHER_FIELDS,
  CONDITION_RULE_FIELDS,
  requiredFieldsOf,
  RETRIER_FIELDS,
  SCOPE_FIELDS,
  STATE_FIELDS,
  type FieldTable,
  type JsonObject,
} from '../../asl';
import { type DefinitionPlace, fieldPlace, itemsOf, scopePlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** The fields of retriers, catchers, and rules of a Choice. */
const OF_ITEMS = [
  ['Retry', RETRIER_FIELDS],
  ['Catch', CATCHER_FIELDS],
  ['Choices', CONDITION_RULE_FIELDS],
] as const;

export const requiredFields: Rule = {
  id: 'required-fields',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A state machine, scope, state, retrier, catcher, or rule lacks a required field.',
  source: 'Recorded from AWS: CreateStateMachine and ValidateStateMachineDefinition.',
  find: ({ sites }) => [
    ...sites.scopes.flatMap(scope => missing(scope.scope, SCOPE_FIELDS, () => scopePlace(scope))),
    ...sites.states.flatMap(site => {
      const place = (): DefinitionPlace => fieldPlace(site);
      if (site.state.Type === undefined) return missing(site.state, { Type: STATE_FIELDS.Pass.Type }, place);
      if (site.type === undefined) return [];
      return [
        ...missing(site.state, STATE_FIELDS[site.type], place),
        ...OF_ITEMS.flatMap(([field, fields]) =>
          itemsOf(site, field).flatMap(({ item, place: at }) => missing(item, fields, () => at)),
        ),
      ];
    }),
  ],
};

function missing(object: JsonObject, fields: FieldTable, placeOf: () => DefinitionPlace): Finding[] {
  const absent = requiredFieldsOf(fields).filter(field => !Object.hasOwn(object, field));
  return absent.length === 0
    ? []
    : [
        {
          at: placeOf(),
          message: `These fields are required: [${absent.join(', ')}]`,
          fix: `Add ${absent.join(' and ')}.`,
        },
      ];
}
