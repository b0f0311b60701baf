import { callModel, type CallModel } from './call-model';
import type { Shape, Structure } from './shape';

/** What a `.sync` Task outputs once its job has ended. */
interface JobResult {
  /** The action whose output it is; the optimized action itself if absent. */
  readonly from?: readonly [service: string, action: string];
  /** The members that lead to it, if Step Functions leaves the structures around it out. Lists are passed through. */
  readonly flat?: readonly string[];
  /** Where the status is in the result. */
  readonly status: readonly string[];
  readonly succeeded: string;
  readonly failed: readonly string[];
  /** The page or the report that says so. */
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const BUILD = ['FAILED', 'FAULT', 'TIMED_OUT', 'STOPPED'] as const;

function sageMaker(kind: string): JobResult {
  return {
    from: ['sagemaker', `describe${kind}`],
    status: [`${kind}Status`],
    succeeded: 'Completed',
    failed: ['Failed', 'Stopped'],
    source: `${GUIDE}connect-sagemaker.html; flat in public definitions`,
  };
}

/**
 * The results of `.sync` Tasks, by optimized action. A job whose status is one of `failed` fails the Task with States.TaskFailed, and the cause is
 * the job as JSON (recorded for nested executions; for the others, public projects read `$.Cause` so).
 */
export const JOB_RESULTS: Readonly<Record<string, JobResult>> = {
  'athena:startQueryExecution': {
    from: ['athena', 'getQueryExecution'],
    status: ['QueryExecution', 'Status', 'State'],
    succeeded: 'SUCCEEDED',
    failed: ['FAILED', 'CANCELLED'],
    source: `${GUIDE}connect-athena.html`,
  },
  'batch:submitJob': {
    from: ['batch', 'describeJobs'],
    flat: ['Jobs'],
    status: ['Status'],
    succeeded: 'SUCCEEDED',
    failed: ['FAILED'],
    source: `${GUIDE}connect-batch.html`,
  },
  'bedrock:createModelCustomizationJob': {
    from: ['bedrock', 'getModelCustomizationJob'],
    status: ['Status'],
    succeeded: 'Completed',
    failed: ['Failed', 'Stopped'],
    source: `${GUIDE}connect-bedrock.html`,
  },
  'codebuild:startBuild': {
    status: ['Build', 'BuildStatus'],
    succeeded: 'SUCCEEDED',
    failed: BUILD,
    source: `${GUIDE}connect-codebuild.html`,
  },
  'codebuild:startBuildBatch': {
    status: ['BuildBatch', 'BuildBatchStatus'],
    succeeded: 'SUCCEEDED',
    failed: BUILD,
    source: `${GUIDE}connect-codebuild.html`,
  },
  'codebuild:retryBuildBatch': {
    status: ['BuildBatch', 'BuildBatchStatus'],
    succeeded: 'SUCCEEDED',
    failed: BUILD,
    source: `${GUIDE}connect-codebuild.html`,
  },
  'databrew:startJobRun': {
    from: ['databrew', 'describeJobRun'],
    status: ['State'],
    succeeded: 'SUCCEEDED',
    failed: ['FAILED', 'STOPPED', 'TIMEOUT'],
    source: `${GUIDE}connect-databrew.html`,
  },
  'ecs:runTask': {
    from: ['ecs', 'describeTasks'],
    flat: ['Tasks'],
    status: [],
    succeeded: '',
    failed: [],
    source: `${GUIDE}connect-ecs.html`,
  },
  'glue:startJobRun': {
    from: ['glue', 'getJobRun'],
    flat: ['JobRun'],
    status: ['JobRunState'],
    succeeded: 'SUCCEEDED',
    failed: ['FAILED', 'STOPPED', 'TIMEOUT', 'ERROR', 'EXPIRED'],
    source: `${GUIDE}connect-glue.html`,
  },
  'sagemaker:createHyperParameterTuningJob': sageMaker('HyperParameterTuningJob'),
  'sagemaker:createLabelingJob': sageMaker('LabelingJob'),
  'sagemaker:createProcessingJob': sageMaker('ProcessingJob'),
  'sagemaker:createTrainingJob': sageMaker('TrainingJob'),
  'sagemaker:createTransformJob': sageMaker('TransformJob'),
  'states:startExecution': {
    from: ['states', 'describeExecution'],
    status: ['Status'],
    succeeded: 'SUCCEEDED',
    failed: ['FAILED', 'TIMED_OUT', 'ABORTED'],
    source: 'recorded',
  },
};

/** Jobs whose results have a shape that isn't known, and where their status can be. */
const STATUS_ONLY: Readonly<
  Record<string, { readonly at: ReadonlyArray<readonly string[]>; readonly failed: readonly string[] }>
> = {
  'elasticmapreduce:addStep': { at: [['Step', 'Status', 'State']], failed: ['FAILED', 'CANCELLED', 'INTERRUPTED'] },
  'elasticmapreduce:createCluster': { at: [['Cluster', 'Status', 'State']], failed: ['TERMINATED_WITH_ERRORS'] },
  'emr-containers:startJobRun': { at: [['State'], ['JobRun', 'State']], failed: ['FAILED', 'CANCELLED'] },
  'emr-serverless:startJobRun': { at: [['State'], ['JobRun', 'State']], failed: ['FAILED', 'CANCELLED'] },
  'mediaconvert:createJob': { at: [['Status'], ['Job', 'Status']], failed: ['ERROR', 'CANCELED'] },
};

/** The places of a job's status, and the statuses with which a job fails its Task; undefined for actions that run no job. */
export function jobStatus(
  call: string,
): { readonly at: ReadonlyArray<readonly string[]>; readonly failed: readonly string[] } | undefined {
  if (Object.hasOwn(STATUS_ONLY, call)) return STATUS_ONLY[call];
  const job = Object.hasOwn(JOB_RESULTS, call) ? JOB_RESULTS[call] : undefined;
  return job && job.status.length > 0 ? { at: [job.status], failed: job.failed } : undefined;
}

/** The structure of what a `.sync` Task outputs; undefined if it isn't known. */
export function jobShape(model: CallModel): { readonly model: CallModel; readonly shape: Structure } | undefined {
  const job = Object.hasOwn(JOB_RESULTS, model.call) ? JOB_RESULTS[model.call] : undefined;
  if (job === undefined) return undefined;
  const source = job.from === undefined ? model : callModel(...job.from);
  if (source === undefined) return undefined;
  const shape = (job.flat ?? []).reduce<Shape | undefined>((around, name) => {
    const inner = around?.kind === 'structure' ? source.membersOf(around).get(name)?.shape : undefined;
    return inner?.kind === 'list' ? inner.item : inner;
  }, source.output);
  return shape?.kind === 'structure' ? { model: source, shape } : undefined;
}
