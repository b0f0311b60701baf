import { MAX_PAYLOAD_BYTES, type StateSite } from '../../asl';
import type { Analysis } from '../analysis';
import { fieldPlace } from '../definition-place';
import { isTerminal } from '../flow/graph';
import { leastBytes } from '../flow/shape';
import { isDistributed } from '../map-mode';
import type { Finding, Rule } from '../rule';

export const mapResultSize: Rule = {
  id: 'map-result-size',
  severity: 'WARNING',
  summary: 'A Map with a known number of items has results larger than 256 KiB.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: analysis =>
    analysis.sites.states
      .filter(({ type }) => type === 'Map')
      .flatMap((site): Finding[] => {
        const count = analysis.itemCount(site);
        if (count === undefined || site.state.ResultWriter !== undefined || site.state.ItemBatcher !== undefined) {
          return [];
        }
        const each = leastOutput(site, analysis);
        const bytes = count * (each + 1) + 1;
        if (bytes <= MAX_PAYLOAD_BYTES) return [];
        return [
          {
            at: fieldPlace(site),
            message: `${count} items of at least ${each} bytes make a result of ${bytes} bytes; a state may hand on ${MAX_PAYLOAD_BYTES}`,
            fix: isDistributed(site)
              ? 'Add a ResultWriter to write the results to a bucket.'
              : 'Return less from each item, or use a Distributed Map with a ResultWriter.',
          },
        ];
      }),
};

/** The smallest output of what a Map runs. */
function leastOutput(site: StateSite, { scopesIn, data }: Analysis): number {
  const outputs = scopesIn(site)
    .flatMap(({ states }) => states.filter(state => isTerminal(state) && state.type !== 'Fail'))
    .flatMap(state => data.get(state)?.output ?? []);
  return outputs.length === 0 ? 1 : Math.min(...outputs.map(leastBytes));
}
