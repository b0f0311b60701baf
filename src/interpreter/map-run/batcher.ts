import { MAX_PAYLOAD_BYTES, type ItemBatcher, type Json, type JsonObject, type QueryLanguage } from '../../asl';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput } from '../data-flow';
import type { Frame } from '../frame';
import { numberPath } from '../number-path';
import { jsonBytes } from '../payload';

/**
 * Groups items for the child executions: by number, by bytes, or by both; `BatchInput` goes to each.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
export function compileBatcher(
  batcher: ItemBatcher,
  inputPath: string | null | undefined,
  language: QueryLanguage,
): (frame: Frame, items: readonly Json[]) => JsonObject[] {
  const most = limit('MaxItemsPerBatch', batcher.MaxItemsPerBatch, batcher.MaxItemsPerBatchPath, inputPath, language);
  const bytes = limit(
    'MaxInputBytesPerBatch',
    batcher.MaxInputBytesPerBatch,
    batcher.MaxInputBytesPerBatchPath,
    inputPath,
    language,
  );
  const shared = compileBatchInput(batcher.BatchInput, inputPath, language);
  return (frame, items) => {
    const perBatch = most?.(frame) ?? Number.POSITIVE_INFINITY;
    const room = Math.min(bytes?.(frame) ?? MAX_PAYLOAD_BYTES, MAX_PAYLOAD_BYTES);
    const input = shared?.(frame);
    const head: JsonObject = input === undefined ? {} : { BatchInput: input };
    const frameBytes = jsonBytes({ ...head, Items: [] });
    const batches: JsonObject[] = [];
    let batch: Json[] = [];
    let size = frameBytes;
    for (const item of items) {
      const own = jsonBytes(item);
      // between two items stands a comma
      if (batch.length > 0 && (batch.length >= perBatch || size + 1 + own > room)) {
        batches.push({ ...head, Items: batch });
        batch = [];
        size = frameBytes;
      }
      size += own + (batch.length > 0 ? 1 : 0);
      batch.push(item);
    }
    if (batch.length > 0) batches.push({ ...head, Items: batch });
    return batches;
  };
}

function compileBatchInput(
  input: Json | undefined,
  inputPath: string | null | undefined,
  language: QueryLanguage,
): ((frame: Frame) => Json) | undefined {
  if (input === undefined) return undefined;
  if (language === 'JSONata') return compileValue(input, 'ItemBatcher/BatchInput');
  const template = compileTemplate(input, 'BatchInput');
  const data = compileInput(inputPath);
  return frame => template(data(frame), frame);
}

function limit(
  field: string,
  literal: number | string | undefined,
  path: string | undefined,
  inputPath: string | null | undefined,
  language: QueryLanguage,
): ((frame: Frame) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) return numberPath(`${field}Path`, path, inputPath);
  if (typeof literal === 'string' && isExpression(literal)) {
    return compileExpression(literal, `ItemBatcher/${field}`, 'integer') as (frame: Frame) => number;
  }
  return typeof literal === 'number' ? () => literal : undefined;
}
