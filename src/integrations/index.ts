export type { CallApiGatewayProps } from './api-gateway';
export type { AthenaGetQueryResultsProps, AthenaStartQueryExecutionProps } from './athena';
export type { BatchSubmitJobProps } from './batch';
export type { BedrockInvokeModelProps } from './bedrock';
export type {
  DynamoDeleteItemProps,
  DynamoGetItemProps,
  DynamoProps,
  DynamoPutItemProps,
  DynamoUpdateItemProps,
  DynamoWriteProps,
} from './dynamo';
export type { EcsRunTaskProps } from './ecs';
export type { EksCallProps, EksRunJobProps } from './eks';
export { Errors } from './error-names';
export type { EventBridgeEntry } from './event-bridge';
export { Expression } from './expression';
export type { GlueStartJobRunProps } from './glue';
export type { HttpInvokeProps } from './http';
export { Integration, JobIntegration, JobTokenIntegration, TokenIntegration, WorkflowIntegration } from './integration';
export type { LambdaInvokeProps } from './lambda';
export type { SnsPublishProps, SqsSendMessageProps } from './messages';
export { Retries } from './retries';
export type { StartExecutionProps } from './start-execution';
export type { StateGrants } from './state-grants';
