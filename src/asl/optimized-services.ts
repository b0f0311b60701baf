/** How an optimized integration can be called beside request and response: `sync`, `sync:2`, `waitForTaskToken`. */
export type ResourcePattern = 'sync' | 'sync:2' | 'waitForTaskToken';

const SYNC: readonly ResourcePattern[] = ['sync'];
const TOKEN: readonly ResourcePattern[] = ['waitForTaskToken'];
const PLAIN: readonly ResourcePattern[] = [];

/**
 * The optimized integrations: service, API actions, and the patterns that each has beside request and response.
 * `arn:aws:states:::SERVICE:ACTION[.PATTERN]` with anything else is refused when a state machine is created.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export const OPTIMIZED_SERVICES: Readonly<Record<string, Readonly<Record<string, readonly ResourcePattern[]>>>> = {
  'apigateway': { invoke: TOKEN },
  'athena': { startQueryExecution: SYNC, stopQueryExecution: PLAIN, getQueryExecution: PLAIN, getQueryResults: PLAIN },
  'batch': { submitJob: SYNC },
  'bedrock': { invokeModel: TOKEN, createModelCustomizationJob: SYNC },
  'codebuild': {
    startBuild: SYNC,
    stopBuild: PLAIN,
    batchDeleteBuilds: PLAIN,
    batchGetReports: PLAIN,
    startBuildBatch: SYNC,
    stopBuildBatch: PLAIN,
    retryBuildBatch: SYNC,
    deleteBuildBatch: PLAIN,
  },
  'databrew': { startJobRun: SYNC },
  'dynamodb': { getItem: PLAIN, putItem: PLAIN, updateItem: PLAIN, deleteItem: PLAIN },
  'ecs': { runTask: ['sync', 'waitForTaskToken'] },
  'eks': {
    createCluster: SYNC,
    deleteCluster: SYNC,
    createFargateProfile: SYNC,
    deleteFargateProfile: SYNC,
    createNodegroup: SYNC,
    deleteNodegroup: SYNC,
    runJob: SYNC,
    call: TOKEN,
  },
  'elasticmapreduce': {
    createCluster: SYNC,
    setClusterTerminationProtection: PLAIN,
    terminateCluster: SYNC,
    addStep: SYNC,
    cancelStep: PLAIN,
    modifyInstanceFleetByName: PLAIN,
    modifyInstanceGroupByName: PLAIN,
  },
  'emr-containers': { createVirtualCluster: PLAIN, deleteVirtualCluster: SYNC, startJobRun: SYNC },
  'emr-serverless': {
    createApplication: SYNC,
    startApplication: SYNC,
    stopApplication: SYNC,
    deleteApplication: SYNC,
    startJobRun: SYNC,
    cancelJobRun: SYNC,
  },
  'events': { putEvents: TOKEN },
  'glue': { startJobRun: SYNC },
  'http': { invoke: PLAIN },
  'lambda': { invoke: TOKEN },
  'mediaconvert': { createJob: SYNC },
  'sagemaker': {
    createTrainingJob: SYNC,
    createTransformJob: SYNC,
    createProcessingJob: SYNC,
    createHyperParameterTuningJob: SYNC,
    createLabelingJob: SYNC,
    createModel: PLAIN,
    createEndpointConfig: PLAIN,
    createEndpoint: PLAIN,
    updateEndpoint: PLAIN,
  },
  'sns': { publish: TOKEN },
  'sqs': { sendMessage: TOKEN },
  'states': { startExecution: ['sync', 'sync:2', 'waitForTaskToken'] },
};
