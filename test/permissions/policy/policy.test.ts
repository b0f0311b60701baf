import type { JsonObject } from '../../../src/asl';
import { compilePolicy, evaluatePolicy, type PolicyRequest } from '../../../src/permissions';

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';
const allow = (more: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Action: 'dynamodb:GetItem',
  Resource: TABLE,
  ...more,
});
const ask = (context: PolicyRequest['context'] = {}, more: Partial<PolicyRequest> = {}): PolicyRequest => ({
  action: 'dynamodb:GetItem',
  resource: TABLE,
  context,
  ...more,
});

describe('actions and resources', () => {
  test.each([
    ['dynamodb:GetItem', true],
    ['DynamoDB:getitem', true],
    ['dynamodb:Get*', true],
    ['dynamodb:?etItem', true],
    ['*', true],
    ['dynamodb:Get', false],
    ['dynamodb:GetItem?', false],
    ['s3:*', false],
  ])('the action %s allows GetItem: %s', (Action, allowed) => {
    expect(evaluatePolicy([allow({ Action })], ask()).effect).toBe(allowed ? 'allowed' : 'notAllowed');
  });

  test.each([
    [TABLE, true],
    ['*', true],
    ['arn:aws:dynamodb:*:*:table/Ord*', true],
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/*s', true],
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders', false],
    [`${TABLE}/index/*`, false],
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/Order${?}', false],
  ])('the resource %s allows the table: %s', (Resource, allowed) => {
    expect(evaluatePolicy([allow({ Resource })], ask()).effect).toBe(allowed ? 'allowed' : 'notAllowed');
  });

  test('an action without resource type is asked for * and needs it', () => {
    const request = { action: 'eks:CreateCluster', resource: '*' };
    expect(evaluatePolicy([{ Effect: 'Allow', Action: 'eks:CreateCluster', Resource: '*' }], request).effect).toBe(
      'allowed',
    );
    expect(
      evaluatePolicy([{ Effect: 'Allow', Action: 'eks:CreateCluster', Resource: 'arn:aws:eks:*:*:cluster/*' }], request)
        .effect,
    ).toBe('notAllowed');
  });

  test('NotAction and NotResource turn the list around', () => {
    expect(evaluatePolicy([{ Effect: 'Allow', NotAction: ['s3:*', 'iam:*'], Resource: '*' }], ask()).effect).toBe(
      'allowed',
    );
    expect(evaluatePolicy([{ Effect: 'Allow', NotAction: 'dynamodb:*', Resource: '*' }], ask()).effect).toBe(
      'notAllowed',
    );
    expect(evaluatePolicy([{ Effect: 'Allow', Action: '*', NotResource: `${TABLE}*` }], ask()).effect).toBe(
      'notAllowed',
    );
    expect(evaluatePolicy([{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::*' }], ask()).effect).toBe(
      'allowed',
    );
  });

  test('Deny wins wherever it stands, and the deciding statement is named', () => {
    const statements = [allow({}), { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }, allow({ Action: '*' })];
    expect(evaluatePolicy(statements, ask())).toEqual({ effect: 'denied', statement: 1 });
    expect(evaluatePolicy([statements[2], statements[0]], ask())).toEqual({ effect: 'allowed', statement: 0 });
    expect(evaluatePolicy([], ask())).toEqual({ effect: 'notAllowed' });
  });
});

describe('policy variables', () => {
  const bucket = (name: string): PolicyRequest => ({
    action: 's3:GetObject',
    resource: `arn:aws:s3:::home/${name}`,
    context: { 'aws:username': 'ann*' },
  });
  const statement = (Resource: string): JsonObject => ({ Effect: 'Allow', Action: 's3:GetObject', Resource });

  test('take the value of the request, whose stars are no patterns', () => {
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${aws:username}')], bucket('ann*')).effect).toBe('allowed');
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${aws:username}')], bucket('anna')).effect).toBe('notAllowed');
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${AWS:UserName}')], bucket('ann*')).effect).toBe('allowed');
  });

  test('without value match nothing, unless they have a default', () => {
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${aws:PrincipalTag/team}')], bucket('x')).effect).toBe(
      'notAllowed',
    );
    expect(evaluatePolicy([statement("arn:aws:s3:::home/${aws:PrincipalTag/team, 'x'}")], bucket('x')).effect).toBe(
      'allowed',
    );
  });

  test('${*}, ${?} and ${$} are the characters', () => {
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${*}${?}${$}')], bucket('*?$')).effect).toBe('allowed');
    expect(evaluatePolicy([statement('arn:aws:s3:::home/${*}')], bucket('a')).effect).toBe('notAllowed');
  });
});

describe('conditions', () => {
  const decide = (Condition: JsonObject, context: PolicyRequest['context']): string =>
    evaluatePolicy([allow({ Condition })], ask(context)).effect;

  test.each<[string, JsonObject, NonNullable<PolicyRequest['context']>, boolean]>([
    ['StringEquals: one of the values', { StringEquals: { 'aws:x': ['a', 'b'] } }, { 'AWS:X': 'b' }, true],
    ['StringEquals: case counts', { StringEquals: { 'aws:x': 'a' } }, { 'aws:x': 'A' }, false],
    ['StringEquals: stars are text', { StringEquals: { 'aws:x': 'a*' } }, { 'aws:x': 'ab' }, false],
    ['StringEquals: no key, no match', { StringEquals: { 'aws:x': 'a' } }, {}, false],
    ['StringNotEquals: none of the values', { StringNotEquals: { 'aws:x': ['a', 'b'] } }, { 'aws:x': 'b' }, false],
    ['StringNotEquals: no key differs', { StringNotEquals: { 'aws:x': 'a' } }, {}, true],
    ['StringEqualsIgnoreCase', { StringEqualsIgnoreCase: { 'aws:x': 'aB' } }, { 'aws:x': 'Ab' }, true],
    ['StringNotEqualsIgnoreCase', { StringNotEqualsIgnoreCase: { 'aws:x': 'aB' } }, { 'aws:x': 'Ab' }, false],
    ['StringLike', { StringLike: { 's3:prefix': ['day/*', 'x?'] } }, { 's3:prefix': 'day/1' }, true],
    [
      'StringLike with a variable',
      { StringLike: { 's3:prefix': '${aws:username}/*' } },
      { 's3:prefix': 'ann/1', 'aws:username': 'ann' },
      true,
    ],
    ['StringNotLike', { StringNotLike: { 's3:prefix': 'day/*' } }, { 's3:prefix': 'day/1' }, false],
    ['NumericEquals', { NumericEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': 10 }, true],
    ['NumericNotEquals', { NumericNotEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': 10 }, false],
    ['NumericLessThan', { NumericLessThan: { 's3:max-keys': 10 } }, { 's3:max-keys': 10 }, false],
    ['NumericLessThanEquals', { NumericLessThanEquals: { 's3:max-keys': 10 } }, { 's3:max-keys': 10 }, true],
    ['NumericGreaterThan', { NumericGreaterThan: { 's3:max-keys': 10 } }, { 's3:max-keys': 11 }, true],
    ['NumericGreaterThanEquals', { NumericGreaterThanEquals: { 's3:max-keys': 10 } }, { 's3:max-keys': 9 }, false],
    [
      'DateEquals',
      { DateEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '1767225600' },
      true,
    ],
    [
      'DateNotEquals',
      { DateNotEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      false,
    ],
    [
      'DateLessThan',
      { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2025-12-31T23:59:59Z' },
      true,
    ],
    [
      'DateLessThanEquals',
      { DateLessThanEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-01-01T00:00:01Z' },
      false,
    ],
    [
      'DateGreaterThan',
      { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-01-01T00:00:01Z' },
      true,
    ],
    [
      'DateGreaterThanEquals',
      { DateGreaterThanEquals: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
      true,
    ],
    ['Bool', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': true }, true],
    ['BinaryEquals', { BinaryEquals: { 'x:key': 'QmluYXJ5' } }, { 'x:key': 'QmluYXJ5' }, true],
    [
      'IpAddress',
      { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] } },
      { 'aws:SourceIp': '10.1.2.3' },
      true,
    ],
    [
      'IpAddress: version 6',
      { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] } },
      { 'aws:SourceIp': '2001:db8::1' },
      true,
    ],
    ['IpAddress: one address', { IpAddress: { 'aws:SourceIp': '10.1.2.3' } }, { 'aws:SourceIp': '10.1.2.4' }, false],
    ['NotIpAddress', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, { 'aws:SourceIp': '192.0.2.1' }, true],
    [
      'ArnEquals takes wildcards',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:states:*:111122223333:stateMachine:*' } },
      { 'aws:SourceArn': 'arn:aws:states:eu-west-1:111122223333:stateMachine:A' },
      true,
    ],
    [
      'ArnLike: a star stays in its part',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:states:*:stateMachine:A' } },
      { 'aws:SourceArn': 'arn:aws:states:eu-west-1:111122223333:stateMachine:A' },
      false,
    ],
    [
      'ArnNotEquals',
      { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::a' } },
      { 'aws:SourceArn': 'arn:aws:s3:::b' },
      true,
    ],
    ['ArnNotLike', { ArnNotLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }, { 'aws:SourceArn': 'arn:aws:s3:::b' }, false],
    ['Null true: the key is not there', { Null: { 'aws:x': 'true' } }, {}, true],
    ['Null false: the key is there', { Null: { 'aws:x': false } }, {}, false],
    ['IfExists holds without the key', { StringEqualsIfExists: { 'aws:x': 'a' } }, {}, true],
    ['IfExists compares with the key', { StringEqualsIfExists: { 'aws:x': 'a' } }, { 'aws:x': 'b' }, false],
    [
      'ForAllValues: each value',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['a', 'c'] },
      false,
    ],
    ['ForAllValues: none is all', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, {}, true],
    [
      'ForAnyValue: one value',
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['a*'] } },
      { 'aws:TagKeys': ['c', 'ab'] },
      true,
    ],
    ['ForAnyValue: none is not any', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, false],
    [
      'ForAnyValue with a negation',
      { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } },
      { 'aws:TagKeys': ['a', 'b'] },
      true,
    ],
    [
      'ForAllValues with a negation',
      { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a'] } },
      { 'aws:TagKeys': ['a', 'b'] },
      false,
    ],
    [
      'all keys of all operators',
      { StringEquals: { 'aws:x': 'a', 'aws:y': 'b' }, Bool: { 'aws:z': 'false' } },
      { 'aws:x': 'a', 'aws:y': 'b', 'aws:z': 'true' },
      false,
    ],
  ])('%s', (_, Condition, context, allowed) => {
    expect(decide(Condition, context)).toBe(allowed ? 'allowed' : 'notAllowed');
  });

  test('fails on an operator that IAM does not have, and names the nearest', () => {
    expect(() => decide({ StringEqual: { 'aws:x': 'a' } }, {})).toThrow(
      /UNKNOWN_CONDITION_OPERATOR.*did you mean "StringEquals"\?/,
    );
    expect(() => decide({ 'ForEachValue:StringEquals': { 'aws:x': 'a' } }, {})).toThrow('UNKNOWN_CONDITION_OPERATOR');
  });

  test('a key of which nothing is known makes the answer unknown, never allowed', () => {
    const Condition = { StringEquals: { 'aws:ResourceTag/team': 'a' } };
    const request = ask({}, { missingKeys: 'unknown' });
    expect(evaluatePolicy([allow({ Condition })], request)).toEqual({
      effect: 'unknown',
      statement: 0,
      unknownKeys: ['aws:ResourceTag/team'],
    });
    expect(evaluatePolicy([allow({ Condition }), allow({})], request)).toEqual({ effect: 'allowed', statement: 1 });
    expect(evaluatePolicy([allow({}), { ...allow({ Condition }), Effect: 'Deny' }], request)).toEqual({
      effect: 'unknown',
      statement: 1,
      unknownKeys: ['aws:ResourceTag/team'],
    });
    expect(evaluatePolicy([{ ...allow({ Condition }), Effect: 'Deny' }], request)).toEqual({ effect: 'notAllowed' });
    expect(
      evaluatePolicy([allow({ Condition })], ask({ 'aws:ResourceTag/team': [] }, { missingKeys: 'unknown' })).effect,
    ).toBe('notAllowed');
  });
});

describe('the closest statement', () => {
  test('is the one whose action fits, then whose resource fits', () => {
    const policy = compilePolicy([
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: TABLE },
      { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: `${TABLE}2` },
      { Effect: 'Deny', Action: 'dynamodb:GetItem', Resource: TABLE },
    ]);
    expect(policy.closest(ask())).toEqual({ statement: 2, missing: ['resource'] });
  });

  test('tells that only a condition is missing', () => {
    expect(compilePolicy([allow({ Condition: { Bool: { 'aws:x': 'true' } } })]).closest(ask())).toEqual({
      statement: 0,
      missing: ['condition'],
    });
  });

  test('is none where nothing has anything to do with the request', () => {
    expect(
      compilePolicy([{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }]).closest(ask()),
    ).toBeUndefined();
  });
});

describe('a policy that is none', () => {
  test.each([
    ['a statement without effect', { Action: '*', Resource: '*' }],
    ['both Action and NotAction', { Effect: 'Allow', Action: '*', NotAction: 's3:*', Resource: '*' }],
    ['no Resource', { Effect: 'Allow', Action: '*' }],
    ['a resource that is no text', { Effect: 'Allow', Action: '*', Resource: { Ref: 'Table' } }],
    ['a Condition that is a list', { Effect: 'Allow', Action: '*', Resource: '*', Condition: [] }],
  ])('fails: %s', (_, statement) => {
    expect(() => compilePolicy([statement as JsonObject])).toThrow('INVALID_POLICY');
  });
});
