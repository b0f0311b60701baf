import type { JsonObject } from '../../asl';
import { itemsOf } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import type { Rule } from '../rule';

/** An Express execution ends after this many seconds. */
const EXPRESS = 300;

export const retryOutlastsTimeout: Rule = {
  id: 'retry-outlasts-timeout',
  severity: 'WARNING',
  summary:
    'The waits of a retrier add up to more than the maximum duration of the execution, so the last attempts never happen.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  find: ({ definition, sites, type }) =>
    sites.states.flatMap(site => {
      const limits = [
        typeof definition.TimeoutSeconds === 'number' && definition.TimeoutSeconds > 0
          ? definition.TimeoutSeconds
          : Infinity,
        executionTypeOf(site, type) === 'EXPRESS' ? EXPRESS : Infinity,
      ];
      const limit = Math.min(...limits);
      if (limit === Infinity) return [];
      return itemsOf(site, 'Retry').flatMap(({ item, place }) => {
        const seconds = waitsOf(item);
        return seconds <= limit
          ? []
          : [
              {
                at: place,
                message: `The waits between these attempts are ${Number.isFinite(seconds) ? Math.round(seconds) : 'endless'} s in total, but the execution is limited to ${limit} s`,
                fix: 'Decrease MaxAttempts, IntervalSeconds, or BackoffRate, set MaxDelaySeconds, or increase the timeout.',
              },
            ];
      });
    }),
};

/** All waits of a retrier together, in closed form: a retrier may have millions of attempts. */
function waitsOf({
  IntervalSeconds = 1,
  MaxAttempts = 3,
  BackoffRate = 2,
  MaxDelaySeconds = Infinity,
  JitterStrategy,
}: JsonObject): number {
  if (
    typeof IntervalSeconds !== 'number' ||
    typeof MaxAttempts !== 'number' ||
    typeof BackoffRate !== 'number' ||
    typeof MaxDelaySeconds !== 'number' ||
    JitterStrategy === 'FULL'
  ) {
    return 0;
  }
  if (IntervalSeconds <= 0 || MaxAttempts <= 0 || BackoffRate < 1) return 0;
  if (BackoffRate === 1) return Math.min(IntervalSeconds, MaxDelaySeconds) * MaxAttempts;
  // so many waits grow; the others are as long as the longest may be
  const growing = Math.min(
    MaxAttempts,
    MaxDelaySeconds === Infinity
      ? MaxAttempts
      : Math.max(0, Math.ceil(Math.log(MaxDelaySeconds / IntervalSeconds) / Math.log(BackoffRate))),
  );
  const grown = (IntervalSeconds * (BackoffRate ** growing - 1)) / (BackoffRate - 1);
  return grown + (growing < MaxAttempts ? (MaxAttempts - growing) * MaxDelaySeconds : 0);
}
