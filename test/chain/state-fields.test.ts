import {
  App,
  aws_iam as iam,
  aws_kms as kms,
  aws_s3 as s3,
  aws_stepfunctions as sfn,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import {
  Choice,
  DistributedMap,
  Fail,
  Flow,
  InlineMap,
  ItemReader,
  Parallel,
  Pass,
  ResultWriter,
  Succeed,
  Task,
  Wait,
} from '../../src/chain';
import { Expression, Integration } from '../../src/integrations';

const stack = new Stack(new App(), 'S', { env: { account: '123456789012', region: 'eu-west-1' } });
const send = Integration.optimized('sqs:sendMessage', { QueueUrl: 'q' });
const processor = new Pass('p');
const bucket = s3.Bucket.fromBucketName(stack, 'Bucket', 'data');
/** The state's fields, tokens resolved, without its transition and the scopes inside. */
const fieldsOf = (flow: Flow, name = 'x'): Record<string, unknown> => {
  const { End, Next, Branches, ItemProcessor, ...fields } = stack.resolve(flow.toAsl().States[name]);
  return fields;
};
const RESOURCE = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':states:::sqs:sendMessage']] };
const s3Resource = (action: string): object => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:states:::s3:${action}`]],
});

test.each<[string, Flow, object]>([
  [
    'Pass, JSONata',
    new Pass('x', { comment: 'c', output: { a: '{% $states.input.b %}' }, assign: { v: 1 } }),
    { Type: 'Pass', Comment: 'c', Assign: { v: 1 }, Output: { a: '{% $states.input.b %}' } },
  ],
  [
    'Pass, JSONPath',
    new Pass('x', {
      assign: { 'v.$': '$.v' },
      jsonPath: {
        inputPath: '$.in',
        parameters: { 'a.$': '$.b' },
        result: { r: 1 },
        resultPath: '$.out',
        outputPath: sfn.JsonPath.DISCARD,
      },
    }),
    {
      Type: 'Pass',
      InputPath: '$.in',
      Parameters: { 'a.$': '$.b' },
      Result: { r: 1 },
      ResultPath: '$.out',
      OutputPath: null,
      Assign: { 'v.$': '$.v' },
    },
  ],
  [
    'Task, JSONata',
    new Task('x', {
      call: send,
      comment: 'c',
      timeout: Duration.minutes(2),
      heartbeat: Duration.seconds(30),
      assign: { v: '{% $states.result %}' },
      output: '{% 1 %}',
    }),
    {
      Type: 'Task',
      Comment: 'c',
      Resource: RESOURCE,
      Arguments: { QueueUrl: 'q' },
      TimeoutSeconds: 120,
      HeartbeatSeconds: 30,
      Assign: { v: '{% $states.result %}' },
      Output: '{% 1 %}',
    },
  ],
  [
    'Task, JSONPath',
    new Task('x', {
      call: Integration.optimized('sqs:sendMessage', { QueueUrl: 'q', MessageBody: sfn.JsonPath.stringAt('$.body') }),
      jsonPath: {
        inputPath: '$.in',
        resultSelector: { 'id.$': '$.MessageId' },
        resultPath: '$.sent',
        outputPath: '$.out',
        timeoutSecondsPath: '$.t',
        heartbeatSecondsPath: '$.h',
      },
    }),
    {
      Type: 'Task',
      Resource: RESOURCE,
      InputPath: '$.in',
      Parameters: { 'QueueUrl': 'q', 'MessageBody.$': '$.body' },
      TimeoutSecondsPath: '$.t',
      HeartbeatSecondsPath: '$.h',
      ResultSelector: { 'id.$': '$.MessageId' },
      ResultPath: '$.sent',
      OutputPath: '$.out',
    },
  ],
  [
    'Task with computed durations and a role',
    new Task('x', {
      call: send,
      timeout: Expression.duration('{% $t %}'),
      heartbeat: Expression.duration('{% $h %}'),
      credentials: {
        role: sfn.TaskRole.fromRole(iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::210987654321:role/other')),
      },
    }),
    {
      Type: 'Task',
      Resource: RESOURCE,
      Arguments: { QueueUrl: 'q' },
      TimeoutSeconds: '{% $t %}',
      HeartbeatSeconds: '{% $h %}',
      Credentials: { RoleArn: 'arn:aws:iam::210987654321:role/other' },
    },
  ],
  [
    'Task with a computed role',
    new Task('x', { call: send, credentials: { role: Expression.taskRole('{% $role %}') } }),
    {
      Type: 'Task',
      Resource: RESOURCE,
      Arguments: { QueueUrl: 'q' },
      Credentials: { RoleArn: '{% $role %}' },
    },
  ],
  [
    'Choice, JSONata',
    new Choice('x', { comment: 'c', assign: { v: 0 }, output: 'none' }).when('{% $a %}', processor, {
      comment: 'r',
      assign: { v: 1 },
      output: 'one',
    }),
    {
      Type: 'Choice',
      Comment: 'c',
      Assign: { v: 0 },
      Output: 'none',
      Choices: [{ Condition: '{% $a %}', Comment: 'r', Assign: { v: 1 }, Output: 'one', Next: 'p' }],
    },
  ],
  [
    'Choice, JSONPath',
    new Choice('x', { jsonPath: { inputPath: '$.in', outputPath: '$.out' } }).whenCondition(
      sfn.Condition.and(sfn.Condition.isPresent('$.a'), sfn.Condition.not(sfn.Condition.numberLessThan('$.a', 3))),
      processor,
    ),
    {
      Type: 'Choice',
      InputPath: '$.in',
      OutputPath: '$.out',
      Choices: [
        { And: [{ Variable: '$.a', IsPresent: true }, { Not: { Variable: '$.a', NumericLessThan: 3 } }], Next: 'p' },
      ],
    },
  ],
  [
    'Wait for a time',
    new Wait('x', { duration: Duration.hours(4), assign: { v: 1 } }),
    { Type: 'Wait', Seconds: 14400, Assign: { v: 1 } },
  ],
  [
    'Wait for a computed time',
    new Wait('x', { duration: Expression.duration('{% $n * 2 %}') }),
    { Type: 'Wait', Seconds: '{% $n * 2 %}' },
  ],
  [
    'Wait until',
    new Wait('x', { timestamp: '2030-01-01T00:00:00Z' }),
    { Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z' },
  ],
  ['Wait by a path', new Wait('x', { jsonPath: { secondsPath: '$.n' } }), { Type: 'Wait', SecondsPath: '$.n' }],
  [
    'Wait until, by a path',
    new Wait('x', { jsonPath: { timestampPath: '$.t' } }),
    { Type: 'Wait', TimestampPath: '$.t' },
  ],
  ['Succeed', new Succeed('x', { output: 1, comment: 'c' }), { Type: 'Succeed', Comment: 'c', Output: 1 }],
  ['Succeed, JSONPath', new Succeed('x', { jsonPath: { outputPath: '$.o' } }), { Type: 'Succeed', OutputPath: '$.o' }],
  [
    'Fail',
    new Fail('x', { error: 'E', cause: '{% "because " & $why %}', comment: 'c' }),
    { Type: 'Fail', Comment: 'c', Error: 'E', Cause: '{% "because " & $why %}' },
  ],
  [
    'Fail, JSONPath',
    new Fail('x', { jsonPath: { errorPath: '$.e', causePath: "States.Format('{}', $.c)" } }),
    { Type: 'Fail', ErrorPath: '$.e', CausePath: "States.Format('{}', $.c)" },
  ],
  [
    'Parallel',
    new Parallel('x', { branches: [processor], arguments: { a: 1 }, output: '{% $states.result[0] %}' }),
    { Type: 'Parallel', Arguments: { a: 1 }, Output: '{% $states.result[0] %}' },
  ],
  [
    'Parallel, JSONPath',
    new Parallel('x', {
      branches: [processor],
      jsonPath: { parameters: { 'a.$': '$.b' }, resultSelector: { 'r.$': '$[0]' }, resultPath: '$.r' },
    }),
    {
      Type: 'Parallel',
      Parameters: { 'a.$': '$.b' },
      ResultSelector: { 'r.$': '$[0]' },
      ResultPath: '$.r',
    },
  ],
  [
    'InlineMap',
    new InlineMap('x', {
      processor,
      items: '{% $states.input.items %}',
      itemSelector: { i: '{% $states.context.Map.Item.Index %}' },
      maxConcurrency: 4,
      output: '{% $states.result %}',
    }),
    {
      Type: 'Map',
      Items: '{% $states.input.items %}',
      ItemSelector: { i: '{% $states.context.Map.Item.Index %}' },
      MaxConcurrency: 4,
      Output: '{% $states.result %}',
    },
  ],
  [
    'InlineMap, JSONPath',
    new InlineMap('x', {
      processor,
      jsonPath: { itemsPath: '$.items', maxConcurrencyPath: '$.n', resultSelector: { 'r.$': '$' } },
      itemSelector: { 'v.$': '$$.Map.Item.Value' },
    }),
    {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemSelector: { 'v.$': '$$.Map.Item.Value' },
      MaxConcurrencyPath: '$.n',
      ResultSelector: { 'r.$': '$' },
    },
  ],
  [
    'DistributedMap',
    new DistributedMap('x', {
      processor,
      maxConcurrency: Expression.number('{% $n %}'),
      toleratedFailurePercentage: 5,
      label: 'orders',
      itemBatcher: { maxItemsPerBatch: 10, maxInputBytesPerBatch: 1000, batchInput: { day: '{% $day %}' } },
      itemReader: ItemReader.csv(bucket, '{% $key %}', { headers: ['id'], delimiter: 'TAB', maxItems: 100 }),
      resultWriter: ResultWriter.s3(bucket, { prefix: 'out', transformation: 'COMPACT', outputType: 'JSONL' }),
    }),
    {
      Type: 'Map',
      MaxConcurrency: '{% $n %}',
      ItemReader: {
        Resource: s3Resource('getObject'),
        ReaderConfig: {
          InputType: 'CSV',
          CSVHeaderLocation: 'GIVEN',
          CSVHeaders: ['id'],
          CSVDelimiter: 'TAB',
          MaxItems: 100,
        },
        Arguments: { Bucket: 'data', Key: '{% $key %}' },
      },
      ItemBatcher: { MaxItemsPerBatch: 10, MaxInputBytesPerBatch: 1000, BatchInput: { day: '{% $day %}' } },
      ResultWriter: {
        Resource: s3Resource('putObject'),
        WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSONL' },
        Arguments: { Bucket: 'data', Prefix: 'out' },
      },
      ToleratedFailurePercentage: 5,
      Label: 'orders',
    },
  ],
  [
    'DistributedMap, JSONPath',
    new DistributedMap('x', {
      processor,
      itemReader: ItemReader.s3Objects(bucket, { prefix: 'in/' }),
      itemBatcher: { batchInput: { 'a.$': '$.a' } },
      jsonPath: {
        toleratedFailureCountPath: '$.c',
        toleratedFailurePercentagePath: '$.p',
        maxItemsPath: '$.m',
        maxItemsPerBatchPath: '$.b',
        maxInputBytesPerBatchPath: '$.y',
      },
    }),
    {
      Type: 'Map',
      ItemReader: {
        Resource: s3Resource('listObjectsV2'),
        ReaderConfig: { MaxItemsPath: '$.m' },
        Parameters: { Bucket: 'data', Prefix: 'in/' },
      },
      ItemBatcher: { MaxItemsPerBatchPath: '$.b', MaxInputBytesPerBatchPath: '$.y', BatchInput: { 'a.$': '$.a' } },
      ToleratedFailurePercentagePath: '$.p',
      ToleratedFailureCountPath: '$.c',
    },
  ],
])('%s renders with all its fields', (_state, flow, expected) => {
  expect(fieldsOf(flow)).toEqual(expected);
});

test.each<[string, ItemReader, object]>([
  [
    'the objects of a bucket',
    ItemReader.s3Objects(bucket),
    { Resource: s3Resource('listObjectsV2'), Arguments: { Bucket: 'data' } },
  ],
  [
    'what the objects hold',
    ItemReader.s3Objects(bucket, { loadAndFlatten: true, inputType: 'CSV' }),
    {
      Resource: s3Resource('listObjectsV2'),
      ReaderConfig: { InputType: 'CSV', Transformation: 'LOAD_AND_FLATTEN' },
      Arguments: { Bucket: 'data' },
    },
  ],
  [
    'JSON',
    ItemReader.json(bucket, 'k', { itemsPointer: '/rows' }),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'JSON', ItemsPointer: '/rows' },
      Arguments: { Bucket: 'data', Key: 'k' },
    },
  ],
  [
    'JSON Lines',
    ItemReader.jsonLines(bucket, 'k'),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'JSONL' },
      Arguments: { Bucket: 'data', Key: 'k' },
    },
  ],
  [
    'Parquet',
    ItemReader.parquet(bucket, 'k'),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'PARQUET' },
      Arguments: { Bucket: 'data', Key: 'k' },
    },
  ],
  [
    'an inventory',
    ItemReader.s3Inventory(bucket, 'k'),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'MANIFEST', ManifestType: 'S3_INVENTORY' },
      Arguments: { Bucket: 'data', Key: 'k' },
    },
  ],
  [
    'an Athena manifest',
    ItemReader.athenaManifest(bucket, 'k', 'CSV'),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'CSV', ManifestType: 'ATHENA_DATA' },
      Arguments: { Bucket: 'data', Key: 'k' },
    },
  ],
  [
    'anything else',
    ItemReader.of('s3:getObject', { Bucket: '{% $b %}', Key: 'k' }, { InputType: 'JSON' }),
    {
      Resource: s3Resource('getObject'),
      ReaderConfig: { InputType: 'JSON' },
      Arguments: { Bucket: '{% $b %}', Key: 'k' },
    },
  ],
])('a DistributedMap reads %s', (_what, itemReader, expected) => {
  expect(fieldsOf(new DistributedMap('x', { processor, itemReader })).ItemReader).toEqual(expected);
});

test('a DistributedMap tells the keys of its buckets, and the type of its children', () => {
  const encrypted = s3.Bucket.fromBucketAttributes(stack, 'Encrypted', {
    bucketName: 'enc',
    encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/k'),
  });
  const flow = new DistributedMap('x', {
    processor,
    itemReader: ItemReader.json(encrypted, 'k'),
    resultWriter: ResultWriter.s3(encrypted),
    executionType: sfn.StateMachineType.EXPRESS,
  });
  expect(flow.bind(stack).grants).toEqual({
    x: { encryptionKeys: ['arn:aws:kms:eu-west-1:123456789012:key/k', 'arn:aws:kms:eu-west-1:123456789012:key/k'] },
  });
  expect(flow.toAsl().States.x.ItemProcessor.ProcessorConfig).toEqual({
    Mode: 'DISTRIBUTED',
    ExecutionType: 'EXPRESS',
  });
});

test('a value is copied: a later change of it changes nothing', () => {
  const output = { list: [1] };
  const flow = new Pass('x', { output });
  const before = flow.toAsl();
  output.list.push(2);
  expect(before.States.x.Output).toEqual({ list: [1] });
});

describe('what no definition can hold', () => {
  test.each<[string, unknown, string]>([
    ['a function', () => 1, 'received: a function'],
    ['undefined in a list', [undefined], 'received: undefined in a list'],
    ['not a number', Number.NaN, 'received: NaN'],
    ['a Date', { at: new Date(0) }, 'fix: write its text: date.toISOString()'],
    ['a Duration', Duration.minutes(1), 'fix: write its number: duration.toSeconds()'],
    ['a Map', new Map(), 'received: a Map or Set'],
    ['a Promise', Promise.resolve(1), 'fix: await it first'],
    ['a construct', bucket, 'fix: write one of its attributes'],
    ['a flow', new Pass('y'), 'fix: put it into the chain'],
    [
      'a loop',
      (() => {
        const loop: Record<string, unknown> = {};
        loop.self = loop;
        return loop;
      })(),
      'received: an object that contains itself',
    ],
  ])('fails for %s, with its place', (_what, value, message) => {
    expect(() => new Pass('x', { output: { deep: value } }).toAsl()).toThrow(
      /^VALUE_NOT_JSON[\s\S]*at: 'x', output\.deep/,
    );
    expect(() => new Pass('x', { output: { deep: value } }).toAsl()).toThrow(message);
  });

  test.each<[string, () => Flow, string]>([
    [
      'two kinds of waiting',
      () => new Wait('x', { duration: Duration.seconds(1), timestamp: 't' }),
      "INVALID_WAIT: The Wait 'x' needs exactly one time",
    ],
    ['no waiting at all', () => new Wait('x', {}), 'fix: set the duration: Duration.minutes(5)'],
    [
      'an error given twice',
      () => new Fail('x', { error: 'E', jsonPath: { errorPath: '$.e' } }),
      "CONFLICTING_FIELDS: 'x' sets the same field twice",
    ],
    [
      'items given twice',
      () => new DistributedMap('x', { processor, items: '{% 1 %}', itemReader: ItemReader.json(bucket, 'k') }),
      'received: items and itemReader',
    ],
    ['a Choice without a rule', () => new Choice('x'), "NO_RULES: The Choice 'x' has no rule"],
    [
      'a second otherwise',
      () => new Choice('x').when('{% 1 %}').otherwise(processor).otherwise(processor),
      'DUPLICATE_OTHERWISE',
    ],
    ['a Parallel without a branch', () => new Parallel('x'), 'NO_BRANCHES'],
    ['a fraction of a second', () => new Wait('x', { duration: Duration.millis(1500) }), 'fix: Duration.seconds(2)'],
    [
      'a time-out of 0',
      () => new Task('x', { call: send, timeout: Duration.seconds(0) }),
      "TIME_OUT_OF_RANGE: The timeout of 'x' is out of range",
    ],
    [
      'a time-out of ages',
      () => new Task('x', { call: send, timeout: Duration.days(2000) }),
      'received: 172800000 seconds',
    ],
    [
      'a heartbeat as long as the time-out',
      () => new Task('x', { call: send, timeout: Duration.minutes(1), heartbeat: Duration.minutes(1) }),
      'received: heartbeat 60 seconds, timeout 60 seconds',
    ],
    [
      'an expression without its signs',
      () => new Wait('x', { duration: Expression.duration('$n') }),
      "fix: write '{% $n %}'",
    ],
  ])('fails for %s', (_what, flow, message) => {
    expect(() => flow().toAsl()).toThrow(message);
  });
});
