import type { Json, JsonObject } from '../../src/asl';
import { callModel, literalMismatches, refusal } from '../../src/services';

function model(call: string) {
  const at = call.lastIndexOf(':');
  return callModel(call.slice(0, at), call.slice(at + 1))!;
}

function kinds(call: string, given: JsonObject, language: 'JSONPath' | 'JSONata' = 'JSONPath'): string[] {
  return literalMismatches(model(call), given, { language, isOpen: () => false }).map(
    ({ kind, path }) => `${kind} ${path.join('/')}`,
  );
}

describe('literal arguments', () => {
  test.each<[string, string, JsonObject, string[]]>([
    ['an unknown member', 'aws-sdk:ec2:describeSnapshots', { Filter: [] }, ['unknown Filter']],
    [
      'the wrong case inside a list',
      'aws-sdk:batch:submitJob',
      { JobName: 'j', JobQueue: 'q', JobDefinition: 'd', RetryStrategy: { EvaluateOnExit: [{ action: 'RETRY' }] } },
      ['case RetryStrategy/EvaluateOnExit/0/action'],
    ],
    ['an object for a string', 'aws-sdk:s3:getObject', { Bucket: {}, Key: 'k' }, ['type Bucket']],
    ['a missing required member', 'aws-sdk:s3:getObject', { Bucket: 'b' }, ['missing ']],
    [
      'a value outside of an enum',
      'lambda:invoke',
      { FunctionName: 'f', InvocationType: 'x' },
      ['value InvocationType'],
    ],
    ['a number below the least', 'aws-sdk:dynamodb:query', { TableName: 't', Limit: 0 }, ['range Limit']],
    ['an empty string', 'aws-sdk:s3:getObject', { Bucket: 'b', Key: '' }, ['length Key']],
    [
      'a string that is no Boolean',
      'dynamodb:putItem',
      { TableName: 't', Item: { a: { BOOL: 'yes' } } },
      ['type Item/a/BOOL'],
    ],
  ])('rejects %s', (_, call, given, expected) => {
    expect(kinds(call, given)).toEqual(expected);
  });

  test.each<[string, string, JsonObject]>([
    ['the string "true" for a Boolean', 'dynamodb:putItem', { TableName: 't', Item: { a: { BOOL: 'true' } } }],
    ['a number for a string, and a string for a number', 'aws-sdk:s3:listObjectsV2', { Bucket: 7, MaxKeys: '7' }],
    ['any JSON in what the optimized form takes as JSON', 'events:putEvents', { Entries: [{ Detail: { a: [1] } }] }],
    ['a member that a path fills', 'sqs:sendMessage', { 'QueueUrl.$': '$.url', 'MessageBody.$': '$' }],
    ['members that only the optimized form has', 'bedrock:invokeModel', { ModelId: 'm', Input: { S3Uri: 's3://b/k' } }],
    ['an object as the body of an S3 object', 'aws-sdk:s3:putObject', { Bucket: 'b', Key: 'k', Body: { a: 1 } }],
  ])('accepts %s', (_, call, given) => {
    expect(kinds(call, given)).toEqual([]);
  });

  test('rejects the mark of a path in JSONata, and a doubled one in JSONPath', () => {
    expect(kinds('dynamodb:getItem', { TableName: 't', Key: { id: { 'S.$': '$.id' } } }, 'JSONata')).toEqual([
      'unknown Key/id/S.$',
    ]);
    expect(kinds('dynamodb:putItem', { TableName: 't', Item: { m: { 'M.$.$': '$.m' } } })).toEqual([
      'unknown Item/m/M.$.$',
    ]);
  });
});

describe('effective arguments', () => {
  const frame = (given: Json, problem: string): string =>
    `The Parameters '${JSON.stringify(given)}' could not be used to start the Task: [${problem}]`;

  test.each<[string, string, JsonObject, string]>([
    [
      'an unknown member',
      'sqs:sendMessage',
      { QueueUrl: 'q', MessageBody: 'b', Priority: 'high' },
      'The field "Priority" is not supported by Step Functions',
    ],
    [
      'an object where a string belongs',
      'dynamodb:putItem',
      { TableName: 't', Item: { p: { S: { a: 1 } } } },
      "The value for the field 'S' must be a STRING",
    ],
    [
      'a number as a payload',
      'lambda:invoke',
      { FunctionName: 'f', Payload: 3 },
      "The value for the field 'Payload' must be a STRING",
    ],
  ])('fail the Task with %s', (_, call, given, problem) => {
    expect(refusal(model(call), given)).toBe(frame(given, problem));
  });

  test('pass with a value that only the service can refuse', () => {
    expect(refusal(model('lambda:invoke'), { FunctionName: 'f', InvocationType: 'x' })).toBeUndefined();
  });

  test('pass with a plain list of strings for L', () => {
    expect(refusal(model('dynamodb:putItem'), { TableName: 't', Item: { l: { L: ['a', 'b'] } } })).toBeUndefined();
  });

  test('pass with a member that is allowed by name', () => {
    const given = { QueueUrl: 'q', MessageBody: 'b', Priority: 'high' };
    expect(refusal(model('sqs:sendMessage'), given, new Set(['Priority']))).toBeUndefined();
  });
});
