import { metricMath } from './metric-math';
import type { MetricPoint } from './metric-points';
import { statisticOf } from './statistics';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';

/** The values of what an alarm watches, period by period; undefined where there is no data. */
export interface Series {
  readonly periodMs: number;
  readonly at: (period: number) => number | undefined;
}

/** The members of a query that are understood; what else may stand there, such as another account, is refused. */
const QUERY = new Set(['Expression', 'Id', 'Label', 'MetricStat', 'Period', 'ReturnData']);
const STAT = new Set(['Metric', 'Period', 'Stat']);

/** The metrics that an alarm reads, each with Namespace, MetricName and Dimensions. */
export function metricsOf(alarm: JsonObject, where: string): JsonObject[] {
  if (alarm.Metrics === undefined) return [alarm];
  return (alarm.Metrics as readonly Json[]).filter(isJsonObject).flatMap(query => {
    const stat = isJsonObject(query.MetricStat) ? query.MetricStat : {};
    const unknown = [
      ...Object.keys(query).filter(name => !QUERY.has(name)),
      ...Object.keys(stat).filter(name => !STAT.has(name)),
    ];
    if (unknown.length > 0) {
      throw new StepwrightError(
        'UNSUPPORTED_ALARM',
        "the alarm uses unsupported properties, so its state can't be evaluated",
        {
          where,
          received: unknown.join(', '),
          allowed: [...QUERY, ...STAT].join(', '),
          fix: "Remove the property, or don't assert on this alarm.",
        },
      );
    }
    return isJsonObject(stat.Metric) ? [stat.Metric] : [];
  });
}

/** What an alarm watches, from its properties as the template has them: one metric, or metric math. */
export function seriesOf(alarm: JsonObject, points: readonly MetricPoint[], where: string): Series {
  if (alarm.Metrics === undefined) {
    return metricSeries(
      { Metric: alarm, Period: alarm.Period, Stat: alarm.Statistic ?? alarm.ExtendedStatistic },
      points,
      where,
    );
  }
  const queries = (alarm.Metrics as readonly Json[]).filter(isJsonObject);
  const byId = new Map(queries.map(query => [String(query.Id), query]));
  const made = new Map<string, Series>();
  const series = (id: string, around: readonly string[]): Series => {
    const known = made.get(id);
    if (known) return known;
    const query = byId.get(id);
    if (query === undefined || around.includes(id)) {
      throw new StepwrightError(
        'UNSUPPORTED_METRIC_MATH',
        `an expression uses a metric that the alarm doesn't define: ${id}`,
        {
          where,
          allowed: [...byId.keys()].join(', '),
        },
      );
    }
    const fresh =
      query.Expression === undefined
        ? metricSeries(query.MetricStat as JsonObject, points, where)
        : mathSeries(query, other => series(other, [...around, id]), [...byId.keys()], where);
    made.set(id, fresh);
    return fresh;
  };
  const returned = queries.find(({ ReturnData }) => ReturnData !== false);
  if (returned === undefined) {
    throw new StepwrightError('UNSUPPORTED_METRIC_MATH', 'no metric of the alarm returns data', { where });
  }
  return series(String(returned.Id), []);
}

function mathSeries(
  query: JsonObject,
  series: (id: string) => Series,
  known: readonly string[],
  where: string,
): Series {
  const compute = metricMath(String(query.Expression), where);
  const used = known
    .filter(id => id !== query.Id && new RegExp(`\\b${id}\\b`).test(String(query.Expression)))
    .map(series);
  const periodMs = typeof query.Period === 'number' ? query.Period * 1000 : (used[0]?.periodMs ?? 300_000);
  return { periodMs, at: period => compute(name => series(name).at(period)) };
}

function metricSeries({ Metric, Period, Stat }: JsonObject, points: readonly MetricPoint[], where: string): Series {
  const { Namespace, MetricName, Dimensions = [] } = Metric as JsonObject;
  const periodMs = Number(Period) * 1000;
  const statistic = statisticOf(String(Stat), where);
  const wanted = new Map((Dimensions as readonly JsonObject[]).map(({ Name, Value }) => [String(Name), String(Value)]));
  const buckets = new Map<number, number[]>();
  for (const { namespace, name, dimensions, time, value } of points) {
    if (namespace !== Namespace || name !== MetricName || !same(dimensions, wanted)) continue;
    const period = Math.floor(time / periodMs);
    const bucket = buckets.get(period);
    if (bucket) bucket.push(value);
    else buckets.set(period, [value]);
  }
  return {
    periodMs,
    at: period => {
      const values = buckets.get(period);
      return values && statistic(values);
    },
  };
}

function same(dimensions: Readonly<Record<string, string>>, wanted: ReadonlyMap<string, string>): boolean {
  const names = Object.keys(dimensions);
  return names.length === wanted.size && names.every(name => wanted.get(name) === dimensions[name]);
}
