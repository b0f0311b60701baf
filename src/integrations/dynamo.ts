import type { aws_dynamodb as dynamodb } from 'aws-cdk-lib';
import type { Call } from './call';
import { capital } from './capitals';
import { integrationArn } from './integration-arn';
import { keys } from './keys';

/** What the calls of DynamoDB share. */
export interface DynamoProps {
  /**
   * Stand-ins for attribute names in expressions: `{ '#n': 'name' }`.
   *
   * @default - none
   */
  readonly expressionAttributeNames?: { [name: string]: string };

  /**
   * `INDEXES`, `TOTAL` or `NONE`: what the answer says about the capacity used.
   *
   * @default - NONE
   */
  readonly returnConsumedCapacity?: string;
}

/** What writing calls of DynamoDB share. */
export interface DynamoWriteProps extends DynamoProps {
  /**
   * The call fails unless this holds.
   *
   * @default - none
   */
  readonly conditionExpression?: string;

  /**
   * Values for expressions: `{ ':n': { N: '1' } }`.
   *
   * @default - none
   */
  readonly expressionAttributeValues?: { [name: string]: any };

  /**
   * What the answer says about collections of items: `SIZE` or `NONE`.
   *
   * @default - NONE
   */
  readonly returnItemCollectionMetrics?: string;

  /**
   * Which attributes the answer holds: `NONE`, `ALL_OLD`, and for updates `UPDATED_OLD`, `ALL_NEW`, `UPDATED_NEW`.
   *
   * @default - NONE
   */
  readonly returnValues?: string;
}

/** Which item to read. */
export interface DynamoGetItemProps extends DynamoProps {
  /** The item's key: `{ id: { S: '{% $states.input.id %}' } }`. */
  readonly key: { [name: string]: any };

  /**
   * Whether the newest write must be seen.
   *
   * @default - false
   */
  readonly consistentRead?: boolean;

  /**
   * The attributes to read.
   *
   * @default - all
   */
  readonly projectionExpression?: string;
}

/** The item to write. */
export interface DynamoPutItemProps extends DynamoWriteProps {
  /** The item: `{ id: { S: '{% $states.input.id %}' }, count: { N: '1' } }`. */
  readonly item: { [name: string]: any };
}

/** Which item to change, and how. */
export interface DynamoUpdateItemProps extends DynamoWriteProps {
  /** The item's key: `{ id: { S: '{% $states.input.id %}' } }`. */
  readonly key: { [name: string]: any };

  /**
   * The change: `SET #n = :n`.
   *
   * @default - none: the item is made if it is not there
   */
  readonly updateExpression?: string;
}

/** Which item to delete. */
export interface DynamoDeleteItemProps extends DynamoWriteProps {
  /** The item's key: `{ id: { S: '{% $states.input.id %}' } }`. */
  readonly key: { [name: string]: any };
}

/** The props that hold attribute values. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['key', 'item', 'expressionAttributeValues']);

/** `dynamodb:getItem` and its kind. */
export function dynamoCall(
  action: 'getItem' | 'putItem' | 'updateItem' | 'deleteItem',
  table: dynamodb.ITable,
  props: DynamoProps,
): Call {
  const args: Record<string, unknown> = { TableName: table.tableName };
  for (const [name, value] of Object.entries(props)) {
    args[capital(name)] = ATTRIBUTES.has(name) ? attributes(value) : value;
  }
  return {
    resource: integrationArn(`dynamodb:${action}`),
    args,
    grants: { resources: [table.tableArn], encryptionKeys: keys(table.encryptionKey) },
  };
}

/** Attribute values, also those that the CDK's `DynamoAttributeValue` holds. */
function attributes(values: { [name: string]: any }): unknown {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value?.toObject === 'function' && Object.hasOwn(value, 'attributeValue') ? value.toObject() : value,
    ]),
  );
}
