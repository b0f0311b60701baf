import type { Json } from '../../../src/asl';
import { redrive, type RunOptions } from '../../../src/interpreter';
import { LAMBDA, only, onlyJsonata, runOf, types } from '../runs';

type Kind = 'STANDARD' | 'EXPRESS';

const processor = (type: Kind, states: object): object => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
  StartAt: 'I',
  States: states,
});
const distributed = (type: Kind, state: object, more: object = {}): object =>
  only({ Type: 'Map', Label: 'L', ItemProcessor: processor(type, { I: { ...state, End: true } }), ...more });
const TASK = { Type: 'Task', Resource: LAMBDA.Resource };
const outputOf = ({ input }: { readonly input: Json }): { readonly output: Json } => ({ output: input });
const failsAt =
  (...items: number[]): RunOptions['onTask'] =>
  ({ input }) =>
    items.includes(input as number) ? { error: 'Down' } : { output: input };
const written = (files: ReadonlyMap<string, string>, name: string): Json =>
  JSON.parse([...files].find(([url]) => url.endsWith(name))![1]) as Json;
const WRITER = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out' } };

describe('a child execution of a Map Run', () => {
  test.each<[type: Kind, kind: string]>([
    ['STANDARD', 'execution'],
    ['EXPRESS', 'express'],
  ])('has an ARN of its kind, and the name of the Map Run in it: %s', (type, kind) => {
    const [child] = runOf(distributed(type, { Type: 'Pass' }), [1], {
      stateMachineName: 'M',
      region: 'eu-west-1',
      account: '111122223333',
      partition: 'aws-cn',
    }).children;
    expect(child.executionArn).toMatch(
      new RegExp(`^arn:aws-cn:states:eu-west-1:111122223333:${kind}:M/L:[\\da-f-]{36}$`),
    );
    expect(child.stateMachineArn).toBe('arn:aws-cn:states:eu-west-1:111122223333:stateMachine:M/L');
  });

  test('is stopped where the input of a further one cannot be made, and the Map fails', () => {
    const states = {
      I: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 1 %}', Next: 'P' }], Default: 'W' },
      P: { Type: 'Pass', End: true },
      W: { Type: 'Wait', Seconds: 60, End: true },
    };
    const selector = '{% $states.context.Map.Item.Value = 3 ? $error("no") : $states.context.Map.Item.Value %}';
    const run = runOf(
      onlyJsonata({
        Type: 'Map',
        Items: [2, 1, 3],
        MaxConcurrency: 1,
        ItemSelector: { v: selector },
        ItemProcessor: processor('STANDARD', {
          I: { Type: 'Wait', Seconds: 1, Next: 'J' },
          J: { Type: 'Pass', End: true },
        }),
      }),
    );
    expect([run.status, run.error, run.stopTime - run.startTime]).toEqual([
      'FAILED',
      'States.QueryEvaluationError',
      2000,
    ]);
    const two = runOf(
      onlyJsonata({
        Type: 'Map',
        Items: [2, 1, 3],
        MaxConcurrency: 2,
        ItemSelector: { v: selector },
        ItemProcessor: processor('STANDARD', {
          ...states,
          I: { ...states.I, Choices: [{ Condition: '{% $states.input.v = 1 %}', Next: 'S' }] },
          S: { Type: 'Wait', Seconds: 1, Next: 'P' },
        }),
      }),
    );
    expect([two.status, two.error, two.stopTime - two.startTime]).toEqual([
      'FAILED',
      'States.QueryEvaluationError',
      1000,
    ]);
    expect(two.children.map(({ status }) => status)).toEqual(['ABORTED', 'SUCCEEDED']);
  });

  test('counts its transitions to the progress of the run', () => {
    const seen: number[] = [];
    const items = Array.from({ length: 2048 }, (_, i) => i);
    const run = runOf(distributed('STANDARD', { Type: 'Pass' }), items, {
      onProgress: ({ transitions }) => seen.push(transitions),
    });
    const each = run.children[0].transitions;
    expect(seen.slice(0, 2)).toEqual([seen[0], seen[0] + 1024 * each]);
    expect(seen[0]).toBeGreaterThanOrEqual(1024 * each);
    expect(seen).toHaveLength(2);
  });

  test('is kept of at most 100,000', () => {
    const count = (n: number): number =>
      runOf(
        distributed('EXPRESS', { Type: 'Pass' }),
        Array.from({ length: n }, () => 0),
      ).children.length;
    expect([count(10_001), count(100_001)]).toEqual([10_001, 0]);
  });

  test('is kept of a larger Map Run where it failed, once for all redrives', () => {
    const items = Array.from({ length: 100_001 }, (_, i) => i);
    const first = runOf(distributed('EXPRESS', TASK, { ToleratedFailureCount: 2 }), items, {
      onTask: failsAt(3, 7, 9),
      withoutLimits: ['payload'],
    });
    expect(first.children.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'FAILED']);
    const again = redrive(first, { onTask: failsAt(7) });
    expect(again.children.map(({ status }) => status)).toEqual(['SUCCEEDED', 'FAILED', 'SUCCEEDED']);
    expect((again.output as Json[]).length).toBe(100_000);
  });

  test('is written with all that is known of it', () => {
    const run = runOf(
      distributed('STANDARD', TASK, { ToleratedFailurePercentage: 100, ResultWriter: WRITER }),
      [1, 2],
      { onTask: failsAt(1), startTime: Date.UTC(2024, 0, 1) },
    );
    const [failed, succeeded] = run.children;
    const times = { StartDate: '2024-01-01T00:00:00Z', StopDate: '2024-01-01T00:00:00Z' };
    expect(written(run.written, 'FAILED_0.json')).toEqual([
      {
        Error: 'Down',
        ExecutionArn: failed.executionArn,
        Input: '1',
        InputDetails: { Included: true },
        Name: failed.executionArn.split(':').pop(),
        StateMachineArn: failed.stateMachineArn,
        Status: 'FAILED',
        ...times,
      },
    ]);
    expect(written(run.written, 'SUCCEEDED_0.json')).toEqual([
      {
        ExecutionArn: succeeded.executionArn,
        Input: '2',
        InputDetails: { Included: true },
        Name: succeeded.executionArn.split(':').pop(),
        Output: '2',
        OutputDetails: { Included: true },
        StateMachineArn: succeeded.stateMachineArn,
        Status: 'SUCCEEDED',
        ...times,
      },
    ]);
  });

  test.each([
    ['no prefix', {}, ''],
    ['a prefix', { Prefix: 'a/b' }, 'a/b/'],
    ['a prefix with a slash at its end', { Prefix: 'a/b/' }, 'a/b/'],
  ])('is written into a folder of the Map Run, with %s', (_, more, folder) => {
    const run = runOf(
      distributed(
        'STANDARD',
        { Type: 'Pass' },
        { ResultWriter: { ...WRITER, Parameters: { Bucket: 'out', ...more } } },
      ),
      [1],
    );
    const { MapRunArn, ResultWriterDetails } = run.output as { MapRunArn: string; ResultWriterDetails: Json };
    expect(ResultWriterDetails).toEqual({ Bucket: 'out', Key: `${folder}${MapRunArn.split(':').pop()}/manifest.json` });
  });
});

describe('a Map Run that is redriven', () => {
  const loops = {
    I: { Type: 'Choice', Choices: [{ Variable: '$', NumericLessThan: 2, Next: 'P' }], Default: 'T' },
    P: { Type: 'Pass', Next: 'P' },
    T: { ...TASK, End: true },
  };

  test('fails at once where more children than it tolerates can never be redriven', () => {
    const first = runOf(
      only({ Type: 'Map', ToleratedFailureCount: 1, ItemProcessor: processor('STANDARD', loops) }),
      [0, 1, 2],
      { onTask: outputOf },
    );
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    const calls: Json[] = [];
    const again = redrive(first, {
      onTask: ({ input }) => {
        calls.push(input);
        return { output: input };
      },
    });
    expect([again.error, calls]).toEqual(['States.ExceedToleratedFailureThreshold', []]);
    expect(types(again).slice(-4)).toEqual(['MapRunRedriven', 'MapRunFailed', 'MapStateFailed', 'ExecutionFailed']);
  });

  test('writes a failure that is final among those that failed', () => {
    const first = runOf(
      only({
        Type: 'Map',
        ToleratedFailureCount: 1,
        MaxConcurrency: 1,
        ResultWriter: WRITER,
        ItemProcessor: processor('STANDARD', loops),
      }),
      [0, 5],
      { onTask: () => ({ error: 'Down' }) },
    );
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    const again = redrive(first, { onTask: outputOf });
    expect(again.status).toBe('SUCCEEDED');
    expect((written(again.written, 'FAILED_0.json') as Array<{ Input: string }>).map(({ Input }) => Input)).toEqual([
      '0',
    ]);
    expect((written(again.written, 'SUCCEEDED_0.json') as Array<{ Input: string }>).map(({ Input }) => Input)).toEqual([
      '5',
    ]);
  });

  test('runs only those again that have not succeeded in the redrive before', () => {
    const first = runOf(distributed('STANDARD', TASK, { MaxConcurrency: 2 }), [1, 2], {
      onTask: () => ({ error: 'Down', durationMs: 1000 }),
    });
    const second = redrive(first, { onTask: failsAt(2) });
    expect(second.error).toBe('States.ExceedToleratedFailureThreshold');
    const calls: Json[] = [];
    const third = redrive(second, {
      onTask: ({ input }) => {
        calls.push(input);
        return { output: input };
      },
    });
    expect([third.output, calls]).toEqual([[1, 2], [2]]);
  });

  test('runs them in the order of their items, not in that of their failures', () => {
    const first = runOf(distributed('STANDARD', TASK, { ToleratedFailureCount: 2 }), [1, 2, 3], {
      onTask: ({ input }) => ({ error: 'Down', durationMs: 4000 - (input as number) * 1000 }),
    });
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    const calls: Json[] = [];
    redrive(first, {
      onTask: ({ input }) => {
        calls.push(input);
        return { output: input };
      },
    });
    expect(calls).toEqual([1, 2, 3]);
  });

  test('knows nothing of another redrive of the same run', () => {
    const first = runOf(distributed('STANDARD', TASK, { ToleratedFailureCount: 1 }), [1, 2, 3], {
      onTask: failsAt(1, 2),
    });
    expect(first.error).toBe('States.ExceedToleratedFailureThreshold');
    expect(redrive(first, { onTask: outputOf }).output).toEqual([1, 2, 3]);
    expect(redrive(first, { onTask: failsAt(1) }).output).toEqual([2, 3]);
  });
});
