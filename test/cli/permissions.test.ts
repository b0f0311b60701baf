import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { stepwright } from './stepwright';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-permissions-'));

function file(name: string, content: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

const order = file('order.asl.json', {
  StartAt: 'Read',
  States: {
    Read: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: { 'TableName': 'Orders', 'Key.$': '$.key' },
      Next: 'Tell',
    },
    Tell: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { 'TopicArn.$': '$.topic', 'Message': 'x' },
      Next: 'Pay',
    },
    Pay: { Type: 'Task', Resource: '${PayFunctionArn}', End: true },
  },
});

test('prints the statements with states and facts', async () => {
  expect(await stepwright('permissions', order)).toEqual({
    code: 0,
    err: '',
    out: `Allow    dynamodb:GetItem
on       arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/Orders
for      Read
because  dynamodb:getItem reads an item of the table

Allow    lambda:InvokeFunction
on       \${PayFunctionArn}
for      Pay
because  the Resource is a Lambda function

Allow    sns:Publish
on       arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:*
for      Tell
because  sns:publish publishes to the topic

Warning  Tell: Parameters.TopicArn is known only at run time, so sns:Publish is allowed on arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:*
mend     Pass \`{ resources: [ARN] }\` after the arguments of the call, or use a fixed value or a fixed prefix.
`,
  });
});

test("prints JSON in IAM's own words", async () => {
  const http = file('http.asl.json', {
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::http:invoke',
        Arguments: {
          ApiEndpoint: 'https://a.example/x',
          Method: 'GET',
          Authentication: { ConnectionArn: 'arn:aws:events:eu-west-1:111122223333:connection/c/1' },
        },
        End: true,
      },
    },
  });
  const { code, out } = await stepwright('permissions', http, '--type', 'express', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    statements: [
      {
        Effect: 'Allow',
        Action: ['events:RetrieveConnectionCredentials'],
        Resource: ['arn:aws:events:eu-west-1:111122223333:connection/c/1'],
        states: ['Call'],
        reason: 'http:invoke takes its credentials from the connection',
      },
      {
        Effect: 'Allow',
        Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        Resource: ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/c/*'],
        states: ['Call'],
        reason: 'http:invoke reads the secret of the connection',
      },
      {
        Effect: 'Allow',
        Action: ['states:InvokeHTTPEndpoint'],
        Resource: ['*'],
        Condition: {
          StringEquals: { 'states:HTTPMethod': ['GET'] },
          StringLike: { 'states:HTTPEndpoint': ['https://a.example/x*'] },
        },
        states: ['Call'],
        reason: 'http:invoke calls the endpoint; InvokeHTTPEndpoint has no resource type, so conditions narrow it',
      },
    ],
    warnings: [],
  });
});

test('derives for a machine of a template, in its own region and account', async () => {
  const template = file('app.template.json', {
    Resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'Batch',
          DefinitionString: JSON.stringify({
            StartAt: 'A',
            States: {
              A: {
                Type: 'Task',
                Resource: 'arn:aws:states:::events:putEvents',
                Parameters: { Entries: [{}] },
                End: true,
              },
            },
          }),
          RoleArn: 'arn:aws:iam::111122223333:role/r',
        },
      },
    },
  });
  const { code, out } = await stepwright('permissions', template, '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out).statements[0].Resource).toEqual([
    expect.stringMatching(/^arn:aws:events:[a-z0-9-]+:\d{12}:event-bus\/default$/),
  ]);
});

test('says so when nothing is needed', async () => {
  const pass = file('pass.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
  expect((await stepwright('permissions', pass)).out).toBe('Nothing: no state needs a permission.\n');
});

test('fails with 2 on a file that is not there, and on an unknown option', async () => {
  expect((await stepwright('permissions', path.join(folder, 'nothing.json'))).code).toBe(2);
  expect((await stepwright('permissions', order, '--type', 'fast')).code).toBe(2);
});

test('fails with 3 on a file that is no definition', async () => {
  const { code, err } = await stepwright('permissions', file('broken.asl.json', '{"StartAt":'));
  expect(code).toBe(3);
  expect(err).toContain('DEFINITION_NOT_JSON');
});
