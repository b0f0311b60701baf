import { metricsOf, seriesOf, type Series } from './alarm-series';
import { isAlarming, type Judgment } from './alarm-state';
import { findResource, shown, type ResourceName } from '../find-resource';
import { checkMetrics } from './known-metrics';
import type { MetricPoint } from './metric-points';
import type { Json, JsonObject } from '../../asl';
import type { LocalApp, Neighbor } from '../../cloudformation';
import { StepwrightError } from '../../errors';

const ALARM = 'AWS::CloudWatch::Alarm';
const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';

/** The properties that decide whether an alarm sounds, and those that do not matter for it. */
const DECIDE = [
  'Namespace',
  'MetricName',
  'Dimensions',
  'Period',
  'Statistic',
  'ExtendedStatistic',
  'Metrics',
  'Threshold',
  'ComparisonOperator',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'TreatMissingData',
];
const IRRELEVANT = new Set([
  'ActionsEnabled',
  'AlarmActions',
  'AlarmDescription',
  'AlarmName',
  'InsufficientDataActions',
  'OKActions',
  'Tags',
]);

/** How many periods CloudWatch looks at beside those that it judges: one example of AWS has two, and the number is not documented. */
const MORE = 2;

const OVER: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * Whether an alarm of the app sounds at any time over the points. The time looked at is from the first point to the last.
 *
 * @throws StepwrightError UNSUPPORTED_ALARM and others for what the evaluation does not know, UNKNOWN_METRIC for metrics that AWS never emits, ALARM_UNCERTAIN for
 * what AWS does not document: it is never taken as "not raised"
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function isRaised(app: LocalApp, named: ResourceName, points: readonly MetricPoint[]): boolean {
  return raised(app, findResource(app, [ALARM, COMPOSITE], named, 'alarm'), points);
}

function raised(app: LocalApp, alarm: Neighbor, points: readonly MetricPoint[]): boolean {
  return alarm.type === COMPOSITE ? composite(app, alarm, points) : single(app, alarm, points);
}

function single(app: LocalApp, alarm: Neighbor, points: readonly MetricPoint[]): boolean {
  const where = `the alarm ${shown(alarm)}`;
  const lowSamples = alarm.property('EvaluateLowSampleCountPercentile');
  const unknown = Object.keys(alarm.properties).find(
    name =>
      !DECIDE.includes(name) &&
      !IRRELEVANT.has(name) &&
      !(name === 'EvaluateLowSampleCountPercentile' && lowSamples === 'evaluate'),
  );
  if (unknown !== undefined) throw feature(where, unknown, DECIDE.join(', '));
  const properties: JsonObject = Object.fromEntries(
    DECIDE.map(name => [name, alarm.property(name)]).filter(([, value]) => value !== undefined) as Array<
      [string, Json]
    >,
  );
  const over = OVER[String(properties.ComparisonOperator)];
  if (over === undefined) throw feature(where, String(properties.ComparisonOperator), Object.keys(OVER).join(', '));
  checkMetrics(app, metricsOf(properties, where), points, where);
  if (points.length === 0) return false;
  const series = seriesOf(properties, points, where);
  const periods = Number(properties.EvaluationPeriods);
  const judgment = {
    periods,
    needed: Number(properties.DatapointsToAlarm ?? periods),
    missing: String(properties.TreatMissingData ?? 'missing'),
    breaches: (value: number) => over(value, Number(properties.Threshold)),
  };
  const [least, more] = [0, MORE].map(added => everAlarming(series, judgment, periods + added, points));
  if (least !== more) {
    throw new StepwrightError(
      'ALARM_UNCERTAIN',
      "data points are missing, so the state of the alarm depends on how far back CloudWatch looks for older ones, which AWS doesn't document",
      {
        where,
        received: `TreatMissingData: ${judgment.missing}, ${judgment.needed} of ${periods} periods`,
        fix: 'Let the runs fill the periods, use longer periods, or pass data points.',
      },
    );
  }
  return least;
}

/** Whether the alarm is in ALARM at the end of any period. */
function everAlarming(
  { periodMs, at }: Series,
  judgment: Judgment,
  range: number,
  points: readonly MetricPoint[],
): boolean {
  const { missing, periods } = judgment;
  const of = points.map(({ time }) => Math.floor(time / periodMs));
  const [first, last] = [of.reduce((a, b) => Math.min(a, b)), of.reduce((a, b) => Math.max(a, b))];
  const from = first + (missing === 'breaching' ? periods - 1 : 0);
  const to = Math.max(missing === 'missing' ? last + periods - 1 : last, first + periods - 1);
  for (let end = from; end <= to; end++) {
    if (
      isAlarming(
        Array.from({ length: range }, (_, i) => at(end - range + 1 + i)),
        judgment,
      )
    ) {
      return true;
    }
  }
  return false;
}

/** The rule of a composite alarm: `ALARM("name") OR (NOT ALARM("arn") AND …)`. */
function composite(app: LocalApp, alarm: Neighbor, points: readonly MetricPoint[]): boolean {
  const where = `the alarm ${shown(alarm)}`;
  const rule = String(alarm.property('AlarmRule'));
  const tokens = rule.match(/\s*(?:[()]|"(?:[^"\\]|\\.)*"|[^\s()"]+)/g)?.map(token => token.trim()) ?? [];
  let at = 0;
  const refuse = (): never => {
    throw feature(where, rule, 'ALARM("…"), OK("…"), AND, OR, NOT, TRUE, FALSE');
  };
  const chain = (sign: string, part: () => boolean, join: (a: boolean, b: boolean) => boolean): boolean => {
    let value = part();
    while (tokens[at] === sign) {
      at++;
      value = join(part(), value);
    }
    return value;
  };
  const either = (): boolean => chain('OR', both, (a, b) => a || b);
  const both = (): boolean => chain('AND', one, (a, b) => a && b);
  function one(): boolean {
    const token = tokens[at++];
    if (token === 'NOT') return !one();
    if (token === 'TRUE' || token === 'FALSE') return token === 'TRUE';
    if (token === '(') {
      const inner = either();
      return tokens[at++] === ')' ? inner : refuse();
    }
    if ((token !== 'ALARM' && token !== 'OK') || tokens[at++] !== '(') return refuse();
    const name = (tokens[at++] ?? '').replace(/^"|"$/g, '');
    if (tokens[at++] !== ')') return refuse();
    const child = app.resources.find(
      resource => [ALARM, COMPOSITE].includes(resource.type) && (resource.arn === name || resource.name === name),
    );
    if (child === undefined) throw feature(where, name, 'alarms of the same app');
    return raised(app, child, points) === (token === 'ALARM');
  }
  const value = either();
  return at === tokens.length ? value : refuse();
}

function feature(where: string, received: string, allowed: string): StepwrightError {
  return new StepwrightError(
    'UNSUPPORTED_ALARM',
    "the alarm uses unsupported properties, so its state can't be evaluated",
    { where, received, allowed, fix: "Use only supported properties, or don't assert on this alarm." },
  );
}
