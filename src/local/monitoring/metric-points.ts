import type { Run } from '../../interpreter';

/** One point of a metric. */
export interface MetricPoint {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, of the virtual clock. */
  readonly time: number;
  readonly value: number;
}

const ENDED: Readonly<Record<string, string>> = { SUCCEEDED: 'ExecutionsSucceeded', FAILED: 'ExecutionsFailed', TIMED_OUT: 'ExecutionsTimedOut', ABORTED: 'ExecutionsAborted' };
const ACTIVITY: Readonly<Record<string, string>> = {
  ActivityScheduled: 'ActivitiesScheduled', ActivityStarted: 'ActivitiesStarted', ActivitySucceeded: 'ActivitiesSucceeded', ActivityFailed: 'ActivitiesFailed', ActivityTimedOut: 'ActivitiesTimedOut',
};
const SERVICE: Readonly<Record<string, string>> = {
  TaskScheduled: 'ServiceIntegrationsScheduled', TaskStarted: 'ServiceIntegrationsStarted', TaskSucceeded: 'ServiceIntegrationsSucceeded', TaskFailed: 'ServiceIntegrationsFailed', TaskTimedOut: 'ServiceIntegrationsTimedOut',
};

/**
 * The points that an execution adds to the metrics of Step Functions, those of nested executions included. What a single run cannot tell
 * (throttles, quotas, backlogs) has none.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export function metricPoints(run: Run): MetricPoint[] {
  const machine = { StateMachineArn: run.stateMachineArn };
  const of = (name: string, time: number, value: number): MetricPoint[] => [machine, {}].map(dimensions => point(name, dimensions, time, value));
  return [
    ...of('ExecutionsStarted', run.startTime, 1),
    ...of('ExecutionsStarted', run.stopTime, 0),
    ...of(ENDED[run.status], run.stopTime, 1),
    ...of('ExecutionTime', run.stopTime, run.stopTime - run.startTime),
    ...run.type === 'STANDARD' ? transitionPoints(run) : [],
    ...taskPoints(run),
    ...run.nested.flatMap(metricPoints),
  ];
}

/** Each state that is entered, and each retry, is a transition. */
function transitionPoints(run: Run): MetricPoint[] {
  const entered = run.history.filter(({ type }) => type.endsWith('StateEntered')).map(({ timestamp }) => timestamp.getTime());
  // a retry has no event of its own: it is told when the execution ends
  const times = [...entered, ...new Array<number>(Math.max(0, run.transitions - entered.length)).fill(run.stopTime)];
  const sets: Array<Readonly<Record<string, string>>> = [{ ServiceMetric: 'StateTransition' }, { ServiceMetric: 'StateTransition', StateMachineArn: run.stateMachineArn }];
  return sets.flatMap(dimensions => times.map(time => point('ConsumedCapacity', dimensions, time, 1)));
}

function taskPoints(run: Run): MetricPoint[] {
  const partition = run.executionArn.split(':')[1];
  let activity = '';
  return run.history.flatMap(event => {
    const time = event.timestamp.getTime();
    if (event.activityScheduledEventDetails) activity = event.activityScheduledEventDetails.resource;
    if (ACTIVITY[event.type] !== undefined) {
      const heartbeat = event.type === 'ActivityTimedOut' && event.activityTimedOutEventDetails?.error === 'States.HeartbeatTimeout';
      return [...heartbeat ? ['ActivitiesHeartbeatTimedOut'] : [], ACTIVITY[event.type]].map(name => point(name, { ActivityArn: activity }, time, 1));
    }
    const task = event.taskScheduledEventDetails ?? event.taskStartedEventDetails ?? event.taskSucceededEventDetails ?? event.taskFailedEventDetails ?? event.taskTimedOutEventDetails;
    if (SERVICE[event.type] === undefined || task === undefined) return [];
    return [point(SERVICE[event.type], { ServiceIntegrationResourceArn: `arn:${partition}:states:::${task.resourceType}:${task.resource}` }, time, 1)];
  });
}

function point(name: string, dimensions: Readonly<Record<string, string>>, time: number, value: number): MetricPoint {
  return { namespace: 'AWS/States', name, dimensions, time, value };
}
