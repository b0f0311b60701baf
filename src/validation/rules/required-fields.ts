import { REQUIRED_FIELDS, type JsonObject } from '../../asl';
import { type DefinitionPlace, fieldPlace, itemsOf, scopePlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** What retriers, catchers and rules of a Choice must have. */
const OF_ITEMS = [
  ['Retry', ['ErrorEquals']],
  ['Catch', ['ErrorEquals', 'Next']],
  ['Choices', ['Next']],
] as const;

export const requiredFields: Rule = {
  id: 'required-fields',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A machine, scope, state, retrier, catcher or rule lacks a field that it must have.',
  source: 'Recorded from AWS: CreateStateMachine and ValidateStateMachineDefinition.',
  find: ({ sites }) => [
    ...sites.scopes.flatMap(scope => missing(scope.scope, ['StartAt', 'States'], () => scopePlace(scope))),
    ...sites.states.flatMap(site => {
      const place = (): DefinitionPlace => fieldPlace(site);
      if (site.state.Type === undefined) return missing(site.state, ['Type'], place);
      if (site.type === undefined) return [];
      return [
        ...missing(site.state, REQUIRED_FIELDS[site.type], place),
        ...OF_ITEMS.flatMap(([field, fields]) =>
          itemsOf(site, field).flatMap(({ item, place: at }) => missing(item, fields, () => at)),
        ),
      ];
    }),
  ],
};

function missing(object: JsonObject, fields: readonly string[], placeOf: () => DefinitionPlace): Finding[] {
  const absent = fields.filter(field => !Object.hasOwn(object, field));
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
