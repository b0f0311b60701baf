import {
  BATCHER_FIELDS,
  isJsonObject,
  READER_CONFIG_FIELDS,
  STATE_FIELDS,
  type FieldTable,
  type JsonObject,
} from '../../asl';
import { type DefinitionPlace, fieldPlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const exclusiveFields: Rule = {
  id: 'exclusive-fields',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'Two fields are set that exclude each other.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const { state, type } = site;
      if (type === undefined) return [];
      const reader =
        isJsonObject(state.ItemReader) && isJsonObject(state.ItemReader.ReaderConfig)
          ? state.ItemReader.ReaderConfig
          : {};
      return [
        ...both(state, STATE_FIELDS[type], () => fieldPlace(site)),
        ...both(reader, READER_CONFIG_FIELDS, () => fieldPlace(site, 'ItemReader', 'ReaderConfig')),
        ...both(isJsonObject(state.ItemBatcher) ? state.ItemBatcher : {}, BATCHER_FIELDS, () =>
          fieldPlace(site, 'ItemBatcher'),
        ),
      ];
    }),
};

function both(object: JsonObject, fields: FieldTable, placeOf: () => DefinitionPlace): Finding[] {
  return Object.entries(fields)
    .filter(([field, { excludes }]) => excludes && Object.hasOwn(object, field) && Object.hasOwn(object, excludes))
    .map(([field, { excludes }]) => ({
      at: placeOf(),
      message: `There should only be one of the following fields: [${field}, ${excludes}]`,
      fix: `Remove ${field} or ${excludes}.`,
    }));
}
