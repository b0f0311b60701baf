import { isJsonObject, type Json } from '../../asl';
import type { LocalApp, Neighbor } from '../../cloudformation';
import type { TaskCall } from '../../interpreter';
import type { KnownOfState } from '../../permissions';

/**
 * What the app says about a call beside the call itself: the roles of the task definition that it runs, the keys of the queue, topic, table or
 * bucket that it uses, the secret of its connection. Undefined where the app says nothing.
 */
export function knownFromApp(call: TaskCall, app: LocalApp): KnownOfState | undefined {
  const used = usedBy(call, app);
  const passRoles =
    call.service === 'ecs' ? used.filter(one => one.type === 'AWS::ECS::TaskDefinition').flatMap(rolesOf) : [];
  const isKnownTask = call.service === 'ecs' && used.some(one => one.type === 'AWS::ECS::TaskDefinition');
  const keys = used.flatMap(one => keysOf(one, app));
  const resources =
    call.service === 'http'
      ? used.filter(one => one.type === 'AWS::Events::Connection').flatMap(one => textOf(one.attribute('SecretArn')))
      : [];
  if (!isKnownTask && keys.length === 0 && resources.length === 0) return undefined;
  return {
    ...(isKnownTask ? { passRoles } : {}),
    ...(keys.length > 0 ? { keys } : {}),
    ...(resources.length > 0 ? { resources } : {}),
  };
}

/** The keys of the bucket that a reader or writer names. */
export function keysOfBucket(part: Json | undefined, app: LocalApp): string[] {
  const bucket = member(member(part, 'Arguments') ?? member(part, 'Parameters'), 'Bucket');
  return app.resources
    .filter(one => one.type === 'AWS::S3::Bucket' && one.name === bucket)
    .flatMap(one => keysOf(one, app));
}

/** The resources of the app that the call's arguments name, by ARN, name or what `Ref` gives. */
function usedBy(call: TaskCall, app: LocalApp): readonly Neighbor[] {
  const texts = new Set(textsIn(call.input, 3));
  return app.resources.filter(
    one =>
      RELEVANT.has(one.type) && [one.arn, one.name, one.ref].some(text => typeof text === 'string' && texts.has(text)),
  );
}

const RELEVANT: ReadonlySet<string> = new Set([
  'AWS::DynamoDB::Table',
  'AWS::ECS::TaskDefinition',
  'AWS::Events::Connection',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

function textsIn(value: Json, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return (isJsonObject(value) ? Object.values(value) : value).flatMap(inner => textsIn(inner, depth - 1));
}

function rolesOf(taskDefinition: Neighbor): string[] {
  return ['TaskRoleArn', 'ExecutionRoleArn'].flatMap(name => textOf(taskDefinition.property(name)));
}

/** The customer's own keys with which a resource encrypts; AWS's own keys ask nobody. */
function keysOf(resource: Neighbor, app: LocalApp): string[] {
  const found = KEY_PROPERTIES[resource.type]?.(resource);
  return textOf(found).flatMap(key =>
    app.resources
      .filter(one => one.type === 'AWS::KMS::Key' && [one.arn, one.ref].includes(key))
      .flatMap(one => textOf(one.arn)),
  );
}

const KEY_PROPERTIES: Readonly<Record<string, (resource: Neighbor) => Json | undefined>> = {
  'AWS::DynamoDB::Table': resource => member(resource.property('SSESpecification'), 'KMSMasterKeyId'),
  'AWS::S3::Bucket': resource => {
    const [rule] = (member(resource.property('BucketEncryption'), 'ServerSideEncryptionConfiguration') ??
      []) as readonly Json[];
    return member(member(rule, 'ServerSideEncryptionByDefault'), 'KMSMasterKeyID');
  },
  'AWS::SNS::Topic': resource => resource.property('KmsMasterKeyId'),
  'AWS::SQS::Queue': resource => resource.property('KmsMasterKeyId'),
};

function member(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function textOf(value: Json | undefined): string[] {
  return typeof value === 'string' ? [value] : [];
}
