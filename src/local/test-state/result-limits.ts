/** What a field of an answer can hold, where the models of the SDK that we have do not say it. */
export interface FieldLimit {
  readonly oneOf?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The actions whose answers have the field with these limits, where others have one of the same name. */
  readonly only?: RegExp;
}

const S3_CLASSES = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'OUTPOSTS',
  'GLACIER_IR',
  'SNOW',
  'EXPRESS_ONEZONE',
  'FSX_OPENZFS',
];
const S3_ENCRYPTION = ['AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse'];
const EXECUTION_STATUS = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'];
const JOB_STATUS = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];

/**
 * Values and ranges of fields, by service and field: of services whose answers are mocked most, and where lists do not grow. A list that is
 * too short would refuse what AWS takes. From the API references of the services.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
export const RESULT_LIMITS: Readonly<Record<string, Readonly<Record<string, FieldLimit>>>> = {
  s3: {
    StorageClass: { oneOf: S3_CLASSES },
    ServerSideEncryption: { oneOf: S3_ENCRYPTION },
    ReplicationStatus: { oneOf: ['COMPLETE', 'PENDING', 'FAILED', 'REPLICA', 'COMPLETED'] },
    RequestCharged: { oneOf: ['requester'] },
    ChecksumType: { oneOf: ['COMPOSITE', 'FULL_OBJECT'] },
    ObjectLockMode: { oneOf: ['GOVERNANCE', 'COMPLIANCE'] },
    ObjectLockLegalHoldStatus: { oneOf: ['ON', 'OFF'] },
  },
  lambda: {
    MemorySize: { min: 128, max: 10_240 },
    Timeout: { min: 1 },
    State: {
      oneOf: [
        'Pending',
        'Active',
        'Inactive',
        'Failed',
        'Deactivating',
        'Deactivated',
        'ActiveNonInvocable',
        'Deleting',
      ],
      only: /Function|Version/,
    },
    LastUpdateStatus: { oneOf: ['Successful', 'Failed', 'InProgress'] },
    PackageType: { oneOf: ['Zip', 'Image'] },
  },
  dynamodb: {
    TableStatus: {
      oneOf: [
        'CREATING',
        'UPDATING',
        'DELETING',
        'ACTIVE',
        'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
        'ARCHIVING',
        'ARCHIVED',
        'REPLICATION_NOT_AUTHORIZED',
      ],
    },
    BillingMode: { oneOf: ['PROVISIONED', 'PAY_PER_REQUEST'] },
    KeyType: { oneOf: ['HASH', 'RANGE'] },
    AttributeType: { oneOf: ['S', 'N', 'B'] },
  },
  sfn: { Status: { oneOf: [...EXECUTION_STATUS, 'ACTIVE', 'DELETING', 'RETRIABLE', 'CAUGHT_ERROR'] } },
  athena: { State: { oneOf: ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'], only: /QueryExecution/ } },
  cloudwatch: { StatusCode: { oneOf: ['Complete', 'InternalError', 'PartialData', 'Forbidden'] } },
  codebuild: { BuildStatus: { oneOf: ['SUCCEEDED', 'FAILED', 'FAULT', 'TIMED_OUT', 'IN_PROGRESS', 'STOPPED'] } },
  glue: {
    JobRunState: {
      oneOf: [
        'STARTING',
        'RUNNING',
        'STOPPING',
        'STOPPED',
        'SUCCEEDED',
        'FAILED',
        'TIMEOUT',
        'ERROR',
        'WAITING',
        'EXPIRED',
      ],
    },
  },
  sagemaker: {
    ProcessingJobStatus: { oneOf: JOB_STATUS },
    TransformJobStatus: { oneOf: JOB_STATUS },
    TrainingJobStatus: { oneOf: [...JOB_STATUS, 'Deleting'] },
  },
  ssm: { Type: { oneOf: ['String', 'StringList', 'SecureString'], only: /^getParameter/ } },
  kms: {
    EncryptionAlgorithm: { oneOf: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'] },
    KeyState: {
      oneOf: [
        'Creating',
        'Enabled',
        'Disabled',
        'PendingDeletion',
        'PendingImport',
        'PendingReplicaDeletion',
        'Unavailable',
        'Updating',
      ],
    },
  },
};
