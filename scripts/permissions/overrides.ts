/** IAM actions of SDK operations that have another name than the operation. */
export interface Override {
  /** The service, as in a Resource. */
  readonly service: string;
  /** Where it is written; a page of AWS's documentation. */
  readonly source: string;
  /**
   * Operation → IAM actions; with a prefix where it is another than the service's, and with `@template` where the resource is not the one that
   * names suggest. An empty list needs nothing of IAM.
   */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

const SAR = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/** One IAM action for several operations. */
function each(action: string, operations: string): Record<string, readonly string[]> {
  return Object.fromEntries(operations.split(' ').map(operation => [operation, [action]]));
}

/** Operations that ask for nothing of IAM: they carry a token of another kind. */
function nothing(operations: string): Record<string, readonly string[]> {
  return Object.fromEntries(operations.split(' ').map(operation => [operation, []]));
}

/** Kept by hand; every entry has its source. Rules that depend on arguments are in src/permissions/sdk/special-calls.ts. */
export const OVERRIDES: readonly Override[] = [
  {
    service: 'accessanalyzer',
    source: `${SAR}list_awsiamaccessanalyzer.html`,
    actions: { ...each('GetFinding', 'GetFindingV2'), ...each('ListFindings', 'ListFindingsV2') },
  },
  {
    service: 'bedrockruntime',
    source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
    actions: each('InvokeModel', 'Converse'),
  },
  {
    service: 'budgets',
    source: `${SAR}list_awsbudgetservice.html`,
    actions: {
      ...each(
        'ModifyBudget',
        'CreateBudget CreateNotification CreateSubscriber DeleteBudget DeleteNotification DeleteSubscriber UpdateBudget UpdateNotification UpdateSubscriber',
      ),
      ...each(
        'ViewBudget',
        'DescribeBudget DescribeBudgetNotificationsForAccount DescribeBudgetPerformanceHistory DescribeBudgets DescribeNotificationsForBudget DescribeSubscribersForNotification',
      ),
    },
  },
  {
    service: 'cloudfront',
    source: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html',
    actions: { CreateDistributionWithTags: ['CreateDistribution', 'TagResource'] },
  },
  {
    service: 'codecatalyst',
    source: 'https://docs.aws.amazon.com/codecatalyst/latest/APIReference/Welcome.html (bearer tokens, not IAM)',
    actions: nothing(
      'CreateAccessToken CreateDevEnvironment CreateProject CreateSourceRepository CreateSourceRepositoryBranch DeleteAccessToken DeleteDevEnvironment DeleteProject ' +
        'DeleteSourceRepository DeleteSpace GetDevEnvironment GetProject GetSourceRepository GetSourceRepositoryCloneUrls GetSpace GetSubscription GetUserDetails GetWorkflow ' +
        'GetWorkflowRun ListAccessTokens ListDevEnvironmentSessions ListDevEnvironments ListEventLogs ListProjects ListSourceRepositories ListSourceRepositoryBranches ListSpaces ' +
        'ListWorkflowRuns ListWorkflows StartDevEnvironment StartDevEnvironmentSession StartWorkflowRun StopDevEnvironment StopDevEnvironmentSession UpdateDevEnvironment ' +
        'UpdateProject UpdateSpace VerifySession',
    ),
  },
  {
    service: 'connectparticipant',
    source:
      'https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations_Amazon_Connect_Participant_Service.html (connection tokens, not IAM)',
    actions: nothing(
      'CompleteAttachmentUpload CreateParticipantConnection DescribeView DisconnectParticipant GetAttachment GetTranscript SendEvent SendMessage StartAttachmentUpload',
    ),
  },
  {
    service: 'detective',
    source: `${SAR}list_amazondetective.html`,
    actions: each('ListOrganizationAdminAccount', 'ListOrganizationAdminAccounts'),
  },
  {
    service: 'databasemigration',
    source: `${SAR}list_awsdatabasemigrationservice.html`,
    actions: {
      ...each('ListDataProviders', 'DescribeDataProviders'),
      ...each('ListExtensionPacks', 'DescribeExtensionPackAssociations'),
      ...each('ListInstanceProfiles', 'DescribeInstanceProfiles'),
      ...each('ListMetadataModelAssessments', 'DescribeMetadataModelAssessments'),
      ...each('ListMetadataModelConversions', 'DescribeMetadataModelConversions'),
      ...each('ListMetadataModelExports', 'DescribeMetadataModelExportsAsScript DescribeMetadataModelExportsToTarget'),
      ...each('ListMigrationProjects', 'DescribeMigrationProjects'),
      ...each('UpdateConversionConfiguration', 'ModifyConversionConfiguration'),
      ...each('UpdateDataProvider', 'ModifyDataProvider'),
      ...each('UpdateInstanceProfile', 'ModifyInstanceProfile'),
      ...each('UpdateMigrationProject', 'ModifyMigrationProject'),
      ...each('AssociateExtensionPack', 'StartExtensionPackAssociation'),
      ...each('StartMetadataModelExportAsScripts', 'StartMetadataModelExportAsScript'),
    },
  },
  {
    service: 'dynamodb',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html and ql-iam.html',
    actions: {
      TransactGetItems: ['GetItem'],
      TransactWriteItems: ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
      ExecuteStatement: ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'],
      BatchExecuteStatement: ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'],
      ExecuteTransaction: ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'],
    },
  },
  {
    service: 'glue',
    source: `${SAR}list_awsglue.html, and https://docs.aws.amazon.com/lake-formation/latest/dg/permissions-reference.html for GetUnfiltered…`,
    actions: {
      BatchGetDataQualityResult: ['GetDataQualityResult'],
      BatchPutDataQualityStatisticAnnotation: ['PutDataQualityStatisticAnnotation'],
      GetUnfilteredPartitionMetadata: ['GetPartition', 'lakeformation:GetDataAccess'],
      GetUnfilteredPartitionsMetadata: ['GetPartitions', 'lakeformation:GetDataAccess'],
      GetUnfilteredTableMetadata: ['GetTable', 'lakeformation:GetDataAccess'],
    },
  },
  {
    service: 'iotfleetwise',
    source: `${SAR}list_awsiotfleetwise.html`,
    actions: { BatchCreateVehicle: ['CreateVehicle'], BatchUpdateVehicle: ['UpdateVehicle'] },
  },
  {
    service: 'keyspaces',
    source: `${SAR}list_amazonkeyspacesforapachecassandra.html`,
    actions: {
      ...each('Create@cassandra:r:a:/keyspace/{KeyspaceName}/', 'CreateKeyspace'),
      ...each('Create', 'CreateTable'),
      ...each('Drop@cassandra:r:a:/keyspace/{KeyspaceName}/', 'DeleteKeyspace'),
      ...each('Drop', 'DeleteTable'),
      ...each('Select@cassandra:r:a:/keyspace/{KeyspaceName}/', 'GetKeyspace'),
      ...each('Select', 'GetTable GetTableAutoScalingSettings ListKeyspaces ListTables ListTagsForResource'),
      ...each('Restore', 'RestoreTable'),
      ...each('Alter', 'UpdateTable'),
    },
  },
  {
    service: 'kms',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html',
    actions: { ReEncrypt: ['ReEncryptFrom@kms:r:a:key/{SourceKeyId}', 'ReEncryptTo@kms:r:a:key/{DestinationKeyId}'] },
  },
  {
    service: 'lakeformation',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/permissions-reference.html',
    actions: { AssumeDecoratedRoleWithSAML: ['GetDataAccess'] },
  },
  {
    service: 'lambda',
    source: `${SAR}list_awslambda.html`,
    actions: { Invoke: ['InvokeFunction'], GetLayerVersionByArn: ['GetLayerVersion'] },
  },
  {
    service: 'lexmodelsv2',
    source: 'https://docs.aws.amazon.com/lexv2/latest/APIReference/API_ListUtteranceMetrics.html',
    actions: each('ListAggregatedUtterances', 'ListUtteranceAnalyticsData ListUtteranceMetrics'),
  },
  {
    service: 'marketplacecatalog',
    source: 'https://docs.aws.amazon.com/marketplace-catalog/latest/api-reference/API_BatchDescribeEntities.html',
    actions: { BatchDescribeEntities: ['DescribeEntity'] },
  },
  {
    service: 'quicksight',
    source: `${SAR}list_amazonquicksight.html`,
    actions: {
      DescribeAnalysisDefinition: ['DescribeAnalysis'],
      DescribeDashboardDefinition: ['DescribeDashboard'],
      DescribeTemplateDefinition: ['DescribeTemplate'],
    },
  },
  {
    service: 's3',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
    actions: {
      ...each('PutObject', 'CompleteMultipartUpload CreateMultipartUpload UploadPart'),
      CopyObject: ['GetObject@s3:::{CopySource}', 'PutObject'],
      UploadPartCopy: ['GetObject@s3:::{CopySource}', 'PutObject'],
      CreateSession: ['s3express:CreateSession'],
      ...each('PutAnalyticsConfiguration', 'DeleteBucketAnalyticsConfiguration PutBucketAnalyticsConfiguration'),
      ...each('PutBucketCORS', 'DeleteBucketCors'),
      ...each('PutEncryptionConfiguration', 'DeleteBucketEncryption PutBucketEncryption'),
      ...each(
        'PutIntelligentTieringConfiguration',
        'DeleteBucketIntelligentTieringConfiguration PutBucketIntelligentTieringConfiguration',
      ),
      ...each('PutInventoryConfiguration', 'DeleteBucketInventoryConfiguration PutBucketInventoryConfiguration'),
      ...each('PutLifecycleConfiguration', 'DeleteBucketLifecycle PutBucketLifecycle PutBucketLifecycleConfiguration'),
      ...each('PutMetricsConfiguration', 'DeleteBucketMetricsConfiguration PutBucketMetricsConfiguration'),
      ...each('PutBucketOwnershipControls', 'DeleteBucketOwnershipControls'),
      ...each('PutReplicationConfiguration', 'DeleteBucketReplication PutBucketReplication'),
      ...each('PutBucketTagging', 'DeleteBucketTagging'),
      ...each('DeleteObject', 'DeleteObjects'),
      ...each('PutBucketPublicAccessBlock', 'DeletePublicAccessBlock PutPublicAccessBlock'),
      ...each('GetBucketPublicAccessBlock', 'GetPublicAccessBlock'),
      ...each('GetAccelerateConfiguration', 'GetBucketAccelerateConfiguration'),
      ...each('PutAccelerateConfiguration', 'PutBucketAccelerateConfiguration'),
      ...each('GetAnalyticsConfiguration', 'GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations'),
      ...each('GetEncryptionConfiguration', 'GetBucketEncryption'),
      ...each(
        'GetIntelligentTieringConfiguration',
        'GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations',
      ),
      ...each('GetInventoryConfiguration', 'GetBucketInventoryConfiguration ListBucketInventoryConfigurations'),
      ...each('GetLifecycleConfiguration', 'GetBucketLifecycle GetBucketLifecycleConfiguration'),
      ...each('GetMetricsConfiguration', 'GetBucketMetricsConfiguration ListBucketMetricsConfigurations'),
      ...each('GetBucketNotification', 'GetBucketNotificationConfiguration'),
      ...each('PutBucketNotification', 'PutBucketNotificationConfiguration'),
      ...each('GetReplicationConfiguration', 'GetBucketReplication'),
      ...each('GetBucketObjectLockConfiguration', 'GetObjectLockConfiguration'),
      ...each('PutBucketObjectLockConfiguration', 'PutObjectLockConfiguration'),
      ...each('ListBucket', 'HeadBucket ListObjects ListObjectsV2'),
      ...each('GetObject', 'HeadObject'),
      ...each('ListAllMyBuckets', 'ListBuckets'),
      ...each('s3express:ListAllMyDirectoryBuckets', 'ListDirectoryBuckets'),
      ...each('ListBucketMultipartUploads', 'ListMultipartUploads'),
      ...each('ListBucketVersions', 'ListObjectVersions'),
      ...each('ListMultipartUploadParts', 'ListParts'),
      ...each('s3-object-lambda:WriteGetObjectResponse', 'WriteGetObjectResponse'),
    },
  },
  {
    service: 's3control',
    source: `${SAR}list_amazons3onoutposts.html and list_amazons3.html`,
    actions: {
      ...each(
        's3-outposts:PutLifecycleConfiguration',
        'DeleteBucketLifecycleConfiguration PutBucketLifecycleConfiguration',
      ),
      ...each('s3-outposts:GetLifecycleConfiguration', 'GetBucketLifecycleConfiguration'),
      ...each('s3-outposts:PutReplicationConfiguration', 'DeleteBucketReplication PutBucketReplication'),
      ...each('s3-outposts:GetReplicationConfiguration', 'GetBucketReplication'),
      ...each('s3-outposts:PutBucketTagging', 'DeleteBucketTagging'),
      ...each('s3-outposts:GetBucket', 'GetBucket'),
      ...each('s3-outposts:ListRegionalBuckets', 'ListRegionalBuckets'),
      ...each('PutAccountPublicAccessBlock', 'DeletePublicAccessBlock PutPublicAccessBlock'),
      ...each('GetAccountPublicAccessBlock', 'GetPublicAccessBlock'),
    },
  },
  { service: 'sns', source: `${SAR}list_amazonsns.html`, actions: { PublishBatch: ['Publish'] } },
  {
    service: 'sqs',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html',
    actions: {
      ChangeMessageVisibilityBatch: ['ChangeMessageVisibility'],
      DeleteMessageBatch: ['DeleteMessage'],
      SendMessageBatch: ['SendMessage'],
    },
  },
  {
    service: 'sso',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html (access tokens, not IAM)',
    actions: nothing('GetRoleCredentials ListAccountRoles ListAccounts Logout'),
  },
  {
    service: 'ssooidc',
    source: 'https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html (client secrets, not IAM)',
    actions: nothing('CreateToken RegisterClient StartDeviceAuthorization'),
  },
  {
    service: 'timestreamquery',
    source: 'https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html',
    actions: { Query: ['Select', 'DescribeEndpoints'] },
  },
  {
    service: 'verifiedpermissions',
    source: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_BatchIsAuthorized.html',
    actions: { BatchIsAuthorized: ['IsAuthorized'], BatchIsAuthorizedWithToken: ['IsAuthorizedWithToken'] },
  },
  { service: 'vpclattice', source: `${SAR}list_amazonvpclattice.html`, actions: { BatchUpdateRule: ['UpdateRule'] } },
];

/** Services whose IAM actions are HTTP verbs, held against paths: the operation's method and URI say all. */
export const BY_HTTP_METHOD: Readonly<Record<string, { readonly source: string; readonly pathPrefix: string }>> = {
  apigateway: { source: `${SAR}list_amazonapigatewaymanagement.html`, pathPrefix: '' },
  apigatewayv2: { source: `${SAR}list_amazonapigatewaymanagementv2.html`, pathPrefix: '/v2' },
};

/** Resource types of IAM that an SDK call does not act on, though an action lists them: what a bucket's access point is to S3. */
export const IGNORED_RESOURCE_TYPES: Readonly<Record<string, readonly string[]>> = {
  // metrics outside of datasets are authorized without a resource
  cloudwatch: ['dataset'],
  s3: ['accesspoint', 'accesspointobject', 'multiregionaccesspoint', 'objectlambdaaccesspoint', 'storagelensgroup'],
  lambda: ['function alias', 'function version'],
  states: ['express', 'labelled express', 'labelled execution', 'statemachinealias', 'statemachineversion'],
};

/** Parts of ARNs that an operation names otherwise than the ARN format does: service and placeholder → members, in order of preference. */
export const MEMBERS_OF_PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  's3 BucketName': ['Bucket'],
  's3 ObjectName': ['Key'],
  'ssm ParameterNameWithoutLeadingSlash': ['Name', 'Names', 'Path'],
  'secretsmanager SecretId': ['SecretId', 'Name'],
  'sqs QueueName': ['QueueUrl', 'QueueName'],
  'kms KeyId': ['KeyId', 'TargetKeyId'],
  'ssm DocumentName': ['DocumentName', 'Name'],
  'logs LogGroupName': ['LogGroupName', 'LogGroupIdentifier', 'LogGroupNames'],
  'cloudwatch AlarmName': ['AlarmName', 'AlarmNames'],
  'iam UserNameWithPath': ['UserName'],
  'iam RoleNameWithPath': ['RoleName'],
  'iam GroupNameWithPath': ['GroupName'],
  'iam PolicyNameWithPath': ['PolicyName'],
  'iam InstanceProfileNameWithPath': ['InstanceProfileName'],
  'rds DbInstanceName': ['DbInstanceIdentifier'],
  'rds DbClusterInstanceName': ['DbClusterIdentifier'],
  'rds SnapshotName': ['DBSnapshotIdentifier'],
  'rds ClusterSnapshotName': ['DbClusterSnapshotIdentifier'],
  'athena QueryExecutionId': ['QueryExecutionId'],
  'ecs ClusterName': ['Cluster'],
  'ecs ServiceName': ['Service'],
  'ecs TaskDefinitionFamilyName': ['TaskDefinition', 'Family'],
};

/** What an argument that is not there means: IAM prefix and member → name. */
export const DEFAULT_NAMES: Readonly<Record<string, string>> = {
  'athena WorkGroup': 'primary',
  'ecs Cluster': 'default',
  'scheduler GroupName': 'default',
};
