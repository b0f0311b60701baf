import type { HistoryEvent, Run } from '../../interpreter';
import { attemptsOf, type RunAttempt } from '../run-attempts';

/** One point of a metric. */
export interface MetricPoint {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, of the virtual clock. */
  readonly time: number;
  readonly value: number;
}

type Dimensions = Readonly<Record<string, string>>;

const ENDED: Readonly<Record<string, string>> = {
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** Express executions are billed in steps of this many milliseconds. */
const BILLED_STEP = 100;

/**
 * The points that an execution adds to the metrics of Step Functions, those of nested executions included. What a single run cannot tell
 * (throttles, quotas, backlogs, the memory that is billed) has none.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export function metricPoints(run: Run): MetricPoint[] {
  const machine = { StateMachineArn: run.stateMachineArn };
  const of = (name: string, at: number, value: number): MetricPoint[] => points(name, [machine, {}], at, value);
  return [
    ...of('ExecutionsStarted', run.startTime, 1),
    ...of('ExecutionsStarted', run.stopTime, 0),
    // whether AWS counts the time of a redriven execution from its start or from the redrive is not documented
    ...attemptsOf(run).flatMap(attempt => [
      ...redrivePoints(attempt, [machine]),
      ...of(ENDED[attempt.status], attempt.stop, 1),
      ...of('ExecutionTime', attempt.stop, attempt.stop - run.startTime),
    ]),
    ...(run.type === 'STANDARD'
      ? transitionPoints(run)
      : of(
          'ExpressExecutionBilledDuration',
          run.stopTime,
          Math.ceil((run.stopTime - run.startTime) / BILLED_STEP) * BILLED_STEP,
        )),
    ...taskPoints(run),
    ...run.nested.flatMap(metricPoints),
  ];
}

/** A redriven execution counts in metrics of its own, and in the plain ones beside. */
function redrivePoints({ status, start, stop, redriveCount }: RunAttempt, sets: readonly Dimensions[]): MetricPoint[] {
  return redriveCount === 0
    ? []
    : [...points('ExecutionsRedriven', sets, start, 1), ...points(`Redriven${ENDED[status]}`, sets, stop, 1)];
}

/** Each state that is entered, and each retry, is a transition. */
function transitionPoints(run: Run): MetricPoint[] {
  const entered = run.history
    .filter(({ type }) => type.endsWith('StateEntered'))
    .map(({ timestamp }) => timestamp.getTime());
  // a retry has no event of its own: it is told when the execution ends
  const times = [...entered, ...new Array<number>(Math.max(0, run.transitions - entered.length)).fill(run.stopTime)];
  const sets: Dimensions[] = [
    { ServiceMetric: 'StateTransition' },
    { ServiceMetric: 'StateTransition', StateMachineArn: run.stateMachineArn },
  ];
  return times.flatMap(time => points('ConsumedCapacity', sets, time, 1));
}

/** How a kind of Task is measured: its counts, its times, and whose they are. */
interface Family {
  readonly counts: string;
  readonly times: string;
  readonly sets: (scheduled: HistoryEvent, partition: string) => Dimensions[];
}

const FAMILIES: Readonly<Record<string, Family>> = {
  Activity: {
    counts: 'Activities',
    times: 'Activity',
    sets: ({ activityScheduledEventDetails: of }) => [{}, { ActivityArn: of!.resource }] as Dimensions[],
  },
  LambdaFunction: {
    counts: 'LambdaFunctions',
    times: 'LambdaFunction',
    sets: ({ lambdaFunctionScheduledEventDetails: of }) => [{ LambdaFunctionArn: of!.resource }],
  },
  Task: {
    counts: 'ServiceIntegrations',
    times: 'ServiceIntegration',
    sets: ({ taskScheduledEventDetails: of }, partition) => [
      { ServiceIntegrationResourceArn: `arn:${partition}:states:::${of!.resourceType}:${of!.resource}` },
    ],
  },
};

const MEASURED = /^(Activity|LambdaFunction|Task)(Scheduled|Started|Succeeded|Failed|TimedOut)$/;

function taskPoints({ history, executionArn }: Run): MetricPoint[] {
  const [, partition] = executionArn.split(':');
  return history.flatMap(event => {
    const [, kind, what] = MEASURED.exec(event.type) ?? [];
    const scheduled = kind === undefined ? undefined : before(history, event, `${kind}Scheduled`);
    if (scheduled === undefined) return [];
    const { counts, times, sets } = FAMILIES[kind];
    const [at, whose] = [event.timestamp.getTime(), sets(scheduled, partition)];
    const lasted = (name: string, from: HistoryEvent | undefined): MetricPoint[] =>
      from === undefined ? [] : points(`${times}${name}`, whose, at, at - from.timestamp.getTime());
    const count = points(`${counts}${what}`, whose, at, 1);
    if (what === 'Scheduled') return count;
    if (what === 'Started') return [...count, ...lasted('ScheduleTime', scheduled)];
    const heartbeat =
      event.type === 'ActivityTimedOut' && isSilent(event, scheduled)
        ? points('ActivitiesHeartbeatTimedOut', whose, at, 1)
        : [];
    return [
      ...heartbeat,
      ...count,
      ...lasted('RunTime', before(history, event, `${kind}Started`)),
      ...lasted('Time', scheduled),
    ];
  });
}

/** Whether an activity ended before its time-out: the event itself does not tell a missing heartbeat from a time-out. */
function isSilent(
  { timestamp }: HistoryEvent,
  { timestamp: since, activityScheduledEventDetails: of }: HistoryEvent,
): boolean {
  return (
    of?.heartbeatInSeconds !== undefined &&
    timestamp.getTime() - since.getTime() < (of.timeoutInSeconds ?? Number.POSITIVE_INFINITY) * 1000
  );
}

/** The event of this type that an event follows on, or that it is itself. */
function before(history: readonly HistoryEvent[], event: HistoryEvent, type: string): HistoryEvent | undefined {
  for (
    let at: HistoryEvent | undefined = event;
    at !== undefined;
    at = history[at.previousEventId - 1] as HistoryEvent | undefined
  ) {
    if (at.type === type) return at;
    if (at.type.endsWith('StateEntered')) return undefined;
  }
  return undefined;
}

function points(name: string, sets: readonly Dimensions[], time: number, value: number): MetricPoint[] {
  return sets.map(dimensions => ({ namespace: 'AWS/States', name, dimensions, time, value }));
}
