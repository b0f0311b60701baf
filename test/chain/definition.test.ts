import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_dynamodb as dynamodb, aws_lambda as lambda, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { transitions } from './transitions';
import { Definition, Flow, Pass, Succeed, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { LocalWorkflow, returns } from '../../src/testing';
import { StandardWorkflow } from '../../src/workflow';

const FIXTURES = join(__dirname, '../fixtures/definitions');
const newStack = (): Stack => new Stack(new App(), 'S', { env: { account: '123456789012', region: 'eu-west-1' } });
const SUBSTITUTIONS = {
  OrdersTable: 'orders',
  SaveSeconds: 30,
  ShipFunction: 'arn:aws:lambda:eu-west-1:123456789012:function:ship',
  Owner: 'Ann',
};
const STATES = {
  'Save': {
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: 'orders', Item: { id: { 'S.$': '$.id' } } },
    ResultPath: null,
    TimeoutSeconds: 30,
    Next: 'Ship?',
  },
  'Ship?': { Type: 'Choice', Choices: [{ Variable: '$.ship', BooleanEquals: true, Next: 'Ship' }], Default: 'Kept' },
  'Ship': { Type: 'Task', Resource: SUBSTITUTIONS.ShipFunction, End: true },
  'Kept': { Type: 'Pass', Comment: 'for Ann and Ann', End: true },
};

/** A file that is there for one test. */
function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'definition-')), name);
  writeFileSync(path, text);
  return path;
}

describe.each(['json', 'yaml'])('a file order.asl.%s', extension => {
  const path = join(FIXTURES, `order.asl.${extension}`);

  test('is read, with its substitutions made', () => {
    expect(Definition.fromFile(path, { substitutions: SUBSTITUTIONS }).toAsl()).toEqual({
      Comment: 'An order, as Workflow Studio writes it',
      StartAt: 'Save',
      States: STATES,
    });
  });

  test('is bound to constructs, deployed and run as it is', () => {
    const stack = newStack();
    const table = new dynamodb.Table(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    const ship = new lambda.Function(stack, 'Ship', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'i.h',
      code: lambda.Code.fromInline('x'),
    });
    const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number', default: 20 });
    const substitutions = {
      OrdersTable: table.tableName,
      SaveSeconds: seconds.valueAsNumber,
      ShipFunction: ship.functionArn,
      Owner: stack.stackName,
    };
    new StandardWorkflow(stack, 'Workflow', { definition: Definition.fromFile(path, { substitutions }) });
    const workflow = LocalWorkflow.fromStack(stack, 'Workflow');
    expect(workflow.definition.States).toMatchObject({
      Save: { Parameters: { TableName: expect.stringContaining('Orders') }, TimeoutSeconds: 20 },
      Kept: { Comment: 'for S and S' },
    });
    const run = workflow.runSync(
      { id: '1', ship: true },
      { mocks: { Save: returns({}), Ship: returns({ shipped: true }) } },
    );
    expect(run.output).toEqual({ shipped: true });
  });

  test('keeps its comment and time-out, unless the workflow has its own', () => {
    const stack = newStack();
    const definition = Definition.fromObject({
      Comment: 'theirs',
      TimeoutSeconds: 60,
      StartAt: 'a',
      States: { a: { Type: 'Succeed' } },
    });
    new StandardWorkflow(stack, 'Kept', { definition });
    new StandardWorkflow(stack, 'Own', { definition, timeout: Duration.minutes(5), comment: 'ours' });
    expect(LocalWorkflow.fromStack(stack, 'Kept').definition).toMatchObject({ Comment: 'theirs', TimeoutSeconds: 60 });
    expect(LocalWorkflow.fromStack(stack, 'Own').definition).toMatchObject({ Comment: 'ours', TimeoutSeconds: 300 });
  });

  test('tells where its states stand', () => {
    const bound = Definition.fromFile(path, { substitutions: SUBSTITUTIONS }).bind(newStack());
    expect(bound.places).toMatchObject(
      extension === 'json'
        ? { Save: `${path}:5:5`, Kept: `${path}:19:5` }
        : { Save: `${path}:4:3`, Kept: `${path}:24:3` },
    );
  });
});

describe('a substitution', () => {
  const definition = (field: string): string =>
    `{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": ${field}, "End": true } } }`;
  const result = (field: string, substitutions: object): unknown =>
    Definition.fromString(definition(field), { substitutions: substitutions as { [name: string]: any } }).toAsl().States
      .a.Result;

  test.each<[string, string, unknown, unknown]>([
    ['text in quotes stays text', '"${X}"', '30', '30'],
    ['a number in quotes becomes text', '"n ${X}"', 30, 'n 30'],
    ['a number without quotes stays a number', '${X}', 30, 30],
    ['text of a number without quotes becomes the number, as CloudFormation has it', '${X}', '30', 30],
    ['text without quotes becomes text', '${X}', 'abc', 'abc'],
    ['JSON without quotes becomes JSON', '${X}', { a: [1] }, { a: [1] }],
    ['JSON in quotes becomes its text', '"${X}"', { a: 1 }, '{"a":1}'],
    ['text with quotes in it is kept', '"${X}"', 'say "hi" \\', 'say "hi" \\'],
    ['text that looks like a placeholder is not replaced again', '"${X}"', '${Y}', '${Y}'],
  ])('%s', (_rule, field, value, expected) => {
    expect(result(field, { X: value })).toEqual(expected);
  });

  test('is found in names of fields, and left alone where no name stands in the braces', () => {
    expect(result('{ "${X}": "$states.input.items${ kind: $sum(n) } $${ }" }', { X: 'k' })).toEqual({
      k: '$states.input.items${ kind: $sum(n) } $${ }',
    });
  });

  test('fails when a placeholder has none, with the nearest and the place', () => {
    expect(() => result('"${OrdersTabel}"', { OrdersTable: 'x' })).toThrow(
      /^UNKNOWN_SUBSTITUTION: There is no substitution for \$\{OrdersTabel\}; did you mean "OrdersTable"\?\n {2}at: the definition, \/States\/a\/Result/,
    );
    expect(() => Definition.fromFile(join(FIXTURES, 'order.asl.json'))).toThrow(
      'allowed: none: you set no substitutions',
    );
  });

  test('fails when no placeholder has its name', () => {
    expect(() => result('"${X}"', { X: 1, Y: 2 })).toThrow('UNUSED_SUBSTITUTION: The definition has no ${Y}');
  });

  test('fails for what JSON cannot hold', () => {
    expect(() => result('"${X}"', { X: () => 1 })).toThrow(/^VALUE_NOT_JSON[\s\S]*at: substitution 'X'/);
  });
});

describe('bad input', () => {
  test('fails for a file that is not there, with the nearest name', () => {
    expect(() => Definition.fromFile(join(FIXTURES, 'ordr.asl.json'))).toThrow(
      /^FILE_NOT_FOUND[\s\S]*did you mean "order\.asl\.json"\?[\s\S]*ordr\.asl\.json/,
    );
  });

  test('fails for what is no JSON, with line and column', () => {
    const path = file('x.asl.json', '{\n  "StartAt": "a"\n  "States": {}\n}\n');
    expect(() => Definition.fromFile(path)).toThrow(`${path}:3:3`);
    expect(() => Definition.fromFile(path)).toThrow(/^DEFINITION_NOT_JSON/);
  });

  test('fails for what is no YAML, and for a state that stands there twice', () => {
    expect(() => Definition.fromFile(file('x.yaml', 'StartAt: a\n  States: b\n'))).toThrow(
      /^DEFINITION_NOT_YAML[\s\S]*x\.yaml:\d+:\d+/,
    );
    expect(() => Definition.fromFile(file('x.yaml', 'States:\n  a: {}\n  a: {}\n'))).toThrow(
      /^DEFINITION_NOT_YAML: .*x\.yaml is not valid YAML: Map keys must be unique/,
    );
  });

  test('fails for a name that stands twice in an object of a JSON file: one of the two would be lost in silence', () => {
    const path = file(
      'x.asl.json',
      '{\n  "StartAt": "a",\n  "States": {\n    "Send": { "Type": "Succeed" },\n    "Send": { "Type": "Fail" }\n  }\n}\n',
    );
    expect(() => Definition.fromFile(path)).toThrow(
      /^DUPLICATE_KEY: .*x\.asl\.json has the key 'Send' twice in one object/,
    );
    expect(() => Definition.fromFile(path)).toThrow(`at: ${path}:5:5`);
  });

  test.each(['[]', '"a"', '7'])('fails for %s, which is no object', text => {
    expect(() => Definition.fromString(text)).toThrow('INVALID_DEFINITION');
  });

  test('fails for grants of a state that is not there', () => {
    expect(() =>
      Definition.fromObject(
        { StartAt: 'Save', States: { Save: { Type: 'Succeed' } } },
        { grants: { Sav: { actions: ['s3:GetObject'] } } },
      ),
    ).toThrow('UNKNOWN_STATE: The definition has no state \'Sav\'; did you mean "Save"?');
  });
});

describe('Flow.fromDefinition', () => {
  const order = Definition.fromFile(join(FIXTURES, 'order.asl.json'), {
    substitutions: SUBSTITUTIONS,
    grants: { Save: { encryptionKeys: ['arn:key'] } },
  });

  test('is a step between ours: its ends go on', () => {
    const flow = Flow.of(new Pass('before'), Flow.fromDefinition(order), new Succeed('after'));
    expect(transitions(flow)).toEqual({
      'before': 'Save',
      'Save': 'Ship?',
      'Ship?': ['Ship', 'Kept'],
      'Ship': 'after',
      'Kept': 'after',
      'after': 'none',
    });
  });

  test('keeps its language: JSONPath makes the machine JSONPath', () => {
    const flow = Flow.of(
      new Task('ours', { call: Integration.optimized('sqs:sendMessage', {}) }),
      Flow.fromDefinition(order),
    );
    expect(flow.toAsl()).toMatchObject({
      States: { ours: { QueryLanguage: 'JSONata' }, Save: { Parameters: { TableName: 'orders' } } },
    });
    expect(flow.toAsl()).not.toHaveProperty('QueryLanguage');
    const jsonata = Definition.fromObject({
      QueryLanguage: 'JSONata',
      StartAt: 'a',
      States: { a: { Type: 'Pass', Output: 1, End: true } },
    });
    expect(Flow.fromDefinition(jsonata).toAsl()).toEqual({
      QueryLanguage: 'JSONata',
      StartAt: 'a',
      States: { a: { Type: 'Pass', Output: 1, End: true } },
    });
  });

  test('can be used twice under prefixes; grants and retriers follow', () => {
    const flow = Flow.of(
      Flow.fromDefinition(order).prefixed('a '),
      Flow.fromDefinition(order)
        .retryEach({ errors: ['E'] })
        .prefixed('b '),
    );
    expect(Object.keys(flow.toAsl().States)).toEqual([
      'a Save',
      'a Ship?',
      'a Ship',
      'a Kept',
      'b Save',
      'b Ship?',
      'b Ship',
      'b Kept',
    ]);
    expect(flow.bind(newStack()).grants).toEqual({
      'a Save': { encryptionKeys: ['arn:key'] },
      'b Save': { encryptionKeys: ['arn:key'] },
    });
    expect(flow.toAsl().States['b Save'].Retry).toEqual([{ ErrorEquals: ['E'] }]);
  });

  test('keeps branches, Maps with the older Iterator, and what stands beside their states', () => {
    const definition = Definition.fromObject({
      StartAt: 'p',
      States: {
        p: { Type: 'Parallel', Branches: [{ StartAt: 'b', States: { b: { Type: 'Pass', End: true } } }], Next: 'm' },
        m: { Type: 'Map', Iterator: { Comment: 'each', StartAt: 'i', States: { i: { Type: 'Succeed' } } }, End: true },
      },
    });
    expect(Flow.fromDefinition(definition).toAsl().States).toEqual({
      p: { Type: 'Parallel', Branches: [{ StartAt: 'b', States: { b: { Type: 'Pass', End: true } } }], Next: 'm' },
      m: {
        Type: 'Map',
        ItemProcessor: { Comment: 'each', StartAt: 'i', States: { i: { Type: 'Succeed' } } },
        End: true,
      },
    });
  });

  test('fails for a time-out of the whole definition, and without a first state', () => {
    expect(() =>
      Flow.fromDefinition(
        Definition.fromObject({ TimeoutSeconds: 5, StartAt: 'a', States: { a: { Type: 'Succeed' } } }),
      ),
    ).toThrow('FIELD_OF_WORKFLOW');
    expect(() =>
      Flow.fromDefinition(Definition.fromObject({ StartAt: 'b', States: { a: { Type: 'Succeed' } } })),
    ).toThrow('MISSING_START_STATE');
  });
});
