import { MAX_NAME_LENGTH, nameLength } from '../../asl';
import { fieldPlace } from '../definition-place';
import type { Finding, Rule } from '../rule';

export const stateName: Rule = {
  id: 'state-name',
  severity: 'ERROR',
  code: 'INVALID_STATE_NAME',
  summary: 'The name of a state is empty, or longer than 80 characters.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const { name } = site;
      const characters = nameLength(name);
      if (name === '') {
        return [{ at: fieldPlace(site), message: 'The name of the state is empty', fix: 'Give it a name.' }];
      }
      if (characters <= MAX_NAME_LENGTH) return [];
      const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
      return [
        {
          at: fieldPlace(site),
          message: `State name '${shown}' exceeds the ${MAX_NAME_LENGTH}-character limit allowed by the service`,
          fix: `Shorten it: it has ${characters} characters.`,
        },
      ];
    }),
};
