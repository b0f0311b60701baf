import type { Difference } from './compare';

/** Where the CDK's class allows something else than what is derived, and why that is right. All other classes allow the same. */
export const DIFFERENCES: Readonly<Record<string, Difference & { readonly reason: string }>> = {
  'LambdaInvoke': {
    reason: 'the CDK allows every version and alias as well; the call names what it calls',
    onlyCdk: ['lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:fn:*'],
    onlyOurs: [],
  },
  'CallAwsServiceCrossRegion': {
    reason: 'the CDK allows every version of the function that it makes',
    onlyCdk: [
      'lambda:InvokeFunction {CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7eF7430F4F.Arn}',
      'lambda:InvokeFunction {CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7eF7430F4F.Arn}:*',
    ],
    onlyOurs: [],
  },
  'EcsRunTask': {
    reason: 'the CDK allows what .sync needs for every pattern, and all tasks',
    onlyCdk: ['ecs:DescribeTasks *', 'ecs:StopTask *'],
    onlyOurs: [],
  },
  'EcsRunTask.sync': {
    reason: 'the CDK allows all tasks; IAM knows the tasks of a cluster as a resource',
    onlyCdk: ['ecs:DescribeTasks *', 'ecs:StopTask *'],
    onlyOurs: [
      'ecs:DescribeTasks arn:aws:ecs:eu-west-1:111122223333:task/main/*',
      'ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/main/*',
    ],
  },
  'SageMakerCreateTrainingJob.sync': {
    reason: 'the CDK reads the tags of everything; IAM knows the resource',
    onlyCdk: ['sagemaker:ListTags *'],
    onlyOurs: ['sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:training-job/train*'],
  },
  'SageMakerCreateTransformJob.sync': {
    reason:
      'the CDK allows all jobs and passes a role that CreateTransformJob does not take; the tags of the job alone are read',
    onlyCdk: [
      'iam:PassRole {TSagemakerTransformRole768E1B72.Arn}',
      'sagemaker:AddTags arn:aws:sagemaker:eu-west-1:111122223333:transform-job/*',
      'sagemaker:CreateTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/*',
      'sagemaker:DescribeTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/*',
      'sagemaker:ListTags *',
      'sagemaker:StopTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/*',
    ],
    onlyOurs: [
      'sagemaker:AddTags arn:aws:sagemaker:eu-west-1:111122223333:transform-job/transform*',
      'sagemaker:CreateTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/transform*',
      'sagemaker:DescribeTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/transform*',
      'sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:transform-job/transform*',
      'sagemaker:StopTransformJob arn:aws:sagemaker:eu-west-1:111122223333:transform-job/transform*',
    ],
  },
  'SageMakerCreateEndpoint': {
    reason:
      'the CDK writes actions in camel case, which IAM reads the same; it reads all tags, we those of the endpoint',
    onlyCdk: [
      'sagemaker:ListTags *',
      'sagemaker:createEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/config',
      'sagemaker:createEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
    ],
    onlyOurs: [
      'sagemaker:CreateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/config',
      'sagemaker:CreateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
      'sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
    ],
  },
  'SageMakerCreateEndpointConfig': {
    reason: 'the CDK reads the tags of everything; IAM knows the resource',
    onlyCdk: ['sagemaker:ListTags *'],
    onlyOurs: ['sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/config'],
  },
  'SageMakerCreateModel': {
    reason: 'the CDK reads the tags of everything; IAM knows the resource',
    onlyCdk: ['sagemaker:ListTags *'],
    onlyOurs: ['sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:model/model*'],
  },
  'SageMakerUpdateEndpoint': {
    reason: 'the CDK writes actions in camel case, which IAM reads the same; the tags of the endpoint are read',
    onlyCdk: [
      'sagemaker:updateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/config',
      'sagemaker:updateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
    ],
    onlyOurs: [
      'sagemaker:ListTags arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
      'sagemaker:UpdateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/config',
      'sagemaker:UpdateEndpoint arn:aws:sagemaker:eu-west-1:111122223333:endpoint/endpoint',
    ],
  },
  'StepFunctionsStartExecution.sync': {
    reason: 'the pattern of the CDK, Child*, covers the executions of machines with longer names as well',
    onlyCdk: [
      'states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:Child*',
      'states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:Child*',
    ],
    onlyOurs: [
      'states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:Child:*',
      'states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:Child:*',
    ],
  },
  'EvaluateExpression': {
    reason: 'the CDK allows every version of the function that it makes',
    onlyCdk: [
      'lambda:InvokeFunction {Eval41256dc5445742738ed917bc818694e54EB1134F.Arn}',
      'lambda:InvokeFunction {Eval41256dc5445742738ed917bc818694e54EB1134F.Arn}:*',
    ],
    onlyOurs: [],
  },
  'EmrCreateCluster.sync': {
    reason:
      'the CDK allows all clusters of all regions, and tagging without tags; EMR makes its service-linked role where the account has none',
    onlyCdk: [
      'elasticmapreduce:AddTags *',
      'elasticmapreduce:DescribeCluster *',
      'elasticmapreduce:TerminateJobFlows *',
    ],
    onlyOurs: [
      'elasticmapreduce:DescribeCluster arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:TerminateJobFlows arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'iam:CreateServiceLinkedRole arn:aws:iam::111122223333:role/aws-service-role/elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup*',
    ],
  },
  'EmrSetClusterTerminationProtection': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: ['elasticmapreduce:SetTerminationProtection arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*'],
    onlyOurs: ['elasticmapreduce:SetTerminationProtection arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1'],
  },
  'EmrTerminateCluster.sync': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: [
      'elasticmapreduce:DescribeCluster arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:TerminateJobFlows arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
    ],
    onlyOurs: [
      'elasticmapreduce:DescribeCluster arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
      'elasticmapreduce:TerminateJobFlows arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
    ],
  },
  'EmrAddStep.sync': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: [
      'elasticmapreduce:AddJobFlowSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:CancelSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:DescribeStep arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
    ],
    onlyOurs: [
      'elasticmapreduce:AddJobFlowSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
      'elasticmapreduce:CancelSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
      'elasticmapreduce:DescribeStep arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
    ],
  },
  'EmrCancelStep': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: ['elasticmapreduce:CancelSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*'],
    onlyOurs: ['elasticmapreduce:CancelSteps arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1'],
  },
  'EmrModifyInstanceFleetByName': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: [
      'elasticmapreduce:ListInstanceFleets arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:ModifyInstanceFleet arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
    ],
    onlyOurs: [
      'elasticmapreduce:ListInstanceFleets arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
      'elasticmapreduce:ModifyInstanceFleet arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
    ],
  },
  'EmrModifyInstanceGroupByName': {
    reason: 'the CDK allows all clusters of this account; the call names one',
    onlyCdk: [
      'elasticmapreduce:ListInstanceGroups arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
      'elasticmapreduce:ModifyInstanceGroups arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/*',
    ],
    onlyOurs: [
      'elasticmapreduce:ListInstanceGroups arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
      'elasticmapreduce:ModifyInstanceGroups arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
    ],
  },
  'GlueStartCrawlerRun': {
    reason: 'startCrawler does not read the crawler',
    onlyCdk: ['glue:GetCrawler arn:aws:glue:eu-west-1:111122223333:crawler/crawler'],
    onlyOurs: [],
  },
  'BatchSubmitJob.sync': {
    reason:
      'the CDK allows all definitions, and neither polls nor ends jobs; the SAR has the job as a resource of SubmitJob',
    onlyCdk: ['batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-definition/*'],
    onlyOurs: [
      'batch:DescribeJobs *',
      'batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job-definition/d:1',
      'batch:SubmitJob arn:aws:batch:eu-west-1:111122223333:job/*',
      'batch:TerminateJob arn:aws:batch:eu-west-1:111122223333:job/*',
    ],
  },
  'CodeBuildStartBuild': {
    reason: 'the CDK allows what .sync needs for every pattern; BatchGetReports acts on report groups, not on projects',
    onlyCdk: [
      'codebuild:BatchGetBuilds arn:aws:codebuild:eu-west-1:111122223333:project/project',
      'codebuild:BatchGetReports arn:aws:codebuild:eu-west-1:111122223333:project/project',
      'codebuild:StopBuild arn:aws:codebuild:eu-west-1:111122223333:project/project',
    ],
    onlyOurs: [],
  },
  'CodeBuildStartBuild.sync': {
    reason: 'BatchGetReports acts on report groups, not on projects, and .sync does not read reports',
    onlyCdk: ['codebuild:BatchGetReports arn:aws:codebuild:eu-west-1:111122223333:project/project'],
    onlyOurs: [],
  },
  'AthenaStartQueryExecution.sync': {
    reason:
      'the CDK writes actions in camel case, allows data actions on everything, and ListBucketMultipartUploads on objects, where IAM has it on buckets; SQL may name other catalogs; .sync stops queries',
    onlyCdk: [
      'athena:getDataCatalog arn:aws:athena:eu-west-1:111122223333:datacatalog/AwsDataCatalog',
      'athena:getDataCatalog arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      'athena:getQueryExecution arn:aws:athena:eu-west-1:111122223333:datacatalog/AwsDataCatalog',
      'athena:getQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      'athena:startQueryExecution arn:aws:athena:eu-west-1:111122223333:datacatalog/AwsDataCatalog',
      'athena:startQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      's3:CreateBucket *',
      's3:GetBucketLocation *',
      's3:GetObject *',
      's3:ListBucket *',
      's3:ListBucketMultipartUploads arn:aws:s3:::out/x/*',
    ],
    onlyOurs: [
      'athena:GetDataCatalog arn:aws:athena:eu-west-1:111122223333:datacatalog/*',
      'athena:GetQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      'athena:StartQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      'athena:StopQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/w',
      's3:CreateBucket arn:aws:s3:::out',
      's3:GetBucketLocation arn:aws:s3:::*',
      's3:GetObject arn:aws:s3:::*',
      's3:ListBucket arn:aws:s3:::*',
      's3:ListBucketMultipartUploads arn:aws:s3:::out',
    ],
  },
  'AthenaStopQueryExecution': {
    reason: 'the CDK writes actions in camel case and allows all resources; IAM knows workgroups, and S3 knows buckets',
    onlyCdk: ['athena:stopQueryExecution *'],
    onlyOurs: ['athena:StopQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/*'],
  },
  'AthenaGetQueryExecution': {
    reason: 'the CDK writes actions in camel case and allows all resources; IAM knows workgroups, and S3 knows buckets',
    onlyCdk: ['athena:getQueryExecution *'],
    onlyOurs: ['athena:GetQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/*'],
  },
  'AthenaGetQueryResults': {
    reason: 'the CDK writes actions in camel case and allows all resources; IAM knows workgroups, and S3 knows buckets',
    onlyCdk: ['athena:getQueryResults *', 's3:GetObject *'],
    onlyOurs: [
      'athena:GetQueryResults arn:aws:athena:eu-west-1:111122223333:workgroup/*',
      's3:GetObject arn:aws:s3:::*',
    ],
  },
  'GlueDataBrewStartJobRun.sync': {
    reason: 'the CDK writes actions in camel case, which IAM reads the same',
    onlyCdk: [
      'databrew:listJobRuns arn:aws:databrew:eu-west-1:111122223333:job/job',
      'databrew:startJobRun arn:aws:databrew:eu-west-1:111122223333:job/job',
      'databrew:stopJobRun arn:aws:databrew:eu-west-1:111122223333:job/job',
    ],
    onlyOurs: [
      'databrew:ListJobRuns arn:aws:databrew:eu-west-1:111122223333:job/job',
      'databrew:StartJobRun arn:aws:databrew:eu-west-1:111122223333:job/job',
      'databrew:StopJobRun arn:aws:databrew:eu-west-1:111122223333:job/job',
    ],
  },
  'CallAwsService': {
    reason: "the CDK takes the name of the SDK's action in camel case, which IAM reads the same",
    onlyCdk: ['s3:getObject arn:aws:s3:::b/k'],
    onlyOurs: ['s3:GetObject arn:aws:s3:::b/k'],
  },
  'BedrockCreateModelCustomizationJob.sync': {
    reason: 'UNSETTLED',
    onlyCdk: [
      'bedrock:TagResource arn:aws:bedrock:eu-west-1:111122223333:custom-model/*',
      'bedrock:TagResource arn:aws:bedrock:eu-west-1:111122223333:model-customization-job/*',
      'bedrock:TagResource arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2',
    ],
    onlyOurs: [],
  },
  'HttpInvoke': {
    reason:
      "the definition names the connection; the random end of its secret's ARN is known only to the connection: `resources` on the Task narrows it",
    onlyCdk: [
      'secretsmanager:DescribeSecret arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/2-AbCdEf',
      'secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/2-AbCdEf',
    ],
    onlyOurs: [
      'secretsmanager:DescribeSecret arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/*',
      'secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/*',
    ],
  },
  'MediaConvertCreateJob.sync': {
    reason: 'the CDK allows everything; IAM knows queues, templates, presets and jobs',
    onlyCdk: ['mediaconvert:CancelJob *', 'mediaconvert:CreateJob *', 'mediaconvert:GetJob *'],
    onlyOurs: [
      'mediaconvert:CancelJob arn:aws:mediaconvert:eu-west-1:111122223333:jobs/*',
      'mediaconvert:CreateJob arn:aws:mediaconvert:eu-west-1:111122223333:jobTemplates/*',
      'mediaconvert:CreateJob arn:aws:mediaconvert:eu-west-1:111122223333:presets/*',
      'mediaconvert:CreateJob arn:aws:mediaconvert:eu-west-1:111122223333:queues/q',
      'mediaconvert:GetJob arn:aws:mediaconvert:eu-west-1:111122223333:jobs/*',
    ],
  },
};
