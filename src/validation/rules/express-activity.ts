import { fieldPlace } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import { resourceOf } from '../resource';
import { SCHEMA, type Rule } from '../rule';

export const expressActivity: Rule = {
  id: 'express-activity',
  severity: 'ERROR',
  code: SCHEMA,
  exampleType: 'EXPRESS',
  summary: 'An Express workflow calls an activity.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  find: ({ sites, type }) =>
    sites.states
      .filter(site => resourceOf(site)?.kind === 'activity' && executionTypeOf(site, type) === 'EXPRESS')
      .map(site => ({
        at: fieldPlace(site, 'Resource'),
        message: 'Express state machine does not support Activity ARN',
        fix: 'Use a Standard workflow.',
      })),
};
