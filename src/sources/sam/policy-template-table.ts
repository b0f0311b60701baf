/**
 * The policy templates of SAM: `NAME | ACTIONS | RESOURCES | CONDITION`, one line a statement. `{p}`, `{r}`, `{a}` and `{u}` are the
 * partition, the region, the account and the URL suffix; `{Name}` is a parameter of the template.
 *
 * The facts are those of `policy_templates.json` in aws-sam-translator 1.115; `npm run test:all` compares them.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const POLICY_TEMPLATE_TABLE = `
AMIDescribePolicy | ec2:DescribeImages | *
AWSSecretsManagerGetSecretValuePolicy | secretsmanager:GetSecretValue | {SecretArn}
AWSSecretsManagerRotationPolicy | secretsmanager:DescribeSecret secretsmanager:GetSecretValue secretsmanager:PutSecretValue secretsmanager:UpdateSecretVersionStage | arn:{p}:secretsmanager:{r}:{a}:secret:* | StringEquals secretsmanager:resource/AllowRotationLambdaArn arn:{p}:lambda:{r}:{a}:function:{FunctionName}
AWSSecretsManagerRotationPolicy | secretsmanager:GetRandomPassword | *
AcmGetCertificatePolicy | acm:GetCertificate | {CertificateArn}
AthenaQueryPolicy | athena:ListWorkGroups athena:GetExecutionEngine athena:GetExecutionEngines athena:GetNamespace athena:GetCatalogs athena:GetNamespaces athena:GetTables athena:GetTable | *
AthenaQueryPolicy | athena:StartQueryExecution athena:GetQueryResults athena:DeleteNamedQuery athena:GetNamedQuery athena:ListQueryExecutions athena:StopQueryExecution athena:GetQueryResultsStream athena:ListNamedQueries athena:CreateNamedQuery athena:GetQueryExecution athena:BatchGetNamedQuery athena:BatchGetQueryExecution athena:GetWorkGroup | arn:{p}:athena:{r}:{a}:workgroup/{WorkGroupName}
CloudFormationDescribeStacksPolicy | cloudformation:DescribeStacks | arn:{p}:cloudformation:{r}:{a}:stack/*
CloudWatchDashboardPolicy | cloudwatch:GetDashboard cloudwatch:ListDashboards cloudwatch:PutDashboard cloudwatch:ListMetrics | *
CloudWatchDescribeAlarmHistoryPolicy | cloudwatch:DescribeAlarmHistory | *
CloudWatchPutMetricPolicy | cloudwatch:PutMetricData | *
CodeCommitCrudPolicy | codecommit:GitPull codecommit:GitPush codecommit:CreateBranch codecommit:DeleteBranch codecommit:GetBranch codecommit:ListBranches codecommit:MergeBranchesByFastForward codecommit:MergeBranchesBySquash codecommit:MergeBranchesByThreeWay codecommit:UpdateDefaultBranch codecommit:BatchDescribeMergeConflicts codecommit:CreateUnreferencedMergeCommit codecommit:DescribeMergeConflicts codecommit:GetMergeCommit codecommit:GetMergeOptions codecommit:BatchGetPullRequests codecommit:CreatePullRequest codecommit:DescribePullRequestEvents codecommit:GetCommentsForPullRequest codecommit:GetCommitsFromMergeBase codecommit:GetMergeConflicts codecommit:GetPullRequest codecommit:ListPullRequests codecommit:MergePullRequestByFastForward codecommit:MergePullRequestBySquash codecommit:MergePullRequestByThreeWay codecommit:PostCommentForPullRequest codecommit:UpdatePullRequestDescription codecommit:UpdatePullRequestStatus codecommit:UpdatePullRequestTitle codecommit:DeleteFile codecommit:GetBlob codecommit:GetFile codecommit:GetFolder codecommit:PutFile codecommit:DeleteCommentContent codecommit:GetComment codecommit:GetCommentsForComparedCommit codecommit:PostCommentForComparedCommit codecommit:PostCommentReply codecommit:UpdateComment codecommit:BatchGetCommits codecommit:CreateCommit codecommit:GetCommit codecommit:GetCommitHistory codecommit:GetDifferences codecommit:GetObjectIdentifier codecommit:GetReferences codecommit:GetTree codecommit:GetRepository codecommit:UpdateRepositoryDescription codecommit:ListTagsForResource codecommit:TagResource codecommit:UntagResource codecommit:GetRepositoryTriggers codecommit:PutRepositoryTriggers codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit codecommit:UploadArchive codecommit:GetUploadArchiveStatus codecommit:CancelUploadArchive | arn:{p}:codecommit:{r}:{a}:{RepositoryName}
CodeCommitReadPolicy | codecommit:GitPull codecommit:GetBranch codecommit:ListBranches codecommit:BatchDescribeMergeConflicts codecommit:DescribeMergeConflicts codecommit:GetMergeCommit codecommit:GetMergeOptions codecommit:BatchGetPullRequests codecommit:DescribePullRequestEvents codecommit:GetCommentsForPullRequest codecommit:GetCommitsFromMergeBase codecommit:GetMergeConflicts codecommit:GetPullRequest codecommit:ListPullRequests codecommit:GetBlob codecommit:GetFile codecommit:GetFolder codecommit:GetComment codecommit:GetCommentsForComparedCommit codecommit:BatchGetCommits codecommit:GetCommit codecommit:GetCommitHistory codecommit:GetDifferences codecommit:GetObjectIdentifier codecommit:GetReferences codecommit:GetTree codecommit:GetRepository codecommit:ListTagsForResource codecommit:GetRepositoryTriggers codecommit:TestRepositoryTriggers codecommit:GetBranch codecommit:GetCommit codecommit:GetUploadArchiveStatus | arn:{p}:codecommit:{r}:{a}:{RepositoryName}
CodePipelineLambdaExecutionPolicy | codepipeline:PutJobSuccessResult codepipeline:PutJobFailureResult | *
CodePipelineReadOnlyPolicy | codepipeline:ListPipelineExecutions | arn:{p}:codepipeline:{r}:{a}:{PipelineName}
ComprehendBasicAccessPolicy | comprehend:BatchDetectKeyPhrases comprehend:DetectDominantLanguage comprehend:DetectEntities comprehend:BatchDetectEntities comprehend:DetectKeyPhrases comprehend:DetectSentiment comprehend:BatchDetectDominantLanguage comprehend:BatchDetectSentiment | *
CostExplorerReadOnlyPolicy | ce:GetCostAndUsage ce:GetDimensionValues ce:GetReservationCoverage ce:GetReservationPurchaseRecommendation ce:GetReservationUtilization ce:GetTags | *
DynamoDBBackupFullAccessPolicy | dynamodb:CreateBackup dynamodb:DescribeContinuousBackups | arn:{p}:dynamodb:{r}:{a}:table/{TableName}
DynamoDBBackupFullAccessPolicy | dynamodb:DeleteBackup dynamodb:DescribeBackup dynamodb:ListBackups | arn:{p}:dynamodb:{r}:{a}:table/{TableName}/backup/*
DynamoDBCrudPolicy | dynamodb:GetItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan dynamodb:Query dynamodb:UpdateItem dynamodb:BatchWriteItem dynamodb:BatchGetItem dynamodb:DescribeTable dynamodb:ConditionCheckItem | arn:{p}:dynamodb:{r}:{a}:table/{TableName} arn:{p}:dynamodb:{r}:{a}:table/{TableName}/index/*
DynamoDBReadPolicy | dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem dynamodb:DescribeTable | arn:{p}:dynamodb:{r}:{a}:table/{TableName} arn:{p}:dynamodb:{r}:{a}:table/{TableName}/index/*
DynamoDBReconfigurePolicy | dynamodb:UpdateTable | arn:{p}:dynamodb:{r}:{a}:table/{TableName}
DynamoDBRestoreFromBackupPolicy | dynamodb:RestoreTableFromBackup | arn:{p}:dynamodb:{r}:{a}:table/{TableName}/backup/*
DynamoDBRestoreFromBackupPolicy | dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchWriteItem | arn:{p}:dynamodb:{r}:{a}:table/{TableName}
DynamoDBStreamReadPolicy | dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator | arn:{p}:dynamodb:{r}:{a}:table/{TableName}/stream/{StreamName}
DynamoDBStreamReadPolicy | dynamodb:ListStreams | arn:{p}:dynamodb:{r}:{a}:table/{TableName}/stream/*
DynamoDBWritePolicy | dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem | arn:{p}:dynamodb:{r}:{a}:table/{TableName} arn:{p}:dynamodb:{r}:{a}:table/{TableName}/index/*
EC2CopyImagePolicy | ec2:CopyImage | arn:{p}:ec2:{r}:{a}:image/{ImageId}
EC2DescribePolicy | ec2:DescribeRegions ec2:DescribeInstances | *
EFSWriteAccessPolicy | elasticfilesystem:ClientMount elasticfilesystem:ClientWrite | arn:{p}:elasticfilesystem:{r}:{a}:file-system/{FileSystem} | StringEquals elasticfilesystem:AccessPointArn arn:{p}:elasticfilesystem:{r}:{a}:access-point/{AccessPoint}
EKSDescribePolicy | eks:DescribeCluster eks:ListClusters | *
EcsRunTaskPolicy | ecs:RunTask | arn:{p}:ecs:{r}:{a}:task-definition/{TaskDefinition}
ElasticMapReduceAddJobFlowStepsPolicy | elasticmapreduce:AddJobFlowSteps | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticMapReduceCancelStepsPolicy | elasticmapreduce:CancelSteps | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticMapReduceModifyInstanceFleetPolicy | elasticmapreduce:ModifyInstanceFleet elasticmapreduce:ListInstanceFleets | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticMapReduceModifyInstanceGroupsPolicy | elasticmapreduce:ModifyInstanceGroups elasticmapreduce:ListInstanceGroups | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticMapReduceSetTerminationProtectionPolicy | elasticmapreduce:SetTerminationProtection | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticMapReduceTerminateJobFlowsPolicy | elasticmapreduce:TerminateJobFlows | arn:{p}:elasticmapreduce:{r}:{a}:cluster/{ClusterId}
ElasticsearchHttpPostPolicy | es:ESHttpPost es:ESHttpPut | arn:{p}:es:{r}:{a}:domain/{DomainName}/*
EventBridgePutEventsPolicy | events:PutEvents | arn:{p}:events:{r}:{a}:event-bus/{EventBusName}
FilterLogEventsPolicy | logs:FilterLogEvents | arn:{p}:logs:{r}:{a}:log-group:{LogGroupName}:log-stream:*
FirehoseCrudPolicy | firehose:CreateDeliveryStream firehose:DeleteDeliveryStream firehose:DescribeDeliveryStream firehose:PutRecord firehose:PutRecordBatch firehose:UpdateDestination | arn:{p}:firehose:{r}:{a}:deliverystream/{DeliveryStreamName}
FirehoseWritePolicy | firehose:PutRecord firehose:PutRecordBatch | arn:{p}:firehose:{r}:{a}:deliverystream/{DeliveryStreamName}
KMSDecryptPolicy | kms:Decrypt | arn:{p}:kms:{r}:{a}:key/{KeyId}
KMSEncryptPolicy | kms:Encrypt | arn:{p}:kms:{r}:{a}:key/{KeyId}
KMSEncryptPolicy_v2 | kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext | arn:{p}:kms:{r}:{a}:key/{KeyId}
KinesisCrudPolicy | kinesis:AddTagsToStream kinesis:CreateStream kinesis:DecreaseStreamRetentionPeriod kinesis:DeleteStream kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetShardIterator kinesis:IncreaseStreamRetentionPeriod kinesis:ListTagsForStream kinesis:MergeShards kinesis:PutRecord kinesis:PutRecords kinesis:SplitShard kinesis:RemoveTagsFromStream | arn:{p}:kinesis:{r}:{a}:stream/{StreamName}
KinesisStreamReadPolicy | kinesis:ListStreams kinesis:DescribeLimits | arn:{p}:kinesis:{r}:{a}:stream/*
KinesisStreamReadPolicy | kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords kinesis:GetShardIterator | arn:{p}:kinesis:{r}:{a}:stream/{StreamName}
LambdaInvokePolicy | lambda:InvokeFunction | arn:{p}:lambda:{r}:{a}:function:{FunctionName}*
MobileAnalyticsWriteOnlyAccessPolicy | mobileanalytics:PutEvents | *
OrganizationsListAccountsPolicy | organizations:ListAccounts | *
PinpointEndpointAccessPolicy | mobiletargeting:GetEndpoint mobiletargeting:UpdateEndpoint mobiletargeting:UpdateEndpointsBatch | arn:{p}:mobiletargeting:{r}:{a}:apps/{PinpointApplicationId}/endpoints/*
PollyFullAccessPolicy | polly:GetLexicon polly:DeleteLexicon | arn:{p}:polly:{r}:{a}:lexicon/{LexiconName}
PollyFullAccessPolicy | polly:DescribeVoices polly:ListLexicons polly:PutLexicon polly:SynthesizeSpeech | arn:{p}:polly:{r}:{a}:lexicon/*
RekognitionDetectOnlyPolicy | rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels rekognition:DetectText | *
RekognitionFacesManagementPolicy | rekognition:IndexFaces rekognition:DeleteFaces rekognition:SearchFaces rekognition:SearchFacesByImage rekognition:ListFaces | arn:{p}:rekognition:{r}:{a}:collection/{CollectionId}
RekognitionFacesPolicy | rekognition:CompareFaces rekognition:DetectFaces | *
RekognitionLabelsPolicy | rekognition:DetectLabels rekognition:DetectModerationLabels | *
RekognitionNoDataAccessPolicy | rekognition:CompareFaces rekognition:DetectFaces rekognition:DetectLabels rekognition:DetectModerationLabels | arn:{p}:rekognition:{r}:{a}:collection/{CollectionId}
RekognitionReadPolicy | rekognition:ListCollections rekognition:ListFaces rekognition:SearchFaces rekognition:SearchFacesByImage | arn:{p}:rekognition:{r}:{a}:collection/{CollectionId}
RekognitionWriteOnlyAccessPolicy | rekognition:CreateCollection rekognition:IndexFaces | arn:{p}:rekognition:{r}:{a}:collection/{CollectionId}
Route53ChangeResourceRecordSetsPolicy | route53:ChangeResourceRecordSets | arn:{p}:route53:::hostedzone/{HostedZoneId}
S3CrudPolicy | s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:PutObject s3:PutObjectAcl s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration s3:DeleteObject | arn:{p}:s3:::{BucketName} arn:{p}:s3:::{BucketName}/*
S3FullAccessPolicy | s3:GetObject s3:GetObjectAcl s3:GetObjectVersion s3:PutObject s3:PutObjectAcl s3:DeleteObject s3:DeleteObjectTagging s3:DeleteObjectVersionTagging s3:GetObjectTagging s3:GetObjectVersionTagging s3:PutObjectTagging s3:PutObjectVersionTagging | arn:{p}:s3:::{BucketName}/*
S3FullAccessPolicy | s3:ListBucket s3:GetBucketLocation s3:GetLifecycleConfiguration s3:PutLifecycleConfiguration | arn:{p}:s3:::{BucketName}
S3ReadPolicy | s3:GetObject s3:ListBucket s3:GetBucketLocation s3:GetObjectVersion s3:GetLifecycleConfiguration | arn:{p}:s3:::{BucketName} arn:{p}:s3:::{BucketName}/*
S3WritePolicy | s3:PutObject s3:PutObjectAcl s3:PutLifecycleConfiguration | arn:{p}:s3:::{BucketName} arn:{p}:s3:::{BucketName}/*
SESBulkTemplatedCrudPolicy | ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail ses:SendBulkTemplatedEmail ses:VerifyEmailIdentity | arn:{p}:ses:{r}:{a}:identity/{IdentityName}
SESBulkTemplatedCrudPolicy_v2 | ses:SendEmail ses:SendRawEmail ses:SendTemplatedEmail ses:SendBulkTemplatedEmail | arn:{p}:ses:{r}:{a}:identity/{IdentityName} arn:{p}:ses:{r}:{a}:template/{TemplateName}
SESBulkTemplatedCrudPolicy_v2 | ses:GetIdentityVerificationAttributes ses:VerifyEmailIdentity | *
SESCrudPolicy | ses:GetIdentityVerificationAttributes ses:SendEmail ses:SendRawEmail ses:VerifyEmailIdentity | arn:{p}:ses:{r}:{a}:identity/{IdentityName}
SESEmailTemplateCrudPolicy | ses:CreateTemplate ses:GetTemplate ses:ListTemplates ses:UpdateTemplate ses:DeleteTemplate ses:TestRenderTemplate | *
SESSendBouncePolicy | ses:SendBounce | arn:{p}:ses:{r}:{a}:identity/{IdentityName}
SNSCrudPolicy | sns:ListSubscriptionsByTopic sns:CreateTopic sns:SetTopicAttributes sns:Subscribe sns:Publish | arn:{p}:sns:{r}:{a}:{TopicName}*
SNSPublishMessagePolicy | sns:Publish | arn:{p}:sns:{r}:{a}:{TopicName}
SQSPollerPolicy | sqs:ChangeMessageVisibility sqs:ChangeMessageVisibilityBatch sqs:DeleteMessage sqs:DeleteMessageBatch sqs:GetQueueAttributes sqs:ReceiveMessage | arn:{p}:sqs:{r}:{a}:{QueueName}
SQSSendMessagePolicy | sqs:SendMessage* | arn:{p}:sqs:{r}:{a}:{QueueName}
SSMParameterReadPolicy | ssm:DescribeParameters | *
SSMParameterReadPolicy | ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath | arn:{p}:ssm:{r}:{a}:parameter/{ParameterName}
SSMParameterWithSlashPrefixReadPolicy | ssm:DescribeParameters | *
SSMParameterWithSlashPrefixReadPolicy | ssm:GetParameters ssm:GetParameter ssm:GetParametersByPath | arn:{p}:ssm:{r}:{a}:parameter{ParameterName}
SageMakerCreateEndpointConfigPolicy | sagemaker:CreateEndpointConfig | arn:{p}:sagemaker:{r}:{a}:endpoint-config/{EndpointConfigName}
SageMakerCreateEndpointPolicy | sagemaker:CreateEndpoint | arn:{p}:sagemaker:{r}:{a}:endpoint/{EndpointName}
ServerlessRepoReadWriteAccessPolicy | serverlessrepo:CreateApplication serverlessrepo:CreateApplicationVersion serverlessrepo:UpdateApplication serverlessrepo:GetApplication serverlessrepo:ListApplications serverlessrepo:ListApplicationVersions serverlessrepo:ListApplicationDependencies | arn:{p}:serverlessrepo:{r}:{a}:applications/*
StepFunctionsCallbackPolicy | states:SendTaskFailure states:SendTaskHeartbeat states:SendTaskSuccess | arn:{p}:states:{r}:{a}:stateMachine:{StateMachineName}
StepFunctionsExecutionPolicy | states:StartExecution | arn:{p}:states:{r}:{a}:stateMachine:{StateMachineName}
StepFunctionsExecutionPolicy_v2 | states:StartExecution states:StartSyncExecution | arn:{p}:states:{r}:{a}:stateMachine:{StateMachineName}
TextractDetectAnalyzePolicy | textract:DetectDocumentText textract:StartDocumentTextDetection textract:StartDocumentAnalysis textract:AnalyzeDocument | *
TextractGetResultPolicy | textract:GetDocumentTextDetection textract:GetDocumentAnalysis | *
TextractPolicy | textract:* | *
VPCAccessPolicy | ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces ec2:DetachNetworkInterface | *
`;
