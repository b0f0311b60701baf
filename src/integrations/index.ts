export { DynamoDeleteItemProps, DynamoGetItemProps, DynamoProps, DynamoPutItemProps, DynamoUpdateItemProps, DynamoWriteProps } from './dynamo';
export { EventBridgeEntry } from './event-bridge';
export { Expression } from './expression';
export { Integration, JobIntegration, JobTokenIntegration, ResourceProps, TokenIntegration } from './integration';
export { LambdaInvokeProps } from './lambda';
export { SnsPublishProps, SqsSendMessageProps } from './messages';
export { AwsSdkProps } from './sdk';
export { StartExecutionProps } from './start-execution';
