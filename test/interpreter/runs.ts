import type { Json, JsonObject } from '../../src/asl';
import { compile, run, type HistoryEvent, type Run, type RunOptions } from '../../src/interpreter';

/** A machine of one state that ends. */
export function only(state: object, more: object = {}): JsonObject {
  return {
    ...more,
    StartAt: 'A',
    States: { A: { ...state, ...(/Succeed|Fail|Choice/.test((state as { Type: string }).Type) ? {} : { End: true }) } },
  } as unknown as JsonObject;
}

/** A JSONata machine of one state that ends. */
export function onlyJsonata(state: object): JsonObject {
  return only(state, { QueryLanguage: 'JSONata' });
}

/** Runs a definition. */
export function runOf(definition: object, input: Json = {}, options: RunOptions = {}): Run {
  return run(compile(definition as JsonObject), { input, ...options });
}

/** The types of the events, in order. */
export function types({ history }: { readonly history: readonly HistoryEvent[] }): string[] {
  return history.map(({ type }) => type);
}

/** What came out: the output, or error and cause. */
export function result({ status, output, error, cause }: Run): unknown {
  return status === 'SUCCEEDED'
    ? output
    : { status, ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

/** The text that AWS puts in front of a cause. */
export function inState(name: string, id = 2): string {
  return `An error occurred while executing the state '${name}' (entered at the event id #${id}). `;
}

/** A lambda Task. */
export const LAMBDA = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
