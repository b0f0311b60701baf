import { StepwrightError } from '../errors';

/**
 * The names of the errors that a Task can raise, for `retry` and `catch`. AWS publishes no such list; each name here says how it is known:
 * measured (recorded from AWS), documented (AWS says so), observed (others report it) or derived (it follows from AWS's naming rule).
 * Names are compared exactly: `DynamoDB.…` is spelled so by the optimized integration, `DynamoDb.…` by the SDK integration (`Errors.sdk`).
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class Errors {
  /** Any error but `States.DataLimitExceeded` and `States.Runtime`. It stands alone, in the last retrier or catcher. */
  public static readonly ALL = 'States.ALL';

  /** Any failure of a Task that has no name of its own; in a retrier or catcher, every error of a Task but `States.Timeout`. */
  public static readonly TASK_FAILED = 'States.TaskFailed';

  /** The time-out has passed, or a heartbeat was missed. */
  public static readonly TIMEOUT = 'States.Timeout';

  /** A heartbeat was missed. */
  public static readonly HEARTBEAT_TIMEOUT = 'States.HeartbeatTimeout';

  /** The role may not do it. */
  public static readonly PERMISSIONS = 'States.Permissions';

  /** A mistake in data or definition; it cannot be retried, and `States.ALL` does not catch it. */
  public static readonly RUNTIME = 'States.Runtime';

  /** More than 256 KiB; `States.ALL` does not catch it. */
  public static readonly DATA_LIMIT_EXCEEDED = 'States.DataLimitExceeded';

  /** A JSONata expression fails. */
  public static readonly QUERY_EVALUATION_ERROR = 'States.QueryEvaluationError';

  /** No rule of a Choice matches, and it has no otherwise. */
  public static readonly NO_CHOICE_MATCHED = 'States.NoChoiceMatched';

  /** A branch of a Parallel failed. */
  public static readonly BRANCH_FAILED = 'States.BranchFailed';

  /** A Distributed Map cannot read its items. */
  public static readonly ITEM_READER_FAILED = 'States.ItemReaderFailed';

  /** A Distributed Map cannot write its results. */
  public static readonly RESULT_WRITER_FAILED = 'States.ResultWriterFailed';

  /** More items of a Distributed Map failed than are tolerated. */
  public static readonly EXCEED_TOLERATED_FAILURE_THRESHOLD = 'States.ExceedToleratedFailureThreshold';

  /** An HTTP Task got no answer within 60 seconds. */
  public static readonly HTTP_SOCKET = 'States.Http.Socket';

  /** Service trouble (5xx) (documented: guide, Lambda exceptions, aws-samples). */
  public static readonly LAMBDA_SERVICE = 'Lambda.ServiceException';

  /** Other service errors, unclassified (documented: guide, Lambda exceptions, aws-samples). */
  public static readonly LAMBDA_AWS_LAMBDA = 'Lambda.AWSLambdaException';

  /** Connection lost, no answer (documented: guide, Lambda exceptions, aws-samples). */
  public static readonly LAMBDA_SDK_CLIENT = 'Lambda.SdkClientException';

  /** Client-side time-out of the call (documented: guide, Lambda exceptions, aws-cdk-lib). */
  public static readonly LAMBDA_CLIENT_EXECUTION_TIMEOUT = 'Lambda.ClientExecutionTimeoutException';

  /** Throttled, concurrency used up (documented: guide). */
  public static readonly LAMBDA_TOO_MANY_REQUESTS = 'Lambda.TooManyRequestsException';

  /** Function crashed, out of memory, timed out (older runtimes) (documented: guide). */
  public static readonly LAMBDA_UNKNOWN = 'Lambda.Unknown';

  /** Function timed out (newer runtimes); no Lambda. prefix, spelled exactly so (documented: guide). */
  public static readonly SANDBOX_TIMEDOUT = 'Sandbox.Timedout';

  /** Function or qualifier unknown (derived: service model). */
  public static readonly LAMBDA_RESOURCE_NOT_FOUND = 'Lambda.ResourceNotFoundException';

  /** Function is being changed (observed: aws-samples). */
  public static readonly LAMBDA_RESOURCE_CONFLICT = 'Lambda.ResourceConflictException';

  /** Function or its VPC not ready (derived: guide 2022, public definitions). */
  public static readonly LAMBDA_RESOURCE_NOT_READY = 'Lambda.ResourceNotReadyException';

  /** Function or its VPC not ready (derived: guide 2022, public definitions). */
  public static readonly LAMBDA_EC2_THROTTLED = 'Lambda.EC2ThrottledException';

  /** Function or its VPC not ready (derived: guide 2022, public definitions). */
  public static readonly LAMBDA_SNAP_START_NOT_READY = 'Lambda.SnapStartNotReadyException';

  /** Function or its VPC not ready (derived: guide 2022, public definitions). */
  public static readonly LAMBDA_CODE_ARTIFACT_USER_PENDING = 'Lambda.CodeArtifactUserPendingException';

  /** Validation and everything without a class of its own (measured: recorded). */
  public static readonly DYNAMODB_AMAZON_DYNAMODB = 'DynamoDB.AmazonDynamoDBException';

  /** Condition not met (observed: aws-samples). */
  public static readonly DYNAMODB_CONDITIONAL_CHECK_FAILED = 'DynamoDB.ConditionalCheckFailedException';

  /** No such table (measured: recorded). */
  public static readonly DYNAMODB_RESOURCE_NOT_FOUND = 'DynamoDB.ResourceNotFoundException';

  /** Throttled (derived: aws-samples). */
  public static readonly DYNAMODB_PROVISIONED_THROUGHPUT_EXCEEDED = 'DynamoDB.ProvisionedThroughputExceededException';

  /** Account throttled (derived: aws-samples). */
  public static readonly DYNAMODB_REQUEST_LIMIT_EXCEEDED = 'DynamoDB.RequestLimitExceededException';

  /** Server trouble (derived: naming rule). */
  public static readonly DYNAMODB_INTERNAL_SERVER_ERROR = 'DynamoDB.InternalServerErrorException';

  /** Connection lost (derived: naming rule). */
  public static readonly DYNAMODB_SDK_CLIENT = 'DynamoDB.SdkClientException';

  /** Throttled, no capacity, other (observed: wellcomecollection/catalogue-pipeline 3554, cdklabs/construct-hub 415). */
  public static readonly ECS_AMAZON_ECS = 'ECS.AmazonECSException';

  /** 5xx of RunTask (observed: wellcomecollection/catalogue-pipeline 3554). */
  public static readonly ECS_SERVER = 'ECS.ServerException';

  /** Bad parameter, and also EC2 throttling while looking up subnets or groups (observed: cdklabs/construct-hub 415). */
  public static readonly ECS_INVALID_PARAMETER = 'ECS.InvalidParameterException';

  /** Throttled (429) and other errors without a class (observed: ASFHyP3/hyp3 805, 911). */
  public static readonly BATCH_AWS_BATCH = 'Batch.AWSBatchException';

  /** 5xx of SubmitJob; arrives as TaskSubmitFailed (observed: ASFHyP3/hyp3 805, 911). */
  public static readonly BATCH_SERVER = 'Batch.ServerException';

  /** Bad request (derived: public definitions). */
  public static readonly BATCH_CLIENT = 'Batch.ClientException';

  /** Job already running as often as allowed (observed: public definitions). */
  public static readonly GLUE_CONCURRENT_RUNS_EXCEEDED = 'Glue.ConcurrentRunsExceededException';

  /** Other (observed: public definitions). */
  public static readonly GLUE_AWS_GLUE = 'Glue.AWSGlueException';

  /** No such job (documented: guide 2022). */
  public static readonly GLUE_ENTITY_NOT_FOUND = 'Glue.EntityNotFoundException';

  /** Service trouble (derived: naming rule). */
  public static readonly GLUE_INTERNAL_SERVICE = 'Glue.InternalServiceException';

  /** Service trouble (derived: naming rule). */
  public static readonly GLUE_OPERATION_TIMEOUT = 'Glue.OperationTimeoutException';

  /** No such topic (measured: recorded). */
  public static readonly SNS_NOT_FOUND = 'SNS.NotFoundException';

  /** Bad parameter (measured: recorded). */
  public static readonly SNS_INVALID_PARAMETER = 'SNS.InvalidParameterException';

  /** Not allowed (derived: naming rule). */
  public static readonly SNS_AUTHORIZATION_ERROR = 'SNS.AuthorizationErrorException';

  /** Throttled or server trouble (derived: public definitions). */
  public static readonly SNS_THROTTLED = 'SNS.ThrottledException';

  /** Throttled or server trouble (derived: public definitions). */
  public static readonly SNS_INTERNAL_ERROR = 'SNS.InternalErrorException';

  /** Throttled or server trouble (derived: public definitions). */
  public static readonly SNS_SDK_CLIENT = 'SNS.SdkClientException';

  /** Refused by the service (observed: LocalStack source). */
  public static readonly SQS_AMAZON_SQS = 'SQS.AmazonSQSException';

  /** Connection lost, bad queue URL (observed: LocalStack source). */
  public static readonly SQS_SDK_CLIENT = 'SQS.SdkClientException';

  /** No such queue (derived: naming rule). */
  public static readonly SQS_QUEUE_DOES_NOT_EXIST = 'SQS.QueueDoesNotExistException';

  /** Name already used (observed: aws-samples, LocalStack source). */
  public static readonly STEP_FUNCTIONS_EXECUTION_ALREADY_EXISTS = 'StepFunctions.ExecutionAlreadyExistsException';

  /** Too many open executions (derived: LocalStack source). */
  public static readonly STEP_FUNCTIONS_EXECUTION_LIMIT_EXCEEDED = 'StepFunctions.ExecutionLimitExceededException';

  /** Unknown machine (observed: LocalStack source). */
  public static readonly STEP_FUNCTIONS_STATE_MACHINE_DOES_NOT_EXIST =
    'StepFunctions.StateMachineDoesNotExistException';

  /** At least one entry was refused; cause is the whole PutEvents answer (measured: recorded). */
  public static readonly EVENT_BRIDGE_FAILED_ENTRY = 'EventBridge.FailedEntry';

  /** EventBridge connection, server side (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_INTERNAL_ERROR = 'Events.ConnectionResource.InternalError';

  /** Connection not settled yet (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_CONCURRENT_MODIFICATION = 'Events.ConnectionResource.ConcurrentModification';

  /** Connection not settled yet (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_AUTH_IN_PROGRESS = 'Events.ConnectionResource.AuthInProgress';

  /** Connection unusable (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_INVALID_CONNECTION_STATE =
    'Events.ConnectionResource.InvalidConnectionState';

  /** Connection unusable (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_INVALID_PRIVATE_CONNECTION_STATE =
    'Events.ConnectionResource.InvalidPrivateConnectionState';

  /** Connection unusable (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_ACCESS_DENIED = 'Events.ConnectionResource.AccessDenied';

  /** Connection unusable (documented: guide, HTTP). */
  public static readonly EVENTS_CONNECTION_RESOURCE_NOT_FOUND = 'Events.ConnectionResource.ResourceNotFound';

  /** Model busy or service trouble (derived: public definitions). */
  public static readonly BEDROCK_THROTTLING = 'Bedrock.ThrottlingException';

  /** Model busy or service trouble (derived: public definitions). */
  public static readonly BEDROCK_MODEL_NOT_READY = 'Bedrock.ModelNotReadyException';

  /** Model busy or service trouble (derived: public definitions). */
  public static readonly BEDROCK_MODEL_TIMEOUT = 'Bedrock.ModelTimeoutException';

  /** Model busy or service trouble (derived: public definitions). */
  public static readonly BEDROCK_SERVICE_UNAVAILABLE = 'Bedrock.ServiceUnavailableException';

  /** Model busy or service trouble (derived: public definitions). */
  public static readonly BEDROCK_INTERNAL_SERVER = 'Bedrock.InternalServerException';

  /** Request or permission wrong (derived: public definitions). */
  public static readonly BEDROCK_VALIDATION = 'Bedrock.ValidationException';

  /** Request or permission wrong (derived: public definitions). */
  public static readonly BEDROCK_ACCESS_DENIED = 'Bedrock.AccessDeniedException';

  /** Request or permission wrong (derived: public definitions). */
  public static readonly BEDROCK_RESOURCE_NOT_FOUND = 'Bedrock.ResourceNotFoundException';

  /** Request or permission wrong (derived: public definitions). */
  public static readonly BEDROCK_MODEL_ERROR = 'Bedrock.ModelErrorException';

  /** Request or permission wrong (derived: public definitions). */
  public static readonly BEDROCK_SERVICE_QUOTA_EXCEEDED = 'Bedrock.ServiceQuotaExceededException';

  /** Throttled (derived: public definitions). */
  public static readonly ATHENA_TOO_MANY_REQUESTS = 'Athena.TooManyRequestsException';

  /** Other (derived: public definitions). */
  public static readonly ATHENA_AMAZON_ATHENA = 'Athena.AmazonAthenaException';

  /** Other (derived: public definitions). */
  public static readonly ATHENA_INTERNAL_SERVER = 'Athena.InternalServerException';

  /** Bad request (derived: public definitions). */
  public static readonly ATHENA_INVALID_REQUEST = 'Athena.InvalidRequestException';

  /** Too many builds (derived: naming rule). */
  public static readonly CODE_BUILD_ACCOUNT_LIMIT_EXCEEDED = 'CodeBuild.AccountLimitExceededException';

  /** Other (derived: public definitions). */
  public static readonly CODE_BUILD_AWS_CODE_BUILD = 'CodeBuild.AWSCodeBuildException';

  /** Throttled and other (throttling has no class of its own: the cause says ThrottlingException) (documented: guide 2022, public definitions). */
  public static readonly SAGE_MAKER_AMAZON_SAGE_MAKER = 'SageMaker.AmazonSageMakerException';

  /** Instance quota (documented: guide 2022). */
  public static readonly SAGE_MAKER_RESOURCE_LIMIT_EXCEEDED = 'SageMaker.ResourceLimitExceededException';

  /**
   * An HTTP Task was answered with this status: `States.Http.StatusCode.503`.
   *
   * @param status the status, not one of 200 to 299
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
   */
  public static httpStatus(status: number): string {
    return `States.Http.StatusCode.${statusText(status)}`;
  }

  /**
   * API Gateway answered with this status: `ApiGateway.503`.
   *
   * @param status the status, not one of 200 to 299
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
   */
  public static apiGatewayStatus(status: number): string {
    return `ApiGateway.${statusText(status)}`;
  }

  /**
   * An error of an SDK integration: `S3.NoSuchKeyException`. Names of SDK integrations always end in Exception.
   *
   * @param service as the AWS SDK 2 for Java spells it: `S3`, `DynamoDb`, `Sfn`, `Ec2`
   * @param errorName the error as the service names it
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
   */
  public static sdk(service: string, errorName: string): string {
    return `${service}.${errorName.endsWith('Exception') ? errorName : `${errorName}Exception`}`;
  }

  private constructor() {
    /* names only */
  }
}

function statusText(status: number): string {
  if (Number.isInteger(status) && status >= 100 && status <= 599 && !(status >= 200 && status < 300)) {
    return String(status);
  }
  throw new StepwrightError('INVALID_HTTP_STATUS', 'This is not the status of a failed request', {
    received: String(status),
    allowed: '100 to 599, except 200 to 299',
    fix: 'such as 429 or 503',
  });
}
