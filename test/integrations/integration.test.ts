import {
  App,
  aws_dynamodb as dynamodb,
  aws_ecs as ecs,
  aws_ec2 as ec2,
  aws_events as events,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  aws_apigatewayv2 as apigatewayv2,
  Stack,
} from 'aws-cdk-lib';
import { Task, type TaskProps } from '../../src/chain';
import { Expression, Integration } from '../../src/integrations';

const ENV = { account: '123456789012', region: 'eu-west-1' };
const newStack = (): Stack => new Stack(new App(), 'S', { env: ENV });
const fn = (stack: Stack): lambda.IFunction =>
  lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:123456789012:function:f');
const queue = (stack: Stack): sqs.IQueue =>
  sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:q');
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/k';
const key = (stack: Stack): kms.IKey => kms.Key.fromKeyArn(stack, 'Key', KEY);

/** A Task's fields, tokens resolved. */
function fieldsOf(stack: Stack, call: Integration, props: Partial<TaskProps> = {}): Record<string, any> {
  return stack.resolve(new Task('t', { call, ...props }).toAsl().States.t);
}

function grantsOf(stack: Stack, call: Integration): unknown {
  return stack.resolve(new Task('t', { call }).bind(stack).grants);
}

describe('a Lambda function', () => {
  test("receives the state's input, and gives its own answer, in both languages", () => {
    const stack = newStack();
    expect(fieldsOf(stack, Integration.lambdaInvoke(fn(stack)))).toMatchObject({
      Arguments: { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:f', Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
    });
    expect(fieldsOf(newStack(), Integration.lambdaInvoke(fn(newStack())), { jsonPath: {} })).toMatchObject({
      Parameters: { 'FunctionName': 'arn:aws:lambda:eu-west-1:123456789012:function:f', 'Payload.$': '$' },
      OutputPath: '$.Payload',
    });
  });

  test('gives the whole envelope to a Task that says what its output is', () => {
    const stack = newStack();
    const call = Integration.lambdaInvoke(fn(stack));
    expect(fieldsOf(stack, call, { output: '{% $states.result.StatusCode %}' }).Output).toBe(
      '{% $states.result.StatusCode %}',
    );
    expect(fieldsOf(stack, call, { jsonPath: { resultSelector: { 'a.$': '$.Payload' } } })).not.toHaveProperty(
      'OutputPath',
    );
    expect(fieldsOf(stack, call, { jsonPath: { resultPath: '$.answer' } })).not.toHaveProperty('OutputPath');
  });

  test('has no answer to unwrap when it is only told, or waits for a token', () => {
    const stack = newStack();
    expect(Integration.lambdaInvoke(fn(stack), { invocationType: 'Event' }).resultField).toBeUndefined();
    expect(
      fieldsOf(
        stack,
        Integration.lambdaInvoke(fn(newStack()), {
          payload: { t: '{% $states.context.Task.Token %}' },
        }).waitForTaskToken(),
      ),
    ).not.toHaveProperty('Output');
    expect(Integration.lambdaInvoke(fn(newStack())).resultField).toBe('Payload');
  });
});

describe('a task token', () => {
  test.each<[string, any, Partial<TaskProps>]>([
    ['by an expression', { token: '{% $states.context.Task.Token %}' }, {}],
    ['somewhere in a text', { url: '{% "https://x?t=" & $states.context.Task.Token %}' }, {}],
    ["by the CDK's JsonPath", { token: sfn.JsonPath.taskToken }, { jsonPath: {} }],
    ['by a path', { 'token.$': '$$.Task.Token' }, { jsonPath: {} }],
  ])('is sent %s', (_how, messageBody, props) => {
    const stack = newStack();
    expect(
      fieldsOf(stack, Integration.sqsSendMessage(queue(stack), { messageBody }).waitForTaskToken(), props).Resource[
        'Fn::Join'
      ][1][2],
    ).toBe(':states:::sqs:sendMessage.waitForTaskToken');
  });

  test('fails when it is sent to nobody: the Task would wait for ever', () => {
    const stack = newStack();
    const call = Integration.sqsSendMessage(queue(stack), { messageBody: '{% $states.input %}' }).waitForTaskToken();
    expect(() => fieldsOf(stack, call)).toThrow(
      /^TOKEN_NOT_SENT: 't' waits for a callback, but doesn't send its task token to anyone[\s\S]*'\{% \$states\.context\.Task\.Token %\}'/,
    );
    expect(() =>
      fieldsOf(newStack(), Integration.optimized('sqs:sendMessage.waitForTaskToken', { MessageBody: 'x' })),
    ).toThrow('TOKEN_NOT_SENT');
  });
});

describe('what the arguments do not tell of permissions', () => {
  test('the ARN behind a URL or a name, and the key of what is encrypted', () => {
    const stack = newStack();
    expect(grantsOf(stack, Integration.sqsSendMessage(queue(stack), { messageBody: 'x' }))).toEqual({
      t: { resources: ['arn:aws:sqs:eu-west-1:123456789012:q'] },
    });
    expect(
      grantsOf(
        newStack(),
        Integration.snsPublish(new sns.Topic(newStack(), 'Topic', { masterKey: key(stack) }), { message: 'x' }),
      ),
    ).toEqual({ t: { encryptionKeys: [KEY] } });
    const table = dynamodb.Table.fromTableAttributes(stack, 'Table', {
      tableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders',
      encryptionKey: key(newStack()),
    });
    expect(grantsOf(stack, Integration.dynamoGetItem(table, { key: { id: { S: '1' } } }))).toEqual({
      t: { resources: [table.tableArn], encryptionKeys: [KEY] },
    });
  });

  test('nothing where the arguments tell it all', () => {
    const stack = newStack();
    expect(grantsOf(stack, Integration.lambdaInvoke(fn(stack)))).toBeUndefined();
  });

  test('both roles of an ECS task, also when a container added later brings one into being', () => {
    const stack = newStack();
    const definition = new ecs.FargateTaskDefinition(stack, 'Definition');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const call = Integration.ecsRunTask(cluster, definition);
    definition.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('app'),
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app' }),
    });
    expect(grantsOf(stack, call)).toEqual({
      t: {
        resources: [{ Ref: expect.stringMatching(/^Definition/) }],
        passRoles: [
          { 'Fn::GetAtt': [expect.stringMatching(/^DefinitionTaskRole/), 'Arn'] },
          { 'Fn::GetAtt': [expect.stringMatching(/^DefinitionExecutionRole/), 'Arn'] },
        ],
      },
    });
  });

  test('an alias is started by the leave of its machine', () => {
    const stack = newStack();
    const machine = sfn.StateMachine.fromStateMachineArn(
      stack,
      'M',
      'arn:aws:states:eu-west-1:123456789012:stateMachine:m',
    );
    const alias = Object.create(machine, {
      stateMachineArn: { value: `${machine.stateMachineArn}:live` },
      workflow: { value: machine },
    });
    expect(fieldsOf(stack, Integration.stepFunctionsStartExecution(alias)).Arguments.StateMachineArn).toBe(
      'arn:aws:states:eu-west-1:123456789012:stateMachine:m:live',
    );
    expect(grantsOf(stack, Integration.stepFunctionsStartExecution(alias))).toEqual({
      t: { resources: ['arn:aws:states:eu-west-1:123456789012:stateMachine:m'] },
    });
  });
});

describe('other calls', () => {
  test('an activity, by its ARN, with the input or what is given', () => {
    const stack = newStack();
    const activity = sfn.Activity.fromActivityArn(
      stack,
      'Activity',
      'arn:aws:states:eu-west-1:123456789012:activity:a',
    );
    expect(fieldsOf(stack, Integration.stepFunctionsInvokeActivity(activity))).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:eu-west-1:123456789012:activity:a',
      End: true,
    });
    expect(fieldsOf(stack, Integration.stepFunctionsInvokeActivity(activity, { a: '{% $a %}' })).Arguments).toEqual({
      a: '{% $a %}',
    });
  });

  test('a nested workflow receives the input, and is waited for in two forms', () => {
    const stack = newStack();
    const call = Integration.stepFunctionsStartExecution(
      sfn.StateMachine.fromStateMachineArn(stack, 'M', 'arn:aws:states:eu-west-1:123456789012:stateMachine:m'),
    );
    const ends = [call, call.sync(), call.syncWithTextOutput()].map(
      form => fieldsOf(stack, form).Resource['Fn::Join'][1][2],
    );
    expect(ends).toEqual([
      ':states:::states:startExecution',
      ':states:::states:startExecution.sync:2',
      ':states:::states:startExecution.sync',
    ]);
    expect(fieldsOf(stack, call).Arguments.Input).toBe('{% $states.input %}');
  });

  test('an HTTP API has its default stage, and no authorization unless asked for', () => {
    const stack = newStack();
    const api = apigatewayv2.HttpApi.fromHttpApiAttributes(stack, 'Api', { httpApiId: 'h1' });
    expect(
      fieldsOf(stack, Integration.callApiGatewayHttpApiEndpoint(api, { method: tasks.HttpMethod.GET })).Arguments,
    ).toMatchObject({ Method: 'GET', AuthType: 'NO_AUTH' });
  });

  test('any ARN, with any arguments', () => {
    expect(
      fieldsOf(
        newStack(),
        Integration.resource(
          'arn:aws:states:::new:thing',
          { A: Expression.number('{% $n %}') },
          { resources: ['arn:x'] },
        ),
      ),
    ).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:::new:thing',
      Arguments: { A: '{% $n %}' },
      End: true,
    });
  });

  test('all arguments may be one expression', () => {
    expect(fieldsOf(newStack(), Integration.optimized('sns:publish', '{% $states.input.request %}')).Arguments).toBe(
      '{% $states.input.request %}',
    );
  });
});

describe('what a service would refuse', () => {
  test('fails for no events, and for more than ten', () => {
    const event = { detail: {}, detailType: 't', source: 's' };
    expect(() => Integration.eventBridgePutEvents([])).toThrow(/^INVALID_ENTRY_COUNT[\s\S]*received: 0 events/);
    expect(() => Integration.eventBridgePutEvents(Array.from({ length: 11 }, () => event))).toThrow(
      'A putEvents call must have 1 to 10 events',
    );
  });

  test('fails for an address that is not HTTPS', () => {
    const connection = { connectionArn: 'arn:aws:events:eu-west-1:123456789012:connection/c/1' } as events.IConnection;
    expect(() => Integration.httpInvoke(connection, { apiEndpoint: 'http://api.example.com', method: 'GET' })).toThrow(
      /^INVALID_HTTP_ENDPOINT[\s\S]*fix: https:\/\/api\.example\.com/,
    );
    expect(() => Integration.httpInvoke(connection, { apiEndpoint: '{% $url %}', method: 'GET' })).not.toThrow();
  });
});

describe('Integration.optimized', () => {
  test('takes what AWS has, and what it may add', () => {
    expect(
      fieldsOf(newStack(), Integration.optimized('glue:startJobRun.sync', { JobName: 'j' })).Resource['Fn::Join'][1][2],
    ).toBe(':states:::glue:startJobRun.sync');
    expect(fieldsOf(newStack(), Integration.optimized('ses:sendEmail', {})).Resource['Fn::Join'][1][2]).toBe(
      ':states:::ses:sendEmail',
    );
  });

  test.each<[string, string, string]>([
    [
      'a pattern that the integration has not',
      'lambda:invoke.sync',
      "UNSUPPORTED_PATTERN: lambda:invoke does not support the pattern 'sync'",
    ],
    ['a misspelled pattern', 'sns:publish.waitForTaskTokens', 'did you mean "waitForTaskToken"?'],
    [
      'a misspelled service',
      'lamdba:invoke',
      'UNKNOWN_INTEGRATION: Unknown service: \'lamdba\' has no optimized integration; did you mean "lambda"?',
    ],
    [
      'a misspelled action',
      'glue:startJobrun',
      'Unknown action of glue: \'startJobrun\' has no optimized integration; did you mean "startJobRun"?',
    ],
    [
      'a whole ARN',
      'arn:aws:states:::sns:publish',
      'fix: remove everything before the service, or use Integration.resource(…)',
    ],
    ['no action', 'sns', 'INVALID_RESOURCE'],
  ])('fails for %s', (_what, resource, message) => {
    expect(() => Integration.optimized(resource, {})).toThrow(message);
  });

  test('fails for arguments that do not begin with a capital, with their names', () => {
    expect(() => Integration.optimized('ecs:runTask', { cluster: 'c', taskDefinition: 'd' })).toThrow(
      /^INVALID_ARGUMENT_NAME[\s\S]*received: cluster, taskDefinition[\s\S]*fix: Cluster, TaskDefinition/,
    );
  });
});
