import {
  aws_apigateway as apigateway,
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
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Duration,
  type Stack,
} from 'aws-cdk-lib';

const RUN_JOB = { integrationPattern: sfn.IntegrationPattern.RUN_JOB };
const ROLE_ARN = 'arn:aws:iam::111122223333:role/handed-over';

/** Every class of aws-stepfunctions-tasks, over resources whose names and ARNs are written out; `Class.sync` is a second way to call. */
export const CDK_TASKS: Readonly<Record<string, (stack: Stack) => sfn.IChainable & sfn.State>> = {
  'LambdaInvoke': stack => new tasks.LambdaInvoke(stack, 'T', { lambdaFunction: fn(stack) }),
  'CallAwsServiceCrossRegion': stack =>
    new tasks.CallAwsServiceCrossRegion(stack, 'T', {
      service: 's3',
      action: 'listBuckets',
      region: 'us-east-1',
      iamResources: ['*'],
    }),
  'SnsPublish': stack =>
    new tasks.SnsPublish(stack, 'T', {
      topic: sns.Topic.fromTopicArn(stack, 'R', 'arn:aws:sns:eu-west-1:111122223333:topic'),
      message: sfn.TaskInput.fromText('x'),
    }),
  'SqsSendMessage': stack =>
    new tasks.SqsSendMessage(stack, 'T', {
      queue: sqs.Queue.fromQueueArn(stack, 'R', 'arn:aws:sqs:eu-west-1:111122223333:queue'),
      messageBody: sfn.TaskInput.fromText('x'),
    }),
  'EcsRunTask': stack => ecsRunTask(stack, {}),
  'EcsRunTask.sync': stack => ecsRunTask(stack, RUN_JOB),
  'SageMakerCreateTrainingJob.sync': stack =>
    new tasks.SageMakerCreateTrainingJob(stack, 'T', {
      ...RUN_JOB,
      trainingJobName: 'train',
      role: role(stack),
      algorithmSpecification: { algorithmName: 'a' },
      inputDataConfig: [
        {
          channelName: 'c',
          dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromBucket(bucket(stack), 'in') } },
        },
      ],
      outputDataConfig: {
        s3OutputLocation: tasks.S3Location.fromBucket(s3.Bucket.fromBucketName(stack, 'Out', 'out'), 'o'),
      },
      vpcConfig: undefined,
    }),
  'SageMakerCreateTransformJob.sync': stack =>
    new tasks.SageMakerCreateTransformJob(stack, 'T', {
      ...RUN_JOB,
      transformJobName: 'transform',
      modelName: 'm',
      transformInput: { transformDataSource: { s3DataSource: { s3Uri: 's3://in/x' } } },
      transformOutput: { s3OutputPath: 's3://out/x' },
    }),
  'SageMakerCreateEndpoint': stack =>
    new tasks.SageMakerCreateEndpoint(stack, 'T', { endpointName: 'endpoint', endpointConfigName: 'config' }),
  'SageMakerCreateEndpointConfig': stack =>
    new tasks.SageMakerCreateEndpointConfig(stack, 'T', {
      endpointConfigName: 'config',
      productionVariants: [
        {
          modelName: 'm',
          variantName: 'v',
          initialInstanceCount: 1,
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.LARGE),
        },
      ],
    }),
  'SageMakerCreateModel': stack =>
    new tasks.SageMakerCreateModel(stack, 'T', {
      modelName: 'model',
      role: role(stack),
      primaryContainer: new tasks.ContainerDefinition({ image: tasks.DockerImage.fromJsonExpression('$.image') }),
    }),
  'SageMakerUpdateEndpoint': stack =>
    new tasks.SageMakerUpdateEndpoint(stack, 'T', { endpointName: 'endpoint', endpointConfigName: 'config' }),
  'StepFunctionsStartExecution': stack =>
    new tasks.StepFunctionsStartExecution(stack, 'T', { stateMachine: machine(stack) }),
  'StepFunctionsStartExecution.sync': stack =>
    new tasks.StepFunctionsStartExecution(stack, 'T', { ...RUN_JOB, stateMachine: machine(stack) }),
  'StepFunctionsInvokeActivity': stack =>
    new tasks.StepFunctionsInvokeActivity(stack, 'T', {
      activity: sfn.Activity.fromActivityArn(stack, 'R', 'arn:aws:states:eu-west-1:111122223333:activity:a'),
    }),
  'EvaluateExpression': stack => new tasks.EvaluateExpression(stack, 'T', { expression: '$.a + $.b' }),
  'EmrCreateCluster.sync': stack =>
    new tasks.EmrCreateCluster(stack, 'T', {
      instances: {},
      name: 'c',
      clusterRole: namedRole(stack, 'Cluster'),
      serviceRole: namedRole(stack, 'Service'),
      autoScalingRole: namedRole(stack, 'AutoScaling'),
      ...RUN_JOB,
    }),
  'EmrSetClusterTerminationProtection': stack =>
    new tasks.EmrSetClusterTerminationProtection(stack, 'T', { clusterId: 'j-1', terminationProtected: true }),
  'EmrTerminateCluster.sync': stack => new tasks.EmrTerminateCluster(stack, 'T', { clusterId: 'j-1' }),
  'EmrAddStep.sync': stack => new tasks.EmrAddStep(stack, 'T', { clusterId: 'j-1', name: 's', jar: 'j' }),
  'EmrCancelStep': stack => new tasks.EmrCancelStep(stack, 'T', { clusterId: 'j-1', stepId: 's-1' }),
  'EmrModifyInstanceFleetByName': stack =>
    new tasks.EmrModifyInstanceFleetByName(stack, 'T', {
      clusterId: 'j-1',
      instanceFleetName: 'f',
      targetOnDemandCapacity: 1,
      targetSpotCapacity: 0,
    }),
  'EmrModifyInstanceGroupByName': stack =>
    new tasks.EmrModifyInstanceGroupByName(stack, 'T', {
      clusterId: 'j-1',
      instanceGroupName: 'g',
      instanceGroup: { instanceCount: 1 },
    }),
  'EmrContainersCreateVirtualCluster': stack =>
    new tasks.EmrContainersCreateVirtualCluster(stack, 'T', {
      eksCluster: tasks.EksClusterInput.fromTaskInput(sfn.TaskInput.fromText('c')),
    }),
  'EmrContainersDeleteVirtualCluster.sync': stack =>
    new tasks.EmrContainersDeleteVirtualCluster(stack, 'T', {
      ...RUN_JOB,
      virtualClusterId: sfn.TaskInput.fromText('v'),
    }),
  'EmrContainersStartJobRun.sync': stack =>
    new tasks.EmrContainersStartJobRun(stack, 'T', {
      virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId('v'),
      executionRole: role(stack),
      releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
      jobDriver: {
        sparkSubmitJobDriver: { entryPoint: sfn.TaskInput.fromText('s3://a/b'), sparkSubmitParameters: '' },
      },
    }),
  'GlueStartJobRun': stack => new tasks.GlueStartJobRun(stack, 'T', { glueJobName: 'job' }),
  'GlueStartJobRun.sync': stack => new tasks.GlueStartJobRun(stack, 'T', { ...RUN_JOB, glueJobName: 'job' }),
  'GlueStartCrawlerRun': stack => new tasks.GlueStartCrawlerRun(stack, 'T', { crawlerName: 'crawler' }),
  'BatchSubmitJob.sync': stack =>
    new tasks.BatchSubmitJob(stack, 'T', {
      jobName: 'j',
      jobDefinitionArn: 'arn:aws:batch:eu-west-1:111122223333:job-definition/d:1',
      jobQueueArn: 'arn:aws:batch:eu-west-1:111122223333:job-queue/q',
    }),
  'DynamoGetItem': stack => new tasks.DynamoGetItem(stack, 'T', { table: table(stack), key: KEY }),
  'DynamoPutItem': stack => new tasks.DynamoPutItem(stack, 'T', { table: table(stack), item: KEY }),
  'DynamoUpdateItem': stack => new tasks.DynamoUpdateItem(stack, 'T', { table: table(stack), key: KEY }),
  'DynamoDeleteItem': stack => new tasks.DynamoDeleteItem(stack, 'T', { table: table(stack), key: KEY }),
  'CodeBuildStartBuild': stack => new tasks.CodeBuildStartBuild(stack, 'T', { project: project(stack) }),
  'CodeBuildStartBuild.sync': stack =>
    new tasks.CodeBuildStartBuild(stack, 'T', { ...RUN_JOB, project: project(stack) }),
  'CodeBuildStartBuildBatch.sync': stack =>
    new tasks.CodeBuildStartBuildBatch(stack, 'T', { ...RUN_JOB, project: project(stack) }),
  'AthenaStartQueryExecution.sync': stack =>
    new tasks.AthenaStartQueryExecution(stack, 'T', {
      ...RUN_JOB,
      queryString: 'SELECT 1',
      workGroup: 'w',
      queryExecutionContext: { databaseName: 'd' },
      resultConfiguration: { outputLocation: { bucketName: 'out', objectKey: 'x' } },
    }),
  'AthenaStopQueryExecution': stack => new tasks.AthenaStopQueryExecution(stack, 'T', { queryExecutionId: 'q' }),
  'AthenaGetQueryExecution': stack => new tasks.AthenaGetQueryExecution(stack, 'T', { queryExecutionId: 'q' }),
  'AthenaGetQueryResults': stack => new tasks.AthenaGetQueryResults(stack, 'T', { queryExecutionId: 'q' }),
  'GlueDataBrewStartJobRun.sync': stack => new tasks.GlueDataBrewStartJobRun(stack, 'T', { ...RUN_JOB, name: 'job' }),
  'EksCall': stack =>
    new tasks.EksCall(stack, 'T', {
      cluster: eks.Cluster.fromClusterAttributes(stack, 'R', {
        clusterName: 'c',
        clusterEndpoint: 'https://c',
        clusterCertificateAuthorityData: 'x',
      }),
      httpMethod: tasks.HttpMethods.GET,
      httpPath: '/api',
    }),
  'CallApiGatewayRestApiEndpoint': stack =>
    new tasks.CallApiGatewayRestApiEndpoint(stack, 'T', {
      api: apigateway.RestApi.fromRestApiId(stack, 'R', 'api1'),
      stageName: 'live',
      method: tasks.HttpMethod.GET,
      apiPath: '/orders',
      authType: tasks.AuthType.IAM_ROLE,
    }),
  'CallApiGatewayHttpApiEndpoint': stack =>
    new tasks.CallApiGatewayHttpApiEndpoint(stack, 'T', {
      apiId: 'api1',
      apiStack: stack,
      stageName: 'live',
      method: tasks.HttpMethod.GET,
      apiPath: '/orders',
      authType: tasks.AuthType.IAM_ROLE,
    }),
  'EventBridgePutEvents': stack =>
    new tasks.EventBridgePutEvents(stack, 'T', {
      entries: [
        {
          detail: sfn.TaskInput.fromText('x'),
          detailType: 't',
          source: 's',
          eventBus: events.EventBus.fromEventBusArn(stack, 'R', 'arn:aws:events:eu-west-1:111122223333:event-bus/bus'),
        },
      ],
    }),
  'EventBridgeSchedulerCreateScheduleTask': stack =>
    new tasks.EventBridgeSchedulerCreateScheduleTask(stack, 'T', {
      scheduleName: 'schedule',
      schedule: tasks.Schedule.rate(Duration.hours(1)),
      target: new tasks.EventBridgeSchedulerTarget({
        arn: 'arn:aws:sqs:eu-west-1:111122223333:queue',
        role: role(stack),
      }),
    }),
  'CallAwsService': stack =>
    new tasks.CallAwsService(stack, 'T', {
      service: 's3',
      action: 'getObject',
      parameters: { Bucket: 'b', Key: 'k' },
      iamResources: ['arn:aws:s3:::b/k'],
    }),
  'BedrockInvokeModel': stack =>
    new tasks.BedrockInvokeModel(stack, 'T', {
      model: bedrock.FoundationModel.fromFoundationModelId(
        stack,
        'R',
        bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2,
      ),
      body: sfn.TaskInput.fromObject({}),
      guardrail: tasks.Guardrail.enable('g', 1),
    }),
  'BedrockCreateModelCustomizationJob.sync': stack =>
    new tasks.BedrockCreateModelCustomizationJob(stack, 'T', {
      ...RUN_JOB,
      baseModel: bedrock.FoundationModel.fromFoundationModelId(
        stack,
        'R',
        bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2,
      ),
      customModelName: 'c',
      jobName: 'j',
      role: role(stack),
      outputData: { bucket: bucket(stack), path: 'o' },
      hyperParameters: { 'Evaluation percentage': '10' },
      trainingData: { bucket: s3.Bucket.fromBucketName(stack, 'In', 'input'), path: 'i' },
    }),
  'HttpInvoke': stack =>
    new tasks.HttpInvoke(stack, 'T', {
      apiRoot: 'https://api.example.com',
      apiEndpoint: sfn.TaskInput.fromText('orders'),
      method: sfn.TaskInput.fromText('GET'),
      connection: events.Connection.fromConnectionAttributes(stack, 'R', {
        connectionName: 'shop',
        connectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/shop/1',
        connectionSecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/2-AbCdEf',
      }),
    }),
  'MediaConvertCreateJob.sync': stack =>
    new tasks.MediaConvertCreateJob(stack, 'T', {
      ...RUN_JOB,
      createJobRequest: { Role: ROLE_ARN, Queue: 'arn:aws:mediaconvert:eu-west-1:111122223333:queues/q', Settings: {} },
    }),
};

const KEY = { id: tasks.DynamoAttributeValue.fromString('1') };

function fn(stack: Stack): lambda.IFunction {
  return lambda.Function.fromFunctionArn(stack, 'R', 'arn:aws:lambda:eu-west-1:111122223333:function:fn');
}

function role(stack: Stack): iam.IRole {
  return iam.Role.fromRoleArn(stack, 'Role', ROLE_ARN);
}

function namedRole(stack: Stack, name: string): iam.IRole {
  return iam.Role.fromRoleName(stack, name, name);
}

function bucket(stack: Stack): s3.IBucket {
  return s3.Bucket.fromBucketName(stack, 'Bucket', 'bucket');
}

function table(stack: Stack): dynamodb.ITable {
  return dynamodb.Table.fromTableName(stack, 'R', 'table');
}

function project(stack: Stack): codebuild.IProject {
  return codebuild.Project.fromProjectName(stack, 'R', 'project');
}

function machine(stack: Stack): sfn.IStateMachine {
  return sfn.StateMachine.fromStateMachineArn(stack, 'R', 'arn:aws:states:eu-west-1:111122223333:stateMachine:Child');
}

function ecsRunTask(stack: Stack, more: { integrationPattern?: sfn.IntegrationPattern }): tasks.EcsRunTask {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['a'],
    privateSubnetIds: ['s'],
    publicSubnetIds: ['p'],
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'R', {
    family: 'report',
    taskRole: role(stack),
    executionRole: namedRole(stack, 'Execution'),
  });
  taskDefinition.addContainer('C', { image: ecs.ContainerImage.fromRegistry('x') });
  return new tasks.EcsRunTask(stack, 'T', {
    ...more,
    cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc, securityGroups: [] }),
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
  });
}
