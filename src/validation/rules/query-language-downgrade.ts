import { fieldPlace } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';

export const queryLanguageDowngrade: Rule = {
  id: 'query-language-downgrade',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A state sets JSONPath, but the state machine sets JSONata.',
  source: 'Recorded from AWS: ValidateStateMachineDefinition.',
  find: ({ definition, sites }) =>
    definition.QueryLanguage === undefined || definition.QueryLanguage === 'JSONPath'
      ? []
      : sites.states
          .filter(({ language }) => language === 'JSONPath')
          .map(site => ({
            at: fieldPlace(site),
            message: "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
            fix: 'Set the QueryLanguage of the state machine to JSONPath, and that of the other states to JSONata.',
          })),
};
