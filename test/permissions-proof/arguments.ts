import { aws_ecs as ecs, aws_iam as iam, aws_kms as kms, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import type { ProofCall } from './proof-workflow';
import type { JsonObject } from '../../src/asl';

/** The arguments of one call, and what its user tells beside them. */
type ProofArguments = Pick<ProofCall, 'given' | 'grants'>;

const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
const CONNECTION = arn('events', 'connection/partner/1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0');
const EKS_CALL: JsonObject = { ClusterName: 'k', CertificateAuthority: 'data', Endpoint: 'https://k' };
const KEY: JsonObject = { Key: { id: { S: '1' } } };

/** What a call uses is not in its arguments: the app has it. */
function taskDefinition(stack: Stack): ProofArguments {
  const passed = ['Task', 'Execution'].map(
    name => new iam.Role(stack, name, { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }).roleArn,
  );
  const definition = new ecs.CfnTaskDefinition(stack, 'Report', {
    family: 'report',
    taskRoleArn: passed[0],
    executionRoleArn: passed[1],
  });
  return { given: { Cluster: arn('ecs', 'cluster/c'), TaskDefinition: definition.ref }, grants: { passRoles: passed } };
}

function encryptedTopic(stack: Stack): ProofArguments {
  const key = new kms.Key(stack, 'Key');
  return {
    given: { TopicArn: new sns.Topic(stack, 'Topic', { masterKey: key }).topicArn, Message: 'x' },
    grants: { encryptionKeys: [key.keyArn] },
  };
}

/** A call of every optimized integration with arguments that name what it uses. */
export const ARGUMENTS: Readonly<Record<string, ProofArguments | ((stack: Stack) => ProofArguments)>> = {
  'apigateway:invoke': {
    given: {
      ApiEndpoint: 'abcdef1234.execute-api.eu-west-1.amazonaws.com',
      Method: 'GET',
      Stage: 'prod',
      Path: '/orders',
      AuthType: 'IAM_ROLE',
    },
  },
  'athena:startQueryExecution': {
    given: {
      QueryString: 'SELECT 1',
      WorkGroup: 'analysts',
      QueryExecutionContext: { Database: 'sales', Catalog: 'AwsDataCatalog' },
      ResultConfiguration: { OutputLocation: 's3://results/athena/' },
    },
  },
  'athena:stopQueryExecution': { given: { QueryExecutionId: 'q' } },
  'athena:getQueryExecution': { given: { QueryExecutionId: 'q' } },
  'athena:getQueryResults': { given: { QueryExecutionId: 'q' } },
  'batch:submitJob': {
    given: {
      JobName: 'j',
      JobDefinition: arn('batch', 'job-definition/d:1'),
      JobQueue: arn('batch', 'job-queue/q'),
      Tags: { a: 'b' },
    },
  },
  'bedrock:invokeModel': { given: { ModelId: 'anthropic.claude-v2', Body: { prompt: 'x' } } },
  'bedrock:createModelCustomizationJob': {
    given: {
      JobName: 'j',
      CustomModelName: 'm',
      RoleArn: role('customize'),
      BaseModelIdentifier: 'amazon.titan-text-express-v1',
      HyperParameters: {},
      TrainingDataConfig: { S3Uri: 's3://training/in' },
      OutputDataConfig: { S3Uri: 's3://training/out' },
    },
  },
  'codebuild:startBuild': { given: { ProjectName: 'site' } },
  'codebuild:stopBuild': { given: { Id: 'site:1f0e2d3c' } },
  'codebuild:batchDeleteBuilds': { given: { Ids: ['site:1f0e2d3c'] } },
  'codebuild:batchGetReports': { given: { ReportArns: [arn('codebuild', 'report/tests:1f0e2d3c')] } },
  'codebuild:startBuildBatch': { given: { ProjectName: 'site' } },
  'codebuild:stopBuildBatch': { given: { Id: 'site:1f0e2d3c' } },
  'codebuild:retryBuildBatch': { given: { Id: 'site:1f0e2d3c' } },
  'codebuild:deleteBuildBatch': { given: { Id: 'site:1f0e2d3c' } },
  'databrew:startJobRun': { given: { Name: 'clean' } },
  'dynamodb:getItem': { given: { TableName: 'orders', ...KEY } },
  'dynamodb:putItem': { given: { TableName: 'orders', Item: { id: { S: '1' } } } },
  'dynamodb:updateItem': { given: { TableName: 'orders', ...KEY } },
  'dynamodb:deleteItem': { given: { TableName: 'orders', ...KEY } },
  'ecs:runTask': taskDefinition,
  'eks:createCluster': {
    given: { Name: 'k', RoleArn: role('cluster'), ResourcesVpcConfig: { SubnetIds: ['subnet-1', 'subnet-2'] } },
  },
  'eks:deleteCluster': { given: { Name: 'k' } },
  'eks:createFargateProfile': {
    given: { ClusterName: 'k', FargateProfileName: 'f', PodExecutionRoleArn: role('pods') },
  },
  'eks:deleteFargateProfile': { given: { ClusterName: 'k', FargateProfileName: 'f' } },
  'eks:createNodegroup': {
    given: { ClusterName: 'k', NodegroupName: 'n', NodeRole: role('nodes'), Subnets: ['subnet-1'] },
  },
  'eks:deleteNodegroup': { given: { ClusterName: 'k', NodegroupName: 'n' } },
  'eks:runJob': { given: { ...EKS_CALL, Job: { apiVersion: 'batch/v1', kind: 'Job' } } },
  'eks:call': { given: { ...EKS_CALL, Method: 'GET', Path: '/api/v1/pods' } },
  'elasticmapreduce:createCluster': {
    given: {
      Name: 'c',
      ServiceRole: role('emr'),
      JobFlowRole: 'emr-ec2',
      Instances: {},
      Tags: [{ Key: 'a', Value: 'b' }],
    },
  },
  'elasticmapreduce:setClusterTerminationProtection': { given: { ClusterId: 'j-1', TerminationProtected: true } },
  'elasticmapreduce:terminateCluster': { given: { ClusterId: 'j-1' } },
  'elasticmapreduce:addStep': { given: { ClusterId: 'j-1', Step: { Name: 's', HadoopJarStep: { Jar: 'x.jar' } } } },
  'elasticmapreduce:cancelStep': { given: { ClusterId: 'j-1', StepId: 's-1' } },
  'elasticmapreduce:modifyInstanceFleetByName': {
    given: { ClusterId: 'j-1', InstanceFleetName: 'f', InstanceFleet: {} },
  },
  'elasticmapreduce:modifyInstanceGroupByName': {
    given: { ClusterId: 'j-1', InstanceGroupName: 'g', InstanceGroup: {} },
  },
  'emr-containers:createVirtualCluster': {
    given: { Name: 'v', ContainerProvider: { Id: 'k', Type: 'EKS', Info: { EksInfo: { Namespace: 'n' } } } },
  },
  'emr-containers:deleteVirtualCluster': { given: { Id: 'v1' } },
  'emr-containers:startJobRun': {
    given: { VirtualClusterId: 'v1', ExecutionRoleArn: role('job'), ReleaseLabel: 'emr-6.15.0-latest', JobDriver: {} },
  },
  'emr-serverless:createApplication': { given: { Name: 'a', Type: 'SPARK', ReleaseLabel: 'emr-6.15.0' } },
  'emr-serverless:startApplication': { given: { ApplicationId: 'a1' } },
  'emr-serverless:stopApplication': { given: { ApplicationId: 'a1' } },
  'emr-serverless:deleteApplication': { given: { ApplicationId: 'a1' } },
  'emr-serverless:startJobRun': { given: { ApplicationId: 'a1', ExecutionRoleArn: role('job'), JobDriver: {} } },
  'emr-serverless:cancelJobRun': { given: { ApplicationId: 'a1', JobRunId: 'r1' } },
  'events:putEvents': { given: { Entries: [{ Source: 's', DetailType: 't', Detail: {}, EventBusName: 'orders' }] } },
  'glue:startJobRun': { given: { JobName: 'etl' } },
  'http:invoke': {
    given: {
      ApiEndpoint: 'https://api.example.com/orders',
      Method: 'POST',
      Authentication: { ConnectionArn: CONNECTION },
    },
  },
  'lambda:invoke': { given: { FunctionName: arn('lambda', 'function:pay'), Payload: {} } },
  'mediaconvert:createJob': {
    given: { Role: role('convert'), Settings: {}, Queue: arn('mediaconvert', 'queues/q'), JobTemplate: 't' },
  },
  'sagemaker:createTrainingJob': {
    given: { TrainingJobName: 't', RoleArn: role('train'), Tags: [{ Key: 'a', Value: 'b' }] },
  },
  'sagemaker:createTransformJob': { given: { TransformJobName: 't', ModelName: 'm' } },
  'sagemaker:createProcessingJob': { given: { ProcessingJobName: 'p', RoleArn: role('process') } },
  'sagemaker:createHyperParameterTuningJob': {
    given: { HyperParameterTuningJobName: 'h', TrainingJobDefinition: { RoleArn: role('train') } },
  },
  'sagemaker:createLabelingJob': { given: { LabelingJobName: 'l', RoleArn: role('label') } },
  'sagemaker:createModel': { given: { ModelName: 'm', ExecutionRoleArn: role('model') } },
  'sagemaker:createEndpointConfig': { given: { EndpointConfigName: 'c', ProductionVariants: [] } },
  'sagemaker:createEndpoint': { given: { EndpointName: 'e', EndpointConfigName: 'c' } },
  'sagemaker:updateEndpoint': { given: { EndpointName: 'e', EndpointConfigName: 'c' } },
  'sns:publish': encryptedTopic,
  'sqs:sendMessage': { given: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', MessageBody: 'x' } },
  'states:startExecution': { given: { StateMachineArn: arn('states', 'stateMachine:child'), Input: {} } },
};
