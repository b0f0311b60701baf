import { answers, failing, hanging, recorded, sinceRedrive } from './redrives';
import type { Json, JsonObject } from '../../../src/asl';
import { redrive, type ObjectReader, type Run } from '../../../src/interpreter';
import { LAMBDA, result, runOf, types } from '../runs';

function mapOf(type: 'STANDARD' | 'EXPRESS', more: object = {}): JsonObject {
  return {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        Label: 'L',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
          StartAt: 'A',
          States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, End: true } },
        },
        MaxConcurrency: 2,
        End: true,
        ...more,
      },
    },
  } as unknown as JsonObject;
}

const DAY = 86_400_000;
const downAt =
  (item: number) =>
  ({ input }: { readonly input: Json }) =>
    input === `A(${item})` ? { error: 'Down', durationMs: 1000 } : { output: `b${JSON.stringify(input)}` };
const statuses = ({ children }: Run): string[] => children.map(({ status }) => status);

/** S3 with these objects. */
function objects(texts: Record<string, string>): ObjectReader {
  return { get: (_, key) => texts[key], list: () => [] };
}

const READS = {
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'JSON' },
    Parameters: { Bucket: 'b', Key: 'k' },
  },
};

describe('a redriven Map Run', () => {
  test('goes on with the Standard children that failed, and starts those that had not started', () => {
    const first = runOf(mapOf('STANDARD'), [1, 2, 3, 4], {
      onTask: answers({ B: call => (call.input === 'A(1)' ? { output: 'b1' } : failing()) }),
    });
    expect([first.error, statuses(first)]).toEqual(['States.ExceedToleratedFailureThreshold', ['SUCCEEDED', 'FAILED']]);
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask });
    expect(result(again)).toEqual(['b1', 'B("A(2)")', 'B("A(3)")', 'B("A(4)")']);
    expect(calls).toEqual([
      ['B', 'A(2)'],
      ['A', 3],
      ['B', 'A(3)'],
      ['A', 4],
      ['B', 'A(4)'],
    ]);
  });

  test('is the same Map Run, and says so', () => {
    const first = runOf(mapOf('STANDARD'), [1], { onTask: failing });
    const again = redrive(first, { onTask: answers() });
    const { mapRunArn } = first.history.find(({ type }) => type === 'MapRunStarted')!.mapRunStartedEventDetails!;
    expect(sinceRedrive(again)).toEqual([
      'ExecutionRedriven',
      'MapRunRedriven',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited M',
      'ExecutionSucceeded',
    ]);
    expect(again.history.find(({ type }) => type === 'MapRunRedriven')!.mapRunRedrivenEventDetails).toEqual({
      mapRunArn,
      redriveCount: 1,
    });
    const twice = redrive(redrive(first), { onTask: answers() });
    expect(twice.history.flatMap(({ mapRunRedrivenEventDetails: details }) => details?.redriveCount ?? [])).toEqual([
      1, 2,
    ]);
  });

  test('keeps the names and histories of Standard children', () => {
    const first = runOf(mapOf('STANDARD'), [1], { onTask: answers({ B: failing }) });
    const again = redrive(first, { onTask: answers(), afterMs: 1000 });
    const [[before], [after]] = [first.children, again.children];
    expect(after.executionArn).toBe(before.executionArn);
    expect(after.history.slice(0, before.history.length)).toEqual(before.history);
    expect(sinceRedrive(after)).toEqual([
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited B',
      'ExecutionSucceeded',
    ]);
    expect([before.status, after.status, after.redriveCount, after.redriveDate]).toEqual([
      'FAILED',
      'SUCCEEDED',
      1,
      first.stopTime + 1000,
    ]);
  });

  test('starts Express children anew, under their names', () => {
    const first = runOf(mapOf('EXPRESS'), [1, 2], { onTask: answers({ B: downAt(2) }) });
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask, afterMs: 1000 });
    expect(result(again)).toEqual(['b"A(1)"', 'B("A(2)")']);
    expect(calls).toEqual([
      ['A', 2],
      ['B', 'A(2)'],
    ]);
    expect(again.children.map(({ executionArn }) => executionArn)).toEqual(
      first.children.map(({ executionArn }) => executionArn),
    );
    expect([types(again.children[1])[0], again.children[1].redriveCount, again.children[1].startTime]).toEqual([
      'ExecutionStarted',
      0,
      first.stopTime + 1000,
    ]);
  });

  test('goes on with children that were stopped with it', () => {
    const first = runOf(mapOf('STANDARD'), [1, 2, 3], { onTask: answers({ B: hanging }), abortAfterMs: 1000 });
    expect([first.status, statuses(first)]).toEqual(['ABORTED', ['ABORTED', 'ABORTED']]);
    const { calls, onTask } = recorded(answers());
    expect(result(redrive(first, { onTask }))).toEqual(['B("A(1)")', 'B("A(2)")', 'B("A(3)")']);
    expect(calls.slice(0, 2)).toEqual([
      ['B', 'A(1)'],
      ['B', 'A(2)'],
    ]);
  });

  test('keeps to its concurrency', () => {
    const first = runOf(mapOf('STANDARD', { MaxConcurrency: 2, ToleratedFailureCount: 2 }), [1, 2, 3], {
      onTask: failing,
    });
    expect(first.status).toBe('FAILED');
    const again = redrive(first, { onTask: () => ({ output: 1, durationMs: 1000 }) });
    expect(again.stopTime - again.startTime).toBe(4000);
  });

  test('counts the failures of this attempt', () => {
    const definition = mapOf('STANDARD', { ToleratedFailureCount: 1 });
    const first = runOf(definition, [1, 2, 3, 4], {
      onTask: answers({
        B: ({ input }) => (input === 'A(1)' || input === 'A(2)' ? { error: 'Down' } : { output: input }),
      }),
    });
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    const again = redrive(first, { onTask: answers({ B: downAt(1) }) });
    expect(result(again)).toEqual(['b"A(2)"', 'b"A(3)"', 'b"A(4)"']);
  });

  test('leaves children that failed and were tolerated, once it has succeeded', () => {
    const { StartAt, States } = mapOf('STANDARD', { ToleratedFailureCount: 1, End: undefined, Next: 'Z' });
    const definition = { StartAt, States: { ...(States as JsonObject), Z: { ...LAMBDA, End: true } } };
    const first = runOf(definition, [1, 2], { onTask: answers({ B: downAt(1), Z: failing }) });
    const { calls, onTask } = recorded(answers());
    redrive(first, { onTask });
    expect(calls).toEqual([['Z', ['b"A(2)"']]]);
  });

  test('cannot redrive Standard children that ended more than 14 days ago: their failure is final and counts', () => {
    const late = (tolerated: number): Run =>
      runOf(mapOf('STANDARD', { ToleratedFailureCount: tolerated, MaxConcurrency: 0 }), [1, 2, 3], {
        onTask: answers({
          B: ({ input }) => (input === 'A(1)' ? { error: 'Down' } : { error: 'Down', durationMs: 10 * DAY }),
        }),
      });
    const { calls, onTask } = recorded(answers());
    const again = redrive(late(1), { onTask, afterMs: 5 * DAY });
    expect([result(again), calls]).toEqual([
      ['B("A(2)")', 'B("A(3)")'],
      [
        ['B', 'A(2)'],
        ['B', 'A(3)'],
      ],
    ]);
    expect(again.children[0].error).toBe('Down');
    const exceeded = redrive(
      runOf(mapOf('STANDARD', { MaxConcurrency: 0 }), [1, 2], {
        onTask: answers({ B: ({ input }) => (input === 'A(1)' ? { error: 'Down' } : { pending: true }) }),
      }),
      { onTask: answers(), afterMs: 1 },
    );
    expect(exceeded.status).toBe('SUCCEEDED');
  });

  test('has its reader read again where that had failed', () => {
    const first = runOf(mapOf('STANDARD', READS), {}, { onTask: answers(), objects: objects({}) });
    expect(first.error).toBe('States.ItemReaderFailed');
    const again = redrive(first, { objects: objects({ k: '[1,2]' }) });
    expect(result(again)).toEqual(['B("A(1)")', 'B("A(2)")']);
    expect(types(again).filter(type => type.startsWith('MapRun'))).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapRunRedriven',
      'MapRunSucceeded',
    ]);
  });

  test('keeps the items that were read, whatever the bucket holds now', () => {
    const first = runOf(
      mapOf('STANDARD', READS),
      {},
      { onTask: answers({ B: downAt(1) }), objects: objects({ k: '[1,2,3]' }) },
    );
    const changed = { objects: objects({ k: '["changed"]' }), onTask: answers() };
    expect(result(redrive(first, changed))).toEqual(['B("A(1)")', 'b"A(2)"', 'b"A(3)"']);
    expect(result(redrive(first, changed))).toEqual(['B("A(1)")', 'b"A(2)"', 'b"A(3)"']);
  });

  test('keeps its batches', () => {
    const first = runOf(mapOf('STANDARD', { ItemBatcher: { MaxItemsPerBatch: 2 } }), [1, 2, 3], {
      onTask: answers({ A: failing }),
    });
    expect(result(redrive(first, { onTask: ({ input }) => ({ output: input }) }))).toEqual([
      { Items: [1, 2] },
      { Items: [3] },
    ]);
  });

  test('starts a new Map Run where data could not be selected', () => {
    const first = runOf(mapOf('STANDARD', { OutputPath: '$.missing' }), [1], { onTask: answers() });
    expect(first.error).toBe('States.Runtime');
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask });
    const arns = again.history.flatMap(({ mapRunStartedEventDetails }) => mapRunStartedEventDetails?.mapRunArn ?? []);
    expect([new Set(arns).size, calls.length]).toEqual([2, 2]);
  });

  test('writes the results of all attempts', () => {
    const writer = {
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: 'out', Prefix: 'p' },
        WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSON' },
      },
    };
    const first = runOf(mapOf('STANDARD', writer), [1, 2, 3], { onTask: answers({ B: downAt(2) }) });
    const again = redrive(first, { onTask: answers() });
    expect(first.written.size).toBe(0);
    const [succeeded] = [...again.written]
      .filter(([url]) => url.includes('SUCCEEDED'))
      .map(([, text]) => JSON.parse(text) as Json[]);
    expect([...succeeded].sort()).toEqual(['B("A(2)")', 'b"A(1)"', 'b"A(3)"'].sort());
    expect([...again.written.keys()].some(url => url.includes('FAILED'))).toBe(false);
  });

  test('fails with States.Runtime after 1000 redrives', () => {
    let run = runOf(mapOf('EXPRESS'), [1], { onTask: failing });
    for (let i = 0; i < 1000; i++) run = redrive(run);
    expect(run.error).toBe('States.ExceedToleratedFailureThreshold');
    expect(redrive(run).error).toBe('States.Runtime');
  });

  test('fails where a local run has not kept all that failed', () => {
    const items = Array.from({ length: 10_002 }, (_, i) => i);
    const first = runOf(mapOf('EXPRESS', { ToleratedFailureCount: 10_000, MaxConcurrency: 0 }), items, {
      onTask: failing,
      withoutLimits: ['payload'],
    });
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    expect(() => redrive(first)).toThrow(expect.objectContaining({ code: 'TOO_MANY_TO_REDRIVE' }));
  });
});
