/**
 * Runs workflows locally, in tests. TypeScript and JavaScript only.
 *
 * Matchers and snapshots: import `stepwright/testing/jest` or `stepwright/testing/vitest` once.
 */
export {
  costText,
  fails,
  historyText,
  invokes,
  pending,
  returns,
  returnsPayload,
  RunResult,
  sequence,
  TaskError,
  throws,
  unusedPermissions,
} from '../local';
export type {
  DeniedCall,
  DurationLike,
  Fails,
  FileOptions,
  Files,
  FunctionCode,
  LocalRedriveOptions,
  LocalRunOptions,
  Mock,
  MockFunction,
  MockOptions,
  Mocks,
  Pending,
  PermissionsMode,
  Returns,
  ReturnsPayload,
  RoleUse,
  RunPermissions,
  Sequence,
  TextOptions,
  Throws,
  TimelineEntry,
  TimelineKind,
  UnusedPermission,
} from '../local';
export type { MetricPoint } from '../local/cloudwatch';
export type { BusEvent, Notification } from '../local/event-bridge';
export type { ResourceName } from '../local/find-resource';
export { testState } from '../local/test-state';
export type {
  FieldValidationMode,
  TestStateConfiguration,
  TestStateMock,
  TestStateOptions,
  TestStateResult,
} from '../local/test-state';
export type { Cost, ExpressCost, ExpressImpossible, StandardCost } from '../cost';
export { mocksFromConfig } from './mocks-from-config';
export { StepwrightError } from '../errors';
export { ExecutionNames, TaskTokens } from '../interpreter';
export type {
  ActivityTask,
  HistoryEvent,
  HistoryEventType,
  Later,
  LimitName,
  RedriveStatus,
  Run,
  TaskCall,
} from '../interpreter';
export { LocalWorkflow } from './local-workflow';
export type { LocalDefinitionOptions } from './local-workflow';
export type { ExpectedFailure, RunMatchers } from './run-matchers';
export type { ReadOptions } from '../cloudformation';
export { validate } from '../validation';
export type { Diagnostic, Severity, ValidateOptions } from '../validation';
