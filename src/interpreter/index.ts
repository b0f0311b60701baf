export type { Program } from './compiled';
export { ExecutionNames } from './execution-names';
export { HISTORY_EVENT_TYPES } from './history-event';
export type { HistoryEvent, HistoryEventType } from './history-event';
export type { MapAuthorizer, MapRunStart } from './map-run/map-permission';
export type { ObjectInfo, ObjectReader } from './map-run/object-reader';
export { logRecords } from './log-records';
export type { LogLevel, LogOptions, LogRecord } from './log-records';
export type { Machine, MachineFinder } from './machine';
export { compile } from './program';
export { notRedrivable } from './redrive/redrivable';
export { redrive, redriveAsync } from './redrive/redrive-run';
export type { RedriveOptions } from './redrive/redrive-run';
export { LIMIT_NAMES } from './run';
export type { ExecutionStatus, LimitName, RedriveStatus, Run, RunOptions } from './run';
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
export { jsonProblem } from './task-answer';
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
