import { STATE_FIELDS } from '../../asl';
import { fieldPlace } from '../definition-place';
import { isDistributed } from '../map-mode';
import type { Rule } from '../rule';

const FIELDS = Object.keys(STATE_FIELDS.Map).filter(field => STATE_FIELDS.Map[field].distributed);

export const distributedOnlyField: Rule = {
  id: 'distributed-only-field',
  severity: 'WARNING',
  summary: 'An Inline Map has a field that only a Distributed Map uses.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html; recorded from AWS: such a definition is accepted.',
  find: ({ sites }) =>
    sites.states
      .filter(site => site.type === 'Map' && isDistributed(site) === false)
      .flatMap(site =>
        FIELDS.filter(field => Object.hasOwn(site.state, field)).map(field => ({
          at: fieldPlace(site, field),
          message: `An Inline Map ignores ${field}`,
          fix: 'Remove it, or set "Mode": "DISTRIBUTED" in ProcessorConfig.',
        })),
      ),
};
