export type { LocalRedriveProps } from './local-redrive-props';
export { LocalRun, type LocalRunProps } from './local-run';
export { LocalRunResult } from './local-run-result';
export { TaskBehaviour, type ITaskHandler } from './task-behaviour';
export type { TaskRequest } from './task-request';
