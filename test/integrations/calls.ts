import {
  aws_apigateway as apigateway,
  aws_batch as batch,
  aws_bedrock as bedrock,
  aws_codebuild as codebuild,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_eks as eks,
  aws_events as events,
  aws_lambda as lambda,
  aws_s3 as s3,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Duration,
  SecretValue,
  Stack,
} from 'aws-cdk-lib';
import { Integration } from '../../src/integrations';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';
const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/** One call of an optimized integration: what makes it, and the arguments that the service receives. */
export interface CallCase {
  readonly make: (stack: Stack) => Integration;
  readonly receives: object;
}

const taskDefinition = (stack: Stack): ecs.TaskDefinition => {
  const definition = new ecs.FargateTaskDefinition(stack, 'TaskDefinition', { family: 'app' });
  definition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app') });
  return definition;
};
const cluster = (stack: Stack): ecs.ICluster =>
  ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName: 'c',
    clusterArn: arn('ecs', 'cluster/c'),
    vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1',
      availabilityZones: ['a'],
      privateSubnetIds: ['subnet-private'],
      publicSubnetIds: ['subnet-public'],
      privateSubnetRouteTableIds: ['r'],
      publicSubnetRouteTableIds: ['r'],
    }),
  });
const project = (stack: Stack): codebuild.IProject => codebuild.Project.fromProjectName(stack, 'Project', 'build');
const table = (stack: Stack): dynamodb.ITable => dynamodb.Table.fromTableName(stack, 'Table', 'orders');
const kubernetes = (stack: Stack): eks.ICluster =>
  eks.Cluster.fromClusterAttributes(stack, 'Kubernetes', {
    clusterName: 'k',
    clusterCertificateAuthorityData: 'data',
    clusterEndpoint: 'https://k',
  });
const KUBERNETES = { ClusterName: 'k', CertificateAuthority: 'data', Endpoint: 'https://k' };
const passed = (api: (args: { [name: string]: any }) => Integration): CallCase => ({
  make: () => api({ Some: { Argument: 1 } }),
  receives: { Some: { Argument: 1 } },
});

/** By service and action: a call with all that its factory can be told. */
export const CALLS: Record<string, CallCase> = {
  'apigateway:invoke': {
    make: stack =>
      Integration.callApiGatewayRestApiEndpoint(apigateway.RestApi.fromRestApiId(stack, 'Api', 'api1'), {
        method: tasks.HttpMethod.POST,
        stage: 'prod',
        path: '/orders',
        headers: { A: ['b'] },
        queryParameters: { q: ['1'] },
        requestBody: { id: 1 },
        authType: tasks.AuthType.IAM_ROLE,
      }),
    receives: {
      ApiEndpoint: 'api1.execute-api.eu-west-1.amazonaws.com',
      Method: 'POST',
      Stage: 'prod',
      Path: '/orders',
      Headers: { A: ['b'] },
      QueryParameters: { q: ['1'] },
      RequestBody: { id: 1 },
      AuthType: 'IAM_ROLE',
    },
  },
  'athena:startQueryExecution': {
    make: stack =>
      Integration.athenaStartQueryExecution({
        queryString: 'SELECT ?',
        workGroup: 'w',
        database: 'd',
        catalog: 'c',
        executionParameters: ['1'],
        resultBucket: s3.Bucket.fromBucketName(stack, 'Results', 'results'),
        resultPrefix: 'q/',
        additionalParameters: { ClientRequestToken: 't' },
      }),
    receives: {
      QueryString: 'SELECT ?',
      WorkGroup: 'w',
      QueryExecutionContext: { Catalog: 'c', Database: 'd' },
      ExecutionParameters: ['1'],
      ResultConfiguration: { OutputLocation: 's3://results/q/' },
      ClientRequestToken: 't',
    },
  },
  'athena:stopQueryExecution': {
    make: () => Integration.athenaStopQueryExecution('q-1'),
    receives: { QueryExecutionId: 'q-1' },
  },
  'athena:getQueryExecution': {
    make: () => Integration.athenaGetQueryExecution('q-1'),
    receives: { QueryExecutionId: 'q-1' },
  },
  'athena:getQueryResults': {
    make: () => Integration.athenaGetQueryResults({ queryExecutionId: 'q-1', maxResults: 10, nextToken: 'n' }),
    receives: { QueryExecutionId: 'q-1', MaxResults: 10, NextToken: 'n' },
  },
  'batch:submitJob': {
    make: stack =>
      Integration.batchSubmitJob(
        batch.EcsJobDefinition.fromJobDefinitionArn(stack, 'Definition', arn('batch', 'job-definition/d:1')),
        batch.JobQueue.fromJobQueueArn(stack, 'JobQueue', arn('batch', 'job-queue/q')),
        {
          jobName: 'j',
          parameters: { p: '1' },
          containerOverrides: { Command: ['run'] },
          arraySize: 3,
          attempts: 2,
          attemptTimeout: Duration.minutes(2),
          additionalParameters: { ShareIdentifier: 's' },
        },
      ),
    receives: {
      JobDefinition: arn('batch', 'job-definition/d:1'),
      JobQueue: arn('batch', 'job-queue/q'),
      JobName: 'j',
      Parameters: { p: '1' },
      ContainerOverrides: { Command: ['run'] },
      ArrayProperties: { Size: 3 },
      RetryStrategy: { Attempts: 2 },
      Timeout: { AttemptDurationSeconds: 120 },
      ShareIdentifier: 's',
    },
  },
  'bedrock:invokeModel': {
    make: stack =>
      Integration.bedrockInvokeModel(
        bedrock.FoundationModel.fromFoundationModelId(
          stack,
          'Model',
          new bedrock.FoundationModelIdentifier('amazon.nova-lite-v1:0'),
        ),
        {
          body: { prompt: 'hello' },
          accept: 'application/json',
          contentType: 'application/json',
          output: { bucketName: 'b', objectKey: 'k' },
          additionalParameters: { Trace: 'ENABLED' },
        },
      ),
    receives: {
      ModelId: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
      Body: { prompt: 'hello' },
      Output: { S3Uri: 's3://b/k' },
      Accept: 'application/json',
      ContentType: 'application/json',
      Trace: 'ENABLED',
    },
  },
  'bedrock:createModelCustomizationJob': passed(args => Integration.bedrockCreateModelCustomizationJob(args)),
  'codebuild:startBuild': {
    make: stack => Integration.codeBuildStartBuild(project(stack), { SourceVersion: 'v' }),
    receives: { ProjectName: 'build', SourceVersion: 'v' },
  },
  'codebuild:startBuildBatch': {
    make: stack => Integration.codeBuildStartBuildBatch(project(stack)),
    receives: { ProjectName: 'build' },
  },
  'codebuild:stopBuild': passed(args => Integration.codeBuildStopBuild(args)),
  'codebuild:batchDeleteBuilds': passed(args => Integration.codeBuildBatchDeleteBuilds(args)),
  'codebuild:batchGetReports': passed(args => Integration.codeBuildBatchGetReports(args)),
  'codebuild:stopBuildBatch': passed(args => Integration.codeBuildStopBuildBatch(args)),
  'codebuild:retryBuildBatch': passed(args => Integration.codeBuildRetryBuildBatch(args)),
  'codebuild:deleteBuildBatch': passed(args => Integration.codeBuildDeleteBuildBatch(args)),
  'databrew:startJobRun': { make: () => Integration.glueDataBrewStartJobRun('job'), receives: { Name: 'job' } },
  'dynamodb:getItem': {
    make: stack =>
      Integration.dynamoGetItem(table(stack), {
        key: { id: { S: '1' } },
        consistentRead: true,
        projectionExpression: 'a',
        expressionAttributeNames: { '#a': 'a' },
      }),
    receives: {
      TableName: 'orders',
      Key: { id: { S: '1' } },
      ConsistentRead: true,
      ProjectionExpression: 'a',
      ExpressionAttributeNames: { '#a': 'a' },
    },
  },
  'dynamodb:putItem': {
    make: stack =>
      Integration.dynamoPutItem(table(stack), {
        item: { id: tasks.DynamoAttributeValue.fromString('1') },
        conditionExpression: 'attribute_not_exists(id)',
        returnValues: 'ALL_OLD',
      }),
    receives: {
      TableName: 'orders',
      Item: { id: { S: '1' } },
      ConditionExpression: 'attribute_not_exists(id)',
      ReturnValues: 'ALL_OLD',
    },
  },
  'dynamodb:updateItem': {
    make: stack =>
      Integration.dynamoUpdateItem(table(stack), {
        key: { id: { S: '1' } },
        updateExpression: 'SET a = :a',
        expressionAttributeValues: { ':a': { N: '1' } },
      }),
    receives: {
      TableName: 'orders',
      Key: { id: { S: '1' } },
      UpdateExpression: 'SET a = :a',
      ExpressionAttributeValues: { ':a': { N: '1' } },
    },
  },
  'dynamodb:deleteItem': {
    make: stack =>
      Integration.dynamoDeleteItem(table(stack), { key: { id: { S: '1' } }, returnConsumedCapacity: 'TOTAL' }),
    receives: { TableName: 'orders', Key: { id: { S: '1' } }, ReturnConsumedCapacity: 'TOTAL' },
  },
  'ecs:runTask': {
    make: stack =>
      Integration.ecsRunTask(cluster(stack), taskDefinition(stack), {
        launchType: ecs.LaunchType.FARGATE,
        platformVersion: ecs.FargatePlatformVersion.LATEST,
        overrides: { ContainerOverrides: [{ Name: 'app' }] },
        count: 2,
        assignPublicIp: true,
        securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1')],
        propagateTags: ecs.PropagatedTagSource.TASK_DEFINITION,
        enableExecuteCommand: true,
        additionalParameters: { Group: 'g' },
      }),
    receives: {
      Cluster: arn('ecs', 'cluster/c'),
      TaskDefinition: expect.stringMatching(/^arn:aws:ecs:eu-west-1:123456789012:task-definition\//),
      LaunchType: 'FARGATE',
      PlatformVersion: 'LATEST',
      NetworkConfiguration: {
        AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', Subnets: ['subnet-public'], SecurityGroups: ['sg-1'] },
      },
      Overrides: { ContainerOverrides: [{ Name: 'app' }] },
      Count: 2,
      PropagateTags: 'TASK_DEFINITION',
      EnableExecuteCommand: true,
      Group: 'g',
    },
  },
  'eks:call': {
    make: stack =>
      Integration.eksCall(kubernetes(stack), {
        method: tasks.HttpMethod.GET,
        path: '/api',
        queryParameters: { q: ['1'] },
        requestBody: { a: 1 },
      }),
    receives: { ...KUBERNETES, Method: 'GET', Path: '/api', QueryParameters: { q: ['1'] }, RequestBody: { a: 1 } },
  },
  'eks:runJob': {
    make: stack =>
      Integration.eksRunJob(kubernetes(stack), {
        job: { kind: 'Job' },
        namespace: 'n',
        logOptions: { RetrieveLogs: true },
      }),
    receives: { ...KUBERNETES, Namespace: 'n', Job: { kind: 'Job' }, LogOptions: { RetrieveLogs: true } },
  },
  'eks:createCluster': passed(args => Integration.eksCreateCluster(args)),
  'eks:deleteCluster': passed(args => Integration.eksDeleteCluster(args)),
  'eks:createFargateProfile': passed(args => Integration.eksCreateFargateProfile(args)),
  'eks:deleteFargateProfile': passed(args => Integration.eksDeleteFargateProfile(args)),
  'eks:createNodegroup': passed(args => Integration.eksCreateNodegroup(args)),
  'eks:deleteNodegroup': passed(args => Integration.eksDeleteNodegroup(args)),
  'elasticmapreduce:createCluster': passed(args => Integration.emrCreateCluster(args)),
  'elasticmapreduce:setClusterTerminationProtection': passed(args =>
    Integration.emrSetClusterTerminationProtection(args),
  ),
  'elasticmapreduce:terminateCluster': passed(args => Integration.emrTerminateCluster(args)),
  'elasticmapreduce:addStep': passed(args => Integration.emrAddStep(args)),
  'elasticmapreduce:cancelStep': passed(args => Integration.emrCancelStep(args)),
  'elasticmapreduce:modifyInstanceFleetByName': passed(args => Integration.emrModifyInstanceFleetByName(args)),
  'elasticmapreduce:modifyInstanceGroupByName': passed(args => Integration.emrModifyInstanceGroupByName(args)),
  'emr-containers:createVirtualCluster': passed(args => Integration.emrContainersCreateVirtualCluster(args)),
  'emr-containers:deleteVirtualCluster': passed(args => Integration.emrContainersDeleteVirtualCluster(args)),
  'emr-containers:startJobRun': passed(args => Integration.emrContainersStartJobRun(args)),
  'emr-serverless:createApplication': passed(args => Integration.emrServerlessCreateApplication(args)),
  'emr-serverless:startApplication': passed(args => Integration.emrServerlessStartApplication(args)),
  'emr-serverless:stopApplication': passed(args => Integration.emrServerlessStopApplication(args)),
  'emr-serverless:deleteApplication': passed(args => Integration.emrServerlessDeleteApplication(args)),
  'emr-serverless:startJobRun': passed(args => Integration.emrServerlessStartJobRun(args)),
  'emr-serverless:cancelJobRun': passed(args => Integration.emrServerlessCancelJobRun(args)),
  'events:putEvents': {
    make: stack =>
      Integration.eventBridgePutEvents([
        {
          detail: { a: 1 },
          detailType: 't',
          source: 's',
          eventBus: events.EventBus.fromEventBusArn(stack, 'Bus', arn('events', 'event-bus/b')),
          resources: ['arn:x'],
          time: '2030-01-01T00:00:00Z',
        },
      ]),
    receives: {
      Entries: [
        {
          Detail: { a: 1 },
          DetailType: 't',
          Source: 's',
          EventBusName: arn('events', 'event-bus/b'),
          Resources: ['arn:x'],
          Time: '2030-01-01T00:00:00Z',
        },
      ],
    },
  },
  'glue:startJobRun': {
    make: () =>
      Integration.glueStartJobRun('job', {
        arguments: { '--day': '1' },
        runTimeout: Duration.hours(1),
        notifyDelayAfter: Duration.minutes(5),
        workerType: 'G.1X',
        numberOfWorkers: 2,
        securityConfiguration: 's',
        additionalParameters: { ExecutionClass: 'FLEX' },
      }),
    receives: {
      JobName: 'job',
      Arguments: { '--day': '1' },
      Timeout: 60,
      NotificationProperty: { NotifyDelayAfter: 5 },
      WorkerType: 'G.1X',
      NumberOfWorkers: 2,
      SecurityConfiguration: 's',
      ExecutionClass: 'FLEX',
    },
  },
  'http:invoke': {
    make: stack =>
      Integration.httpInvoke(
        new events.Connection(stack, 'Connection', {
          authorization: events.Authorization.apiKey('k', SecretValue.unsafePlainText('v')),
        }),
        {
          apiEndpoint: 'https://api.example.com/orders',
          method: 'POST',
          headers: { A: 'b' },
          queryParameters: { q: '1' },
          requestBody: { id: 1 },
          urlEncodingFormat: tasks.URLEncodingFormat.BRACKETS,
        },
      ),
    receives: {
      ApiEndpoint: 'https://api.example.com/orders',
      Method: 'POST',
      Authentication: { ConnectionArn: expect.stringMatching(/^arn:aws:events:eu-west-1:123456789012:connection\//) },
      Headers: { A: 'b' },
      QueryParameters: { q: '1' },
      RequestBody: { id: 1 },
      Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'BRACKETS' } },
    },
  },
  'lambda:invoke': {
    make: stack =>
      Integration.lambdaInvoke(lambda.Function.fromFunctionArn(stack, 'Fn', arn('lambda', 'function:f')), {
        payload: { a: 1 },
        qualifier: 'live',
        invocationType: 'RequestResponse',
        clientContext: 'Y29udGV4dA==',
      }),
    receives: {
      FunctionName: arn('lambda', 'function:f'),
      Payload: { a: 1 },
      Qualifier: 'live',
      InvocationType: 'RequestResponse',
      ClientContext: 'Y29udGV4dA==',
    },
  },
  'mediaconvert:createJob': passed(args => Integration.mediaConvertCreateJob(args)),
  'sagemaker:createTrainingJob': passed(args => Integration.sageMakerCreateTrainingJob(args)),
  'sagemaker:createTransformJob': passed(args => Integration.sageMakerCreateTransformJob(args)),
  'sagemaker:createProcessingJob': passed(args => Integration.sageMakerCreateProcessingJob(args)),
  'sagemaker:createHyperParameterTuningJob': passed(args => Integration.sageMakerCreateHyperParameterTuningJob(args)),
  'sagemaker:createLabelingJob': passed(args => Integration.sageMakerCreateLabelingJob(args)),
  'sagemaker:createModel': passed(args => Integration.sageMakerCreateModel(args)),
  'sagemaker:createEndpointConfig': passed(args => Integration.sageMakerCreateEndpointConfig(args)),
  'sagemaker:createEndpoint': passed(args => Integration.sageMakerCreateEndpoint(args)),
  'sagemaker:updateEndpoint': passed(args => Integration.sageMakerUpdateEndpoint(args)),
  'sns:publish': {
    make: stack =>
      Integration.snsPublish(sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 't.fifo')), {
        message: { a: 1 },
        subject: 's',
        messageStructure: 'json',
        messageAttributes: { k: { DataType: 'String', StringValue: 'v' } },
        messageGroupId: 'g',
        messageDeduplicationId: 'd',
      }),
    receives: {
      TopicArn: arn('sns', 't.fifo'),
      Message: { a: 1 },
      Subject: 's',
      MessageStructure: 'json',
      MessageAttributes: { k: { DataType: 'String', StringValue: 'v' } },
      MessageGroupId: 'g',
      MessageDeduplicationId: 'd',
    },
  },
  'sqs:sendMessage': {
    make: stack =>
      Integration.sqsSendMessage(sqs.Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'q')), {
        messageBody: 'text',
        delay: Duration.minutes(1),
        messageAttributes: { k: { DataType: 'String', StringValue: 'v' } },
        messageGroupId: 'g',
        messageDeduplicationId: 'd',
      }),
    receives: {
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
      MessageBody: 'text',
      DelaySeconds: 60,
      MessageAttributes: { k: { DataType: 'String', StringValue: 'v' } },
      MessageGroupId: 'g',
      MessageDeduplicationId: 'd',
    },
  },
  'states:startExecution': {
    make: stack =>
      Integration.stepFunctionsStartExecution(
        sfn.StateMachine.fromStateMachineArn(stack, 'Child', arn('states', 'stateMachine:child')),
        { input: { a: 1 }, name: 'n', traceHeader: 't' },
      ),
    receives: { StateMachineArn: arn('states', 'stateMachine:child'), Input: { a: 1 }, Name: 'n', TraceHeader: 't' },
  },
};
