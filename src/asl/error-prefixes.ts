/**
 * What stands before the dot in the error names of a service. Optimized integrations spell it as the Java SDK 1 does, SDK integrations as the
 * Java SDK 2 does. By prefix: the services, as the Resource of a Task names them. Prefixes that nobody has confirmed are not here, so that no
 * retrier is left out by mistake.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
const SERVICES_OF_PREFIX: Readonly<Record<string, readonly string[]>> = {
  ApiGateway: ['apigateway'],
  Athena: ['athena'],
  Batch: ['batch'],
  Bedrock: ['bedrock', 'bedrockruntime'],
  BedrockRuntime: ['bedrock', 'bedrockruntime'],
  CodeBuild: ['codebuild'],
  DynamoDB: ['dynamodb'],
  DynamoDb: ['dynamodb'],
  ECS: ['ecs'],
  Ecs: ['ecs'],
  EventBridge: ['events', 'eventbridge'],
  Events: ['http'],
  Glue: ['glue'],
  Lambda: ['lambda'],
  S3: ['s3'],
  Sandbox: ['lambda'],
  SageMaker: ['sagemaker'],
  Sfn: ['states', 'sfn'],
  SNS: ['sns'],
  Sns: ['sns'],
  SQS: ['sqs'],
  Sqs: ['sqs'],
  StepFunctions: ['states', 'sfn'],
};

/**
 * Whether a Task with this Resource can raise the error, as far as the error's name tells: a name without the prefix of a service can come
 * from anywhere.
 */
export function isOfService(errorName: string, resource: string): boolean {
  const dot = errorName.indexOf('.');
  const prefix = errorName.slice(0, Math.max(dot, 0));
  if (prefix === '' || (prefix === 'States' && !errorName.startsWith('States.Http.'))) return true;
  const service = serviceOf(resource);
  if (service === undefined) return true;
  if (prefix === 'States') return service === 'http';
  if (Object.hasOwn(SERVICES_OF_PREFIX, prefix)) return SERVICES_OF_PREFIX[prefix].includes(service);
  return true;
}

/** Services whose errors are spelled differently by their optimized and their SDK integration. */
export const ERROR_SPELLINGS: ReadonlyArray<readonly [optimized: string, sdk: string]> = [
  ['DynamoDB', 'DynamoDb'],
  ['ECS', 'Ecs'],
  ['SNS', 'Sns'],
  ['SQS', 'Sqs'],
  ['StepFunctions', 'Sfn'],
];

/** The error's name as this Resource spells it, where the other kind of integration of the same service spells it so; else undefined. */
export function otherSpelling(errorName: string, resource: string): string | undefined {
  if (partsOf(resource)[2] !== 'states') return undefined;
  const [wrong, right] = resource.includes(':aws-sdk:') ? [0, 1] : [1, 0];
  const prefix = errorName.slice(0, Math.max(errorName.indexOf('.'), 0));
  const spelling = ERROR_SPELLINGS.find(pair => pair[wrong] === prefix);
  return spelling && spelling[right] + errorName.slice(prefix.length);
}

/** `lambda`, `dynamodb`, `s3`, `activity`; undefined for what cannot be told, such as a token. */
export function serviceOf(resource: string): string | undefined {
  const parts = partsOf(resource);
  if (parts[2] === 'lambda') return 'lambda';
  if (parts[2] !== 'states') return undefined;
  if (parts[5] === 'activity') return 'activity';
  const service = parts[5] === 'aws-sdk' ? parts[6] : parts[5];
  return service === undefined || service.includes(OPEN) ? undefined : service;
}

/** Stands for a token or a substitution. */
const OPEN = '*';

/** The parts of an ARN; the colons of `${AWS::Partition}` part nothing. */
function partsOf(arn: string): string[] {
  return arn.replace(/\$\{[^}]*\}/g, OPEN).split(':');
}
