/** How sure it is that an error is raised by that name. */
export type Confidence = 'measured' | 'documented' | 'observed' | 'derived';

/** An error name that a Task can raise. `<code>` stands for an HTTP status. */
export interface ServiceError {
  readonly name: string;
  /** When it is raised. */
  readonly when: string;
  /** Whether it passes by itself, so that a retry helps; undefined where it depends. */
  readonly transient?: boolean;
  /** HTTP statuses that pass by themselves. */
  readonly transientStatuses?: readonly number[];
  /** Where this is known from: `guide` is the AWS Step Functions Developer Guide, `naming rule` says that nobody has reported it. */
  readonly source: string;
  /** `measured`: recorded from AWS; `documented`: AWS says so; `observed`: others report it; `derived`: it follows from the naming rule. */
  readonly confidence: Confidence;
}

/**
 * The error names of the optimized integrations, by service as the Resource of a Task names it. AWS publishes no such list. Names of optimized
 * integrations follow the AWS SDK 1 for Java (`DynamoDB.…`), those of SDK integrations the SDK 2 (`DynamoDb.…`, always ending in Exception); a
 * name is compared exactly, so the wrong spelling never matches.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const SERVICE_ERRORS: Readonly<Record<string, readonly ServiceError[]>> = {
  lambda: [
    {
      name: 'Lambda.ServiceException',
      when: 'service trouble (5xx)',
      transient: true,
      source: 'guide, Lambda exceptions, aws-samples',
      confidence: 'documented',
    },
    {
      name: 'Lambda.AWSLambdaException',
      when: 'other service errors, unclassified',
      transient: true,
      source: 'guide, Lambda exceptions, aws-samples',
      confidence: 'documented',
    },
    {
      name: 'Lambda.SdkClientException',
      when: 'connection lost, no answer',
      transient: true,
      source: 'guide, Lambda exceptions, aws-samples',
      confidence: 'documented',
    },
    {
      name: 'Lambda.ClientExecutionTimeoutException',
      when: 'client-side time-out of the call',
      transient: true,
      source: 'guide, Lambda exceptions, aws-cdk-lib',
      confidence: 'documented',
    },
    {
      name: 'Lambda.TooManyRequestsException',
      when: 'throttled, concurrency used up',
      transient: true,
      source: 'guide',
      confidence: 'documented',
    },
    {
      name: 'Lambda.Unknown',
      when: 'function crashed, out of memory, timed out (older runtimes)',
      source: 'guide',
      confidence: 'documented',
    },
    {
      name: 'Sandbox.Timedout',
      when: 'function timed out (newer runtimes); no Lambda. prefix, spelled exactly so',
      source: 'guide',
      confidence: 'documented',
    },
    {
      name: 'Lambda.ResourceNotFoundException',
      when: 'function or qualifier unknown',
      transient: false,
      source: 'service model',
      confidence: 'derived',
    },
    {
      name: 'Lambda.ResourceConflictException',
      when: 'function is being changed',
      transient: true,
      source: 'aws-samples',
      confidence: 'observed',
    },
    {
      name: 'Lambda.ResourceNotReadyException',
      when: 'function or its VPC not ready',
      transient: true,
      source: 'guide 2022, public definitions',
      confidence: 'derived',
    },
    {
      name: 'Lambda.EC2ThrottledException',
      when: 'function or its VPC not ready',
      transient: true,
      source: 'guide 2022, public definitions',
      confidence: 'derived',
    },
    {
      name: 'Lambda.SnapStartNotReadyException',
      when: 'function or its VPC not ready',
      transient: true,
      source: 'guide 2022, public definitions',
      confidence: 'derived',
    },
    {
      name: 'Lambda.CodeArtifactUserPendingException',
      when: 'function or its VPC not ready',
      transient: true,
      source: 'guide 2022, public definitions',
      confidence: 'derived',
    },
  ],
  dynamodb: [
    {
      name: 'DynamoDB.AmazonDynamoDBException',
      when: 'validation and everything without a class of its own',
      transient: false,
      source: 'recorded',
      confidence: 'measured',
    },
    {
      name: 'DynamoDB.ConditionalCheckFailedException',
      when: 'condition not met',
      transient: false,
      source: 'aws-samples',
      confidence: 'observed',
    },
    {
      name: 'DynamoDB.ResourceNotFoundException',
      when: 'no such table',
      transient: false,
      source: 'recorded',
      confidence: 'measured',
    },
    {
      name: 'DynamoDB.ProvisionedThroughputExceededException',
      when: 'throttled',
      transient: true,
      source: 'aws-samples',
      confidence: 'derived',
    },
    {
      name: 'DynamoDB.RequestLimitExceededException',
      when: 'account throttled',
      transient: true,
      source: 'aws-samples',
      confidence: 'derived',
    },
    {
      name: 'DynamoDB.InternalServerErrorException',
      when: 'server trouble',
      transient: true,
      source: 'naming rule',
      confidence: 'derived',
    },
    {
      name: 'DynamoDB.SdkClientException',
      when: 'connection lost',
      transient: true,
      source: 'naming rule',
      confidence: 'derived',
    },
  ],
  ecs: [
    {
      name: 'ECS.AmazonECSException',
      when: 'throttled, no capacity, other',
      transient: true,
      source: 'wellcomecollection/catalogue-pipeline 3554, cdklabs/construct-hub 415',
      confidence: 'observed',
    },
    {
      name: 'ECS.ServerException',
      when: '5xx of RunTask',
      transient: true,
      source: 'wellcomecollection/catalogue-pipeline 3554',
      confidence: 'observed',
    },
    {
      name: 'ECS.InvalidParameterException',
      when: 'bad parameter, and also EC2 throttling while looking up subnets or groups',
      source: 'cdklabs/construct-hub 415',
      confidence: 'observed',
    },
    {
      name: 'States.TaskFailed',
      when: '.sync: the task ended with an exit code other than 0 or could not start',
      source: 'guide',
      confidence: 'derived',
    },
  ],
  batch: [
    {
      name: 'Batch.AWSBatchException',
      when: 'throttled (429) and other errors without a class',
      transient: true,
      source: 'ASFHyP3/hyp3 805, 911',
      confidence: 'observed',
    },
    {
      name: 'Batch.ServerException',
      when: '5xx of SubmitJob; arrives as TaskSubmitFailed',
      transient: true,
      source: 'ASFHyP3/hyp3 805, 911',
      confidence: 'observed',
    },
    {
      name: 'Batch.ClientException',
      when: 'bad request',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'States.TaskFailed',
      when: '.sync: the job FAILED; cause is the job description',
      source: 'guide',
      confidence: 'derived',
    },
  ],
  glue: [
    {
      name: 'Glue.ConcurrentRunsExceededException',
      when: 'job already running as often as allowed',
      transient: true,
      source: 'public definitions',
      confidence: 'observed',
    },
    { name: 'Glue.AWSGlueException', when: 'other', source: 'public definitions', confidence: 'observed' },
    {
      name: 'Glue.EntityNotFoundException',
      when: 'no such job',
      transient: false,
      source: 'guide 2022',
      confidence: 'documented',
    },
    {
      name: 'Glue.InternalServiceException',
      when: 'service trouble',
      transient: true,
      source: 'naming rule',
      confidence: 'derived',
    },
    {
      name: 'Glue.OperationTimeoutException',
      when: 'service trouble',
      transient: true,
      source: 'naming rule',
      confidence: 'derived',
    },
    {
      name: 'States.TaskFailed',
      when: '.sync: the run FAILED, TIMEOUT or STOPPED',
      source: 'guide',
      confidence: 'derived',
    },
  ],
  sns: [
    {
      name: 'SNS.NotFoundException',
      when: 'no such topic',
      transient: false,
      source: 'recorded',
      confidence: 'measured',
    },
    {
      name: 'SNS.InvalidParameterException',
      when: 'bad parameter',
      transient: false,
      source: 'recorded',
      confidence: 'measured',
    },
    {
      name: 'SNS.AuthorizationErrorException',
      when: 'not allowed',
      transient: false,
      source: 'naming rule',
      confidence: 'derived',
    },
    {
      name: 'SNS.ThrottledException',
      when: 'throttled or server trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'SNS.InternalErrorException',
      when: 'throttled or server trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'SNS.SdkClientException',
      when: 'throttled or server trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
  ],
  sqs: [
    {
      name: 'SQS.AmazonSQSException',
      when: 'refused by the service',
      source: 'LocalStack source',
      confidence: 'observed',
    },
    {
      name: 'SQS.SdkClientException',
      when: 'connection lost, bad queue URL',
      transient: true,
      source: 'LocalStack source',
      confidence: 'observed',
    },
    {
      name: 'SQS.QueueDoesNotExistException',
      when: 'no such queue',
      transient: false,
      source: 'naming rule',
      confidence: 'derived',
    },
  ],
  states: [
    {
      name: 'StepFunctions.ExecutionAlreadyExistsException',
      when: 'name already used',
      transient: false,
      source: 'aws-samples, LocalStack source',
      confidence: 'observed',
    },
    {
      name: 'StepFunctions.ExecutionLimitExceededException',
      when: 'too many open executions',
      transient: true,
      source: 'LocalStack source',
      confidence: 'derived',
    },
    {
      name: 'StepFunctions.StateMachineDoesNotExistException',
      when: 'unknown machine',
      transient: false,
      source: 'LocalStack source',
      confidence: 'observed',
    },
    {
      name: 'States.TaskFailed',
      when: ".sync: the child FAILED, TIMED_OUT or ABORTED, its States.Timeout too; cause is the child's DescribeExecution as JSON text",
      source: 'guide',
      confidence: 'documented',
    },
  ],
  events: [
    {
      name: 'EventBridge.FailedEntry',
      when: 'at least one entry was refused; cause is the whole PutEvents answer',
      source: 'recorded',
      confidence: 'measured',
    },
  ],
  apigateway: [
    {
      name: 'ApiGateway.<code>',
      when: 'any answer that is not 2xx, for example ApiGateway.403; cause is the body',
      transientStatuses: [429, 500, 502, 503, 504],
      source: 'recorded',
      confidence: 'measured',
    },
    {
      name: 'States.Runtime',
      when: 'forbidden header or malformed parameters, before the call',
      transient: false,
      source: 'recorded',
      confidence: 'measured',
    },
  ],
  http: [
    {
      name: 'States.Http.StatusCode.<code>',
      when: 'any answer that is not 2xx',
      transientStatuses: [429, 502, 503, 504],
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'States.Http.Socket',
      when: 'no answer within 60 s',
      transient: true,
      source: 'guide',
      confidence: 'documented',
    },
    {
      name: 'States.Runtime',
      when: 'forbidden header, body that cannot be merged, binary answer (octet-stream, image, video, audio)',
      transient: false,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.InternalError',
      when: 'EventBridge connection, server side',
      transient: true,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.ConcurrentModification',
      when: 'connection not settled yet',
      transient: true,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.AuthInProgress',
      when: 'connection not settled yet',
      transient: true,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.InvalidConnectionState',
      when: 'connection unusable',
      transient: false,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.InvalidPrivateConnectionState',
      when: 'connection unusable',
      transient: false,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.AccessDenied',
      when: 'connection unusable',
      transient: false,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
    {
      name: 'Events.ConnectionResource.ResourceNotFound',
      when: 'connection unusable',
      transient: false,
      source: 'guide, HTTP',
      confidence: 'documented',
    },
  ],
  bedrock: [
    {
      name: 'Bedrock.ThrottlingException',
      when: 'model busy or service trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ModelNotReadyException',
      when: 'model busy or service trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ModelTimeoutException',
      when: 'model busy or service trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ServiceUnavailableException',
      when: 'model busy or service trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.InternalServerException',
      when: 'model busy or service trouble',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ValidationException',
      when: 'request or permission wrong',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.AccessDeniedException',
      when: 'request or permission wrong',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ResourceNotFoundException',
      when: 'request or permission wrong',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ModelErrorException',
      when: 'request or permission wrong',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Bedrock.ServiceQuotaExceededException',
      when: 'request or permission wrong',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
  ],
  athena: [
    {
      name: 'Athena.TooManyRequestsException',
      when: 'throttled',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Athena.AmazonAthenaException',
      when: 'other',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Athena.InternalServerException',
      when: 'other',
      transient: true,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'Athena.InvalidRequestException',
      when: 'bad request',
      transient: false,
      source: 'public definitions',
      confidence: 'derived',
    },
    {
      name: 'States.TaskFailed',
      when: '.sync: query FAILED or CANCELLED; cause is JSON text',
      source: 'guide',
      confidence: 'documented',
    },
  ],
  codebuild: [
    {
      name: 'CodeBuild.AccountLimitExceededException',
      when: 'too many builds',
      transient: true,
      source: 'naming rule',
      confidence: 'derived',
    },
    { name: 'CodeBuild.AWSCodeBuildException', when: 'other', source: 'public definitions', confidence: 'derived' },
    {
      name: 'States.TaskFailed',
      when: '.sync: build not SUCCEEDED; cause is JSON text',
      source: 'guide',
      confidence: 'documented',
    },
  ],
  sagemaker: [
    {
      name: 'SageMaker.AmazonSageMakerException',
      when: 'throttled and other (throttling has no class of its own: the cause says ThrottlingException)',
      transient: true,
      source: 'guide 2022, public definitions',
      confidence: 'documented',
    },
    {
      name: 'SageMaker.ResourceLimitExceededException',
      when: 'instance quota',
      transient: true,
      source: 'guide 2022',
      confidence: 'documented',
    },
  ],
};
