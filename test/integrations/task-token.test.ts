import {
  App,
  aws_apigatewayv2 as apigatewayv2,
  aws_bedrock as bedrock,
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_eks as eks,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import { ACCOUNT, REGION } from './calls';
import { OPTIMIZED_SERVICES } from '../../src/asl';
import { Task } from '../../src/chain';
import { Integration, TokenIntegration } from '../../src/integrations';
import { LocalWorkflow, type TaskCall } from '../../src/testing';
import { StandardWorkflow } from '../../src/workflow';

const TOKEN = '{% $states.context.Task.Token %}';
const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

/** How each integration hands out a task token, and where the receiver finds it. */
const SENDS: Record<
  string,
  { make: (stack: Stack) => Pick<TokenIntegration, 'waitForTaskToken'>; at: (input: any) => unknown }
> = {
  'apigateway:invoke': {
    make: stack =>
      Integration.callApiGatewayHttpApiEndpoint(
        apigatewayv2.HttpApi.fromHttpApiAttributes(stack, 'Api', { httpApiId: 'h1' }),
        { method: tasks.HttpMethod.POST, requestBody: { token: TOKEN } },
      ),
    at: input => input.RequestBody.token,
  },
  'bedrock:invokeModel': {
    make: stack =>
      Integration.bedrockInvokeModel(
        bedrock.FoundationModel.fromFoundationModelId(
          stack,
          'Model',
          new bedrock.FoundationModelIdentifier('amazon.nova-lite-v1:0'),
        ),
        { body: { token: TOKEN } },
      ),
    at: input => input.Body.token,
  },
  'ecs:runTask': {
    make: stack =>
      Integration.ecsRunTask(
        new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') }),
        new ecs.FargateTaskDefinition(stack, 'Definition'),
        {
          overrides: { ContainerOverrides: [{ Name: 'app', Environment: [{ Name: 'TOKEN', Value: TOKEN }] }] },
        },
      ),
    at: input => input.Overrides.ContainerOverrides[0].Environment[0].Value,
  },
  'eks:call': {
    make: stack =>
      Integration.eksCall(
        eks.Cluster.fromClusterAttributes(stack, 'K', {
          clusterName: 'k',
          clusterCertificateAuthorityData: 'd',
          clusterEndpoint: 'https://k',
        }),
        {
          method: tasks.HttpMethod.POST,
          path: '/jobs',
          requestBody: { token: TOKEN },
        },
      ),
    at: input => input.RequestBody.token,
  },
  'events:putEvents': {
    make: () => Integration.eventBridgePutEvents([{ detail: { token: TOKEN }, detailType: 't', source: 's' }]),
    at: input => input.Entries[0].Detail.token,
  },
  'lambda:invoke': {
    make: stack =>
      Integration.lambdaInvoke(lambda.Function.fromFunctionArn(stack, 'Fn', arn('lambda', 'function:f')), {
        payload: { token: TOKEN },
      }),
    at: input => input.Payload.token,
  },
  'sns:publish': {
    make: stack =>
      Integration.snsPublish(sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 't')), { message: { token: TOKEN } }),
    at: input => input.Message.token,
  },
  'sqs:sendMessage': {
    make: stack =>
      Integration.sqsSendMessage(sqs.Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'q')), {
        messageBody: { token: TOKEN },
      }),
    at: input => input.MessageBody.token,
  },
  'states:startExecution': {
    make: stack =>
      Integration.stepFunctionsStartExecution(
        sfn.StateMachine.fromStateMachineArn(stack, 'Child', arn('states', 'stateMachine:child')),
        { input: { token: TOKEN } },
      ),
    at: input => input.Input.token,
  },
};

const APIS = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
  Object.entries(actions)
    .filter(([, patterns]) => patterns.includes('waitForTaskToken'))
    .map(([action]) => `${service}:${action}`),
);

test('every integration that can hand out a task token is here', () => {
  expect(Object.keys(SENDS).sort()).toEqual(APIS.sort());
});

test.each(APIS)('%s hands out the token, and its answer is the result', api => {
  const stack = new Stack(new App(), 'S', { env: { account: ACCOUNT, region: REGION } });
  new StandardWorkflow(stack, 'Workflow', {
    definition: new Task('Ask', { call: SENDS[api].make(stack).waitForTaskToken(), timeout: Duration.hours(1) }),
  });
  const calls: TaskCall[] = [];
  const run = LocalWorkflow.fromStack(stack, 'Workflow').runSync(
    {},
    {
      mocks: {
        Ask: (_input, call) => {
          calls.push(call);
          return { answer: 42 };
        },
      },
    },
  );
  expect(run.output).toEqual({ answer: 42 });
  expect(calls.map(call => call.resource)).toEqual([`arn:aws:states:::${api}.waitForTaskToken`]);
  expect(SENDS[api].at(calls[0].input)).toBe(calls[0].taskToken);
});
