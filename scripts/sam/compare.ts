// Compares what we make of SAM templates with what aws-sam-translator makes of them: the resources around state machines.
// Arguments: the Python of an environment that has aws-sam-translator.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../src/asl';
import { expandSam } from '../../src/sources/sam/expand-sam';
import { policyTemplateNames, policyTemplateParameters } from '../../src/sources/sam/policy-templates';

const definition = { StartAt: 'Wait', States: { Wait: { Type: 'Wait', SecondsPath: { Ref: 'Path' }, End: true } } };
const machine = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Serverless::StateMachine',
  ...rest,
  Properties: { Definition: definition, ...properties },
});
const template = (resources: JsonObject): JsonObject => ({
  Transform: 'AWS::Serverless-2016-10-31',
  Parameters: { Path: { Type: 'String', Default: '$.x' }, Stage: { Type: 'String', Default: 'live' } },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
  Resources: resources,
});
const table = { Type: 'AWS::Serverless::SimpleTable' };
const work = {
  Type: 'AWS::Serverless::Function',
  Properties: { Handler: 'a.b', Runtime: 'nodejs22.x', CodeUri: 's3://b/k', AutoPublishAlias: 'live' },
};
const link = (destination: string, permissions: Json): JsonObject => ({
  Type: 'AWS::Serverless::Connector',
  Properties: { Source: { Id: 'Flow' }, Destination: { Id: destination }, Permissions: permissions },
});
const event = (type: string, properties: JsonObject): JsonObject => ({ Start: { Type: type, Properties: properties } });

const TEMPLATES: readonly JsonObject[] = [
  ...policyTemplateNames().map(name =>
    template({
      Flow: machine({
        Policies: [{ [name]: Object.fromEntries(policyTemplateParameters(name).map(one => [one, { Ref: 'Stage' }])) }],
      }),
    }),
  ),
  template({ Flow: machine({}) }),
  template({
    Flow: machine(
      { Name: 'flow', Type: 'EXPRESS', Tracing: { Enabled: true }, RolePath: '/a/' },
      { Condition: 'IsProd' },
    ),
  }),
  template({ Flow: machine({ Role: 'arn:aws:iam::1:role/r' }) }),
  template({ Flow: machine({ Role: 'arn:aws:iam::1:role/r', Policies: ['AWSLambdaRole'] }) }),
  template({ Flow: machine({ Policies: 'AWSLambdaRole' }) }),
  template({
    Flow: machine({
      Policies: [
        { 'Fn::If': ['IsProd', { SQSPollerPolicy: { QueueName: 'q' } }, { Ref: 'AWS::NoValue' }] },
        { Ref: 'Stage' },
      ],
    }),
  }),
  template({ Flow: machine({ AutoPublishAlias: 'live' }) }),
  template({ Flow: machine({ AutoPublishAlias: { Ref: 'Stage' } }) }),
  template({ Flow: machine({ Polices: [] }) }),
  template({ Flow: { Type: 'AWS::Serverless::StateMachine', Properties: {} } }),
  template({ Flow: machine({ Events: event('Schedule', { Schedule: 'rate(1 day)', Input: '{}' }) }) }),
  template({ Flow: machine({ Events: event('ScheduleV2', { ScheduleExpression: 'rate(1 day)' }) }) }),
  template({ Flow: machine({ Events: event('EventBridgeRule', { Pattern: { source: ['a'] } }) }) }),
  template({ Flow: machine({ Events: event('SQS', { Queue: 'q' }) }) }),
  template({
    Flow: machine({}),
    Orders: table,
    Work: work,
    Both: link('Orders', ['Read', 'Write']),
    Call: link('Work', ['Write']),
  }),
  template({ Flow: machine({}), Child: machine({}), Start: link('Child', ['Read', 'Write']) }),
  template({ Flow: machine({}), Work: work, Wrong: link('Work', ['Read']) }),
];

const WATCHED = /^AWS::(?:StepFunctions::|IAM::|Events::|Scheduler::|DynamoDB::|Lambda::(?:Function|Alias|Version))/;

/** A form in which equal things are equal: sorted, hashes of logical IDs left out, one action as a list. */
function normal(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => normal(item));
  if (!isJsonObject(value)) return typeof value === 'string' ? value.replace(/(Version)[0-9a-f]{10}$/, '$1') : value;
  const sub = value['Fn::Sub'];
  if (Array.isArray(sub) && isJsonObject(sub[1])) {
    return {
      'Fn::Sub': Object.entries(sub[1]).reduce(
        (text, [name, one]) => text.replaceAll(`\${${name}}`, `<${JSON.stringify(normal(one))}>`),
        String(sub[0]),
      ),
    };
  }
  if (typeof sub === 'string' && sub.startsWith('arn:${AWS::Partition}:iam::aws:policy/')) {
    return sub.replace('${AWS::Partition}', 'aws');
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [
        key.replace(/(Version)[0-9a-f]{10}$/, '$1'),
        key === 'Action' || key === 'Resource' ? normal([value[key]].flat() as Json) : normal(value[key]),
      ]),
  );
}

/** What is compared of a resource. */
function shown(resource: JsonObject): Json {
  const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
  const names = [
    'AssumeRolePolicyDocument',
    'ManagedPolicyArns',
    'Policies',
    'Path',
    'PolicyDocument',
    'Roles',
    'RoleArn',
    'StateMachineType',
    'StateMachineName',
    'DefinitionSubstitutions',
    'Name',
  ];
  const present = names.filter(name => properties[name] !== undefined && JSON.stringify(properties[name]) !== '[]');
  return normal({
    Type: resource.Type,
    Condition: resource.Condition ?? null,
    ...Object.fromEntries(present.map(name => [name, properties[name]])),
  });
}

const python = process.argv[2];
const { stdout, status } = spawnSync(python, [join(__dirname, 'translate.py')], {
  input: `${TEMPLATES.map(one => JSON.stringify(one)).join('\n')}\n`,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (status !== 0) process.exit(1);
const theirs = stdout
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { readonly resources?: JsonObject; readonly error?: string });
let differences = 0;
TEMPLATES.forEach((one, i) => {
  let ours: JsonObject | undefined;
  try {
    const parameters = one.Parameters as Record<string, JsonObject>;
    ours = expandSam(one, name => parameters[name]?.Default).Resources as JsonObject;
  } catch {
    ours = undefined;
  }
  const watched = (resources: JsonObject): Json =>
    Object.fromEntries(
      Object.entries(resources)
        .filter(([, resource]) => WATCHED.test(String((resource as JsonObject).Type)))
        .map(([id, resource]) => [id.replace(/(Version)[0-9a-f]{10}$/, '$1'), shown(resource as JsonObject)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ) as Json;
  const [left, right] = [
    ours && JSON.stringify(watched(ours)),
    theirs[i].resources && JSON.stringify(watched(theirs[i].resources)),
  ];
  if (left === right) return;
  differences++;
  console.error(
    `sam: ${JSON.stringify(one.Resources).slice(0, 200)}\n  ours   ${left ?? 'rejected'}\n  theirs ${right ?? theirs[i].error}`,
  );
});
console.log(`sam: ${TEMPLATES.length - differences} of ${TEMPLATES.length} templates are translated alike`);
process.exit(differences === 0 ? 0 : 1);
