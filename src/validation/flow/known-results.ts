import type { Resource } from '../resource';
import { ANY, objectOf, type Shape } from './shape';

/** What every answer of a service through Java's SDK has beside its own members. */
const METADATA = ['SdkHttpMetadata', 'SdkResponseMetadata'];

/** The members of answers that are known to have no others. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  'lambda:invoke': ['ExecutedVersion', 'FunctionError', 'LogResult', 'Payload', 'StatusCode', ...METADATA],
  'sqs:sendMessage': [
    'MD5OfMessageAttributes',
    'MD5OfMessageBody',
    'MD5OfMessageSystemAttributes',
    'MessageId',
    'SequenceNumber',
    ...METADATA,
  ],
  'sns:publish': ['MessageId', 'SequenceNumber', ...METADATA],
  'dynamodb:getItem': ['ConsumedCapacity', 'Item', ...METADATA],
  'dynamodb:putItem': ['Attributes', 'ConsumedCapacity', 'ItemCollectionMetrics', ...METADATA],
  'dynamodb:updateItem': ['Attributes', 'ConsumedCapacity', 'ItemCollectionMetrics', ...METADATA],
  'dynamodb:deleteItem': ['Attributes', 'ConsumedCapacity', 'ItemCollectionMetrics', ...METADATA],
  'events:putEvents': ['Entries', 'FailedEntryCount', ...METADATA],
  'states:startExecution': ['ExecutionArn', 'StartDate', ...METADATA],
};

/**
 * What an optimized integration answers to a request that does not wait.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export function knownResult(resource: Resource | undefined): Shape {
  if (resource?.kind !== 'optimized' || resource.pattern !== undefined) return ANY;
  const members = RESULTS[`${resource.service}:${resource.action}`];
  return members === undefined ? ANY : objectOf(members.map(name => [name, ANY]));
}
