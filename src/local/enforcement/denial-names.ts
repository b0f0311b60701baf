/** How an optimized integration says that a call is not allowed. */
export interface OptimizedDenial {
  readonly error: string;
  /** What the cause names as the service; absent where the cause is the message alone. */
  readonly service?: string;
  readonly status?: number;
  readonly code?: string;
  /** The cause is the body of an HTTP answer. */
  readonly body?: true;
  /** How this is known: seen in a report of an execution, documented, or derived from how the service's other errors are named. */
  readonly source: string;
}

const DERIVED =
  "derived: the service's base exception in the Java SDK 1, since its model has no exception for a denied call";
const MODELED = 'derived: the Java SDK 1 has an AccessDeniedException for the service';

/**
 * The errors of denied calls. Optimized integrations call with the Java SDK 1: an exception that the service's model names is raised by
 * that name, every other one as the base exception of the service.
 */
export const OPTIMIZED_DENIALS: Readonly<Record<string, OptimizedDenial>> = {
  'lambda': {
    error: 'Lambda.AWSLambdaException',
    service: 'AWSLambda',
    status: 403,
    code: 'AccessDeniedException',
    source:
      'seen: https://github.com/awslabs/aws-deployment-framework/issues/460, https://github.com/aws-samples/lambda-refarch-imagerecognition/issues/19',
  },
  'dynamodb': {
    error: 'DynamoDB.AmazonDynamoDBException',
    service: 'AmazonDynamoDBv2',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'ecs': {
    error: 'ECS.AccessDeniedException',
    service: 'AmazonECS',
    status: 400,
    code: 'AccessDeniedException',
    source:
      "cause seen: https://github.com/serverless-operations/serverless-step-functions/pull/189; the name is RunTask's documented AccessDeniedException",
  },
  'batch': {
    error: 'Batch.AWSBatchException',
    service: 'AWSBatch',
    status: 403,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'glue': {
    error: 'Glue.AccessDeniedException',
    service: 'AWSGlue',
    status: 400,
    code: 'AccessDeniedException',
    source: MODELED,
  },
  'sns': {
    error: 'SNS.AuthorizationErrorException',
    service: 'AmazonSNS',
    status: 403,
    code: 'AuthorizationError',
    source: 'documented: Publish raises AuthorizationError',
  },
  'sqs': { error: 'SQS.AmazonSQSException', service: 'AmazonSQS', status: 403, code: 'AccessDenied', source: DERIVED },
  'states': {
    error: 'StepFunctions.AWSStepFunctionsException',
    service: 'AWSStepFunctions',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'events': {
    error: 'EventBridge.AmazonEventBridgeException',
    service: 'AmazonEventBridge',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'apigateway': {
    error: 'ApiGateway.403',
    body: true,
    source: 'recorded from AWS: an answer that is not 2xx raises ApiGateway.STATUS, its body is the cause',
  },
  'http': {
    error: 'Events.ConnectionResource.AccessDenied',
    source: 'documented: https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
  },
  'bedrock': {
    error: 'Bedrock.AccessDeniedException',
    service: 'BedrockRuntime',
    status: 403,
    code: 'AccessDeniedException',
    source: MODELED,
  },
  'athena': {
    error: 'Athena.AmazonAthenaException',
    service: 'AmazonAthena',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'codebuild': {
    error: 'CodeBuild.AWSCodeBuildException',
    service: 'AWSCodeBuild',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'sagemaker': {
    error: 'SageMaker.AmazonSageMakerException',
    service: 'AmazonSageMaker',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'elasticmapreduce': {
    error: 'ElasticMapReduce.AmazonElasticMapReduceException',
    service: 'AmazonElasticMapReduce',
    status: 400,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'emr-containers': {
    error: 'EMRContainers.AmazonEMRContainersException',
    service: 'AmazonEMRContainers',
    status: 403,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'emr-serverless': {
    error: 'EMRServerless.AWSEMRServerlessException',
    service: 'AWSEMRServerless',
    status: 403,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'eks': {
    error: 'EKS.AmazonEKSException',
    service: 'AmazonEKS',
    status: 403,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'mediaconvert': {
    error: 'MediaConvert.AWSMediaConvertException',
    service: 'AWSMediaConvert',
    status: 403,
    code: 'AccessDeniedException',
    source: DERIVED,
  },
  'databrew': {
    error: 'DataBrew.AccessDeniedException',
    service: 'AWSGlueDataBrew',
    status: 403,
    code: 'AccessDeniedException',
    source: MODELED,
  },
};
