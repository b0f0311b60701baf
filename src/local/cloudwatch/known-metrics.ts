import type { MetricPoint } from './metric-points';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import type { LocalApp } from '../../cloudformation';
import { didYouMean, StepwrightError } from '../../errors';
import { METRICS, NAMESPACE } from '../../monitoring/metric-table';

/** What every account has values of, and a run cannot know. */
const NOT_OF_A_RUN = new Set([
  'ExpressExecutionMemory',
  'ExpressExecutionBilledMemory',
  'AliasCount',
  'VersionCount',
  'OpenExecutionLimit',
  'OpenMapRunLimit',
  'ProvisionedBucketSize',
  'ProvisionedRefillRate',
]);

/**
 * Holds that the metrics of an alarm exist, and that something here tells their values.
 *
 * @throws StepwrightError UNKNOWN_METRIC for a metric of Step Functions that AWS never emits: such an alarm stays silent; MISSING_METRIC_DATA for one whose values only AWS has
 */
export function checkMetrics(
  app: LocalApp,
  metrics: readonly JsonObject[],
  points: readonly MetricPoint[],
  where: string,
): void {
  for (const metric of metrics) {
    const [namespace, name] = [String(metric.Namespace), String(metric.MetricName)];
    if (namespace === NAMESPACE) checkExists(metric, name, where);
    const known = namespace === NAMESPACE ? !NOT_OF_A_RUN.has(name) : madeOfLogs(app, namespace, name);
    if (known || points.some(point => point.namespace === namespace && point.name === name)) continue;
    throw new StepwrightError(
      'MISSING_METRIC_DATA',
      "a local run doesn't produce the metric of this alarm, so its state can't be evaluated",
      {
        where,
        received: `${namespace} ${name}`,
        fix: 'Pass its data points: toHaveRaised(alarm, [{ namespace, name, dimensions, time, value }]).',
      },
    );
  }
}

function checkExists(metric: JsonObject, name: string, where: string): void {
  const fact = METRICS.find(known => known.name === name);
  if (fact === undefined) {
    throw new StepwrightError(
      'UNKNOWN_METRIC',
      `Step Functions emits no metric ${name}, so the alarm never fires${didYouMean(
        name,
        METRICS.map(known => known.name),
      )}`,
      {
        where,
        received: `${NAMESPACE} ${name}`,
        allowed: 'a metric that AWS documents',
        fix: 'Use a metric that exists.',
      },
    );
  }
  const given = (Array.isArray(metric.Dimensions) ? (metric.Dimensions as Json[]) : [])
    .filter(isJsonObject)
    .map(({ Name }) => String(Name))
    .sort()
    .join(', ');
  const sets = fact.dimensions.map(set => [...set].sort().join(', '));
  if (sets.includes(given)) return;
  throw new StepwrightError(
    'UNKNOWN_METRIC',
    `Step Functions emits ${name} with other dimensions, so the alarm never fires`,
    {
      where,
      received: given || 'no dimensions',
      allowed: sets.map(set => set || 'no dimensions').join('; or '),
      fix: 'Use these dimensions.',
    },
  );
}

/** Whether a metric filter of the app makes the metric. */
function madeOfLogs(app: LocalApp, namespace: string, name: string): boolean {
  return app.resources.some(resource => {
    const made = resource.type === 'AWS::Logs::MetricFilter' ? resource.property('MetricTransformations') : undefined;
    return (
      Array.isArray(made) &&
      (made as Json[]).some(
        change => isJsonObject(change) && change.MetricNamespace === namespace && change.MetricName === name,
      )
    );
  });
}
