import type { Json } from '../asl';
import type { EventRecord } from './event-log';
import type { HistoryEvent, HistoryEventType } from './history-event';

const WHOLE = { truncated: false };

/** How the details of each type are made of a record; types that are missing here have none. */
const DETAILS: Partial<Record<HistoryEventType, (record: EventRecord) => Partial<HistoryEvent>>> = {
  ActivityFailed: r => ({ activityFailedEventDetails: { ...r.more } }),
  ActivityScheduled: r => ({ activityScheduledEventDetails: { resource: '', ...r.more, ...input(r) } }),
  ActivityStarted: r => ({ activityStartedEventDetails: { ...r.more } }),
  ActivitySucceeded: r => ({ activitySucceededEventDetails: output(r) }),
  ActivityTimedOut: r => ({ activityTimedOutEventDetails: { ...r.more } }),
  EvaluationFailed: r => ({ evaluationFailedEventDetails: { ...r.more, state: r.name! } }),
  ExecutionAborted: r => ({ executionAbortedEventDetails: { ...r.more } }),
  ExecutionFailed: r => ({ executionFailedEventDetails: { ...r.more } }),
  ExecutionRedriven: r => ({ executionRedrivenEventDetails: { ...r.more } }),
  ExecutionStarted: r => ({ executionStartedEventDetails: { ...input(r), ...r.more } }),
  ExecutionSucceeded: r => ({ executionSucceededEventDetails: output(r) }),
  ExecutionTimedOut: r => ({ executionTimedOutEventDetails: { ...r.more } }),
  LambdaFunctionFailed: r => ({ lambdaFunctionFailedEventDetails: { ...r.more } }),
  LambdaFunctionScheduled: r => ({ lambdaFunctionScheduledEventDetails: { resource: '', ...r.more, ...input(r) } }),
  LambdaFunctionSucceeded: r => ({ lambdaFunctionSucceededEventDetails: output(r) }),
  LambdaFunctionTimedOut: r => ({ lambdaFunctionTimedOutEventDetails: { ...r.more } }),
  MapIterationAborted: r => ({ mapIterationAbortedEventDetails: { name: r.name, ...r.more } }),
  MapIterationFailed: r => ({ mapIterationFailedEventDetails: { name: r.name, ...r.more } }),
  MapIterationStarted: r => ({ mapIterationStartedEventDetails: { name: r.name, ...r.more } }),
  MapIterationSucceeded: r => ({ mapIterationSucceededEventDetails: { name: r.name, ...r.more } }),
  MapRunFailed: r => ({ mapRunFailedEventDetails: { ...r.more } }),
  MapRunRedriven: r => ({ mapRunRedrivenEventDetails: { ...r.more } }),
  MapRunStarted: r => ({ mapRunStartedEventDetails: { ...r.more } }),
  MapStateStarted: r => ({ mapStateStartedEventDetails: { length: 0, ...r.more } }),
  TaskFailed: r => ({ taskFailedEventDetails: { ...task(r), ...r.more } }),
  TaskScheduled: r => ({ taskScheduledEventDetails: { region: '', ...task(r), ...r.more, parameters: text(r.data) } }),
  TaskStarted: r => ({ taskStartedEventDetails: task(r) }),
  TaskSubmitFailed: r => ({ taskSubmitFailedEventDetails: { ...task(r), ...r.more } }),
  TaskSubmitted: r => ({ taskSubmittedEventDetails: { ...task(r), ...output(r) } }),
  TaskSucceeded: r => ({ taskSucceededEventDetails: { ...task(r), ...output(r) } }),
  TaskTimedOut: r => ({ taskTimedOutEventDetails: { ...task(r), ...r.more } }),
};

/** The event that AWS would return for a record. */
export function historyEvent(record: EventRecord, id: number): HistoryEvent {
  const head: HistoryEvent = {
    timestamp: new Date(record.at.time),
    type: record.type,
    id,
    previousEventId: record.previous,
  };
  if (record.type.endsWith('StateEntered')) {
    return { ...head, stateEnteredEventDetails: { name: record.name!, ...input(record) } };
  }
  if (record.type.endsWith('StateExited')) {
    return { ...head, stateExitedEventDetails: { name: record.name!, ...output(record), ...assigned(record.more) } };
  }
  return { ...head, ...DETAILS[record.type]?.(record) };
}

function text(value: Json | undefined): string {
  return JSON.stringify(value) ?? 'null';
}

function input(record: EventRecord): { input?: string; inputDetails?: { truncated: boolean } } {
  return record.data === undefined ? {} : { input: text(record.data), inputDetails: { ...WHOLE } };
}

function output(record: EventRecord): { output?: string; outputDetails?: { truncated: boolean } } {
  return record.data === undefined ? {} : { output: text(record.data), outputDetails: { ...WHOLE } };
}

/** `lambda:invoke` of a record's resource, split as AWS does. */
function task({ more }: EventRecord): { resourceType: string; resource: string } {
  const { resourceType = '', resource = '' } = (more ?? {}) as { resourceType?: string; resource?: string };
  return { resourceType, resource };
}

function assigned(variables: object | undefined): {
  assignedVariables?: Record<string, string>;
  assignedVariablesDetails?: { truncated: boolean };
} {
  if (variables === undefined) return {};
  const texts = Object.entries(variables as Record<string, Json>).map(([name, value]) => [name, text(value)] as const);
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { ...WHOLE } };
}
