export { apiCallRule, WorkflowApiCall, type ApiCallOptions } from './api-call-rule';
export { ExecutionStatus } from './execution-status';
export { StatusChangeEvent } from './status-change-event';
export type { DeliveryOptions, ExecutionEventOptions, StatusChangeOptions } from './status-change-options';
export { statusChangeRule } from './status-change-rule';
export { TextFilter } from './text-filter';
