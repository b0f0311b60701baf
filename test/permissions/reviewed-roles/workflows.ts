import {
  aws_apigateway as apigateway,
  aws_bedrock as bedrock,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_events as events,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_s3 as s3,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions_tasks as tasks,
  SecretValue,
  type Stack,
} from 'aws-cdk-lib';
import { DistributedMap, Flow, Integration, ItemReader, ResultWriter, StandardWorkflow, Task } from '../../../src';

/** Workflows of ten kinds, over resources of their own stack: all names and ARNs are tokens. */
export const WORKFLOWS: Readonly<Record<string, (stack: Stack) => Flow>> = {
  'a Distributed Map over S3': stack => {
    const [uploads, results] = [
      new s3.Bucket(stack, 'Uploads'),
      new s3.Bucket(stack, 'Results', { encryptionKey: new kms.Key(stack, 'Key') }),
    ];
    return Flow.of(
      new DistributedMap('Each row', {
        itemReader: ItemReader.csv(uploads, 'orders.csv'),
        processor: new Task('Import', { call: Integration.lambdaInvoke(fn(stack, 'Import')) }),
        resultWriter: ResultWriter.s3(results, { prefix: 'imported' }),
        label: 'Rows',
      }),
    );
  },
  'ECS .sync': stack => {
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Report');
    taskDefinition.addContainer('Main', { image: ecs.ContainerImage.fromRegistry('report') });
    taskDefinition.obtainExecutionRole();
    const cluster = new ecs.Cluster(stack, 'Cluster', {
      vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 0 }),
    });
    return Flow.of(
      new Task('Report', { call: Integration.ecsRunTask(cluster, taskDefinition, { assignPublicIp: true }).sync() }),
    );
  },
  'nested .sync:2': stack => {
    const child = new StandardWorkflow(stack, 'Child', {
      definition: new Task('Work', { call: Integration.lambdaInvoke(fn(stack, 'Work')) }),
    });
    return Flow.of(new Task('Run child', { call: Integration.stepFunctionsStartExecution(child).sync() }));
  },
  'SNS and SQS with task tokens': stack => {
    const topic = new sns.Topic(stack, 'Asked', { masterKey: new kms.Key(stack, 'Key') });
    const queue = new sqs.Queue(stack, 'Jobs');
    return Flow.of(
      new Task('Ask', {
        call: Integration.snsPublish(topic, { message: '{% $states.context.Task.Token %}' }).waitForTaskToken(),
      }),
      new Task('Queue', {
        call: Integration.sqsSendMessage(queue, {
          messageBody: { token: '{% $states.context.Task.Token %}' },
        }).waitForTaskToken(),
      }),
    );
  },
  'HTTP': stack => {
    const connection = new events.Connection(stack, 'Partner', {
      authorization: events.Authorization.apiKey('key', SecretValue.unsafePlainText('x')),
    });
    return Flow.of(
      new Task('Order', {
        call: Integration.httpInvoke(connection, { apiEndpoint: 'https://api.example.com/orders', method: 'POST' }),
      }),
    );
  },
  'Bedrock': stack => {
    const model = bedrock.FoundationModel.fromFoundationModelId(
      stack,
      'Model',
      bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2,
    );
    return Flow.of(
      new Task('Summarize', {
        call: Integration.bedrockInvokeModel(model, { body: { prompt: '{% $states.input.text %}' } }),
      }),
    );
  },
  'Glue': () =>
    Flow.of(
      new Task('Crawl', { call: Integration.awsSdk('glue', 'startCrawler', { Name: 'orders' }) }),
      new Task('Load', { call: Integration.glueStartJobRun('load-orders').sync() }),
    ),
  'DynamoDB transactions': stack => {
    const [orders, stock] = ['Orders', 'Stock'].map(
      name => new dynamodb.Table(stack, name, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
    );
    const key = { id: { S: '{% $states.input.id %}' } };
    return Flow.of(
      new Task('Book', {
        call: Integration.awsSdk('dynamodb', 'transactWriteItems', {
          TransactItems: [
            { Put: { TableName: orders.tableName, Item: key } },
            { Update: { TableName: stock.tableName, Key: key, UpdateExpression: 'SET booked = :b' } },
          ],
        }),
      }),
    );
  },
  'EventBridge': stack =>
    Flow.of(
      new Task('Tell', {
        call: Integration.eventBridgePutEvents([
          { detail: {}, detailType: 'OrderPlaced', source: 'orders', eventBus: new events.EventBus(stack, 'Bus') },
          { detail: {}, detailType: 'OrderPlaced', source: 'orders' },
        ]),
      }),
    ),
  'API Gateway': stack => {
    const api = new apigateway.RestApi(stack, 'Api', { cloudWatchRole: false });
    api.root.addResource('orders').addMethod('GET');
    return Flow.of(
      new Task('Fetch', {
        call: Integration.callApiGatewayRestApiEndpoint(api, {
          method: tasks.HttpMethod.GET,
          path: '/orders',
          stage: 'prod',
          authType: tasks.AuthType.IAM_ROLE,
        }),
      }),
    );
  },
};

function fn(stack: Stack, id: string): lambda.Function {
  return new lambda.Function(stack, id, {
    code: lambda.Code.fromInline('exports.handler = async () => ({})'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });
}
