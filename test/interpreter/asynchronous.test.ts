import type { HistoryEvent as AwsHistoryEvent } from '@aws-sdk/client-sfn';
import { LAMBDA, only, runOf, types } from './runs';
import { compile, runAsync, type TaskRunner } from '../../src/interpreter';

/** Lets everything else that waits have many turns. */
async function later(turns = 100): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve));
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  return {
    opened: new Promise(resolve => {
      open = resolve;
    }),
    open: () => open(),
  };
}

describe('an asynchronous run', () => {
  test('fires no virtual timer while a promise is open', async () => {
    const definition = only({
      Type: 'Parallel',
      Branches: [
        { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, End: true } } },
        { StartAt: 'T', States: { T: { ...LAMBDA, End: true } } },
      ],
    });
    const finished = await runAsync(compile(definition), {
      onTask: async () => {
        await later();
        return { output: 1 };
      },
    });
    const order = types(finished);
    expect(order.indexOf('TaskSucceeded')).toBeLessThan(order.indexOf('WaitStateExited'));
    expect(finished.stopTime - finished.startTime).toBe(1000);
  });

  test('takes the declared virtual duration, however long the promise really takes', async () => {
    const finished = await runAsync(compile(only(LAMBDA)), {
      onTask: async () => {
        await later();
        return { output: 1, durationMs: 3_600_000 };
      },
    });
    expect(finished.stopTime - finished.startTime).toBe(3_600_000);
  });

  test('runs beside others over the same mocks, each on its own clock', async () => {
    const calls: string[] = [];
    const [second, third] = [gate(), gate()];
    const [before, after] = [
      [second.opened, third.opened, undefined],
      [undefined, second.open, third.open],
    ];
    const onTask: TaskRunner = async ({ input, executionArn }) => {
      await before[(input as number) - 1];
      calls.push(executionArn.split(':').pop()!);
      after[(input as number) - 1]?.();
      return { output: (input as number) * 10 };
    };
    const program = compile({
      StartAt: 'W',
      States: { W: { Type: 'Wait', SecondsPath: '$', Next: 'T' }, T: { ...LAMBDA, End: true } },
    });
    const runs = await Promise.all(
      [1, 2, 3].map(input => runAsync(program, { input, onTask, executionName: `run-${input}` })),
    );
    expect(runs.map(({ output, startTime, stopTime }) => [output, (stopTime - startTime) / 1000])).toEqual([
      [10, 1],
      [20, 2],
      [30, 3],
    ]);
    expect(calls).toEqual(['run-3', 'run-2', 'run-1']);
  });

  test('gives the same history as a synchronous one', async () => {
    const program = compile(only({ ...LAMBDA, Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'FULL' }] }));
    const answer: TaskRunner = ({ callIndex }) => (callIndex === 0 ? { error: 'E' } : { output: 1 });
    const asynchronous = await runAsync(program, { onTask: call => Promise.resolve(answer(call)) });
    expect(asynchronous.history).toEqual(
      runOf(only({ ...LAMBDA, Retry: [{ ErrorEquals: ['E'], JitterStrategy: 'FULL' }] }), {}, { onTask: answer })
        .history,
    );
  });
});

describe('the history', () => {
  test('is what the SDK calls HistoryEvent[]', () => {
    // holds when this file compiles
    const events: AwsHistoryEvent[] = [...runOf(only({ Type: 'Pass' })).history];
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  test('is the same for the same seed, and another for another', () => {
    const definition = only({ Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' } });
    const output = (seed?: string): unknown => runOf(definition, {}, { seed }).output;
    expect(output('a')).toEqual(output('a'));
    expect(output('a')).not.toEqual(output('b'));
    expect(output()).toEqual(output());
  });

  test('starts at the time that is given', () => {
    const run = runOf(only({ Type: 'Wait', Seconds: 31_449_600 }), {}, { startTime: Date.UTC(1999, 0, 1) });
    expect(run.history.map(({ timestamp }) => timestamp.toISOString())).toEqual([
      '1999-01-01T00:00:00.000Z',
      '1999-01-01T00:00:00.000Z',
      '1999-12-31T00:00:00.000Z',
      '1999-12-31T00:00:00.000Z',
    ]);
  });
});
