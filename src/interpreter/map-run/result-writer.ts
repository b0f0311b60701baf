import { ERROR_NAMES, type Json, type JsonObject, type MapState, type QueryLanguage } from '../../asl';
import { compileValue } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput } from '../data-flow';
import type { Ending } from '../execution-status';
import type { Frame } from '../frame';
import { isoTime } from '../iso-time';
import { s3Argument } from './s3-location';

/** One child execution that has ended, or was never started. */
export interface ChildResult {
  readonly name: string;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly input: Json;
  readonly startTime: number;
  readonly stopTime: number;
  readonly ending: Ending;
}

/** A file of results takes this many bytes, and one result more; what remains goes to the next file. */
const MOST_BYTES = 5 * 1024 ** 3;

/** Writes the results of a Map Run; gives the result of the Map. */
export type WriteResults = (frame: Frame, mapRunArn: string, results: readonly ChildResult[]) => Json;

/**
 * Compiles a ResultWriter: with a Resource it writes files as S3 would have them and gives the place of the manifest; without, it only shapes the
 * result of the Map.
 *
 * @param mostBytes how large a file grows before the next one is begun
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function compileResultWriter(
  { ResultWriter, InputPath }: MapState,
  language: QueryLanguage,
  mostBytes = MOST_BYTES,
): WriteResults | undefined {
  if (ResultWriter === undefined) return undefined;
  const { Resource, WriterConfig = {}, Parameters, Arguments } = ResultWriter;
  const shape = SHAPES[WriterConfig.Transformation ?? 'NONE'];
  if (Resource === undefined) {
    return (_, __, results) => results.flatMap(result => (result.ending.status === 'SUCCEEDED' ? shape(result) : []));
  }
  const lines = WriterConfig.OutputType === 'JSONL';
  const args =
    language === 'JSONata'
      ? compileValue(Arguments ?? {}, 'ResultWriter/Arguments')
      : (
          (template, input) => (frame: Frame) =>
            template(input(frame), frame)
        )(compileTemplate(Parameters ?? {}, 'Parameters'), compileInput(InputPath));
  return (frame, mapRunArn, results) => {
    const given = args(frame);
    const bucket = String(s3Argument(given, 'Bucket', ERROR_NAMES.RESULT_WRITER_FAILED));
    const prefix = s3Argument(given, 'Prefix', ERROR_NAMES.RESULT_WRITER_FAILED);
    const folder = `${prefix ? `${prefix.replace(/\/$/, '')}/` : ''}${mapRunArn.split(':').pop()}`;
    const { world, scheduler } = frame.execution;
    const put = (key: string, text: string): JsonObject => ({
      Key: key,
      Size: world.written.put(bucket, key, text, scheduler.time),
    });
    const files = (status: 'SUCCEEDED' | 'FAILED', values: readonly Json[]): JsonObject[] =>
      parts(
        values.map(value => JSON.stringify(value)),
        mostBytes,
      ).map((texts, n) =>
        put(`${folder}/${status}_${n}.${lines ? 'jsonl' : 'json'}`, lines ? texts.join('\n') : `[${texts.join(',')}]`),
      );
    const succeeded = files('SUCCEEDED', results.filter(({ ending }) => ending.status === 'SUCCEEDED').flatMap(shape));
    const failed = files('FAILED', results.filter(({ ending }) => ending.status !== 'SUCCEEDED').map(metadata));
    const key = `${folder}/manifest.json`;
    put(
      key,
      JSON.stringify({
        DestinationBucket: bucket,
        MapRunArn: mapRunArn,
        ResultFiles: { FAILED: failed, PENDING: [], SUCCEEDED: succeeded },
      }),
    );
    return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket: bucket, Key: key } };
  };
}

/** Splits texts into files; each has at least one. */
function parts(texts: readonly string[], mostBytes: number): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const text of texts) {
    if (room <= 0) {
      found.push([]);
      room = mostBytes;
    }
    found[found.length - 1].push(text);
    room -= Buffer.byteLength(text) + 1;
  }
  return found;
}

/** What is written of one child that succeeded. */
const SHAPES: Readonly<Record<'NONE' | 'COMPACT' | 'FLATTEN', (result: ChildResult) => Json[]>> = {
  NONE: result => [metadata(result)],
  COMPACT: ({ ending }) => [ending.output!],
  FLATTEN: ({ ending }) => (Array.isArray(ending.output) ? (ending.output as Json[]) : [ending.output!]),
};

function metadata({
  name,
  executionArn,
  stateMachineArn,
  input,
  startTime,
  stopTime,
  ending,
}: ChildResult): JsonObject {
  const { status, output, error, cause } = ending;
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: executionArn,
    Input: JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    ...(output === undefined ? {} : { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
    StartDate: isoTime(startTime),
    StateMachineArn: stateMachineArn,
    Status: status,
    StopDate: isoTime(stopTime),
  };
}
