import { aws_cloudwatch as cloudwatch, type Duration } from 'aws-cdk-lib';
import { metricFact, NAMESPACE } from './metric-table';

/** A metric of Step Functions; names and sets of dimensions that do not exist are refused. */
export function metric(
  name: string,
  dimensions: { readonly [name: string]: string },
  period: Duration,
  statistic?: string,
): cloudwatch.Metric {
  const fact = metricFact(name);
  const given = Object.keys(dimensions).sort().join();
  if (!fact.dimensions.some(set => [...set].sort().join() === given)) {
    throw new RangeError(`${name} has no dimensions ${given || '(none)'}`);
  }
  return new cloudwatch.Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: { ...dimensions },
    period,
    statistic: statistic ?? fact.statistic,
  });
}

/** How an alarm takes points that are missing. */
export function missingData(name: string): cloudwatch.TreatMissingData {
  return metricFact(name).missing === 'ignore'
    ? cloudwatch.TreatMissingData.IGNORE
    : cloudwatch.TreatMissingData.NOT_BREACHING;
}
