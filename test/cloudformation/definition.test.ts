import { failureOf } from './template-of';
import type { JsonObject } from '../../src/asl';
import { readTemplate, type Machine, type ReadOptions } from '../../src/cloudformation';

function machineOf(
  properties: JsonObject,
  resources: JsonObject = {},
  options: ReadOptions = {},
  sections: JsonObject = {},
): Machine {
  return readTemplate(
    {
      ...sections,
      Resources: { ...resources, Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } },
    },
    options,
  ).machines[0];
}

const fn = { Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'pay' } } };

test('a DefinitionString that is joined becomes the definition, number tokens unquoted', () => {
  const machine = machineOf(
    {
      DefinitionString: {
        'Fn::Join': [
          '',
          [
            '{"StartAt":"A","TimeoutSeconds":',
            { Ref: 'Limit' },
            ',"States":{"A":{"Type":"Task","End":true,"Resource":"',
            { 'Fn::GetAtt': ['Fn', 'Arn'] },
            '"}}}',
          ],
        ],
      },
    },
    fn,
    {},
    { Parameters: { Limit: { Type: 'Number', Default: 30 } } },
  );
  expect(machine.definition).toEqual({
    StartAt: 'A',
    TimeoutSeconds: 30,
    States: { A: { Type: 'Task', End: true, Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay' } },
  });
  expect(machine.definitionText).toContain('"TimeoutSeconds":30,');
});

test('substitutions are made inside and outside of quotes, and placeholders without one stay', () => {
  const machine = machineOf(
    {
      DefinitionString:
        '{"StartAt":"A","TimeoutSeconds":${Limit},"Comment":"${Kept}","States":{"A":{"Type":"Task","Resource":"${FnArn}","End":${Last}}}}',
      DefinitionSubstitutions: { Limit: 60, FnArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, Last: true },
    },
    fn,
  );
  expect(machine.definition).toEqual({
    StartAt: 'A',
    TimeoutSeconds: 60,
    Comment: '${Kept}',
    States: { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay', End: true } },
  });
});

test('a substitution may bring a placeholder that another one fills', () => {
  expect(
    machineOf({ DefinitionString: '{"Comment":"${A}"}', DefinitionSubstitutions: { A: '<${B}>', B: 'b' } }).definition,
  ).toEqual({ Comment: '<b>' });
});

test('substitutions are made in a Definition object as well', () => {
  expect(
    machineOf(
      { Definition: { States: { A: { Resource: '${FnArn}' } } }, DefinitionSubstitutions: { FnArn: { Ref: 'Fn' } } },
      fn,
    ).definition,
  ).toEqual({ States: { A: { Resource: 'pay' } } });
});

test('a definition in a bucket is read through readAsset', () => {
  const machine = machineOf(
    {
      DefinitionS3Location: { Bucket: { 'Fn::Sub': 'assets-${AWS::Region}' }, Key: 'a/b.json' },
      DefinitionSubstitutions: { X: 'x' },
    },
    {},
    {
      readAsset: ({ bucket, key }) =>
        bucket === 'assets-us-east-1' && key === 'a/b.json' ? '{"Comment":"${X}"}' : undefined,
    },
  );
  expect(machine.definition).toEqual({ Comment: 'x' });
});

test('what a made-up value stands for is listed, names are not', () => {
  const resources = {
    Key: { Type: 'AWS::KMS::Key' },
    Fn: { Type: 'AWS::Lambda::Function' },
    Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
  };
  const machine = machineOf(
    { Definition: { a: { 'Fn::GetAtt': ['Key', 'Arn'] }, b: { Ref: 'Fn' }, c: { Ref: 'Version' } } },
    resources,
  );
  expect(machine.assumed).toEqual(['AWS::KMS::Key Key.Arn', 'AWS::Lambda::Version Version.Ref']);
  expect(machine.definition.c).toBe('arn:aws:lambda:us-east-1:123456789012:function:Stack-Fn:1');
});

test("a template that the account's own macro changes says so, one of AWS's does not", () => {
  const of = (Transform: string): readonly string[] => machineOf({ Definition: {} }, {}, {}, { Transform }).assumed;
  expect(of('MyMacro')).toEqual(['AWS::CloudFormation::Macro MyMacro']);
  expect(of('AWS::LanguageExtensions')).toEqual([]);
});

test('type, name, logging and tracing are read', () => {
  const machine = machineOf({
    DefinitionString: '{}',
    StateMachineName: 'orders',
    StateMachineType: 'EXPRESS',
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
    TracingConfiguration: { Enabled: true },
    RoleArn: 'arn:aws:iam::1:role/x',
  });
  expect(machine).toMatchObject({
    name: 'orders',
    arn: 'arn:aws:states:us-east-1:123456789012:stateMachine:orders',
    type: 'EXPRESS',
    logging: { level: 'ALL', includeExecutionData: true },
    tracing: true,
    roleArn: 'arn:aws:iam::1:role/x',
    role: undefined,
  });
  expect(machineOf({ DefinitionString: '{}' })).toMatchObject({
    name: 'Stack-Machine',
    type: 'STANDARD',
    logging: undefined,
    tracing: false,
    roleArn: undefined,
  });
});

test("a list token goes through the CDK's JSON-stringifying custom resource", () => {
  const resources = {
    Json: { Type: 'Custom::AWSCDKCfnJsonStringify', Properties: { Value: [{ Ref: 'AWS::Region' }, 1, true] } },
  };
  const machine = machineOf(
    { DefinitionString: { 'Fn::Join': ['', ['{"Zones":', { 'Fn::GetAtt': ['Json', 'Value'] }, '}']] } },
    resources,
  );
  expect(machine.definition).toEqual({ Zones: ['us-east-1', '1', 'true'] });
});

test("a serverless template's state machine is one as well", () => {
  const template = {
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Flow: {
        Type: 'AWS::Serverless::StateMachine',
        Properties: {
          Type: 'EXPRESS',
          Definition: { StartAt: '${First}' },
          DefinitionSubstitutions: { First: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
          Tracing: { Enabled: true },
          Logging: { Level: 'ERROR' },
        },
      },
      Fn: { Type: 'AWS::Serverless::Function' },
    },
  };
  const [machine] = readTemplate(template).machines;
  expect(machine).toMatchObject({
    type: 'EXPRESS',
    tracing: true,
    logging: { level: 'ERROR', includeExecutionData: false },
    definition: { StartAt: 'arn:aws:lambda:us-east-1:123456789012:function:Stack-Fn' },
  });
});

test('resources that nobody asks about never fail', () => {
  const app = readTemplate({
    Resources: {
      Bad: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'Elsewhere' } } },
      Odd: { Type: 'Custom::Odd', Properties: { X: { 'Fn::Nonsense': 1 } } },
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: '{"StartAt":"A"}' } },
    },
  });
  expect(app.machines[0].definition).toEqual({ StartAt: 'A' });
  expect(app.resources[0]).toMatchObject({ logicalId: 'Bad', name: undefined, arn: undefined, ref: undefined });
});

describe('fails', () => {
  test.each<[string, JsonObject, RegExp]>([
    ['without a definition', {}, /exactly one definition.*received: none/s],
    [
      'with two definitions',
      { Definition: {}, DefinitionString: '{}' },
      /exactly one definition.*received: Definition, DefinitionString/s,
    ],
    [
      'on text that is not JSON, and shows where',
      { DefinitionString: '{"StartAt": "A",}' },
      /DEFINITION_NOT_JSON.*Resources\/Machine.*received: .*\\"A\\",/s,
    ],
    [
      'on a placeholder outside of quotes',
      { DefinitionString: '{"TimeoutSeconds": ${Limit}}' },
      /fix: If \$\{Limit\} is a placeholder, add it to DefinitionSubstitutions\./,
    ],
    ['on JSON that is no object', { DefinitionString: '[1]' }, /a definition must be a JSON object/],
    [
      'on substitutions that never end',
      { DefinitionString: '{"a":"${A}"}', DefinitionSubstitutions: { A: '${B}', B: '${A}' } },
      /the substitutions never end/,
    ],
    [
      'on a definition in a bucket that nobody has',
      { DefinitionS3Location: { Bucket: 'b', Key: 'k' } },
      /the definition in s3:\/\/b\/k is not known.*readAsset/s,
    ],
    [
      'on a file that is not there',
      { DefinitionUri: 'x.asl.json' },
      /the definition in the file "x.asl.json" is not known/,
    ],
  ])('%s', (_, properties, message) => {
    expect(failureOf(() => machineOf(properties).definition)).toMatch(message);
  });

  test('fails on an unknown type', () => {
    expect(failureOf(() => machineOf({ DefinitionString: '{}', StateMachineType: 'FAST' }).type)).toMatch(
      /the type of the state machine is not valid.*allowed: STANDARD, EXPRESS/s,
    );
  });

  test('fails on a machine that depends on itself', () => {
    const policy = {
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: { Statement: [{ Resource: { 'Fn::Sub': '${Machine}:*' } }] } },
      },
    };
    const template = {
      Resources: {
        ...policy,
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          DependsOn: ['Policy'],
          Properties: { DefinitionString: '{}' },
        },
      },
    };
    expect(failureOf(() => readTemplate(template).machines[0].definition)).toMatch(
      /TEMPLATE_CYCLE: the state machine depends on itself.*received: Machine → Policy → Machine/s,
    );
  });

  test('fails on a template that is none', () => {
    expect(failureOf(() => readTemplate('x'))).toMatch(/INVALID_TEMPLATE: this is not a CloudFormation template/);
    expect(failureOf(() => readTemplate({ Resources: [] }))).toMatch(/INVALID_TEMPLATE/);
  });
});
