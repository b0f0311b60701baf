import { isJsonObject, PROCESSOR_CONFIG_FIELDS } from '../../asl';
import { fieldPlace, inside } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown, suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

export const mapProcessor: Rule = {
  id: 'map-processor',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A Map has no ItemProcessor, or the fields of its ProcessorConfig contradict each other.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  find: ({ sites }) =>
    sites.states
      .filter(({ type }) => type === 'Map')
      .flatMap((site): Finding[] => {
        const { state } = site;
        const field = ['ItemProcessor', 'Iterator'].find(name => Object.hasOwn(state, name));
        if (field === undefined) {
          return [
            {
              at: fieldPlace(site),
              message: 'This object should have only one of the following fields: [ItemProcessor, Iterator]',
              fix: 'Add ItemProcessor with the states to run for each item.',
            },
          ];
        }
        const processor = state[field];
        const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
        if (!isJsonObject(config)) return [];
        const at = fieldPlace(site, field, 'ProcessorConfig');
        const { Mode: mode, ExecutionType: type } = config;
        const found: Finding[] = [];
        for (const [name, { documented: allowed = [] }] of Object.entries(PROCESSOR_CONFIG_FIELDS)) {
          const value = config[name];
          if (value === undefined || isUnknown(value) || allowed.includes(value as string)) continue;
          found.push({
            at: inside(at, name),
            message: `Value should be one of the following: [${allowed.join(', ')}]`,
            fix: `Received ${shown(value)}${typeof value === 'string' ? suggestion(value, allowed) : ''}`,
          });
        }
        if (mode === 'DISTRIBUTED' && type === undefined) {
          found.push({
            at,
            message: 'These fields are required: [ExecutionType]',
            fix: 'Add "ExecutionType": "STANDARD" or "EXPRESS".',
          });
        }
        if (mode === 'INLINE' && type !== undefined) {
          found.push({
            at: inside(at, 'ExecutionType'),
            message: "Field 'ExecutionType' is not supported",
            fix: 'Remove it, or set "Mode": "DISTRIBUTED".',
          });
        }
        return found;
      }),
};
