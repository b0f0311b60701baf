import { isJsonObject, type Json } from '../asl';
import { callModel } from './call-model';
import { mismatches } from './check-value';
import type { CalledAction } from './failed-result';
import { jobShape } from './job-results';
import type { Mismatch } from './mismatch';

/** How a result is compared with the output of the action: all of it, only the members that are present, or not at all. */
export type FieldValidation = 'strict' | 'present' | 'none';

/** What optimized integrations put around a result, and tests often leave out. */
const METADATA: ReadonlySet<string> = new Set(['SdkHttpMetadata', 'SdkResponseMetadata']);

/** Results of nested executions that `.sync:2` parses. */
const PARSED: readonly string[] = ['Input', 'Output'];

/**
 * The places where the result of a Task doesn't fit the output of the action; empty if it fits, or if the output isn't known. An empty object fits
 * everything: it is what tests write for a result that nothing reads.
 */
export function resultMismatches(
  called: CalledAction & { readonly resource: string },
  result: Json,
  mode: FieldValidation,
): readonly Mismatch[] {
  if (mode === 'none' || called.pattern === 'WAIT_FOR_TASK_TOKEN') return [];
  const call = callModel(called.service, called.action);
  const known = call && (called.pattern === 'SYNC' ? jobShape(call) : { model: call, shape: call.output });
  if (known === undefined) return [];
  if (!isJsonObject(result)) return [{ kind: 'type', path: [], name: 'the result', allowed: 'an OBJECT' }];
  if (Object.keys(result).length === 0) return [];
  const asValues = called.resource.endsWith('.sync:2');
  return mismatches(known.shape, result, {
    model: known.model,
    complete: mode === 'strict',
    exactScalars: true,
    isOpen: () => false,
    isOpenMember: name => asValues && PARSED.includes(name),
    markLength: 0,
    allowed: METADATA,
  });
}
