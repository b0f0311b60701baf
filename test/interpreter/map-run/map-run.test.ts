import type { Json } from '../../../src/asl';
import type { RunOptions } from '../../../src/interpreter';
import { compileResultWriter } from '../../../src/interpreter/map-run/result-writer';
import { LAMBDA, only, result, runOf, types } from '../runs';

const processor = (state: object, ExecutionType = 'STANDARD'): object => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
  StartAt: 'I',
  States: { I: { ...state, ...((state as { Type: string }).Type === 'Fail' ? {} : { End: true }) } },
});
const distributed = (state: object, more: object = {}, type?: string): ReturnType<typeof only> =>
  only({ Type: 'Map', ItemProcessor: processor(state, type), ...more });
const ODD = { Type: 'Task', Resource: LAMBDA.Resource };
const onTask: RunOptions['onTask'] = ({ input }) =>
  (input as number) % 2 === 0 ? { output: (input as number) * 10 } : { error: 'Odd', cause: `${input as number}` };

describe('a Map Run', () => {
  test('runs a child execution for each item and gives the outputs in order', () => {
    const run = runOf(distributed({ Type: 'Wait', SecondsPath: '$' }), [3, 1, 2]);
    expect(result(run)).toEqual([3, 1, 2]);
    expect(run.children.map(({ status, type }) => `${type} ${status}`)).toEqual([
      'STANDARD SUCCEEDED',
      'STANDARD SUCCEEDED',
      'STANDARD SUCCEEDED',
    ]);
    expect(run.stopTime - run.startTime).toBe(3000);
  });

  test('runs no more children side by side than it may', () => {
    const run = runOf(distributed({ Type: 'Wait', Seconds: 1 }, { MaxConcurrency: 2 }), [1, 2, 3, 4, 5]);
    expect(run.stopTime - run.startTime).toBe(3000);
  });

  test('gives each child the item in its Context Object', () => {
    const definition = distributed(
      { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index', 'in.$': '$$.Execution.Input' } },
      { ItemSelector: { 'v.$': '$$.Map.Item.Value' } },
    );
    expect(result(runOf(definition, ['a']))).toEqual([{ i: 0, in: { v: 'a' } }]);
  });

  test('goes on with the outputs of those that succeeded while failures are tolerated', () => {
    expect(result(runOf(distributed(ODD, { ToleratedFailureCount: 2 }), [1, 2, 3, 4], { onTask }))).toEqual([20, 40]);
    expect(result(runOf(distributed(ODD, { ToleratedFailurePercentage: 50 }), [1, 2, 3, 4], { onTask }))).toEqual([
      20, 40,
    ]);
  });

  test('reads what is tolerated from paths, numbers in texts as well', () => {
    const run = (fields: object, n: unknown): unknown => {
      const { status, output, cause } = runOf(
        distributed(ODD, { ItemsPath: '$.items', ...fields }),
        { items: [1, 2, 3, 4], n } as never,
        { onTask },
      );
      return status === 'SUCCEEDED' ? output : cause;
    };
    const exceeded = 'The specified tolerated failure threshold was exceeded';
    const count = (n: unknown): unknown => run({ ToleratedFailureCountPath: '$.n' }, n);
    const percentage = (n: unknown): unknown => run({ ToleratedFailurePercentagePath: '$.n' }, n);
    expect([count(2), count('2'), count(1)]).toEqual([[20, 40], [20, 40], exceeded]);
    expect([50, 50.5, '50', '50.', '50.25', '+50'].map(percentage)).toEqual([
      [20, 40],
      [20, 40],
      [20, 40],
      [20, 40],
      [20, 40],
      [20, 40],
    ]);
    expect([49.9, '49.9', '.5', 0].map(percentage)).toEqual([exceeded, exceeded, exceeded, exceeded]);
    expect(count(-1)).toContain('ToleratedFailureCount cannot be negative.');
    expect([percentage(-0.1), percentage(100.1)].map(cause => (cause as string).split('. ')[1])).toEqual([
      'ToleratedFailurePercentage must be between 0 and 100.',
      'ToleratedFailurePercentage must be between 0 and 100.',
    ]);
    expect(percentage(100)).toEqual([20, 40]);
    for (const [value, shown] of [
      ['x', 'x'],
      ['1x', '1x'],
      ['x1', 'x1'],
      [true, 'true'],
      [null, 'null'],
      ['1.x', '1.x'],
      ['.', '.'],
      ['.x', '.x'],
    ]) {
      expect(percentage(value)).toContain(
        `The ToleratedFailurePercentagePath field refers to value "${String(shown)}" which is not a valid float: $.n`,
      );
    }
    expect(count(1.5)).toContain(
      'The ToleratedFailureCountPath field refers to value "1.5" which is not a valid integer: $.n',
    );
  });

  test('fails when more fail, and stops those that still run', () => {
    const definition = distributed({
      Type: 'Choice',
      Choices: [{ Variable: '$', NumericEquals: 1, Next: 'F' }],
      Default: 'W',
    });
    const states = (definition.States as unknown as { A: { ItemProcessor: { States: Record<string, object> } } }).A
      .ItemProcessor.States;
    states.I = { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 1, Next: 'F' }], Default: 'W' };
    Object.assign(states, {
      F: { Type: 'Wait', Seconds: 1, Next: 'X' },
      X: { Type: 'Fail' },
      W: { Type: 'Wait', Seconds: 60, End: true },
    });
    const run = runOf(definition, [0, 1]);
    expect(result(run)).toEqual({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    });
    expect(run.children.map(({ status }) => status)).toEqual(['ABORTED', 'FAILED']);
    expect(types(run).slice(-3)).toEqual(['MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  test('stops its children with the execution', () => {
    const run = runOf({ ...distributed({ Type: 'Wait', Seconds: 60 }), TimeoutSeconds: 5 }, [1]);
    expect([run.status, run.children[0].status]).toEqual(['TIMED_OUT', 'ABORTED']);
  });

  test('runs a hundred thousand children without overflowing', () => {
    const items = Array.from({ length: 100_001 }, (_, i) => i);
    const run = runOf(distributed({ Type: 'Pass' }, { OutputPath: '$[100000]' }, 'EXPRESS'), items, {
      withoutLimits: ['payload'],
    });
    expect(run.output).toBe(100_000);
    expect([run.children.length, run.childrenNotKept]).toEqual([0, 100_001]);
  });

  test('tells of its progress', () => {
    const seen: number[] = [];
    runOf(
      distributed({ Type: 'Pass' }),
      Array.from({ length: 3000 }, (_, i) => i),
      { withoutLimits: ['payload'], onProgress: ({ transitions }) => seen.push(transitions) },
    );
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe('a ResultWriter', () => {
  const writer = (config: object, more: object = {}): Json =>
    ({
      Resource: 'arn:aws:states:::s3:putObject',
      Parameters: { Bucket: 'out', Prefix: 'results/' },
      WriterConfig: config,
      ...more,
    }) as Json;

  test('writes what succeeded and what failed, and gives the place of the manifest', () => {
    const run = runOf(distributed(ODD, { ToleratedFailurePercentage: 100, ResultWriter: writer({}) }), [1, 2], {
      onTask,
    });
    const output = run.output as { MapRunArn: string; ResultWriterDetails: { Bucket: string; Key: string } };
    const uuid = output.MapRunArn.split(':').pop()!;
    expect(output.ResultWriterDetails).toEqual({ Bucket: 'out', Key: `results/${uuid}/manifest.json` });
    const file = (name: string): Json => JSON.parse(run.written.get(`s3://out/results/${uuid}/${name}`)!) as Json;
    expect(file('manifest.json')).toMatchObject({
      DestinationBucket: 'out',
      MapRunArn: output.MapRunArn,
      ResultFiles: {
        PENDING: [],
        FAILED: [{ Key: `results/${uuid}/FAILED_0.json` }],
        SUCCEEDED: [{ Key: `results/${uuid}/SUCCEEDED_0.json` }],
      },
    });
    expect(file('SUCCEEDED_0.json')).toMatchObject([{ Input: '2', Output: '20', Status: 'SUCCEEDED' }]);
    expect(file('FAILED_0.json')).toMatchObject([{ Input: '1', Error: 'Odd', Cause: '1', Status: 'FAILED' }]);
  });

  test.each<[transformation: string, type: string, file: string, expected: string]>([
    ['COMPACT', 'JSON', 'SUCCEEDED_0.json', '[[1,2],[3]]'],
    ['FLATTEN', 'JSON', 'SUCCEEDED_0.json', '[1,2,3]'],
    ['FLATTEN', 'JSONL', 'SUCCEEDED_0.jsonl', '1\n2\n3'],
  ])('shapes by %s as %s', (Transformation, OutputType, name, expected) => {
    const run = runOf(distributed({ Type: 'Pass' }, { ResultWriter: writer({ Transformation, OutputType }) }), [
      [1, 2],
      [3],
    ]);
    expect([...run.written].find(([url]) => url.endsWith(name))?.[1]).toBe(expected);
  });

  test('begins a further file where one has grown to its size', () => {
    const written: Array<[string, string]> = [];
    const world = {
      written: {
        put: (_: string, key: string, text: string) =>
          Buffer.byteLength(written[written.push([key.split('/').pop()!, text]) - 1][1]),
      },
      machines: undefined,
    };
    const frame = { data: {}, execution: { world, scheduler: { time: 0 } }, context: () => ({}) } as never;
    const write = compileResultWriter(
      { Type: 'Map', ResultWriter: writer({ Transformation: 'COMPACT' }) } as never,
      'JSONPath',
      6,
    )!;
    write(
      frame,
      'arn:aws:states:us-east-1:123456789012:mapRun:M/L:u',
      ['aa', 'bb', 'cc'].map(output => ({ ending: { status: 'SUCCEEDED', output } }) as never),
    );
    expect(written.slice(0, 2)).toEqual([
      ['SUCCEEDED_0.json', '["aa","bb"]'],
      ['SUCCEEDED_1.json', '["cc"]'],
    ]);
    expect(JSON.parse(written[2][1])).toMatchObject({
      ResultFiles: {
        SUCCEEDED: [
          { Key: 'results/u/SUCCEEDED_0.json', Size: 11 },
          { Key: 'results/u/SUCCEEDED_1.json', Size: 6 },
        ],
      },
    });
  });

  test('only shapes the result where it has no Resource', () => {
    expect(
      result(
        runOf(distributed({ Type: 'Pass' }, { ResultWriter: { WriterConfig: { Transformation: 'FLATTEN' } } }), [
          [1, 2],
          [3],
        ]),
      ),
    ).toEqual([1, 2, 3]);
  });

  test('is read by a later Map of the same run', () => {
    const first = (
      distributed({ Type: 'Pass' }, { ResultWriter: writer({ Transformation: 'COMPACT' }) }).States as unknown as {
        A: object;
      }
    ).A;
    const reader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON', ItemsPointer: '/ResultFiles/SUCCEEDED' },
      Parameters: { 'Bucket.$': '$.ResultWriterDetails.Bucket', 'Key.$': '$.ResultWriterDetails.Key' },
    };
    const second = (
      distributed({ Type: 'Pass', OutputPath: '$.Size' }, { ItemReader: reader }).States as unknown as { A: object }
    ).A;
    expect(
      result(runOf({ StartAt: 'A', States: { A: { ...first, End: undefined, Next: 'B' }, B: second } }, [1, 2])),
    ).toEqual([5]);
  });

  test('is found by a later Map of the same run that lists the bucket, beside what was there', () => {
    const first = (
      distributed({ Type: 'Pass' }, { ResultWriter: writer({ Transformation: 'COMPACT' }) }).States as unknown as {
        A: object;
      }
    ).A;
    const reader = { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'out', Prefix: 'results/' } };
    const second = (
      distributed({ Type: 'Pass', OutputPath: '$.Key' }, { ItemReader: reader }).States as unknown as { A: object }
    ).A;
    const objects: RunOptions['objects'] = {
      get: () => undefined,
      list: () => [{ key: 'results/zebra', size: 1, etag: 'e', lastModified: 0 }],
    };
    const keys = result(
      runOf({ StartAt: 'A', States: { A: { ...first, End: undefined, Next: 'B' }, B: second } }, [1, 2], { objects }),
    ) as string[];
    expect(keys.map(key => key.replace(/[\da-f-]{36}/, 'RUN'))).toEqual([
      'results/RUN/SUCCEEDED_0.json',
      'results/RUN/manifest.json',
      'results/zebra',
    ]);
  });
});
