export type { FieldValidationMode } from './check-result';
export { testState } from './test-state';
export type { TestStateConfiguration, TestStateMock, TestStateOptions, TestStateResult } from './request';
