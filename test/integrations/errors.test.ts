import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { ERRORS_PAGE, errorsPage } from '../../scripts/errors-page';
import { isOfService, otherSpelling, SERVICE_ERRORS } from '../../src/asl';
import { Flow, Task } from '../../src/chain';
import { Errors, Integration, Retries } from '../../src/integrations';

const TABLE = Object.values(SERVICE_ERRORS).flat();
const CONSTANTS = Object.entries(Errors as unknown as Record<string, unknown>).filter(
  (entry): entry is [string, string] => typeof entry[1] === 'string',
);
const task = (name: string, resource: string): Task =>
  new Task(name, { call: Integration.resource(`arn:aws:states:::${resource}`, { A: 1 }) });
const retried = (flow: Flow, name: string): string[] | undefined => flow.toAsl().States[name].Retry?.[0].ErrorEquals;

describe('Errors', () => {
  test('has a constant for every name of the table, and says how it is known', () => {
    const source = readFileSync(join(__dirname, '../../src/integrations/error-names.ts'), 'utf8');
    for (const error of TABLE.filter(({ name }) => !name.includes('<') && !name.startsWith('States.'))) {
      expect(CONSTANTS.map(([, name]) => name)).toContain(error.name);
      expect(source).toContain(`(${error.confidence}: ${error.source})`);
    }
  });

  test('has each name once', () => {
    expect(new Set(CONSTANTS.map(([, name]) => name)).size).toBe(CONSTANTS.length);
  });

  test('makes names of statuses and of SDK integrations', () => {
    expect(Errors.httpStatus(503)).toBe('States.Http.StatusCode.503');
    expect(Errors.apiGatewayStatus(429)).toBe('ApiGateway.429');
    expect(Errors.sdk('S3', 'NoSuchKey')).toBe('S3.NoSuchKeyException');
    expect(Errors.sdk('Sfn', 'InvalidTokenException')).toBe('Sfn.InvalidTokenException');
  });

  test('fails for a status that is no failure', () => {
    expect(() => Errors.httpStatus(204)).toThrow(/^INVALID_HTTP_STATUS[\s\S]*received: 204/);
    expect(() => Errors.apiGatewayStatus(1.5)).toThrow('INVALID_HTTP_STATUS');
  });
});

test('docs/errors.md says what the table says: npx tsx --tsconfig tsconfig.dev.json scripts/errors-page.ts', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8')).toBe(errorsPage());
});

describe('Retries', () => {
  test('transient() adds to each Task of a flow what its own service raises', () => {
    const flow = Flow.of(
      task('lambda', 'lambda:invoke'),
      task('dynamo', 'dynamodb:putItem'),
      task('sdk', 'aws-sdk:dynamodb:query'),
      task('http', 'http:invoke'),
      task('other', 'aws-sdk:s3:getObject'),
    ).retryEach(Retries.transientErrors());
    expect(retried(flow, 'lambda')).toContain('Lambda.TooManyRequestsException');
    expect(retried(flow, 'lambda')!.every(name => name.startsWith('Lambda.'))).toBe(true);
    expect(retried(flow, 'dynamo')).toEqual([
      'DynamoDB.ProvisionedThroughputExceededException',
      'DynamoDB.RequestLimitExceededException',
      'DynamoDB.InternalServerErrorException',
      'DynamoDB.SdkClientException',
    ]);
    expect(retried(flow, 'sdk')).toEqual([
      'DynamoDb.ProvisionedThroughputExceededException',
      'DynamoDb.RequestLimitExceededException',
      'DynamoDb.InternalServerErrorException',
      'DynamoDb.SdkClientException',
    ]);
    expect(retried(flow, 'http')).toEqual([
      'States.Http.StatusCode.429',
      'States.Http.StatusCode.502',
      'States.Http.StatusCode.503',
      'States.Http.StatusCode.504',
      'Events.ConnectionResource.InternalError',
      'Events.ConnectionResource.ConcurrentModification',
      'Events.ConnectionResource.AuthInProgress',
    ]);
    expect(retried(flow, 'other')).toBeUndefined();
  });

  test('has nothing that is known not to pass', () => {
    const lasting = TABLE.filter(({ transient }) => transient === false).map(({ name }) => name);
    expect(Retries.transientErrors().errors!.filter(name => lasting.includes(name))).toEqual([]);
    expect(Retries.transientErrors().errors).not.toContain(Errors.HTTP_SOCKET);
  });

  test.each([
    'lambdaErrors',
    'dynamoErrors',
    'httpErrors',
    'ecsErrors',
    'batchErrors',
    'glueConcurrencyErrors',
    'bedrockErrors',
  ] as const)('%s() names known errors only, and takes other values', name => {
    const known = new Set([
      ...CONSTANTS.map(([, error]) => error),
      ...[429, 502, 503, 504].map(status => Errors.httpStatus(status)),
    ]);
    const spelled = Retries[name]().errors!.map(error => error.replace('DynamoDb.', 'DynamoDB.'));
    expect(spelled.filter(error => !known.has(error))).toEqual([]);
    expect(Retries[name]({ maxAttempts: 1, interval: Duration.seconds(9) })).toMatchObject({
      maxAttempts: 1,
      interval: Duration.seconds(9),
      errors: Retries[name]().errors,
    });
    expect(task('t', 'sqs:sendMessage').retry(Retries[name]()).toAsl().States.t.Retry).toHaveLength(1);
  });
});

describe('whose errors are whose', () => {
  test.each<[string, string, boolean]>([
    ['States.Timeout', 'arn:aws:states:::sns:publish', true],
    ['States.Http.Socket', 'arn:aws:states:::sns:publish', false],
    ['States.Http.Socket', 'arn:aws:states:::http:invoke', true],
    ['Sandbox.Timedout', 'arn:aws:lambda:eu-west-1:123456789012:function:f', true],
    ['Sandbox.Timedout', 'arn:aws:states:::sqs:sendMessage', false],
    ['CardDeclined', 'arn:aws:states:::sqs:sendMessage', true],
    ['Shop.OutOfStock', 'arn:aws:states:::sqs:sendMessage', true],
    ['Lambda.Unknown', 'arn:${AWS::Partition}:states:::sqs:sendMessage', false],
    ['Lambda.Unknown', 'arn:${AWS::Partition}:states:::${Service}:sendMessage', true],
    ['Lambda.Unknown', '${Resource}', true],
  ])('%s may come from %s: %s', (name, resource, expected) => {
    expect(isOfService(name, resource)).toBe(expected);
  });

  test('the other kind of integration spells some services differently', () => {
    expect(otherSpelling('DynamoDb.X', 'arn:aws:states:::dynamodb:getItem')).toBe('DynamoDB.X');
    expect(otherSpelling('DynamoDb.X', 'arn:${AWS::Partition}:states:::dynamodb:getItem')).toBe('DynamoDB.X');
    expect(otherSpelling('StepFunctions.X', 'arn:aws:states:::aws-sdk:sfn:startExecution')).toBe('Sfn.X');
    expect(otherSpelling('DynamoDB.X', 'arn:aws:states:::dynamodb:getItem')).toBeUndefined();
    expect(otherSpelling('DynamoDb.X', 'arn:aws:lambda:eu-west-1:123456789012:function:f')).toBeUndefined();
  });
});
