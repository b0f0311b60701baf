import { failureOf, valueOf } from './template-of';
import type { Json } from '../../src/asl';

const parameters = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Count: { Type: 'Number', Default: 3 },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
  },
};

test('Fn::Join joins texts, numbers, references and lists that functions give', () => {
  expect(valueOf({ 'Fn::Join': ['-', ['x', 1, true, { Ref: 'Stage' }]] }, {}, parameters)).toBe('x-1-true-dev');
  expect(valueOf({ 'Fn::Join': ['+', { Ref: 'Zones' }] }, {}, parameters)).toBe('a+b+c');
  expect(valueOf({ 'Fn::Join': ['', { 'Fn::Split': [',', '1,2,3'] }] })).toBe('123');
});

test('Fn::Join leaves out AWS::NoValue', () => {
  expect(valueOf({ 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] })).toBe('a-b');
});

test('AWS::NoValue leaves out the property or the item around it', () => {
  expect(valueOf({ a: 1, b: { Ref: 'AWS::NoValue' }, c: [1, { Ref: 'AWS::NoValue' }, 2] })).toEqual({
    a: 1,
    c: [1, 2],
  });
});

test('Fn::Sub fills in references, attributes, pseudo parameters and its own variables', () => {
  const queue = { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } };
  expect(valueOf({ 'Fn::Sub': '${Stage}/${Queue.Arn}/${AWS::Region}' }, queue, parameters)).toBe(
    'dev/arn:aws:sqs:us-east-1:123456789012:jobs/us-east-1',
  );
  expect(
    valueOf(
      { 'Fn::Sub': ['${Name}:${Stage}', { Name: { 'Fn::Join': ['.', ['a', 'b']] }, Stage: 'own' }] },
      {},
      parameters,
    ),
  ).toBe('a.b:own');
});

test('Fn::Sub keeps ${!Literal} as ${Literal}', () => {
  expect(valueOf({ 'Fn::Sub': '${!Kept} ${AWS::Partition}' })).toBe('${Kept} aws');
});

test('Fn::Select, Fn::Split, Fn::Length, Fn::Base64 and Fn::ToJsonString compute', () => {
  expect(valueOf({ 'Fn::Select': [1, { Ref: 'Zones' }] }, {}, parameters)).toBe('b');
  expect(valueOf({ 'Fn::Select': ['2', ['x', 'y', 'z']] })).toBe('z');
  expect(valueOf({ 'Fn::Split': ['|', 'a||b'] })).toEqual(['a', '', 'b']);
  expect(valueOf({ 'Fn::Length': [1, 2, { Ref: 'Stage' }] }, {}, parameters)).toBe(3);
  expect(valueOf({ 'Fn::Base64': 'grüße' })).toBe('Z3LDvMOfZQ==');
  expect(valueOf({ 'Fn::ToJsonString': { a: [1, { Ref: 'Stage' }] } }, {}, parameters)).toBe('{"a":[1,"dev"]}');
});

test('Fn::FindInMap finds, by literal and by computed keys', () => {
  const mappings = { Mappings: { Sizes: { 'us-east-1': { dev: 'small', prod: ['l', 'xl'] } } }, ...parameters };
  expect(valueOf({ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, { Ref: 'Stage' }] }, {}, mappings)).toBe('small');
  expect(valueOf({ 'Fn::FindInMap': ['Sizes', 'us-east-1', 'prod'] }, {}, mappings)).toEqual(['l', 'xl']);
  expect(
    valueOf({ 'Fn::FindInMap': ['Sizes', 'eu-west-1', 'dev', { DefaultValue: { Ref: 'Stage' } }] }, {}, mappings),
  ).toBe('dev');
});

test('Fn::Cidr computes blocks of both families', () => {
  expect(valueOf({ 'Fn::Cidr': ['10.0.0.0/16', 3, 8] })).toEqual(['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']);
  expect(valueOf({ 'Fn::Cidr': ['192.168.5.9/24', '2', '5'] })).toEqual(['192.168.5.0/27', '192.168.5.32/27']);
  expect(valueOf({ 'Fn::Cidr': ['2001:db8::/56', 2, 64] })).toEqual(['2001:db8::/64', '2001:db8:0:1::/64']);
});

test('pseudo parameters follow region, account and stack', () => {
  const value = {
    account: { Ref: 'AWS::AccountId' },
    region: { Ref: 'AWS::Region' },
    partition: { Ref: 'AWS::Partition' },
    suffix: { Ref: 'AWS::URLSuffix' },
    stack: { Ref: 'AWS::StackName' },
    topics: { Ref: 'AWS::NotificationARNs' },
  };
  expect(valueOf(value, {}, {}, { region: 'cn-north-1', account: '111122223333', stackName: 'Orders' })).toEqual({
    account: '111122223333',
    region: 'cn-north-1',
    partition: 'aws-cn',
    suffix: 'amazonaws.com.cn',
    stack: 'Orders',
    topics: [],
  });
});

test('a stack id is an ARN that is the same at each reading', () => {
  const id = valueOf({ Ref: 'AWS::StackId' }, {}, {}, { stackName: 'Orders' });
  expect(id).toMatch(
    /^arn:aws:cloudformation:us-east-1:123456789012:stack\/Orders\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(valueOf({ Ref: 'AWS::StackId' }, {}, {}, { stackName: 'Orders' })).toBe(id);
});

test('parameters take the default, a value for all stacks, and a value for one stack', () => {
  const ref = { 'Fn::Join': ['', [{ Ref: 'Stage' }, { Ref: 'Count' }]] };
  expect(valueOf(ref, {}, parameters)).toBe('dev3');
  expect(valueOf(ref, {}, parameters, { parameters: { Stage: 'test' } })).toBe('test3');
  expect(
    valueOf(ref, {}, parameters, { stackName: 'Orders', parameters: { 'Stage': 'test', 'Orders:Stage': 'prod' } }),
  ).toBe('prod3');
});

test('SSM parameters come from the options, and from the app itself', () => {
  const ssm = {
    Parameters: {
      Key: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/key' },
      Keys: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/app/keys' },
    },
  };
  expect(valueOf([{ Ref: 'Key' }, { Ref: 'Keys' }], {}, ssm, { ssm: { '/app/key': 'k', '/app/keys': 'a,b' } })).toEqual(
    ['k', ['a', 'b']],
  );
  const own = {
    Own: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/app/key', Type: 'String', Value: { 'Fn::Sub': 'of-${AWS::Region}' } },
    },
  };
  expect(valueOf({ Ref: 'Key' }, own, ssm)).toBe('of-us-east-1');
});

test('dynamic references are resolved inside texts, also where a join made them', () => {
  const options = {
    ssm: { '/app/url': 'https://x', 'pinned:3': 'v3' },
    dynamicReferences: { 'secretsmanager:prod/key:SecretString:token': 't0ken' },
  };
  expect(valueOf('go to {{resolve:ssm:/app/url}}!', {}, {}, options)).toBe('go to https://x!');
  expect(valueOf('{{resolve:ssm:pinned:3}}', {}, {}, options)).toBe('v3');
  expect(
    valueOf({ 'Fn::Join': ['', ['{{resolve:secretsmanager:', 'prod/key', ':SecretString:token}}']] }, {}, {}, options),
  ).toBe('t0ken');
});

test('imports come from the options', () => {
  expect(
    valueOf(
      { 'Fn::ImportValue': { 'Fn::Sub': '${AWS::Region}-Queue' } },
      {},
      {},
      { imports: { 'us-east-1-Queue': 'https://q' } },
    ),
  ).toBe('https://q');
});

test('an export of the own stack can be imported', () => {
  const outputs = { Outputs: { Url: { Value: { 'Fn::Sub': 'https://${AWS::Region}' }, Export: { Name: 'Url' } } } };
  expect(valueOf({ 'Fn::ImportValue': 'Url' }, {}, outputs)).toBe('https://us-east-1');
});

test('values of the options replace what a deployment gives', () => {
  const resources = { Thing: { Type: 'Custom::Thing' }, Queue: { Type: 'AWS::SQS::Queue' } };
  const value: Json = [
    { Ref: 'Thing' },
    { 'Fn::GetAtt': ['Thing', 'Endpoint.Port'] },
    { 'Fn::GetAtt': ['Queue', 'Arn'] },
    { 'Fn::GetAZs': '' },
  ];
  const values = {
    'Thing': 'th-1',
    'Thing.Endpoint.Port': 8080,
    'Stack/Queue.Arn': 'arn:aws:sqs:us-east-1:999999999999:other',
    'Fn::GetAZs.us-east-1': ['us-east-1a', 'us-east-1b'],
  };
  expect(valueOf(value, resources, {}, { values })).toEqual([
    'th-1',
    8080,
    'arn:aws:sqs:us-east-1:999999999999:other',
    ['us-east-1a', 'us-east-1b'],
  ]);
});

test('a given reference of a named resource gives its ARN as well', () => {
  const resources = { Fn: { Type: 'AWS::Lambda::Function' } };
  expect(valueOf({ 'Fn::GetAtt': ['Fn', 'Arn'] }, resources, {}, { values: { Fn: 'orders-live' } })).toBe(
    'arn:aws:lambda:us-east-1:123456789012:function:orders-live',
  );
});

describe('fails with the place and the mend', () => {
  test('fails on a reference to nothing, with the nearest name', () => {
    expect(failureOf(() => valueOf([{ Ref: 'Quue' }], { Queue: { Type: 'AWS::SQS::Queue' } }))).toBe(
      [
        'INVALID_TEMPLATE: the stack has no resource or parameter "Quue"; did you mean "Queue"?',
        "  at: stack 'Stack', Resources/Machine/Properties/Definition/value/0/Ref",
      ].join('\n'),
    );
  });

  test('fails on a custom resource, and says how to give its value', () => {
    expect(failureOf(() => valueOf({ 'Fn::GetAtt': ['Thing', 'Url'] }, { Thing: { Type: 'Custom::Thing' } }))).toBe(
      [
        'UNRESOLVED_VALUE: the attribute Url of Thing (Custom::Thing) is not known from the template',
        "  at: stack 'Stack', Resources/Machine/Properties/Definition/value/Fn::GetAtt",
        "  fix: Set values: { 'Thing.Url': '…' }.",
      ].join('\n'),
    );
  });

  test('fails on a loop without its transform', () => {
    expect(
      failureOf(() =>
        valueOf(
          { Ref: 'TopicA' },
          { 'Fn::ForEach::Topics': ['Name', ['A', 'B'], { 'Topic${Name}': { Type: 'AWS::SNS::Topic' } }] },
        ),
      ),
    ).toMatch(/Fn::ForEach needs the transform AWS::LanguageExtensions\n {2}at: .*Fn::ForEach::Topics/);
  });

  test.each([
    [
      'a parameter without a value',
      { Ref: 'P' },
      { Parameters: { P: { Type: 'String' } } },
      /the value of the parameter "P" is not known.*parameters: \{ 'P': '…' \}/s,
    ],
    [
      'an SSM parameter',
      { Ref: 'P' },
      { Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x' } } },
      /SSM parameter "\/x".*ssm: \{ '\/x': '…' \}/s,
    ],
    ['an import from outside', { 'Fn::ImportValue': 'Other' }, {}, /the export "Other".*imports: \{ 'Other': '…' \}/s],
    [
      'a secret',
      '{{resolve:secretsmanager:s:SecretString:k}}',
      {},
      /dynamicReferences: \{ 'secretsmanager:s:SecretString:k': '…' \}/,
    ],
    [
      'a reference to an unknown service',
      '{{resolve:vault:x}}',
      {},
      /the dynamic reference is not valid.*allowed: ssm, ssm-secure, secretsmanager/s,
    ],
    [
      'availability zones',
      { 'Fn::GetAZs': { Ref: 'AWS::Region' } },
      {},
      /availability zones.*us-east-1.*values: \{ 'Fn::GetAZs\.us-east-1'/s,
    ],
    ['a macro', { 'Fn::Transform': { Name: 'Mine' } }, {}, /the result of the macro "Mine" is not known/],
    ['an unknown function', { 'Fn::Joyn': [] }, {}, /Fn::Joyn can't be used here; did you mean "Fn::Join"/],
    [
      'an unknown pseudo parameter',
      { Ref: 'AWS::Regoin' },
      {},
      /no pseudo parameter "AWS::Regoin"; did you mean "AWS::Region"/,
    ],
    ['a function beside other keys', { 'Fn::Sub': 'x', 'other': 1 }, {}, /Fn::Sub has other keys next to it/],
    [
      'an index outside of the list',
      { 'Fn::Select': [3, ['a']] },
      {},
      /the index of Fn::Select is out of range.*index 3 of 1 items/s,
    ],
    [
      'a join of objects',
      { 'Fn::Join': ['', [{ a: 1 }]] },
      {},
      /the value must be a string.*Fn::Join\/1\/0.*received: \{"a":1\}/s,
    ],
    ['a null in a join', { 'Fn::Join': ['', [null]] }, {}, /the value must be a string.*received: null/s],
    ['the wrong number of arguments', { 'Fn::Join': ['x'] }, {}, /wrong number of arguments.*a list of 2/s],
    [
      'a key that a mapping lacks',
      { 'Fn::FindInMap': ['M', 'tpo', 'x'] },
      { Mappings: { M: { top: { x: 1 } } } },
      /the mapping has no "tpo"; did you mean "top"\?/,
    ],
    [
      'a variable that CloudFormation refuses',
      { 'Fn::Sub': '${a b}' },
      {},
      /CloudFormation rejects.*Write \$\{!a b\}/s,
    ],
    [
      'blocks that do not fit',
      { 'Fn::Cidr': ['10.0.0.0/24', 2, 8] },
      {},
      /the blocks don't fit into the address block/,
    ],
    [
      'a value that the parameter does not take',
      { Ref: 'P' },
      { Parameters: { P: { Type: 'String', Default: 'x', AllowedValues: ['a', 'b'] } } },
      /the value is not allowed for the parameter.*received: "x".*allowed: a, b/s,
    ],
    [
      'a number parameter that is none',
      { Ref: 'P' },
      { Parameters: { P: { Type: 'Number', Default: 'three' } } },
      /the parameter must be a number/,
    ],
  ])('fails on %s', (_, expression, sections, message) => {
    expect(failureOf(() => valueOf(expression, {}, sections))).toMatch(message);
  });

  test('fails on options that name what no stack has', () => {
    expect(failureOf(() => valueOf(1, {}, parameters, { parameters: { Stge: 'x' } }))).toMatch(
      /UNKNOWN_PARAMETER: no stack has a parameter "Stge"; did you mean "Stage"\?/,
    );
    expect(
      failureOf(() => valueOf(1, { Queue: { Type: 'AWS::SQS::Queue' } }, {}, { values: { 'Quee.Arn': 'x' } })),
    ).toMatch(/UNKNOWN_RESOURCE: no stack has a resource "Quee"; did you mean "Queue"\?/);
  });
});
