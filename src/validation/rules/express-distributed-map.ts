import { fieldPlace } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import { isDistributed } from '../map-mode';
import { SCHEMA, type Rule } from '../rule';

export const expressDistributedMap: Rule = {
  id: 'express-distributed-map',
  severity: 'ERROR',
  code: SCHEMA,
  exampleType: 'EXPRESS',
  summary: 'An Express workflow has a Distributed Map.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  find: ({ sites, type }) =>
    sites.states
      .filter(site => site.type === 'Map' && isDistributed(site) === true && executionTypeOf(site, type) === 'EXPRESS')
      .map(site => ({
        at: fieldPlace(site, 'ItemProcessor', 'ProcessorConfig', 'Mode'),
        message: "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
        fix: 'Use a Standard workflow (its child executions may be EXPRESS), or "Mode": "INLINE".',
      })),
};
