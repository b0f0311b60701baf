/** One metric of Step Functions that a workflow of ours can be watched by. */
export interface MetricFact {
  /** As AWS spells it. */
  readonly name: string;
  /** The workflows that have it. */
  readonly of: 'both' | 'STANDARD' | 'EXPRESS';
  readonly unit: 'Count' | 'Milliseconds' | 'Bytes';
  /** Each set of dimensions that exists; an empty one is the whole account in the region. */
  readonly dimensions: readonly (readonly string[])[];
  /** What to show. */
  readonly statistic: 'Sum' | 'Average' | 'Maximum';
  /** What missing points mean for an alarm. */
  readonly missing: 'notBreaching' | 'ignore';
  readonly meaning: string;
}

const EXECUTION = [[], ['StateMachineArn'], ['StateMachineArn', 'Version'], ['StateMachineArn', 'Alias']];
const MACHINE = [['StateMachineArn']];
const ACCOUNT = [[]];
const ACTIVITY = [[], ['ActivityArn']];
const SERVICE = [['ServiceIntegrationResourceArn']];
const FUNCTION = [['LambdaFunctionArn']];
const TRANSITION = [['ServiceMetric'], ['ServiceMetric', 'StateMachineArn'], ['APIName']];

const count = (
  name: string,
  dimensions: MetricFact['dimensions'],
  meaning: string,
  of: MetricFact['of'] = 'both',
): MetricFact => ({ name, of, unit: 'Count', dimensions, statistic: 'Sum', missing: 'notBreaching', meaning });
const time = (
  name: string,
  dimensions: MetricFact['dimensions'],
  meaning: string,
  of: MetricFact['of'] = 'both',
): MetricFact => ({
  name,
  of,
  unit: 'Milliseconds',
  dimensions,
  statistic: 'Average',
  missing: 'notBreaching',
  meaning,
});
const gauge = (
  name: string,
  dimensions: MetricFact['dimensions'],
  meaning: string,
  missing: MetricFact['missing'] = 'notBreaching',
): MetricFact => ({ name, of: 'STANDARD', unit: 'Count', dimensions, statistic: 'Maximum', missing, meaning });

/** The namespace of the metrics. */
export const NAMESPACE = 'AWS/States';

/** The value of the dimension `ServiceMetric`. */
export const STATE_TRANSITION = 'StateTransition';

/**
 * Every metric that Step Functions emits. A name that is not here does not exist: `ExecutionsThrottled`, `GlueJobsFailed`,
 * `CodeBuildProjectsFailed` and others that one meets in tutorials and in task classes are never emitted.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export const METRICS: readonly MetricFact[] = [
  count(
    'ExecutionsStarted',
    EXECUTION,
    'executions that were started; two points each, 1 at the start and 0 at the end, so read the sum',
  ),
  count('ExecutionsSucceeded', EXECUTION, 'executions that ended well'),
  count('ExecutionsFailed', EXECUTION, 'executions that failed: an error that nothing caught, or a Fail state'),
  count('ExecutionsTimedOut', EXECUTION, 'executions whose time was over'),
  count('ExecutionsAborted', EXECUTION, 'executions that were stopped'),
  count(
    'ExecutionThrottled',
    EXECUTION,
    'states and retries that the quota of state transitions held back; there are points only when it happens',
    'STANDARD',
  ),
  time('ExecutionTime', EXECUTION, 'from start to end; an execution that hangs has no point yet'),
  {
    ...count('ExpressExecutionMemory', MACHINE, 'memory of an execution', 'EXPRESS'),
    unit: 'Bytes',
    statistic: 'Maximum',
  },
  {
    ...count(
      'ExpressExecutionBilledMemory',
      [[], ['StateMachineArn']],
      'memory that is billed, in steps of 64 MB',
      'EXPRESS',
    ),
    unit: 'Bytes',
    statistic: 'Average',
  },
  {
    ...count(
      'ExpressExecutionBilledDuration',
      [[], ['StateMachineArn']],
      'duration that is billed, in steps of 100 ms',
      'EXPRESS',
    ),
    unit: 'Milliseconds',
  },
  count('ExecutionsRedriven', MACHINE, 'executions that were redriven', 'STANDARD'),
  count('RedrivenExecutionsSucceeded', MACHINE, 'redriven executions that then ended well', 'STANDARD'),
  count('RedrivenExecutionsFailed', MACHINE, 'redriven executions that failed again', 'STANDARD'),
  count('RedrivenExecutionsTimedOut', MACHINE, 'redriven executions whose time was over again', 'STANDARD'),
  count('RedrivenExecutionsAborted', MACHINE, 'redriven executions that were stopped', 'STANDARD'),
  gauge('OpenExecutionCount', ACCOUNT, 'open executions of the account, about'),
  gauge('OpenExecutionLimit', ACCOUNT, 'quota of open executions', 'ignore'),
  gauge('ApproximateOpenMapRunCount', ACCOUNT, 'open Map Runs of the account'),
  gauge('OpenMapRunLimit', ACCOUNT, 'quota of open Map Runs', 'ignore'),
  gauge('ApproximateMapRunBacklogSize', ACCOUNT, 'Map Runs that wait for the quota'),
  { ...gauge('AliasCount', [['ResourceArn']], 'aliases of a workflow, at most 100', 'ignore'), of: 'both' },
  { ...gauge('VersionCount', [['ResourceArn']], 'versions of a workflow, at most 1,000', 'ignore'), of: 'both' },
  count('ActivitiesScheduled', ACTIVITY, 'activity tasks that were put in the queue', 'STANDARD'),
  count('ActivitiesStarted', ACTIVITY, 'activity tasks that a worker took', 'STANDARD'),
  count('ActivitiesSucceeded', ACTIVITY, 'activity tasks that ended well', 'STANDARD'),
  count('ActivitiesFailed', ACTIVITY, 'activity tasks that a worker failed', 'STANDARD'),
  count('ActivitiesTimedOut', ACTIVITY, 'activity tasks whose time was over', 'STANDARD'),
  count('ActivitiesHeartbeatTimedOut', ACTIVITY, 'activity tasks that missed a heartbeat', 'STANDARD'),
  time('ActivityRunTime', ACTIVITY, 'from the worker that takes the task to its end', 'STANDARD'),
  time('ActivityScheduleTime', ACTIVITY, 'how long a task waits for a worker', 'STANDARD'),
  time('ActivityTime', ACTIVITY, 'from the queue to the end', 'STANDARD'),
  count('LambdaFunctionsScheduled', FUNCTION, 'functions called by their ARN in Resource: scheduled'),
  count('LambdaFunctionsStarted', FUNCTION, 'functions called by their ARN in Resource: started'),
  count('LambdaFunctionsSucceeded', FUNCTION, 'functions called by their ARN in Resource: ended well'),
  count('LambdaFunctionsFailed', FUNCTION, 'functions called by their ARN in Resource: failed'),
  count('LambdaFunctionsTimedOut', FUNCTION, 'functions called by their ARN in Resource: time over'),
  time('LambdaFunctionRunTime', FUNCTION, 'functions called by their ARN in Resource: from start to end'),
  time('LambdaFunctionScheduleTime', FUNCTION, 'functions called by their ARN in Resource: from schedule to start'),
  time('LambdaFunctionTime', FUNCTION, 'functions called by their ARN in Resource: from schedule to end'),
  count('ServiceIntegrationsScheduled', SERVICE, 'tasks of an integration, of all workflows of the account: scheduled'),
  count('ServiceIntegrationsStarted', SERVICE, 'tasks of an integration, of all workflows of the account: started'),
  count(
    'ServiceIntegrationsSucceeded',
    SERVICE,
    'tasks of an integration, of all workflows of the account: ended well',
  ),
  count('ServiceIntegrationsFailed', SERVICE, 'tasks of an integration, of all workflows of the account: failed'),
  count('ServiceIntegrationsTimedOut', SERVICE, 'tasks of an integration, of all workflows of the account: time over'),
  time(
    'ServiceIntegrationRunTime',
    SERVICE,
    'tasks of an integration, of all workflows of the account: from start to end',
  ),
  time(
    'ServiceIntegrationScheduleTime',
    SERVICE,
    'tasks of an integration, of all workflows of the account: from schedule to start',
  ),
  time(
    'ServiceIntegrationTime',
    SERVICE,
    'tasks of an integration, of all workflows of the account: from schedule to end',
  ),
  count('ThrottledEvents', TRANSITION, 'state transitions, or API calls, that were refused', 'STANDARD'),
  {
    ...gauge('ConsumedCapacity', TRANSITION, 'state transitions, or API calls; the sum counts them', 'ignore'),
    statistic: 'Average',
  },
  gauge('ProvisionedBucketSize', TRANSITION, 'transitions, or API calls, that can be made at once', 'ignore'),
  gauge('ProvisionedRefillRate', TRANSITION, 'transitions, or API calls, a second', 'ignore'),
];

/** What is known of a metric. */
export function metricFact(name: string): MetricFact {
  const fact = METRICS.find(metric => metric.name === name);
  if (fact === undefined) throw new RangeError(`Step Functions emits no metric ${name}`);
  return fact;
}
