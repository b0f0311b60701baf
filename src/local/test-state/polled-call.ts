/** An action of a service's API. */
export interface PolledCall {
  readonly service: string;
  readonly action: string;
}

/**
 * What Step Functions calls again and again until a job that it has started with `.sync` is done: the mock of such a state is what this call
 * answers.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 */
const POLLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'athena': { startQueryExecution: 'getQueryExecution' },
  'batch': { submitJob: 'describeJobs' },
  'bedrock': { createModelCustomizationJob: 'getModelCustomizationJob' },
  'codebuild': {
    startBuild: 'batchGetBuilds',
    startBuildBatch: 'batchGetBuildBatches',
    retryBuildBatch: 'batchGetBuildBatches',
  },
  'databrew': { startJobRun: 'describeJobRun' },
  'ecs': { runTask: 'describeTasks' },
  'eks': {
    createCluster: 'describeCluster',
    createFargateProfile: 'describeFargateProfile',
    createNodegroup: 'describeNodegroup',
  },
  'elasticmapreduce': {
    createCluster: 'describeCluster',
    terminateCluster: 'describeCluster',
    addStep: 'describeStep',
  },
  'emr-containers': { startJobRun: 'describeJobRun', deleteVirtualCluster: 'describeVirtualCluster' },
  'emr-serverless': {
    createApplication: 'getApplication',
    startApplication: 'getApplication',
    stopApplication: 'getApplication',
    deleteApplication: 'getApplication',
    startJobRun: 'getJobRun',
    cancelJobRun: 'getJobRun',
  },
  'glue': { startJobRun: 'getJobRun' },
  'mediaconvert': { createJob: 'getJob' },
  'sagemaker': {
    createTrainingJob: 'describeTrainingJob',
    createTransformJob: 'describeTransformJob',
    createProcessingJob: 'describeProcessingJob',
    createHyperParameterTuningJob: 'describeHyperParameterTuningJob',
    createLabelingJob: 'describeLabelingJob',
  },
  'states': { startExecution: 'describeExecution' },
};

/** The call behind `.sync` and `.sync:2`; undefined where it is not known, or answers nothing once the work is done. */
export function polledCall(service: string, action: string): PolledCall | undefined {
  const actions = Object.hasOwn(POLLED, service) ? POLLED[service] : {};
  return Object.hasOwn(actions, action) ? { service, action: actions[action] } : undefined;
}
