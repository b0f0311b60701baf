import type { Json } from '../../src/asl';
import { positionsIn, validate, type Diagnostic, type ValidateOptions } from '../../src/validation';

const pass = (more: object = {}): object => ({ Type: 'Pass', End: true, ...more });

/** What is found, in short. */
function found(definition: Json | string | object, options?: ValidateOptions): string[] {
  return validate(definition as Json, options).map(
    ({ rule, severity, location }) => `${severity} ${rule} ${location ?? '-'}`,
  );
}

function machine(states: object, more: object = {}): object {
  return { StartAt: Object.keys(states)[0], States: states, ...more };
}

function jsonata(states: object): object {
  return machine(states, { QueryLanguage: 'JSONata' });
}

function only(definition: object, rule: string): Diagnostic[] {
  return validate(definition as Json).filter(each => each.rule === rule);
}

test('a diagnostic has a rule, a code, a severity, a message, a pointer, a location, a state and a fix', () => {
  const definition = machine({ 'a/b': pass({ InputPath: '$.x[' }) });
  expect(validate(definition as Json)).toEqual([
    {
      rule: 'path-syntax',
      code: 'SCHEMA_VALIDATION_FAILED',
      severity: 'ERROR',
      message: 'Value must be a valid JSONPath.',
      pointer: '/States/a~1b/InputPath',
      location: '/States/a/b/InputPath',
      state: 'a/b',
      fix: 'Column 4: a bracket is not closed.',
    },
  ]);
});

test('fails for what is no definition', () => {
  expect(found('')).toEqual(['ERROR missing-definition -']);
  expect(found(null as unknown as string)).toEqual(['ERROR missing-definition -']);
  expect(found([])).toEqual(['ERROR definition-object /']);
  expect(found('"text"')).toEqual(['ERROR definition-object /']);
  expect(found('{')).toEqual(['ERROR json-syntax [Source: (String)"{"; line: 1, column: 2]']);
});

test.each([
  [
    'not a definition',
    "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    1,
    4,
  ],
  ["{'a': 1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 3],
  ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 1, 7],
  ['{"a": 1 "b": 2}', "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries", 1, 10],
  ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 1, 5],
  [
    '{"a": 1,\n "b": }',
    "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
    2,
    8,
  ],
  [
    '{"a": 1',
    'Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)"{"a": 1"; line: 1, column: 1])',
    1,
    8,
  ],
  [
    '{\n "a": [',
    'Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)"{\n "a": ["; line: 2, column: 7])',
    2,
    8,
  ],
  ['{"a":', 'Unexpected end-of-input within/between Object entries', 1, 6],
  ['{"a": 1,', 'Unexpected end-of-input within/between Object entries', 1, 9],
  ['[1,', 'Unexpected end-of-input within/between Array entries', 1, 4],
  ['{"a": "x', 'Unexpected end-of-input: was expecting closing quote for a string value', 1, 9],
])('fails for the text %j at its place', (text, message, line, column) => {
  const [{ message: told }] = validate(text);
  expect(told).toBe(`${message}\n at [Source: (String)"${text}"; line: ${line}, column: ${column}]`);
});

describe('tokens and substitutions are not known, never wrong', () => {
  test('as whole values of any field', () => {
    const token = '${Token[TOKEN.12]}';
    const task = {
      Type: 'Task',
      Resource: token,
      TimeoutSeconds: token,
      HeartbeatSeconds: token,
      Next: token,
      Retry: [{ ErrorEquals: [token], IntervalSeconds: token, JitterStrategy: token }],
    };
    expect(
      found(
        machine({
          A: task,
          B: { Type: 'Wait', Timestamp: token, End: true },
          C: pass({ InputPath: token, ResultPath: token, Parameters: { 'x.$': token } }),
        }),
      ),
    ).toEqual([]);
    expect(found(jsonata({ A: pass({ Output: `{% ${token} + %}` }) }))).toEqual([]);
  });

  test('as numbers of the CDK', () => {
    expect(found(machine({ A: { Type: 'Wait', Seconds: -1.8881545897087827e289, End: true } }))).toEqual([]);
  });

  test('as substitutions without quotes in a text', () => {
    expect(found('{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":${seconds},"End":true}}}')).toEqual([]);
  });

  test('a token in the partition does not hide which service is called', () => {
    expect(
      found(
        machine({
          A: {
            Type: 'Task',
            Resource: 'arn:${Token[AWS.Partition.3]}:states:::dynamodb:query',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'F' }],
            End: true,
          },
          F: { Type: 'Fail' },
        }),
      ),
    ).toEqual(['ERROR resource-action /States/A/Resource']);
  });
});

describe('transitions', () => {
  test('fails for a start that is not there: then no state is reached', () => {
    expect(found(machine({ A: pass() }, { StartAt: 'B' }))).toEqual([
      'ERROR missing-target /StartAt',
      'ERROR unreachable-state /States/A',
    ]);
  });

  test('the location of a target names its field', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
      Catch: [{ ErrorEquals: ['X'], Next: 'N1' }],
      Next: 'N2',
    };
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'N3' }], Default: 'N4' };
    expect(
      validate(machine({ A: task, B: choice }) as Json)
        .filter(({ rule }) => rule === 'missing-target')
        .map(({ location }) => location),
    ).toEqual(['/States/A/Next', '/States/A/Catch[0]/Next', '/States/B/Choices[0]/Next', '/States/B/Default']);
  });

  test('a loop without an end is an error at the top and a warning in a branch', () => {
    const loop = machine({ A: { Type: 'Wait', Seconds: 60, Next: 'B' }, B: { Type: 'Pass', Next: 'A' } });
    expect(found(loop)).toEqual(['ERROR no-terminal-state -']);
    expect(
      found(machine({ P: { Type: 'Parallel', Branches: [JSON.parse(JSON.stringify(loop))], End: true } })),
    ).toEqual(['WARNING no-terminal-state /States/P/Branches[0]/States']);
  });
});

describe('query languages', () => {
  test('states inside take the language of the machine, not that of the Map around them', () => {
    const map = {
      Type: 'Map',
      QueryLanguage: 'JSONata',
      Items: '{% $states.input %}',
      ItemProcessor: machine({ I: pass({ Output: 1 }) }),
      End: true,
    };
    expect(found(machine({ M: map }))).toEqual(['ERROR other-language-field /States/M/ItemProcessor/States/I']);
  });

  test('a language that does not exist is told once and counts as JSONata', () => {
    expect(found(machine({ A: pass({ Output: 1 }) }, { QueryLanguage: 'jsonata' }))).toEqual([
      'ERROR field-enum /QueryLanguage',
    ]);
  });

  test('a scope inside has no language of its own', () => {
    expect(
      found(
        machine({
          M: { Type: 'Map', ItemProcessor: machine({ I: pass() }, { QueryLanguage: 'JSONPath' }), End: true },
        }),
      ),
    ).toEqual(['ERROR unsupported-field /States/M/ItemProcessor']);
  });
});

test('fails for entries of lists that are no objects, and error names that are no texts', () => {
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: { QueueUrl: 'q', MessageBody: 'm' },
    Retry: [1, { ErrorEquals: [5] }],
    End: true,
  };
  expect(
    only(machine({ A: task, P: { Type: 'Parallel', Branches: ['x'], End: true } }), 'field-type').map(
      ({ location, fix }) => [location, fix],
    ),
  ).toEqual([
    ['/States/A/Retry[0]', 'An entry of Retry must be an object; received 1.'],
    ['/States/A/Retry[1]/ErrorEquals[0]', 'An entry of ErrorEquals must be a text; received 5.'],
    ['/States/P/Branches[0]', 'An entry of Branches must be an object; received "x".'],
  ]);
});

test.each([
  ["States.Format('{} of {}', $.a)", 'The template of States.Format has 2 placeholders {}, but 1 values'],
  ['States.ArrayRange(1, States.UUID(2))', 'States.ArrayRange needs 3 arguments, but has 2'],
  ["States.Hash($.a, 'SHA1')", 'States.Hash has no algorithm "SHA1"'],
  [
    'States.JsonMerge($.a, $.b, true)',
    'States.JsonMerge supports only shallow merges, so its third argument must be false',
  ],
  ['States.MathRandom(1)', 'States.MathRandom needs 2 to 3 arguments, but has 1'],
])('the call %s is told', (text, message) => {
  expect(only(machine({ A: pass({ Parameters: { 'x.$': text } }) }), 'intrinsic-arguments')[0].message).toBe(message);
});

test.each([
  "States.Format('\\{} {}', $.a)",
  'States.Format($.template, $.a, $.b)',
  'States.UUID()',
  'States.Hash($.a, $.b)',
  'States.Array()',
])('the call %s is fine', text => {
  expect(found(machine({ A: pass({ Parameters: { 'x.$': text } }) }))).toEqual([]);
});

test('fields that do not exist are told with the nearest one, wherever they are', () => {
  const map = {
    Type: 'Map',
    ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputTyp: 'JSON' } },
    ItemBatcher: { MaxItemPerBatch: 5 },
    ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', WriterConfig: { OutputTyp: 'JSON' } },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD', Mod: 1 },
      ...machine({ I: pass() }),
    },
    Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempt: 2 }],
    End: true,
  };
  expect(
    only(machine({ M: map }, { Coment: 'x' }), 'unknown-field').map(({ severity, pointer, location, fix }) => [
      severity,
      pointer,
      location,
      /mean "(.*)"/.exec(fix!)?.[1],
    ]),
  ).toEqual([
    ['ERROR', '/Coment', '/', 'Comment'],
    ['WARNING', '/States/M/ItemProcessor/ProcessorConfig/Mod', '/States/M/ItemProcessor/ProcessorConfig/Mod', 'Mode'],
    [
      'WARNING',
      '/States/M/ItemReader/ReaderConfig/InputTyp',
      '/States/M/ItemReader/ReaderConfig/InputTyp',
      'InputType',
    ],
    ['WARNING', '/States/M/ItemBatcher/MaxItemPerBatch', '/States/M/ItemBatcher/MaxItemPerBatch', 'MaxItemsPerBatch'],
    [
      'WARNING',
      '/States/M/ResultWriter/WriterConfig/OutputTyp',
      '/States/M/ResultWriter/WriterConfig/OutputTyp',
      'OutputType',
    ],
    ['ERROR', '/States/M/Retry/0/MaxAttempt', '/States/M/Retry[0]', 'MaxAttempts'],
  ]);
});

/** A Task that calls a service and is retried, so that nothing else is to be said of it. */
function calling(resource: string, more: object): object {
  return machine({
    T: {
      Type: 'Task',
      Resource: `arn:aws:states:::${resource}`,
      ...more,
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      End: true,
    },
  });
}

describe('fields that the language does not know', () => {
  test.each([
    ['a machine', machine({ A: pass() }, { _comment: 'x' }), '/', '_comment'],
    ['a state', machine({ A: pass({ _comment: 'x' }) }), '/States/A', '_comment'],
    ['a state, in the form of a template', machine({ A: pass({ 'Message.$': '$.m' }) }), '/States/A', 'Message.$'],
    [
      'a branch',
      machine({ P: { Type: 'Parallel', Branches: [{ ...machine({ A: pass() }), Foo: 1 }], End: true } }),
      '/States/P/Branches[0]',
      'Foo',
    ],
    [
      'a catcher',
      machine({
        P: {
          Type: 'Parallel',
          Branches: [machine({ A: pass() })],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'F', End: true }],
          End: true,
        },
        F: { Type: 'Fail' },
      }),
      '/States/P/Catch[0]',
      'End',
    ],
    [
      'a rule of a JSONata Choice',
      jsonata({
        C: { Type: 'Choice', Choices: [{ Condition: true, Next: 'D', assign: {} }], Default: 'D' },
        D: { Type: 'Succeed' },
      }),
      '/States/C/Choices[0]',
      'assign',
    ],
    [
      'a test inside a rule',
      machine({
        C: { Type: 'Choice', Choices: [{ Not: { Variable: '$.a', IsNull: true, Foo: 1 }, Next: 'D' }], Default: 'D' },
        D: { Type: 'Succeed' },
      }),
      '/States/C/Choices[0]/Not',
      'Foo',
    ],
  ])('fails for %s, at the object that has it', (_, definition, location, field) => {
    expect(
      validate(definition as Json).map(({ severity, code, message, location: at }) => [severity, code, message, at]),
    ).toEqual([['ERROR', 'SCHEMA_VALIDATION_FAILED', `Field '${field}' is not supported`, location]]);
  });

  test('what only a machine is known to have is a warning in a branch', () => {
    const branch = { ...machine({ A: pass() }), Version: '1.0', TimeoutSeconds: 5 };
    expect(found(machine({ P: { Type: 'Parallel', Branches: [branch], End: true } }))).toEqual([
      'WARNING unknown-field /States/P/Branches[0]',
      'WARNING unknown-field /States/P/Branches[0]',
    ]);
  });

  test('a comparison in a JSONata rule is told once, as of the other language', () => {
    expect(
      found(
        jsonata({
          C: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'D' }], Default: 'D' },
          D: { Type: 'Succeed' },
        }),
      ),
    ).toEqual(['ERROR other-language-field /States/C/Choices[0]']);
  });
});

describe('what a service is called with', () => {
  test.each([
    ['lambda:invoke', {}, 'Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke', '/States/T'],
    [
      'aws-sdk:s3:listBuckets',
      {},
      'Parameters field is required for resource ARN: arn:aws:states:::aws-sdk:s3:listBuckets',
      '/States/T',
    ],
    [
      'sqs:sendMessage',
      { Parameters: { QueueUrl: 'q' } },
      "The field 'MessageBody' is required but was missing",
      '/States/T/Parameters',
    ],
    [
      'dynamodb:putItem',
      { Parameters: { 'tableName': 't', 'Item.$': '$' } },
      "The field 'TableName' is required but was missing",
      '/States/T/Parameters',
    ],
    [
      'glue:startJobRun.sync',
      { QueryLanguage: 'JSONata' },
      'Arguments field is required for resource ARN: arn:aws:states:::glue:startJobRun.sync',
      '/States/T',
    ],
    [
      'aws-sdk:dynamodb:query',
      { Parameters: { 'tableName.$': '$.t' } },
      'The field "tableName" is not supported by Step Functions',
      '/States/T/Parameters',
    ],
  ])('fails for %s with %j', (resource, more, message, location) => {
    const errors = validate(calling(resource, more) as Json).filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(each => [each.message, each.location])).toEqual([[message, location]]);
  });

  test.each([
    ['a path to an argument', calling('lambda:invoke', { Parameters: { 'FunctionName.$': '$.f' } })],
    [
      'an expression for all of them',
      calling('lambda:invoke', { QueryLanguage: 'JSONata', Arguments: '{% $states.input %}' }),
    ],
    ['no argument at all, if it says so', calling('aws-sdk:s3:listBuckets', { Parameters: {} })],
    ['an argument that AWS may know', calling('lambda:invoke', { Parameters: { FunctionName: 'f', LogType: 'Tail' } })],
    [
      'a function that is called by its ARN',
      machine({
        T: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      }),
    ],
  ])('takes %s', (_, definition) => {
    expect(found(definition)).toEqual([]);
  });
});

describe('a Resource', () => {
  const told = (arn: string): unknown[] =>
    validate({
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: arn,
          Parameters: arn.includes('lambda') ? { FunctionName: 'f' } : { Bucket: 'b', Key: 'k' },
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      },
    }).map(({ severity, rule, message, fix }) => [
      severity,
      rule,
      message.startsWith(`The resource provided ${arn} is not recognized. `),
      fix,
    ]);

  test.each([
    ['arn:aws:states:::aws-sdk:s3:GetObject', 'resource-case', 'Write aws-sdk:s3:getObject.'],
    ['arn:aws:states:::aws-sdk:S3:getObject', 'resource-case', 'Write aws-sdk:s3:getObject.'],
    ['arn:aws:states:::aws-sdk:newservice:DoIt', 'resource-case', 'Write aws-sdk:newservice:doIt.'],
    ['arn:aws:states:::States:StartExecution.sync:2', 'resource-case', 'Write states:startExecution.sync:2.'],
    ['arn:aws:states:::lambda', 'resource-arn', 'Use arn:aws:states:::service:action.'],
    ['arn:aws:states:::lambda:', 'resource-arn', 'Use arn:aws:states:::service:action.'],
    [
      'arn:aws:s3:::bucket',
      'resource-arn',
      "A Task can't call it directly. Use arn:aws:states:::service:action, and pass s3 in the arguments.",
    ],
    [
      'arn:aws:states:us-east-1:123456789012:stateMachine:m',
      'resource-arn',
      "A Task can't call it directly. Use arn:aws:states:::service:action, and pass states in the arguments.",
    ],
  ])('fails for %s', (arn, rule, fix) => {
    expect(told(arn)).toEqual([['ERROR', rule, true, fix]]);
  });

  test('may be newer than the tables: then it is a warning', () => {
    expect(
      ['newservice:doIt', 's3:getObject', 'aws-sdk:newservice:doIt', 'aws-sdk:s3:getObjectAtOnce'].map(name =>
        told(`arn:aws:states:::${name}`).map(each => (each as string[]).slice(0, 2)),
      ),
    ).toEqual([
      [['WARNING', 'resource-action']],
      [['WARNING', 'resource-action']],
      [['WARNING', 'sdk-action']],
      [['WARNING', 'sdk-action']],
    ]);
  });

  test.each([
    'arn:aws-cn:states:::lambda:invoke',
    'arn:${AWS::Partition}:states:::lambda:invoke',
    'arn:aws:states:us-east-1:123456789012:activity:pack',
    '${Function}',
  ])('takes %s', arn => {
    expect(told(arn).filter(each => (each as string[])[0] === 'ERROR')).toEqual([]);
  });
});

describe('the tests of a Choice', () => {
  const choice = (rule: object): object =>
    machine({ C: { Type: 'Choice', Choices: [{ ...rule, Next: 'D' }], Default: 'D' }, D: { Type: 'Succeed' } });

  test.each([
    [{ Variable: '$.a', StringEquals: 1 }, 'StringEquals', 'Expected value of type [STRING]'],
    [{ Variable: '$.a', NumericEquals: '1' }, 'NumericEquals', 'Expected value of type [NUMBER]'],
    [{ Variable: '$.a', BooleanEquals: 'true' }, 'BooleanEquals', 'Expected value of type [BOOLEAN]'],
    [{ Variable: '$.a', IsPresent: null }, 'IsPresent', 'Expected value of type [BOOLEAN]'],
    [{ Variable: '$.a', TimestampEquals: 'foo' }, 'TimestampEquals', 'String does not match RFC3339 timestamp'],
    [{ Variable: '$.a', NumericEqualsPath: 1 }, 'NumericEqualsPath', 'Expected value of type [STRING]'],
    [{ Variable: 1, IsNull: true }, 'Variable', 'Expected value of type [STRING]'],
    [{ Not: [] }, 'Not', 'Expected value of type [OBJECT]'],
    [{ And: { Variable: '$.a', IsNull: true } }, 'And', 'Expected value of type [ARRAY]'],
    [{ Or: ['$.a'] }, 'Or[0]', 'Expected value of type [OBJECT]'],
    [{ And: [{ Variable: '$.a', NumericLessThan: '1' }] }, 'And[0]/NumericLessThan', 'Expected value of type [NUMBER]'],
  ])('fails for %j', (rule, field, message) => {
    expect(
      validate(choice(rule) as Json).map(({ severity, location, message: told }) => [severity, location, told]),
    ).toEqual([['ERROR', `/States/C/Choices[0]/${field}`, message]]);
  });

  test.each([
    { Variable: '$.a', StringEquals: '' },
    { Variable: '$.a', NumericEquals: -1.5 },
    { Variable: '$.a', TimestampLessThan: '2030-01-31T12:00:00.5+01:00' },
    { Variable: '$.a', NumericEquals: '${Limit}' },
  ])('takes %j', rule => {
    expect(found(choice(rule))).toEqual([]);
  });

  test.each([
    ['true', 'JSONata string must start with {% and end with %}'],
    [1, 'Expected value of type [BOOLEAN]'],
  ])('fails for the Condition %j, which never matches', (condition, message) => {
    expect(
      validate({ ...choice({ Condition: condition }), QueryLanguage: 'JSONata' } as Json).map(
        ({ severity, location, message: told }) => [severity, location, told],
      ),
    ).toEqual([['ERROR', '/States/C/Choices[0]/Condition', message]]);
  });
});

describe('the numbers of a Map', () => {
  const map = (more: object, language: object = {}): object =>
    machine(
      {
        M: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            ...machine({ I: pass() }),
          },
          ...more,
          End: true,
        },
      },
      language,
    );
  const reader = (config: object): object =>
    map({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Parameters: { Bucket: 'b', Key: 'k' },
        ReaderConfig: { InputType: 'JSON', ...config },
      },
    });

  test.each([
    [map({ ItemBatcher: { MaxItemsPerBatch: -1 } }), 'ItemBatcher/MaxItemsPerBatch', 'Minimum value is 0'],
    [
      map({ ItemBatcher: { MaxInputBytesPerBatch: '1' } }),
      'ItemBatcher/MaxInputBytesPerBatch',
      'Expected value of type Integer',
    ],
    [
      map({ ItemBatcher: { MaxItemsPerBatchPath: '$$.Execution.Input.n' } }),
      'ItemBatcher/MaxItemsPerBatchPath',
      'Value is not a Reference Path',
    ],
    [map({ MaxConcurrencyPath: '$$.Execution.Input.n' }), 'MaxConcurrencyPath', 'Value is not a Reference Path'],
    [
      map({ ItemBatcher: { MaxItemsPerBatchPath: '$' } }, { QueryLanguage: 'JSONata' }),
      'ItemBatcher',
      "The QueryLanguage is set to 'JSONata', but field 'MaxItemsPerBatchPath' is only supported for the 'JSONPath' QueryLanguage",
    ],
    [reader({ MaxItems: -1 }), 'ItemReader/ReaderConfig/MaxItems', 'Minimum value is 0'],
    [reader({ MaxItems: 100_000_001 }), 'ItemReader/ReaderConfig/MaxItems', 'Maximum value is 100000000'],
    [
      reader({ InputType: 'XML' }),
      'ItemReader/ReaderConfig/InputType',
      "The field 'InputType' should have one of these values: [MANIFEST, JSON, CSV, JSONL, PARQUET]",
    ],
  ])('fails for %j', (definition, field, message) => {
    expect(
      validate(definition as Json)
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ location, message: told }) => [location, told]),
    ).toEqual([[`/States/M/${field}`, message]]);
  });

  test.each([
    map({ ItemBatcher: { MaxItemsPerBatch: 0 } }),
    map({ ItemBatcher: { MaxItemsPerBatch: '{% $states.input.n %}' } }, { QueryLanguage: 'JSONata' }),
    reader({ MaxItems: 0 }),
    reader({ MaxItemsPath: '$maxItems' }),
  ])('takes %j', definition => {
    expect(validate(definition as Json).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });
});

test('a number that is no whole one is told in the words of AWS', () => {
  expect(
    validate(machine({ W: { Type: 'Wait', Seconds: '5', End: true } }) as Json).map(({ message, location }) => [
      message,
      location,
    ]),
  ).toEqual([['Expected value of type Integer', '/States/W/Seconds']]);
});

test('a Distributed Map in an Express workflow is told in the words of AWS', () => {
  const map = {
    Type: 'Map',
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, ...machine({ I: pass() }) },
    End: true,
  };
  expect(validate(machine({ M: map }) as Json, { type: 'EXPRESS' }).map(({ message }) => message)).toEqual([
    "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
  ]);
});

describe('what AWS takes is no error', () => {
  test.each([
    [
      'an IntervalSeconds of 0',
      machine({
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { QueueUrl: 'q', MessageBody: 'm' },
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 0 }],
          End: true,
        },
      }),
    ],
    ['a TimeoutSeconds of 0 for the machine', machine({ A: pass() }, { TimeoutSeconds: 0 })],
    [
      'fields of a Distributed Map in an inline one',
      machine({ M: { Type: 'Map', ToleratedFailurePercentage: 10, ItemProcessor: machine({ I: pass() }), End: true } }),
    ],
    [
      'an error name that does not exist',
      machine({
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { QueueUrl: 'q', MessageBody: 'm' },
          Retry: [{ ErrorEquals: ['State.ALL'] }],
          End: true,
        },
      }),
    ],
    [
      'an argument that the table does not ask for',
      machine({
        A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Parameters: { Bucket: 'b' }, End: true },
      }),
    ],
    [
      'an integration that is newer than the table',
      machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::newservice:doIt.sync', End: true } }),
    ],
    [
      'an action of the SDK that nobody knows',
      machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:newservice:doIt', End: true } }),
    ],
    [
      'intrinsic functions in ErrorPath',
      machine({ F: { Type: 'Fail', ErrorPath: "States.Format('{}', $.e)", CausePath: 'States.UUID()' } }),
    ],
    [
      'a path to the Context Object in ItemsPath',
      machine({
        M: { Type: 'Map', ItemsPath: '$$.Execution.Input.items', ItemProcessor: machine({ I: pass() }), End: true },
      }),
    ],
    [
      'a variable of an outer scope that is assigned again inside',
      jsonata({
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'P' },
        P: { Type: 'Parallel', Branches: [machine({ I: pass({ Assign: { x: 2 } }) })], End: true },
      }),
    ],
  ])('%s', (_, definition) => {
    expect(validate(definition as Json).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });
});

describe('JSONata', () => {
  test('names bound inside an expression are no variables', () => {
    expect(
      found(
        jsonata({ A: pass({ Output: '{% ($f := function($v, $i){ $v + $i }; $map($states.input.items, $f)) %}' }) }),
      ),
    ).toEqual([]);
    expect(
      found(
        jsonata({
          A: pass({ Output: '{% $states.input.orders#$i@$o.items.{ "n": $i, "id": $o.id, "price": price } %}' }),
        }),
      ),
    ).toEqual([]);
  });

  test('names inside a path, a filter or an object in a path have the context of the path', () => {
    expect(
      found(jsonata({ A: pass({ Output: '{% $sum($states.input.items[price > 3].(price * quantity)) %}' }) })),
    ).toEqual([]);
  });

  test('fails for every bare name at the top, once', () => {
    expect(
      only(jsonata({ A: pass({ Output: { v: '{% phone & phone & $uppercase(name) %}' } }) }), 'jsonata-context').map(
        ({ message, location }) => [message, location],
      ),
    ).toEqual([
      ["Reference to 'phone' at the top level is not supported.", '/States/A/Output/v'],
      ["Reference to 'name' at the top level is not supported.", '/States/A/Output/v'],
    ]);
  });

  test('fails for an error output outside a Catch, and takes it inside', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: 'q', MessageBody: 'm' },
      Output: '{% $states.errorOutput %}',
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'F' }],
      End: true,
    };
    expect(only(jsonata({ A: task, F: { Type: 'Fail' } }), 'states-field')).toEqual([
      expect.objectContaining({ message: "Field '$states.errorOutput' does not exist.", location: '/States/A/Output' }),
    ]);
  });

  test('what is looked for with $exists may be absent', () => {
    expect(found(jsonata({ A: pass({ Output: '{% $exists($x) ? $x : 0 %}' }) }))).toEqual([]);
  });
});

describe('variables', () => {
  test('a state sees the values from before its own Assign', () => {
    expect(
      only(jsonata({ A: pass({ Assign: { n: 1 }, Output: '{% $n %}' }) }), 'variable-unassigned').map(
        ({ message }) => message,
      ),
    ).toEqual(['Variable $n has no value yet when this state is entered']);
  });

  test('a loop that assigns before it reads is fine', () => {
    const choice = { Type: 'Choice', Choices: [{ Condition: '{% $n < 3 %}', Next: 'Count' }], Default: 'Done' };
    expect(
      found(
        jsonata({
          'Start': { Type: 'Pass', Assign: { n: 0 }, Next: 'Count' },
          'Count': { Type: 'Wait', Seconds: 1, Assign: { n: '{% $n + 1 %}' }, Next: 'More?' },
          'More?': choice,
          'Done': { Type: 'Succeed' },
        }),
      ),
    ).toEqual([]);
  });

  test("a Catch assigns what its own Assign says, not what the state's does", () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: 'q', MessageBody: 'm' },
      Assign: { ok: true },
      Catch: [{ ErrorEquals: ['States.ALL'], Assign: { failed: true }, Next: 'B' }],
      Next: 'C',
    };
    expect(
      only(
        jsonata({ A: task, B: pass({ Output: '{% [$ok, $failed] %}' }), C: pass({ Output: '{% [$ok, $failed] %}' }) }),
        'variable-unassigned',
      ).map(({ location, message }) => [location, message]),
    ).toEqual([
      ['/States/B/Output', 'Variable $ok has no value yet when this state is entered'],
      ['/States/C/Output', 'Variable $failed has no value yet when this state is entered'],
    ]);
  });

  test('a variable may have the name of a function', () => {
    expect(
      found(
        jsonata({
          A: { Type: 'Pass', Assign: { error: { Error: 'X' } }, Next: 'B' },
          B: pass({ Output: '{% $error.Error & $uppercase("x") & $string($millis()) & $now() %}' }),
        }),
      ),
    ).toEqual([]);
    expect(found(jsonata({ B: pass({ Output: '{% $count %}' }) }))).toEqual([]);
  });

  test('a misspelled variable gets the nearest one', () => {
    const [{ message }] = only(
      jsonata({ A: { Type: 'Pass', Assign: { orderId: 1 }, Next: 'B' }, B: pass({ Output: '{% $ordreId %}' }) }),
      'variable-unassigned',
    );
    expect(message).toBe('Variable $ordreId is never assigned; did you mean "orderId"?');
  });

  test('the child executions of a Distributed Map do not see the variables around them', () => {
    const map = {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        ...machine({ I: pass({ Output: '{% $rate %}' }) }),
      },
      End: true,
    };
    expect(
      only(jsonata({ A: { Type: 'Pass', Assign: { rate: 2 }, Next: 'M' }, M: map }), 'variable-out-of-scope').map(
        ({ message }) => message,
      ),
    ).toEqual(['Variable $rate is not available inside the Distributed Map "M"']);
  });
});

describe('data', () => {
  test('what a Lambda call gives has no Body', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
      Output: '{% $states.result.Body %}',
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      End: true,
    };
    expect(only(jsonata({ A: task }), 'path-not-there').map(({ message }) => message)).toEqual([
      "$states.result.Body can't exist: the value is an object with ExecutedVersion, FunctionError, LogResult, Payload, StatusCode, SdkHttpMetadata, SdkResponseMetadata only",
    ]);
  });

  test('what one of two ways gives may be there', () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'X' }], Default: 'Y' };
    expect(
      found(
        machine({
          C: choice,
          X: { Type: 'Pass', Result: { a: 1 }, Next: 'Z' },
          Y: { Type: 'Pass', Result: { b: 1 }, Next: 'Z' },
          Z: pass({ Parameters: { 'v.$': '$.a' } }),
        }),
      ),
    ).toEqual([]);
  });

  test('a ResultPath adds to what is there', () => {
    expect(
      found(
        machine({
          A: { Type: 'Pass', Result: { a: 1 }, Next: 'B' },
          B: { Type: 'Pass', Result: 2, ResultPath: '$.b.c', Next: 'C' },
          C: pass({ Parameters: { 'x.$': '$.a', 'y.$': '$.b.c' } }),
        }),
      ),
    ).toEqual([]);
    expect(
      only(
        machine({
          A: { Type: 'Pass', Result: { a: 1 }, Next: 'B' },
          B: { Type: 'Pass', Result: 2, ResultPath: '$.b.c', Next: 'C' },
          C: pass({ Parameters: { 'x.$': '$.b.d' } }),
        }),
        'path-not-there',
      ),
    ).toHaveLength(1);
  });

  test('a Choice may look for what is not there', () => {
    expect(
      found(
        machine({
          A: { Type: 'Pass', Result: { a: 1 }, Next: 'C' },
          C: { Type: 'Choice', Choices: [{ Variable: '$.b', IsPresent: true, Next: 'D' }], Default: 'D' },
          D: { Type: 'Succeed' },
        }),
      ),
    ).toEqual([]);
  });

  test('a loop that adds a member each time comes to an end', () => {
    expect(
      found(
        machine({
          A: { Type: 'Pass', Result: { a: 1 }, Next: 'W' },
          W: { Type: 'Wait', Seconds: 1, Next: 'B' },
          B: { Type: 'Pass', Parameters: { 'inner.$': '$' }, Next: 'C' },
          C: { Type: 'Choice', Choices: [{ Variable: '$.inner', IsPresent: true, Next: 'W' }], Default: 'D' },
          D: { Type: 'Succeed' },
        }),
      ),
    ).toEqual([]);
  });
});

describe('behavior', () => {
  const retried = (retrier: object, more: object = {}): object =>
    machine(
      {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: { QueueUrl: 'q', MessageBody: 'm' },
          Retry: [{ ErrorEquals: ['States.ALL'], ...retrier }],
          End: true,
        },
      },
      more,
    );

  test('waits between attempts are added up as AWS waits', () => {
    const seconds = (retrier: object): string | undefined =>
      /are (\d+) s in total/.exec(
        only(retried(retrier, { TimeoutSeconds: 1 }), 'retry-outlasts-timeout')[0]?.message ?? '',
      )?.[1];
    expect(seconds({})).toBe('7');
    expect(seconds({ IntervalSeconds: 3, MaxAttempts: 4, BackoffRate: 1 })).toBe('12');
    expect(seconds({ IntervalSeconds: 3, MaxAttempts: 5, BackoffRate: 2, MaxDelaySeconds: 10 })).toBe(
      String(3 + 6 + 10 + 10 + 10),
    );
    expect(seconds({ IntervalSeconds: 20, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 10 })).toBe('30');
    expect(seconds({ MaxAttempts: 0 })).toBeUndefined();
    expect(seconds({ MaxAttempts: 99_999_999 })).toBeUndefined();
    expect(
      only(retried({ MaxAttempts: 99_999_999 }, { TimeoutSeconds: 1 }), 'retry-outlasts-timeout')[0].message,
    ).toContain('endless');
  });

  test('an Express execution lasts five minutes, also as a child of a Distributed Map', () => {
    const wait = { Type: 'Wait', Seconds: 301, End: true };
    const map = {
      Type: 'Map',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, ...machine({ W: wait }) },
      End: true,
    };
    expect(found(machine({ M: map }))).toEqual(['WARNING express-duration /States/M/ItemProcessor/States/W/Seconds']);
    expect(found(machine({ W: wait }))).toEqual([]);
  });

  test('a time-out of the machine ends a wait for a token', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
      End: true,
    };
    expect(found(machine({ A: task }))).toEqual(['WARNING token-without-timeout /States/A']);
    expect(found(machine({ A: task }, { TimeoutSeconds: 3600 }))).toEqual([]);
  });

  test('a Retry of the Map around a Task is enough', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      End: true,
    };
    expect(
      found(
        machine({
          M: { Type: 'Map', ItemProcessor: machine({ A: task }), Retry: [{ ErrorEquals: ['States.ALL'] }], End: true },
        }),
      ),
    ).toEqual([]);
  });

  test('the expected number of items can be declared', () => {
    const definition = machine({
      Each: {
        Type: 'Map',
        ItemsPath: '$.orders',
        ItemProcessor: machine({ One: pass({ Result: 'x'.repeat(100) }) }),
        End: true,
      },
    });
    expect(found(definition)).toEqual([]);
    expect(found(definition, { itemCounts: { Each: 2_000 } })).toEqual([]);
    expect(found(definition, { itemCounts: { Each: 3_000 } })).toEqual(['WARNING map-result-size /States/Each']);
    expect(found(definition, { itemCounts: { Each: 7_000 } })).toEqual([
      'WARNING map-result-size /States/Each',
      'WARNING history-size /States/Each',
    ]);
  });

  test('a loop that reads page by page needs no Wait', () => {
    const list = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:query',
      Parameters: { 'TableName': 't', 'ExclusiveStartKey.$': '$.next' },
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Next: 'C',
    };
    expect(
      found(
        machine({
          L: list,
          C: { Type: 'Choice', Choices: [{ Variable: '$.next', IsPresent: true, Next: 'L' }], Default: 'D' },
          D: { Type: 'Succeed' },
        }),
      ),
    ).toEqual([]);
  });
});

test('a definition that is too long only because of its spaces is a warning', () => {
  const right = JSON.stringify(machine({ A: pass() }));
  expect(found(right + ' '.repeat(1_048_576))).toEqual(['WARNING definition-size /']);
  const largest = (size: number): object =>
    machine({ A: pass({ Result: 'x'.repeat(size - JSON.stringify(machine({ A: pass({ Result: '' }) })).length) }) });
  expect(JSON.stringify(largest(1_048_576))).toHaveLength(1_048_576);
  expect(found(largest(1_048_576))).toEqual([]);
  expect(found(JSON.stringify(largest(1_048_576)))).toEqual([]);
  expect(found(largest(1_048_577))).toEqual(['ERROR definition-size /']);
});

test('positions lead from JSON pointers to lines and columns', () => {
  const positions = positionsIn('{\n  "a": [1,\n    {"b/c": 2}]\n}');
  expect(Object.fromEntries(positions)).toEqual({
    '': { line: 1, column: 1 },
    '/a': { line: 2, column: 3 },
    '/a/0': { line: 2, column: 9 },
    '/a/1': { line: 3, column: 5 },
    '/a/1/b~1c': { line: 3, column: 6 },
  });
});

test('paths that need no parser say the same as with one', () => {
  for (const path of ['$states.input.a.b', '$x', '$x.a.b', '$states.result', '$states.foo', '$sum', '$states']) {
    // spaces take the way through the parser
    const [plain, parsed] = [path, ` ( ${path} ) `].map(text =>
      validate(jsonata({ A: pass({ Output: `{% ${text} %}` }) }) as Json).map(({ rule, message }) => [rule, message]),
    );
    expect(parsed).toEqual(plain);
  }
});
