import {
  CATCHER_FIELDS,
  CONDITION_RULE_FIELDS,
  STATE_FIELDS,
  TEST_FIELDS,
  type FieldTable,
  type JsonObject,
  type QueryLanguage,
} from '../../asl';
import { type DefinitionPlace, fieldPlace, itemsOf } from '../definition-place';
import { mapParts } from '../fields';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** The fields of the rules of a Choice, in either language. */
const RULE_FIELDS: FieldTable = { ...TEST_FIELDS, ...CONDITION_RULE_FIELDS };

/** JSONPath fields by the JSONata fields that do their work, and the other way round. */
const INSTEAD: Readonly<Record<string, string>> = {
  Parameters: 'Arguments',
  ResultSelector: 'Output',
  ResultPath: 'Output or Assign',
  OutputPath: 'Output',
  InputPath: 'Arguments',
  Result: 'Output',
  ItemsPath: 'Items',
  Variable: 'Condition',
  Arguments: 'Parameters',
  Output: 'ResultSelector and OutputPath',
  Items: 'ItemsPath',
  Condition: 'Variable and a comparison',
};

export const otherLanguageField: Rule = {
  id: 'other-language-field',
  severity: 'ERROR',
  code: SCHEMA,
  summary: "A state has a field of the query language that it doesn't use.",
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ definition, sites }) =>
    sites.states.flatMap(site => {
      const { state, type, language } = site;
      const downgraded =
        language === 'JSONPath' && definition.QueryLanguage !== undefined && definition.QueryLanguage !== 'JSONPath';
      if (type === undefined || downgraded) return [];
      return [
        ...foreign(state, STATE_FIELDS[type], language, fieldPlace(site)),
        ...(type === 'Map' ? mapParts(site) : []).flatMap(({ object, table, place }) =>
          foreign(object, table, language, place),
        ),
        ...itemsOf(site, 'Catch').flatMap(({ item, place }) => foreign(item, CATCHER_FIELDS, language, place)),
        ...itemsOf(site, 'Choices').flatMap(({ item, place }) => foreign(item, RULE_FIELDS, language, place)),
      ];
    }),
};

function foreign(object: JsonObject, table: FieldTable, language: QueryLanguage, at: DefinitionPlace): Finding[] {
  return Object.keys(object).flatMap(field => {
    const needed = Object.hasOwn(table, field) ? table[field].language : undefined;
    if (needed === undefined || needed === language) return [];
    const instead = Object.hasOwn(INSTEAD, field) ? `Use ${INSTEAD[field]}` : `Remove ${field}`;
    return [
      {
        at,
        message: `The QueryLanguage is set to '${language}', but field '${field}' is only supported for the '${needed}' QueryLanguage`,
        fix: `${instead}, or set "QueryLanguage": "${needed}" on the state.`,
      },
    ];
  });
}
