import type { Json } from '../../src/asl';

/** What AWS says that one call needs. */
export interface Expected {
  /** The page that says it: of the Service Authorization Reference (its last part), or of the Step Functions Developer Guide (`dg:` and its last part). */
  readonly page: string;
  /** The Resource after `arn:aws:states:::`. */
  readonly call: string;
  readonly args: Json;
  /** `action resource`; `H:` stands for region and account, `A:` for the account alone, `R:` for the region alone, `G:` for neither. */
  readonly needs: readonly string[];
}

const ROLE = 'arn:aws:iam::111122223333:role/r';
const rule = (name: string): string[] =>
  ['DescribeRule', 'PutRule', 'PutTargets'].map(action => `events:${action} events:H:rule/${name}`);

/** Written by hand from AWS's pages, not from the tables. */
export const EXPECTED: readonly Expected[] = [
  // ---- Service Authorization Reference: SDK calls ---------------------------------------------------------------------
  {
    page: 'list_amazondynamodb',
    call: 'aws-sdk:dynamodb:scan',
    args: { TableName: 't' },
    needs: ['dynamodb:Scan dynamodb:H:table/t'],
  },
  {
    page: 'list_amazondynamodb',
    call: 'aws-sdk:dynamodb:describeTable',
    args: { TableName: 't' },
    needs: ['dynamodb:DescribeTable dynamodb:H:table/t'],
  },
  { page: 'list_amazondynamodb', call: 'aws-sdk:dynamodb:listTables', args: {}, needs: ['dynamodb:ListTables *'] },
  {
    page: 'list_amazondynamodb',
    call: 'aws-sdk:dynamodb:batchWriteItem',
    args: { RequestItems: { t: [] } },
    needs: ['dynamodb:BatchWriteItem dynamodb:H:table/t'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:putObject',
    args: { Bucket: 'b', Key: 'k' },
    needs: ['s3:PutObject s3:G:b/k'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:deleteObject',
    args: { Bucket: 'b', Key: 'k' },
    needs: ['s3:DeleteObject s3:G:b/k'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:deleteObjects',
    args: { Bucket: 'b', Delete: {} },
    needs: ['s3:DeleteObject s3:G:b/*'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:headObject',
    args: { Bucket: 'b', Key: 'k' },
    needs: ['s3:GetObject s3:G:b/k'],
  },
  { page: 'list_amazons3', call: 'aws-sdk:s3:headBucket', args: { Bucket: 'b' }, needs: ['s3:ListBucket s3:G:b'] },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:createMultipartUpload',
    args: { Bucket: 'b', Key: 'k' },
    needs: ['s3:PutObject s3:G:b/k'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:getBucketEncryption',
    args: { Bucket: 'b' },
    needs: ['s3:GetEncryptionConfiguration s3:G:b'],
  },
  {
    page: 'list_amazons3',
    call: 'aws-sdk:s3:putBucketLifecycleConfiguration',
    args: { Bucket: 'b' },
    needs: ['s3:PutLifecycleConfiguration s3:G:b'],
  },
  {
    page: 'list_amazonsqs',
    call: 'aws-sdk:sqs:receiveMessage',
    args: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
    needs: ['sqs:ReceiveMessage sqs:H:q'],
  },
  {
    page: 'list_amazonsqs',
    call: 'aws-sdk:sqs:deleteMessageBatch',
    args: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
    needs: ['sqs:DeleteMessage sqs:H:q'],
  },
  {
    page: 'list_amazonsns',
    call: 'aws-sdk:sns:subscribe',
    args: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' },
    needs: ['sns:Subscribe sns:H:t'],
  },
  {
    page: 'list_awslambda',
    call: 'aws-sdk:lambda:getFunctionConfiguration',
    args: { FunctionName: 'f' },
    needs: ['lambda:GetFunctionConfiguration lambda:H:function:f'],
  },
  { page: 'list_awslambda', call: 'aws-sdk:lambda:listFunctions', args: {}, needs: ['lambda:ListFunctions *'] },
  {
    page: 'list_awskeymanagementservice',
    call: 'aws-sdk:kms:decrypt',
    args: { KeyId: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
    needs: ['kms:Decrypt kms:H:key/k'],
  },
  {
    page: 'list_awskeymanagementservice',
    call: 'aws-sdk:kms:generateRandom',
    args: {},
    needs: ['kms:GenerateRandom *'],
  },
  {
    page: 'list_awssecretsmanager',
    call: 'aws-sdk:secretsmanager:putSecretValue',
    args: { SecretId: 's' },
    needs: ['secretsmanager:PutSecretValue secretsmanager:H:secret:s-??????'],
  },
  {
    page: 'list_awssystemsmanager',
    call: 'aws-sdk:ssm:getParametersByPath',
    args: { Path: '/a' },
    needs: ['ssm:GetParametersByPath ssm:H:parameter/a'],
  },
  {
    page: 'list_awssystemsmanager',
    call: 'aws-sdk:ssm:putParameter',
    args: { Name: '/a/b' },
    needs: ['ssm:PutParameter ssm:H:parameter/a/b'],
  },
  {
    page: 'list_amazonec2',
    call: 'aws-sdk:ec2:stopInstances',
    args: { InstanceIds: ['i-1'] },
    needs: ['ec2:StopInstances ec2:H:instance/i-1'],
  },
  {
    page: 'list_amazonec2',
    call: 'aws-sdk:ec2:terminateInstances',
    args: { InstanceIds: ['i-1', 'i-2'] },
    needs: ['ec2:TerminateInstances ec2:H:instance/i-1', 'ec2:TerminateInstances ec2:H:instance/i-2'],
  },
  { page: 'list_amazonec2', call: 'aws-sdk:ec2:describeVolumes', args: {}, needs: ['ec2:DescribeVolumes *'] },
  {
    page: 'list_amazonec2',
    call: 'aws-sdk:ec2:deleteSnapshot',
    args: { SnapshotId: 's' },
    needs: ['ec2:DeleteSnapshot ec2:R:snapshot/s'],
  },
  {
    page: 'list_amazonrds',
    call: 'aws-sdk:rds:stopDBInstance',
    args: { DbInstanceIdentifier: 'd' },
    needs: ['rds:StopDBInstance rds:H:db:d'],
  },
  {
    page: 'list_amazonrds',
    call: 'aws-sdk:rds:startDBCluster',
    args: { DbClusterIdentifier: 'c' },
    needs: ['rds:StartDBCluster rds:H:cluster:c'],
  },
  {
    page: 'list_amazonkinesisdatastreams',
    call: 'aws-sdk:kinesis:putRecords',
    args: { StreamName: 's' },
    needs: ['kinesis:PutRecords kinesis:H:stream/s'],
  },
  {
    page: 'list_amazonkinesisfirehose',
    call: 'aws-sdk:firehose:putRecordBatch',
    args: { DeliveryStreamName: 's' },
    needs: ['firehose:PutRecordBatch firehose:H:deliverystream/s'],
  },
  {
    page: 'list_awsglue',
    call: 'aws-sdk:glue:startCrawler',
    args: { Name: 'c' },
    needs: ['glue:StartCrawler glue:H:crawler/c'],
  },
  {
    page: 'list_awsglue',
    call: 'aws-sdk:glue:getDatabase',
    args: { Name: 'd' },
    needs: ['glue:GetDatabase glue:H:catalog', 'glue:GetDatabase glue:H:database/d'],
  },
  {
    page: 'list_amazonathena',
    call: 'aws-sdk:athena:getWorkGroup',
    args: { WorkGroup: 'w' },
    needs: ['athena:GetWorkGroup athena:H:workgroup/w'],
  },
  {
    page: 'list_amazonelasticcontainerservice',
    call: 'aws-sdk:ecs:updateService',
    args: { Cluster: 'c', Service: 's' },
    needs: ['ecs:UpdateService ecs:H:service/c/s'],
  },
  {
    page: 'list_amazonelasticcontainerservice',
    call: 'aws-sdk:ecs:stopTask',
    args: { Cluster: 'c', Task: 't' },
    needs: ['ecs:StopTask ecs:H:task/c/t'],
  },
  {
    page: 'list_amazoncloudwatch',
    call: 'aws-sdk:cloudwatch:putMetricData',
    args: { Namespace: 'n' },
    needs: ['cloudwatch:PutMetricData *'],
  },
  {
    page: 'list_amazoncloudwatch',
    call: 'aws-sdk:cloudwatch:setAlarmState',
    args: { AlarmName: 'a' },
    needs: ['cloudwatch:SetAlarmState cloudwatch:H:alarm:a'],
  },
  {
    page: 'list_amazoncloudwatchlogs',
    call: 'aws-sdk:cloudwatchlogs:createLogGroup',
    args: { LogGroupName: '/a' },
    needs: ['logs:CreateLogGroup logs:H:log-group:/a'],
  },
  {
    page: 'list_awsidentityandaccessmanagementiam',
    call: 'aws-sdk:iam:getRole',
    args: { RoleName: 'r' },
    needs: ['iam:GetRole iam:A:role/r'],
  },
  {
    page: 'list_awsidentityandaccessmanagementiam',
    call: 'aws-sdk:iam:listUsers',
    args: {},
    needs: ['iam:ListUsers *'],
  },
  {
    page: 'list_amazonroute53',
    call: 'aws-sdk:route53:changeResourceRecordSets',
    args: { HostedZoneId: 'z' },
    needs: ['route53:ChangeResourceRecordSets route53:G:hostedzone/z'],
  },
  {
    page: 'list_amazoncloudfront',
    call: 'aws-sdk:cloudfront:createInvalidation',
    args: { DistributionId: 'd' },
    needs: ['cloudfront:CreateInvalidation cloudfront:A:distribution/d'],
  },
  {
    page: 'list_amazoncognitouserpools',
    call: 'aws-sdk:cognitoidentityprovider:adminCreateUser',
    args: { UserPoolId: 'p' },
    needs: ['cognito-idp:AdminCreateUser cognito-idp:H:userpool/p'],
  },
  {
    page: 'list_awsstepfunctions',
    call: 'aws-sdk:sfn:describeStateMachine',
    args: { StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m' },
    needs: ['states:DescribeStateMachine states:H:stateMachine:m'],
  },
  {
    page: 'list_awsstepfunctions',
    call: 'aws-sdk:sfn:sendTaskSuccess',
    args: { TaskToken: 't', Output: '{}' },
    needs: ['states:SendTaskSuccess *'],
  },
  {
    page: 'list_amazonrekognition',
    call: 'aws-sdk:rekognition:detectText',
    args: { Image: {} },
    needs: ['rekognition:DetectText *'],
  },
  {
    page: 'list_amazontextract',
    call: 'aws-sdk:textract:analyzeDocument',
    args: { Document: {} },
    needs: ['textract:AnalyzeDocument *'],
  },
  {
    page: 'list_amazoncomprehend',
    call: 'aws-sdk:comprehend:detectSentiment',
    args: { Text: 'x' },
    needs: ['comprehend:DetectSentiment *'],
  },
  {
    page: 'list_amazontranslate',
    call: 'aws-sdk:translate:listTerminologies',
    args: {},
    needs: ['translate:ListTerminologies *'],
  },
  {
    page: 'list_awsorganizations',
    call: 'aws-sdk:organizations:listAccounts',
    args: {},
    needs: ['organizations:ListAccounts *'],
  },
  {
    page: 'list_awssecuritytokenservice',
    call: 'aws-sdk:sts:getCallerIdentity',
    args: {},
    needs: ['sts:GetCallerIdentity *'],
  },
  {
    page: 'list_amazonapigatewaymanagement',
    call: 'aws-sdk:apigateway:createDeployment',
    args: { RestApiId: 'a' },
    needs: ['apigateway:POST apigateway:R:/restapis/a/deployments'],
  },
  {
    page: 'list_amazoneventbridge',
    call: 'aws-sdk:eventbridge:disableRule',
    args: { Name: 'r' },
    needs: ['events:DisableRule events:H:rule/r'],
  },
  {
    page: 'list_amazoneventbridge',
    call: 'aws-sdk:eventbridge:disableRule',
    args: { Name: 'r', EventBusName: 'b' },
    needs: ['events:DisableRule events:H:rule/b/r'],
  },
  {
    page: 'list_awscodepipeline',
    call: 'aws-sdk:codepipeline:startPipelineExecution',
    args: { Name: 'p' },
    needs: ['codepipeline:StartPipelineExecution codepipeline:H:p'],
  },
  {
    page: 'list_awsbackup',
    call: 'aws-sdk:backup:deleteBackupVault',
    args: { BackupVaultName: 'v' },
    needs: ['backup:DeleteBackupVault backup:H:backup-vault:v'],
  },
  {
    page: 'list_amazonelasticcontainerregistry',
    call: 'aws-sdk:ecr:describeImages',
    args: { RepositoryName: 'r' },
    needs: ['ecr:DescribeImages ecr:H:repository/r'],
  },
  {
    page: 'list_awscloudformation',
    call: 'aws-sdk:cloudformation:deleteStack',
    args: { StackName: 's' },
    needs: ['cloudformation:DeleteStack cloudformation:H:stack/s/*'],
  },
  // ---- Step Functions Developer Guide: optimized integrations --------------------------------------------------------
  {
    page: 'dg:connect-lambda',
    call: 'lambda:invoke',
    args: { FunctionName: 'f' },
    needs: ['lambda:InvokeFunction lambda:H:function:f'],
  },
  {
    page: 'dg:connect-ddb',
    call: 'dynamodb:updateItem',
    args: { TableName: 't' },
    needs: ['dynamodb:UpdateItem dynamodb:H:table/t'],
  },
  {
    page: 'dg:connect-sns',
    call: 'sns:publish',
    args: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' },
    needs: ['sns:Publish sns:H:t'],
  },
  { page: 'dg:connect-sns', call: 'sns:publish', args: { PhoneNumber: '+1' }, needs: ['sns:Publish *'] },
  {
    page: 'dg:connect-sqs',
    call: 'sqs:sendMessage',
    args: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
    needs: ['sqs:SendMessage sqs:H:q'],
  },
  {
    page: 'dg:connect-eventbridge',
    call: 'events:putEvents',
    args: { Entries: [{}] },
    needs: ['events:PutEvents events:H:event-bus/default'],
  },
  {
    page: 'dg:connect-glue',
    call: 'glue:startJobRun.sync',
    args: { JobName: 'j' },
    needs: ['BatchStopJobRun', 'GetJobRun', 'GetJobRuns', 'StartJobRun'].map(action => `glue:${action} glue:H:job/j`),
  },
  {
    page: 'dg:connect-databrew',
    call: 'databrew:startJobRun.sync',
    args: { Name: 'j' },
    needs: ['ListJobRuns', 'StartJobRun', 'StopJobRun'].map(action => `databrew:${action} databrew:H:job/j`),
  },
  {
    page: 'dg:connect-codebuild',
    call: 'codebuild:startBuild.sync',
    args: { ProjectName: 'p' },
    needs: [
      ...['BatchGetBuilds', 'StartBuild', 'StopBuild'].map(action => `codebuild:${action} codebuild:H:project/p`),
      ...rule('StepFunctionsGetEventForCodeBuildStartBuildRule'),
    ],
  },
  {
    page: 'dg:connect-codebuild',
    call: 'codebuild:stopBuild',
    args: { Id: 'p:1234' },
    needs: ['codebuild:StopBuild codebuild:H:project/p'],
  },
  {
    page: 'dg:connect-emr',
    call: 'elasticmapreduce:addStep.sync',
    args: { ClusterId: 'j' },
    needs: [
      ...['AddJobFlowSteps', 'CancelSteps', 'DescribeStep'].map(
        action => `elasticmapreduce:${action} elasticmapreduce:H:cluster/j`,
      ),
      ...rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
    ],
  },
  {
    page: 'dg:connect-emr-serverless',
    call: 'emr-serverless:startJobRun.sync',
    args: { ApplicationId: 'a', ExecutionRoleArn: ROLE },
    needs: [
      'emr-serverless:CancelJobRun emr-serverless:H:/applications/a/jobruns/*',
      'emr-serverless:GetJobRun emr-serverless:H:/applications/a/jobruns/*',
      'emr-serverless:StartJobRun emr-serverless:H:/applications/a',
      ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'),
      'iam:PassRole iam:A:role/r',
    ],
  },
  {
    page: 'dg:connect-eks',
    call: 'eks:createCluster.sync',
    args: { Name: 'c', RoleArn: ROLE },
    needs: [
      'eks:CreateCluster *',
      'eks:DeleteCluster eks:H:cluster/c',
      'eks:DescribeCluster eks:H:cluster/c',
      'iam:PassRole iam:A:role/r',
    ],
  },
  { page: 'dg:connect-eks', call: 'eks:call', args: { ClusterName: 'c' }, needs: [] },
  {
    page: 'dg:connect-stepfunctions',
    call: 'states:startExecution.sync',
    args: { StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m' },
    needs: [
      ...rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
      'states:DescribeExecution states:H:execution:m:*',
      'states:StartExecution states:H:stateMachine:m',
      'states:StopExecution states:H:execution:m:*',
    ],
  },
  {
    page: 'dg:connect-api-gateway',
    call: 'apigateway:invoke',
    args: {
      ApiEndpoint: 'a1.execute-api.eu-west-1.amazonaws.com',
      Method: 'GET',
      Stage: 's',
      Path: '/p',
      AuthType: 'IAM_ROLE',
    },
    needs: ['execute-api:Invoke execute-api:H:a1/s/GET/p'],
  },
  {
    page: 'dg:connect-api-gateway',
    call: 'apigateway:invoke',
    args: { ApiEndpoint: 'a1.execute-api.eu-west-1.amazonaws.com', Method: 'GET', AuthType: 'NO_AUTH' },
    needs: [],
  },
  {
    page: 'dg:connect-bedrock',
    call: 'bedrock:invokeModel',
    args: { ModelId: 'amazon.titan' },
    needs: ['bedrock:InvokeModel bedrock:R:foundation-model/amazon.titan'],
  },
  {
    page: 'dg:connect-mediaconvert',
    call: 'mediaconvert:createJob',
    args: { Role: ROLE, Queue: 'q', JobTemplate: 't' },
    needs: [
      'iam:PassRole iam:A:role/r',
      'mediaconvert:CreateJob mediaconvert:H:jobTemplates/t',
      'mediaconvert:CreateJob mediaconvert:H:presets/*',
      'mediaconvert:CreateJob mediaconvert:H:queues/q',
    ],
  },
  {
    page: 'dg:connect-athena',
    call: 'athena:stopQueryExecution',
    args: { QueryExecutionId: 'q' },
    needs: ['athena:StopQueryExecution athena:H:workgroup/*'],
  },
];
