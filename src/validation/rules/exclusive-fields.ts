import { isJsonObject, type JsonObject } from '../../asl';
import { type DefinitionPlace, fieldPlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** Of each pair a state has one at most. */
const OF_STATES: ReadonlyArray<readonly [string, string]> = [
  ['TimeoutSeconds', 'TimeoutSecondsPath'],
  ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ['MaxConcurrency', 'MaxConcurrencyPath'],
  ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ['Error', 'ErrorPath'],
  ['Cause', 'CausePath'],
  ['ItemProcessor', 'Iterator'],
];
const OF_READERS: ReadonlyArray<readonly [string, string]> = [['MaxItems', 'MaxItemsPath']];
const OF_BATCHERS: ReadonlyArray<readonly [string, string]> = [
  ['MaxItemsPerBatch', 'MaxItemsPerBatchPath'],
  ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'],
];

export const exclusiveFields: Rule = {
  id: 'exclusive-fields',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'Two fields are set of which only one may be.',
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
        ...both(state, OF_STATES, () => fieldPlace(site)),
        ...both(reader, OF_READERS, () => fieldPlace(site, 'ItemReader', 'ReaderConfig')),
        ...both(isJsonObject(state.ItemBatcher) ? state.ItemBatcher : {}, OF_BATCHERS, () =>
          fieldPlace(site, 'ItemBatcher'),
        ),
      ];
    }),
};

function both(
  object: JsonObject,
  pairs: ReadonlyArray<readonly [string, string]>,
  placeOf: () => DefinitionPlace,
): Finding[] {
  return pairs
    .filter(([a, b]) => Object.hasOwn(object, a) && Object.hasOwn(object, b))
    .map(([a, b]) => ({
      at: placeOf(),
      message: `There should only be one of the following fields: [${a}, ${b}]`,
      fix: `Remove ${a} or ${b}.`,
    }));
}
