import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { failureOf, templateOf, valueOf } from './template-of';
import type { Json, JsonObject } from '../../src/asl';
import { findMachine, readCloudAssembly, readTemplate } from '../../src/cloudformation';
import { StepwrightError } from '../../src/errors';
import { runApart } from '../work/run-apart';

describe('names that JavaScript knows', () => {
  test('are names like others', () => {
    const template = JSON.parse(`{
      "Parameters": { "valueOf": { "Type": "String", "Default": "p" } },
      "Mappings": { "__proto__": { "constructor": { "toString": "found" } } },
      "Resources": {
        "__proto__": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "Definition": {
          "__proto__": { "polluted": true }, "constructor": { "Fn::GetAtt": ["hasOwnProperty", "TopicArn"] },
          "mapped": { "Fn::FindInMap": ["__proto__", "constructor", "toString"] }, "parameter": { "Ref": "valueOf" } } } },
        "hasOwnProperty": { "Type": "AWS::SNS::Topic" }
      }
    }`) as Json;
    const machine = findMachine(readTemplate(template), '__proto__');
    expect(Object.keys(machine.definition)).toEqual(['__proto__', 'constructor', 'mapped', 'parameter']);
    expect(machine.definition.constructor).toBe('arn:aws:sns:us-east-1:123456789012:Stack-hasOwnProperty');
    expect(machine.definition.mapped).toBe('found');
    expect(machine.definition.parameter).toBe('p');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'fails on a reference to %s that is not there',
    name => {
      expect(failureOf(() => valueOf({ Ref: name }))).toMatch(
        /^INVALID_TEMPLATE: the stack has no resource or parameter/,
      );
      expect(
        failureOf(() => valueOf({ 'Fn::GetAtt': ['Topic', name] }, { Topic: { Type: 'AWS::SNS::Topic' } })),
      ).toMatch(/^UNRESOLVED_VALUE/);
      expect(failureOf(() => valueOf({ 'Fn::If': [name, 1, 2] }))).toMatch(
        /^INVALID_TEMPLATE: the stack has no condition/,
      );
      expect(failureOf(() => valueOf({ 'Fn::FindInMap': [name, name, name] }))).toMatch(
        /^INVALID_TEMPLATE: the mapping has no/,
      );
      expect(failureOf(() => valueOf({ 'Fn::ImportValue': name }, {}, {}, { imports: {} }))).toMatch(
        /^UNRESOLVED_VALUE/,
      );
      expect(
        failureOf(() => valueOf(1, { Odd: { Type: name, Properties: {} } }, {}, { values: { [`${name}.Arn`]: 1 } })),
      ).toMatch(/^UNKNOWN_RESOURCE/);
    },
  );
});

describe('templates that grow', () => {
  test('fails on a text that doubles at each step', () => {
    let text: Json = 'x'.repeat(64);
    for (let i = 0; i < 40; i++) text = { 'Fn::Sub': ['${a}${a}', { a: text }] };
    expect(failureOf(() => valueOf(text))).toMatch(/^INVALID_TEMPLATE: a string of the template is too long/);
  });

  test('fails on JSON text whose escapes double at each step', () => {
    let text: Json = '"\\';
    for (let i = 0; i < 60; i++) text = { 'Fn::ToJsonString': text };
    expect(failureOf(() => valueOf(text))).toMatch(/^INVALID_TEMPLATE: a string of the template is too long/);
  });

  test('fails on substitutions that double', () => {
    const substitutions = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`s${i}`, `\${s${i + 1}}\${s${i + 1}}`]),
    );
    const template = {
      Resources: {
        M: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: '{"a":"${s0}"}', DefinitionSubstitutions: substitutions },
        },
      },
    };
    expect(failureOf(() => readTemplate(template).machines[0].definition)).toMatch(
      /^INVALID_TEMPLATE: a string of the template is too long/,
    );
  });

  test('fails on values and conditions that are nested too deeply, before the call stack overflows', () => {
    let value: Json = 1;
    let condition: Json = { Condition: 'A' };
    for (let i = 0; i < 5000; i++) {
      value = { 'Fn::Join': ['', [value]] };
      condition = { 'Fn::Not': [condition] };
    }
    expect(failureOf(() => valueOf(value))).toMatch(/^INVALID_TEMPLATE: a value of the template is nested too deeply/);
    expect(failureOf(() => valueOf({ 'Fn::If': ['B', 1, 2] }, {}, { Conditions: { B: condition } }))).toMatch(
      /^INVALID_TEMPLATE: a condition is nested too deeply/,
    );
  });

  test('fails on chains of conditions that are too long', () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [`C${i}`, { 'Fn::Not': [{ Condition: `C${i + 1}` }] }]),
    );
    expect(failureOf(() => valueOf({ 'Fn::If': ['C0', 1, 2] }, {}, { Conditions: conditions }))).toMatch(
      /^INVALID_TEMPLATE: the values of the template form too long a chain of dependencies/,
    );
  });

  test('fails on chains of references that are too long', () => {
    const topics = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [
        `T${i}`,
        { Type: 'AWS::SSM::Parameter', Properties: { Name: { Ref: `T${i + 1}` } } },
      ]),
    );
    expect(failureOf(() => valueOf({ Ref: 'T0' }, topics))).toMatch(
      /^INVALID_TEMPLATE: the values of the template form too long a chain of dependencies/,
    );
  });

  test('fails on values that lead to each other', () => {
    const resources: JsonObject = {
      A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'B' } } },
      B: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::GetAtt': ['A', 'QueueName'] } } },
    };
    expect(failureOf(() => valueOf({ Ref: 'A' }, resources))).toMatch(/^TEMPLATE_CYCLE/);
    const outputs = { Outputs: { O: { Value: { 'Fn::ImportValue': 'X' }, Export: { Name: 'X' } } } };
    expect(failureOf(() => valueOf({ 'Fn::ImportValue': 'X' }, {}, outputs))).toMatch(/^TEMPLATE_CYCLE/);
  });

  test('placeholders that never close are read once', () => {
    const results = runApart(path.join(__dirname, 'open-placeholders.ts'));
    expect(results).toEqual([400_000, 500_000]);
  });
});

test('whatever a template says, an answer or an error of ours comes back', () => {
  const names = ['Machine', 'Queue', 'P', 'C', '__proto__', 'Arn', 'AWS::Region', 'AWS::NoValue', ''];
  const leaf = fc.oneof(
    fc.constantFrom<Json>(...names, '${P}', '${Queue.Arn}', '{{resolve:ssm:x}}', null, true, 0, 1, -1),
    fc.string(),
  );
  const { expression } = fc.letrec<{ expression: Json }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('expression'), { maxLength: 4 }),
      fc
        .tuple(
          fc.constantFrom(
            'Ref',
            'Fn::GetAtt',
            'Fn::Join',
            'Fn::Sub',
            'Fn::Select',
            'Fn::Split',
            'Fn::If',
            'Fn::FindInMap',
            'Fn::ImportValue',
            'Fn::Base64',
            'Fn::Length',
            'Fn::ToJsonString',
            'Fn::GetAZs',
            'Fn::Cidr',
            'Fn::Transform',
            'Fn::And',
            'x',
          ),
          tie('expression'),
        )
        .map(([name, argument]) => ({ [name]: argument })),
    ),
  }));
  fc.assert(
    fc.property(expression, expression, expression, (a, b, c) => {
      const template = templateOf(
        a,
        {
          Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: b } },
          Role: { Type: 'AWS::IAM::Role', Properties: { Policies: b, ManagedPolicyArns: c } },
        },
        {
          Parameters: { P: { Type: 'String', Default: b } },
          Conditions: { C: c },
          Mappings: { P: { P: { P: b } } },
        },
      );
      try {
        const app = readTemplate(template);
        JSON.stringify([app.machines[0].definition, app.machines[0].assumed]);
        for (const role of app.roles) expect(Array.isArray(role.statements)).toBe(true);
        for (const { name, arn, ref } of app.resources) expect([name, arn, ref]).toHaveLength(3);
      } catch (error) {
        expect(error).toBeInstanceOf(StepwrightError);
      }
    }),
    { numRuns: 1500, seed: 7 },
  );
});

describe('folders', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })));

  /** A folder `cdk.out` with these files, and `secret.json` outside of it. */
  function assembly(files: Record<string, unknown>): string {
    const outer = fs.mkdtempSync(path.join(os.tmpdir(), 'stepwright-hostile-'));
    folders.push(outer);
    const root = path.join(outer, 'cdk.out');
    fs.mkdirSync(root);
    fs.writeFileSync(path.join(outer, 'secret.json'), '{"StartAt":"Secret"}');
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return root;
  }

  const machine = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionS3Location: { Bucket: 'b', Key: 'k' } },
  };

  function withAsset(file: string): Record<string, unknown> {
    return {
      'manifest.json': {
        version: '1',
        artifacts: {
          S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' }, dependencies: ['A'] },
          A: { type: 'cdk:asset-manifest', properties: { file: 'a.json' } },
        },
      },
      's.json': { Resources: { M: machine } },
      'a.json': { files: { x: { source: { path: file }, destinations: { d: { bucketName: 'b', objectKey: 'k' } } } } },
      'inside.json': '{"StartAt":"Inside"}',
    };
  }

  test('an asset inside of the folder is read', () => {
    expect(readCloudAssembly(assembly(withAsset('inside.json'))).machines[0].definition).toEqual({ StartAt: 'Inside' });
  });

  test.each([
    ['..', '../secret.json'],
    ['more dots', 'x/../../secret.json'],
    ['an absolute path', '/etc/hostname'],
  ])('fails on an asset outside of the folder: %s', (_, file) => {
    expect(failureOf(() => readCloudAssembly(assembly(withAsset(file))).machines[0].definition)).toMatch(
      /^OUTSIDE_ASSEMBLY/,
    );
  });

  test('fails on an asset that a link leads to', () => {
    const root = assembly(withAsset('link.json'));
    fs.symlinkSync(path.join(root, '..', 'secret.json'), path.join(root, 'link.json'));
    expect(failureOf(() => readCloudAssembly(root).machines[0].definition)).toMatch(/^OUTSIDE_ASSEMBLY/);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'a template',
      {
        'manifest.json': {
          version: '1',
          artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: '../secret.json' } } },
        },
      },
    ],
    [
      'a stage',
      {
        'manifest.json': {
          version: '1',
          artifacts: { S: { type: 'cdk:cloud-assembly', properties: { directoryName: '../..' } } },
        },
      },
    ],
    [
      'an asset manifest',
      {
        'manifest.json': {
          version: '1',
          artifacts: {
            S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' } },
            A: { type: 'cdk:asset-manifest', properties: { file: '../secret.json' } },
          },
        },
        's.json': { Resources: {} },
      },
    ],
    [
      'a nested template',
      {
        'manifest.json': {
          version: '1',
          artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' } } },
        },
        's.json': {
          Resources: { N: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': '../secret.json' } } },
        },
      },
    ],
  ])('fails on %s outside of the folder', (_, files) => {
    expect(failureOf(() => readCloudAssembly(assembly(files)))).toMatch(
      /^(OUTSIDE_ASSEMBLY|INVALID_ASSEMBLY: the folder has no manifest.json)/,
    );
  });

  test('fails on a template that contains itself', () => {
    const files = {
      'manifest.json': {
        version: '1',
        artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' } } },
      },
      's.json': { Resources: { N: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 's.json' } } } },
    };
    expect(failureOf(() => readCloudAssembly(assembly(files)))).toMatch(
      /INVALID_ASSEMBLY: there are too many nested stacks, or one contains itself/,
    );
  });

  test('fails on a stage that contains itself', () => {
    const files = {
      'manifest.json': {
        version: '1',
        artifacts: { S: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } },
      },
    };
    expect(failureOf(() => readCloudAssembly(assembly(files)))).toMatch(
      /INVALID_ASSEMBLY: the cloud assemblies are nested too deeply/,
    );
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['no manifest', {}, /INVALID_ASSEMBLY: the folder has no manifest\.json.*cdk\.out/s],
    [
      'a manifest that is not JSON',
      { 'manifest.json': '{' },
      /INVALID_ASSEMBLY: a file of the cloud assembly is not valid JSON.*manifest\.json/s,
    ],
    ['a manifest of something else', { 'manifest.json': [1] }, /this is not the manifest of a cloud assembly/],
    ['no stack', { 'manifest.json': { version: '1' } }, /the cloud assembly has no stacks/],
    [
      'a template that is missing',
      {
        'manifest.json': {
          version: '1',
          artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 's.json' } } },
        },
      },
      /can't be read.*s\.json/s,
    ],
  ])('fails on a folder with %s', (_, files, message) => {
    expect(failureOf(() => readCloudAssembly(assembly(files)))).toMatch(message);
  });

  test('fails on a folder that is not there, and on a file', () => {
    const root = assembly({ 'manifest.json': {} });
    expect(failureOf(() => readCloudAssembly(path.join(root, 'nowhere')))).toMatch(
      /ASSEMBLY_NOT_FOUND: the folder does not exist/,
    );
    expect(failureOf(() => readCloudAssembly(path.join(root, 'manifest.json')))).toMatch(
      /ASSEMBLY_NOT_FOUND: a cloud assembly must be a folder/,
    );
  });
});
