import { logFilter } from './log-filter';
import type { MetricPoint } from './metric-points';
import { isJsonObject, type Json } from '../../asl';
import type { LocalApp, Machine } from '../../cloudformation';
import { logRecords, type Run } from '../../interpreter';

/** The points that the metric filters of the app make of what a machine's execution logs. */
export function logPoints(run: Run, machine: Machine, app: LocalApp): MetricPoint[] {
  const { logging } = machine;
  if (logging === undefined || logging.level === 'OFF') return [];
  const group = logGroupOf(machine, app);
  const records = logRecords(run, logging);
  return app.resources
    .filter(({ type, property }) => type === 'AWS::Logs::MetricFilter' && property !== undefined)
    .flatMap(filter => {
      if (group === undefined || String(filter.property('LogGroupName')) !== group) return [];
      const passes = logFilter(
        String(filter.property('FilterPattern') ?? ''),
        `the metric filter ${filter.path ?? filter.logicalId}`,
      );
      const passed = records.filter(record => passes(record as unknown as Json));
      const changes = filter.property('MetricTransformations');
      return (Array.isArray(changes) ? (changes as Json[]) : []).filter(isJsonObject).flatMap(change =>
        passed.map(record => ({
          namespace: String(change.MetricNamespace),
          name: String(change.MetricName),
          dimensions: {},
          time: Number(record.event_timestamp),
          value: Number(change.MetricValue),
        })),
      );
    });
}

function logGroupOf(machine: Machine, app: LocalApp): string | undefined {
  const resource = app.resources.find(
    ({ stack, logicalId }) => stack === machine.stack && logicalId === machine.logicalId,
  );
  const configuration = resource?.property('LoggingConfiguration');
  const destinations =
    isJsonObject(configuration) && Array.isArray(configuration.Destinations)
      ? (configuration.Destinations as Json[])
      : [];
  const [destination] = destinations.filter(isJsonObject);
  const arn = isJsonObject(destination?.CloudWatchLogsLogGroup)
    ? String(destination.CloudWatchLogsLogGroup.LogGroupArn)
    : undefined;
  return arn?.split(':log-group:')[1]?.replace(/:\*$/, '');
}
