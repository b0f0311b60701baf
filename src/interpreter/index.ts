export { compile } from './compile';
export { ExecutionNames } from './execution-names';
export type { ExecutionStatus, RedriveStatus } from './execution-status';
export { HISTORY_EVENT_TYPES } from './history-event';
export type { HistoryEvent, HistoryEventType } from './history-event';
export { LIMIT_NAMES, type LimitName } from './limits';
export type { ObjectInfo, ObjectReader } from './map-run/object-reader';
export { logRecords } from './log-records';
export type { LogLevel, LogOptions, LogRecord } from './log-records';
export type { Machine, MachineFinder } from './machine';
export type { MapAuthorizer, MapRunStart } from './map-run/map-authorizer';
export type { Program } from './program';
export { notRedrivable } from './redrive/redrivable';
export { redrive, redriveAsync } from './redrive/redrive-run';
export type { RedriveOptions } from './redrive/redrive-run';
export type { Run } from './run';
export type { RunOptions } from './run-options';
export { run, runAsync, RunBroken } from './runner';
export type {
  IntegrationPattern,
  MapIteration,
  TaskAnswer,
  TaskCall,
  TaskError,
  TaskKind,
  TaskOutput,
  TaskPending,
  TaskRefused,
  TaskRunner,
  TaskTiming,
} from './task-call';
export { owned, ownJson, ownJsonOnce } from './own-json';
export { TaskTokens } from './task-tokens';
export type { ActivityTask, Later } from './task-tokens';
export { runSingleState } from './single-state/run-single-state';
export type {
  StateAnswer,
  StateConfiguration,
  StateOutcome,
  SingleState,
  SurroundingState,
} from './single-state/single-state';
