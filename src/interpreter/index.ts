export type { Program } from './compiled';
export { HISTORY_EVENT_TYPES } from './history-event';
export type { HistoryEvent, HistoryEventType } from './history-event';
export type { ObjectInfo, ObjectReader } from './map-run/object-reader';
export { compile } from './program';
export type { ExecutionStatus, LimitName, Run, RunOptions } from './run';
export { run, runAsync, RunBroken } from './runner';
export type { IntegrationPattern, MapIteration, TaskAnswer, TaskCall, TaskError, TaskKind, TaskOutput, TaskPending, TaskRunner, TaskTiming } from './task-call';
