import { isJsonObject, sitesOf, type JsonObject } from '../asl';
import type { Usage } from '../cost';
import type { Run } from '../interpreter';

/** What a run used, as its price needs it. */
export function usageOf(run: Run, definition: JsonObject = {}): Usage {
  let payloadBytes = 0;
  let containers = 0;
  let idleMs = 0;
  let last = run.startTime;
  for (const { type, timestamp, stateEnteredEventDetails, stateExitedEventDetails } of run.history) {
    // from the end of an attempt to its redrive nothing runs
    if (type === 'ExecutionRedriven') idleMs += timestamp.getTime() - last;
    last = timestamp.getTime();
    const text = stateEnteredEventDetails?.input ?? stateExitedEventDetails?.output;
    if (text !== undefined) payloadBytes = Math.max(payloadBytes, Buffer.byteLength(text));
    if (type === 'MapStateEntered' || type === 'ParallelStateEntered') containers++;
  }
  return {
    transitions: run.transitions,
    durationMs: run.stopTime - run.startTime - idleMs,
    definitionBytes: Buffer.byteLength(JSON.stringify(definition)),
    payloadBytes,
    containers,
    standardOnly: standardOnly(definition),
  };
}

/** Why a definition cannot be an Express workflow, if it cannot. @see https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
export function standardOnly(definition: JsonObject): string | undefined {
  for (const { name, state } of sitesOf(definition).states) {
    const resource = typeof state.Resource === 'string' ? state.Resource : '';
    if (/\.sync(:2)?$/.test(resource)) return `'${name}' waits for the end of a job`;
    if (resource.endsWith('.waitForTaskToken')) return `'${name}' waits for its task token`;
    if (/:activity:/.test(resource)) return `'${name}' waits for a worker of an activity`;
    if (
      isJsonObject(state.ItemProcessor) &&
      isJsonObject(state.ItemProcessor.ProcessorConfig) &&
      state.ItemProcessor.ProcessorConfig.Mode === 'DISTRIBUTED'
    ) {
      return `'${name}' is a Distributed Map`;
    }
  }
  return undefined;
}
