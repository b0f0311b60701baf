import {
  aws_apigateway as apigateway,
  aws_apigatewayv2 as apigatewayv2,
  aws_bedrock as bedrock,
  aws_codebuild as codebuild,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_eks as eks,
  aws_events as events,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_s3 as s3,
  aws_scheduler as scheduler,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Stack,
} from 'aws-cdk-lib';

const ARN = 'arn:aws:states:eu-west-1:123456789012';
const role = (stack: Stack): iam.IRole => iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/job');
const table = (stack: Stack): dynamodb.ITable => dynamodb.Table.fromTableName(stack, 'Table', 'orders');
const key = { id: tasks.DynamoAttributeValue.fromString('1') };
const project = (stack: Stack): codebuild.IProject => codebuild.Project.fromProjectName(stack, 'Project', 'build');
const model = (stack: Stack): bedrock.IModel =>
  bedrock.FoundationModel.fromFoundationModelId(
    stack,
    'Model',
    new bedrock.FoundationModelIdentifier('amazon.nova-lite-v1:0'),
  );
const virtualCluster = { id: 'vc-1' };

/** The smallest of each task class of aws-stepfunctions-tasks: its props, built in a stack. */
export const TASK_PROPS: Record<string, (stack: Stack) => object> = {
  LambdaInvoke: stack => ({
    lambdaFunction: lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:123456789012:function:f'),
  }),
  CallAwsServiceCrossRegion: () => ({ service: 's3', action: 'listBuckets', iamResources: ['*'], region: 'us-east-1' }),
  SnsPublish: stack => ({
    topic: sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:t'),
    message: sfn.TaskInput.fromText('hello'),
  }),
  SqsSendMessage: stack => ({
    queue: sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:q'),
    messageBody: sfn.TaskInput.fromText('hello'),
  }),
  EcsRunTask: stack => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'TaskDefinition');
    taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app') });
    return {
      cluster: new ecs.Cluster(stack, 'Cluster', { vpc }),
      taskDefinition,
      launchTarget: new tasks.EcsFargateLaunchTarget(),
    };
  },
  SageMakerCreateTrainingJob: stack => ({
    trainingJobName: 'job',
    role: role(stack),
    algorithmSpecification: { algorithmName: 'BlazingText' },
    inputDataConfig: [
      {
        channelName: 'train',
        dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromJsonExpression('$.uri') } },
      },
    ],
    outputDataConfig: {
      s3OutputLocation: tasks.S3Location.fromBucket(s3.Bucket.fromBucketName(stack, 'Bucket', 'data'), 'out'),
    },
  }),
  SageMakerCreateTransformJob: stack => ({
    transformJobName: 'job',
    modelName: 'model',
    role: role(stack),
    transformInput: { transformDataSource: { s3DataSource: { s3Uri: 's3://b/in' } } },
    transformOutput: { s3OutputPath: 's3://b/out' },
  }),
  SageMakerCreateEndpoint: () => ({ endpointName: 'e', endpointConfigName: 'c' }),
  SageMakerCreateEndpointConfig: () => ({
    endpointConfigName: 'c',
    productionVariants: [
      { initialInstanceCount: 1, instanceType: new ec2.InstanceType('m5.large'), modelName: 'm', variantName: 'v' },
    ],
  }),
  SageMakerCreateModel: stack => ({
    modelName: 'm',
    role: role(stack),
    primaryContainer: new tasks.ContainerDefinition({ image: tasks.DockerImage.fromRegistry('i') }),
  }),
  SageMakerUpdateEndpoint: () => ({ endpointName: 'e', endpointConfigName: 'c' }),
  StepFunctionsStartExecution: stack => ({
    stateMachine: sfn.StateMachine.fromStateMachineArn(stack, 'Child', `${ARN}:stateMachine:child`),
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
  }),
  StepFunctionsInvokeActivity: stack => ({
    activity: sfn.Activity.fromActivityArn(stack, 'Activity', `${ARN}:activity:a`),
  }),
  EvaluateExpression: () => ({ expression: '$.a + $.b' }),
  EmrCreateCluster: () => ({ name: 'c', instances: {} }),
  EmrSetClusterTerminationProtection: () => ({ clusterId: 'j-1', terminationProtected: true }),
  EmrTerminateCluster: () => ({ clusterId: 'j-1' }),
  EmrAddStep: () => ({ clusterId: 'j-1', name: 's', jar: 'command-runner.jar' }),
  EmrCancelStep: () => ({ clusterId: 'j-1', stepId: 's-1' }),
  EmrModifyInstanceFleetByName: () => ({
    clusterId: 'j-1',
    instanceFleetName: 'f',
    targetOnDemandCapacity: 1,
    targetSpotCapacity: 0,
  }),
  EmrModifyInstanceGroupByName: () => ({
    clusterId: 'j-1',
    instanceGroupName: 'g',
    instanceGroup: { instanceCount: 1 },
  }),
  EmrContainersCreateVirtualCluster: () => ({
    eksCluster: tasks.EksClusterInput.fromTaskInput(sfn.TaskInput.fromText('cluster')),
  }),
  EmrContainersDeleteVirtualCluster: () => ({ virtualClusterId: sfn.TaskInput.fromText('vc-1') }),
  EmrContainersStartJobRun: stack => ({
    virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId(virtualCluster.id),
    releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
    jobDriver: { sparkSubmitJobDriver: { entryPoint: sfn.TaskInput.fromText('local:///main.py') } },
    executionRole: role(stack),
  }),
  GlueStartJobRun: () => ({ glueJobName: 'job', integrationPattern: sfn.IntegrationPattern.RUN_JOB }),
  GlueStartCrawlerRun: () => ({ crawlerName: 'crawler' }),
  BatchSubmitJob: () => ({
    jobDefinitionArn: 'arn:aws:batch:eu-west-1:123456789012:job-definition/d:1',
    jobQueueArn: 'arn:aws:batch:eu-west-1:123456789012:job-queue/q',
    jobName: 'job',
  }),
  DynamoGetItem: stack => ({ table: table(stack), key }),
  DynamoPutItem: stack => ({ table: table(stack), item: key }),
  DynamoUpdateItem: stack => ({ table: table(stack), key }),
  DynamoDeleteItem: stack => ({ table: table(stack), key }),
  CodeBuildStartBuild: stack => ({ project: project(stack) }),
  CodeBuildStartBuildBatch: stack => ({ project: project(stack) }),
  AthenaStartQueryExecution: () => ({ queryString: 'SELECT 1' }),
  AthenaStopQueryExecution: () => ({ queryExecutionId: 'q-1' }),
  AthenaGetQueryExecution: () => ({ queryExecutionId: 'q-1' }),
  AthenaGetQueryResults: () => ({ queryExecutionId: 'q-1' }),
  GlueDataBrewStartJobRun: () => ({ name: 'job' }),
  EksCall: stack => ({
    cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'c',
      clusterCertificateAuthorityData: 'data',
      clusterEndpoint: 'https://c',
    }),
    httpMethod: tasks.HttpMethods.GET,
    httpPath: '/api',
  }),
  CallApiGatewayRestApiEndpoint: stack => ({
    api: apigateway.RestApi.fromRestApiId(stack, 'Api', 'a1'),
    stageName: 'prod',
    method: tasks.HttpMethod.GET,
  }),
  CallApiGatewayHttpApiEndpoint: stack => ({
    apiId: apigatewayv2.HttpApi.fromHttpApiAttributes(stack, 'Api', { httpApiId: 'a1' }).apiId,
    apiStack: stack,
    method: tasks.HttpMethod.GET,
  }),
  EventBridgePutEvents: () => ({ entries: [{ detail: sfn.TaskInput.fromText('x'), detailType: 't', source: 's' }] }),
  EventBridgeSchedulerCreateScheduleTask: stack => ({
    scheduleName: 's',
    schedule: tasks.Schedule.oneTime(new Date('2030-01-01T00:00:00Z')),
    timezone: 'UTC',
    target: new tasks.EventBridgeSchedulerTarget({ arn: `${ARN}:stateMachine:child`, role: role(stack) }),
    scheduleGroup: new scheduler.CfnScheduleGroup(stack, 'Group', { name: 'g' }),
  }),
  CallAwsService: () => ({ service: 's3', action: 'listBuckets', iamResources: ['*'] }),
  BedrockInvokeModel: stack => ({ model: model(stack), body: sfn.TaskInput.fromObject({ inputText: 'hello' }) }),
  BedrockCreateModelCustomizationJob: stack => ({
    baseModel: model(stack),
    customModelName: 'm',
    jobName: 'j',
    outputData: { bucket: s3.Bucket.fromBucketName(stack, 'Out', 'output') },
    trainingData: { bucket: s3.Bucket.fromBucketName(stack, 'In', 'input') },
    hyperParameters: { 'Evaluation percentage': '10' },
  }),
  HttpInvoke: stack => ({
    apiRoot: 'https://api.example.com',
    apiEndpoint: sfn.TaskInput.fromText('orders'),
    method: sfn.TaskInput.fromText('GET'),
    connection: new events.Connection(stack, 'Connection', {
      authorization: events.Authorization.apiKey('k', { unsafeUnwrap: () => 'v' } as never),
    }),
  }),
  MediaConvertCreateJob: () => ({ createJobRequest: { Role: 'arn:aws:iam::123456789012:role/job', Settings: {} } }),
};
