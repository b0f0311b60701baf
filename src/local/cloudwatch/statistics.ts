import { StepwrightError } from '../../errors';

/** What makes one value of the points in a period. */
type Statistic = (values: readonly number[]) => number;

const STATISTICS: Readonly<Record<string, Statistic>> = {
  Sum: values => values.reduce((sum, value) => sum + value, 0),
  Average: values => values.reduce((sum, value) => sum + value, 0) / values.length,
  Maximum: values => values.reduce((a, b) => Math.max(a, b)),
  Minimum: values => values.reduce((a, b) => Math.min(a, b)),
  SampleCount: values => values.length,
};

/**
 * A statistic by its name.
 *
 * @throws StepwrightError UNKNOWN_STATISTIC for one that is not known here
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export function statisticOf(name: string, where: string): Statistic {
  if (Object.hasOwn(STATISTICS, name)) return STATISTICS[name];
  const percentile = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)?.[1];
  if (percentile !== undefined) return values => percentileOf(values, Number(percentile) / 100);
  throw new StepwrightError(
    'UNKNOWN_STATISTIC',
    "the statistic is not supported, so the state of the alarm can't be evaluated",
    {
      where,
      received: name,
      allowed: `${Object.keys(STATISTICS).join(', ')}, p50, p99.9`,
      fix: 'Use one of them.',
    },
  );
}

/** Between the two nearest values, as far as it lies between them. */
function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
