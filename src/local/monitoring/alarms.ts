import { seriesOf } from './alarm-series';
import { findResource, shown, type ResourceName } from './find-resource';
import type { MetricPoint } from './metric-points';
import type { Json, JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import type { LocalApp, Neighbour } from '../../template';

const ALARM = 'AWS::CloudWatch::Alarm';
const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';

/** The properties that decide whether an alarm sounds, and those that do not matter for it. */
const DECIDE = ['Namespace', 'MetricName', 'Dimensions', 'Period', 'Statistic', 'ExtendedStatistic', 'Metrics', 'Threshold', 'ComparisonOperator', 'EvaluationPeriods', 'DatapointsToAlarm', 'TreatMissingData'];
const IRRELEVANT = new Set(['ActionsEnabled', 'AlarmActions', 'AlarmDescription', 'AlarmName', 'InsufficientDataActions', 'OKActions', 'Tags', 'Unit', 'EvaluateLowSampleCountPercentile']);

const OVER: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * Whether an alarm of the app sounds at any time over the points. The time looked at is from the first point to the last.
 *
 * @throws StepwrightError ALARM_FEATURE and others for what the evaluation does not know: it is never taken as "not raised"
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function isRaised(app: LocalApp, named: ResourceName, points: readonly MetricPoint[]): boolean {
  return raised(app, findResource(app, [ALARM, COMPOSITE], named, 'alarm'), points);
}

function raised(app: LocalApp, alarm: Neighbour, points: readonly MetricPoint[]): boolean {
  return alarm.type === COMPOSITE ? composite(app, alarm, points) : single(alarm, points);
}

function single(alarm: Neighbour, points: readonly MetricPoint[]): boolean {
  const where = `the alarm ${shown(alarm)}`;
  const unknown = Object.keys(alarm.properties).find(name => !DECIDE.includes(name) && !IRRELEVANT.has(name));
  if (unknown !== undefined) throw feature(where, unknown, DECIDE.join(', '));
  const properties: JsonObject = Object.fromEntries(DECIDE.map(name => [name, alarm.property(name)]).filter(([, value]) => value !== undefined) as Array<[string, Json]>);
  const over = OVER[String(properties.ComparisonOperator)];
  if (over === undefined) throw feature(where, String(properties.ComparisonOperator), Object.keys(OVER).join(', '));
  if (points.length === 0) return false;
  const { periodMs, at } = seriesOf(properties, points, where);
  const all = Number(properties.EvaluationPeriods);
  const needed = Number(properties.DatapointsToAlarm ?? all);
  const treat = String(properties.TreatMissingData ?? 'missing');
  const times = points.map(({ time }) => time);
  const [first, last] = [Math.floor(Math.min(...times) / periodMs), Math.floor(Math.max(...times) / periodMs)];
  const breaches = (period: number): boolean => {
    const value = at(period);
    return value === undefined ? treat === 'breaching' : over(value, Number(properties.Threshold));
  };
  for (let end = first + (treat === 'breaching' ? all - 1 : 0); end <= Math.max(last, first + all - 1); end++) {
    let count = 0;
    for (let period = end - all + 1; period <= end; period++) if (breaches(period)) count++;
    if (count >= needed) return true;
  }
  return false;
}

/** The rule of a composite alarm: `ALARM("name") OR (NOT ALARM("arn") AND …)`. */
function composite(app: LocalApp, alarm: Neighbour, points: readonly MetricPoint[]): boolean {
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
    const child = app.resources.find(resource => [ALARM, COMPOSITE].includes(resource.type) && (resource.arn === name || resource.name === name));
    if (child === undefined) throw feature(where, name, 'alarms of the same app');
    return raised(app, child, points) === (token === 'ALARM');
  }
  const value = either();
  return at === tokens.length ? value : refuse();
}

function feature(where: string, received: string, allowed: string): StepwrightError {
  return new StepwrightError('ALARM_FEATURE', 'a part of an alarm is not understood, so nobody can tell whether it sounds', { where, received, allowed, fix: 'Do not ask for this alarm, or write it with these.' });
}
