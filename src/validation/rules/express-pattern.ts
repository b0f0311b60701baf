import { fieldPlace } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import { resourceOf } from '../resource';
import { SCHEMA, type Rule } from '../rule';

export const expressPattern: Rule = {
  id: 'express-pattern',
  severity: 'ERROR',
  code: SCHEMA,
  exampleType: 'EXPRESS',
  summary: 'An Express workflow waits for a job (.sync) or for a callback.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html; the message was recorded on AWS.',
  find: ({ sites, type }) =>
    sites.states.flatMap(site => {
      const pattern = resourceOf(site)?.pattern;
      if (
        pattern === undefined ||
        !/^(sync|sync:2|waitForTaskToken)$/.test(pattern) ||
        executionTypeOf(site, type) !== 'EXPRESS'
      ) {
        return [];
      }
      return [
        {
          at: fieldPlace(site, 'Resource'),
          // AWS writes the pattern without its version, and two spaces before the place
          message: `Express state machine does not support '.${pattern.replace(':2', '')}' service integration `,
          fix: 'Use a Standard workflow, or call the service without waiting.',
        },
      ];
    }),
};
