import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stepwright } from './stepwright';

/** A folder with these files. */
function folderWith(files: Record<string, string | object>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  }
  return folder;
}

const SAM = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String}
Resources:
  Orders: {Type: AWS::Serverless::SimpleTable, Properties: {TableName: Orders}}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.yaml
      DefinitionSubstitutions: {Table: !Ref Orders, Delay: 5}
      Policies: [{POLICY: {TableName: !Ref Orders}}]
`;

const YAML_DEFINITION = `
StartAt: Wait
States:
  Wait: {Type: Wait, Seconds: 1, Next: Rest}
  Rest:
    Type: Wait
    Seconds: \${Delay}
    Next: Write
  Write:
    Type: Task
    Resource: arn:aws:states:::dynamodb:putItem
    Parameters: {TableName: "\${Table}", Item: {id: {S: '1'}}}
    End: true
`;

test('a SAM machine is denied what its policies leave out, and runs once they allow it', async () => {
  const mocks = '{"Write":{"returns":{}}}';
  const withPolicy = (policy: string): string =>
    join(
      folderWith({ 'template.yaml': SAM.replace('POLICY', policy), 'flow.asl.yaml': YAML_DEFINITION }),
      'template.yaml',
    );
  const args = ['--parameters', 'Stage=test', '--mocks', mocks, '--format', 'json'];
  const denied = await stepwright('run', withPolicy('DynamoDBReadPolicy'), ...args);
  expect(denied.code).toBe(1);
  expect((JSON.parse(denied.out) as { permissions: { denied: object[] } }).permissions.denied).toMatchObject([
    { action: 'dynamodb:PutItem' },
  ]);
  const allowed = await stepwright('run', withPolicy('DynamoDBWritePolicy'), ...args);
  expect([allowed.code, allowed.err]).toEqual([0, '']);
});

test('fails on a file that differs in case with its name', async () => {
  const folder = folderWith({
    'template.yaml': SAM.replace('POLICY', 'DynamoDBReadPolicy'),
    'Flow.asl.yaml': YAML_DEFINITION,
  });
  const { code, err } = await stepwright('run', join(folder, 'template.yaml'), '--parameters', 'Stage=test');
  expect(code).toBe(3);
  expect(err).toContain('there is no file \'flow.asl.yaml\' next to the template; did you mean "Flow.asl.yaml"?');
});

test.each([
  ['main.tf', 'resource "x" {}', 'terraform show -json'],
  ['terraform.tfstate', '{"version": 4}', 'terraform show -json'],
  ['serverless.yml', 'service: shop', 'npx serverless package'],
  ['app.ts', 'new App()', 'npx cdk synth'],
  ['samconfig.toml', 'version = 0.1', '--parameters'],
  ['mocks.json', '{"StateMachines": {}, "MockedResponses": {}}', '--mock-config'],
])('rejects %s and says what to do', async (name, content, advice) => {
  const { code, err } = await stepwright('run', join(folderWith({ [name]: content }), name));
  expect(code).toBe(2);
  expect(err).toMatch(/^OTHER_FORMAT: this is/);
  expect(err).toContain(advice);
});

test('a Terraform state is denied what the role leaves out, and runs once the role allows it', async () => {
  const stateWith = (action: string): string => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
    });
    const resource = (type: string, values: object): object => ({
      address: `${type}.flow`,
      mode: 'managed',
      type,
      values,
    });
    const resources = [
      resource('aws_iam_role', { arn: 'arn:aws:iam::111122223333:role/flow', name: 'flow', path: '/' }),
      resource('aws_iam_role_policy', { name: 'calls', role: 'flow', policy: text }),
      resource('aws_sfn_state_machine', {
        arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:flow',
        definition: JSON.stringify({
          StartAt: 'Tell',
          States: {
            Tell: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sns:publish',
              Parameters: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:news', Message: 'x' },
              End: true,
            },
          },
        }),
        name: 'flow',
        role_arn: 'arn:aws:iam::111122223333:role/flow',
        type: 'STANDARD',
      }),
    ];
    return join(
      folderWith({ 'state.json': { format_version: '1.0', values: { root_module: { resources } } } }),
      'state.json',
    );
  };
  const mocks = '{"Tell":{"returns":{"MessageId":"m"}}}';
  expect((await stepwright('run', stateWith('sns:Subscribe'), '--mocks', mocks)).code).toBe(1);
  expect((await stepwright('run', stateWith('sns:Publish'), '--mocks', mocks)).code).toBe(0);
});

describe('placeholders of a definition', () => {
  const path = (): string =>
    join(
      folderWith({
        'flow.asl.json':
          '{"Comment": "for ${Team}", "StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": ${Delay}, "Next": "Done"}, "Done": {"Type": "Pass", "Result": "${AWS::Region}", "End": true}}}',
      }),
      'flow.asl.json',
    );

  test('fails without their values, with the flag to add', async () => {
    const { code, err } = await stepwright('run', path());
    expect(code).toBe(3);
    expect(err).toMatch(/^PLACEHOLDER_WITHOUT_VALUE: the definition has a placeholder without a value: \$\{Delay\}/);
    expect(err).toContain("Add --substitutions 'Delay=VALUE'");
  });

  test('are filled in', async () => {
    const { code, out } = await stepwright('run', path(), '--substitutions', 'Delay=3', '--format', 'json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { output: 'us-east-1', durationSeconds: 3 }]);
  });

  test('fails on a name that the definition does not have', async () => {
    const { code, err } = await stepwright('run', path(), '--substitutions', 'Dely=3');
    expect(code).toBe(2);
    expect(err).toContain('no placeholder "Dely"; did you mean "Delay"?');
  });
});

test('aliases in a template that SAM does not process are a warning', async () => {
  const template = `
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: &arn arn:aws:iam::111122223333:role/flow
      Definition: {StartAt: Show, States: {Show: {Type: Pass, Result: *arn, End: true}}}
`;
  const path = join(folderWith({ 'template.yaml': template }), 'template.yaml');
  const { code, err } = await stepwright('run', path);
  expect(code).toBe(0);
  expect(err).toBe(
    `Warning: ${path}:7:71 an alias: CloudFormation rejects it if this template is deployed directly. "aws cloudformation package" expands it.\n`,
  );
});

test('fails to validate a definition that cannot be read, and counts those that were', async () => {
  const machine = (definition: object): object => ({
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { RoleArn: 'r', ...definition },
  });
  const good = machine({ Definition: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } });
  const folder = folderWith({
    'template.json': {
      Resources: { Good: good, Gone: machine({ DefinitionString: { Ref: 'Body' } }) },
      Parameters: { Body: { Type: 'String' } },
    },
  });
  const { code, out } = await stepwright('validate', join(folder, 'template.json'));
  expect(code).toBe(1);
  expect(out).toContain(
    'the definition cannot be read: the value of the parameter "Body" is not known from the template',
  );
  expect(out).toContain('fix: Add --parameters Body=VALUE.');
  expect(out).toMatch(/1 error, 0 warnings\n1 definition checked in 1 file\n$/);
});
