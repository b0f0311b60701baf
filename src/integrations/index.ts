export type { DynamoDeleteItemProps, DynamoGetItemProps, DynamoProps, DynamoPutItemProps, DynamoUpdateItemProps, DynamoWriteProps } from './dynamo';
export type { EventBridgeEntry } from './event-bridge';
export { Expression } from './expression';
export { Integration, JobIntegration, JobTokenIntegration, TokenIntegration } from './integration';
export type { LambdaInvokeProps } from './lambda';
export type { SnsPublishProps, SqsSendMessageProps } from './messages';
export type { StartExecutionProps } from './start-execution';
export type { StateGrants } from './state-grants';
