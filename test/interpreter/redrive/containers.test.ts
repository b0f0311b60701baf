import { answers, failing, hanging, recorded, sinceRedrive } from './redrives';
import { redrive } from '../../../src/interpreter';
import { LAMBDA, result, runOf, types } from '../runs';

const branch = (name: string): object => ({ StartAt: name, States: { [name]: { ...LAMBDA, End: true } } });
const PARALLEL = {
  StartAt: 'P',
  States: {
    P: { Type: 'Parallel', Branches: [branch('A'), branch('B'), branch('C')], Next: 'Z' },
    Z: { ...LAMBDA, End: true },
  },
};

describe('a redriven Parallel', () => {
  test('runs the branches again that failed or were stopped, and keeps the others', () => {
    const first = runOf(PARALLEL, 1, {
      onTask: answers({ B: () => ({ error: 'Down', durationMs: 1000 }), C: hanging }),
    });
    const { calls, onTask } = recorded(answers());
    expect(result(redrive(first, { onTask }))).toBe(`Z(${JSON.stringify(['A(1)', 'B(1)', 'C(1)'])})`);
    expect(calls.slice(0, 2)).toEqual([
      ['B', 1],
      ['C', 1],
    ]);
    expect(calls).toHaveLength(3);
  });

  test('starts neither itself nor its states again; branches that never started are entered', () => {
    const first = runOf(PARALLEL, 1, { onTask: answers({ A: failing }) });
    const again = sinceRedrive(redrive(first, { onTask: answers() }));
    expect(again.filter(event => event.includes('Parallel') || event.includes('Entered'))).toEqual([
      'TaskStateEntered B',
      'TaskStateEntered C',
      'ParallelStateSucceeded',
      'ParallelStateExited P',
      'TaskStateEntered Z',
    ]);
  });

  test('goes on inside of a branch, with its variables', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'A',
              States: {
                A: { Type: 'Pass', Assign: { v: 5 }, Next: 'B' },
                B: { ...LAMBDA, Arguments: {}, Output: '{% $v %}', End: true },
              },
            },
            branch('C'),
          ],
          End: true,
        },
      },
    };
    const first = runOf(definition, {}, { onTask: answers({ B: failing }) });
    const again = redrive(first, { onTask: answers() });
    expect(result(again)).toEqual([5, 'C({})']);
    expect(again.visited).toEqual(['P', 'A', 'B', 'C']);
  });

  test('tries itself again from zero, then with all branches', () => {
    const definition = {
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [branch('A'), branch('B')],
          Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
          End: true,
        },
      },
    };
    const first = runOf(definition, 1, { onTask: answers({ B: failing }) });
    const { calls, onTask } = recorded(
      answers({ B: ({ callIndex }) => (callIndex === 2 ? { error: 'Down' } : { output: 'b' }) }),
    );
    expect(result(redrive(first, { onTask }))).toEqual(['A(1)', 'b']);
    expect(calls).toEqual([
      ['B', 1],
      ['A', 1],
      ['B', 1],
    ]);
  });

  test('runs all branches again after States.DataLimitExceeded', () => {
    const large = 'x'.repeat(200_000);
    const first = runOf(PARALLEL, 1, {
      onTask: answers({ A: () => ({ output: large }), B: () => ({ output: large }) }),
    });
    expect(first.error).toBe('States.DataLimitExceeded');
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask });
    expect(calls.map(call => (call as string[])[0])).toEqual(['A', 'B', 'C', 'Z']);
    expect(types(again).filter(type => type === 'ParallelStateStarted')).toHaveLength(2);
  });

  test('evaluates its result again where all branches are done, and calls nobody', () => {
    const definition = {
      StartAt: 'P',
      States: {
        P: { Type: 'Parallel', Branches: [branch('A')], ResultSelector: { 'v.$': '$[0].missing' }, End: true },
      },
    };
    const first = runOf(definition, 1, { onTask: answers() });
    const { calls, onTask } = recorded(answers());
    expect(redrive(first, { onTask }).error).toBe(first.error);
    expect(calls).toEqual([]);
  });

  test('is nested, and goes on in the innermost', () => {
    const inner = {
      StartAt: 'Q',
      States: { Q: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } },
    };
    const definition = { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [inner, branch('C')], End: true } } };
    const first = runOf(definition, 1, {
      onTask: answers({ C: () => ({ error: 'Down', durationMs: 10 }), B: hanging }),
    });
    const { calls, onTask } = recorded(answers());
    expect(result(redrive(first, { onTask }))).toEqual([['A(1)', 'B(1)'], 'C(1)']);
    expect(calls).toEqual([
      ['C', 1],
      ['B', 1],
    ]);
  });

  test('keeps branches over two redrives', () => {
    const first = runOf(PARALLEL, 1, { onTask: answers({ A: failing, B: failing, C: failing }) });
    const second = redrive(first, { onTask: answers({ B: () => ({ error: 'Down', durationMs: 5 }) }) });
    const { calls, onTask } = recorded(answers());
    redrive(second, { onTask });
    expect(calls.map(call => (call as string[])[0])).toEqual(['B', 'Z']);
  });
});

const MAP = {
  StartAt: 'M',
  States: {
    M: {
      Type: 'Map',
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: 'A', States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, End: true } } },
      End: true,
    },
  },
};
const downAt =
  (...items: number[]) =>
  ({ input }: { readonly input: unknown }) =>
    items.some(item => input === `A(${item})`)
      ? { error: 'Down', durationMs: 1000 }
      : { output: `B${JSON.stringify(input)}` };

describe('a redriven inline Map', () => {
  test('runs the items again that failed, were stopped or never started, and keeps the others', () => {
    const first = runOf(MAP, [1, 2, 3, 4, 5], {
      onTask: answers({ B: call => (call.input === 'A(4)' ? hanging() : downAt(2)(call)) }),
    });
    const { calls, onTask } = recorded(answers());
    const again = redrive(first, { onTask });
    expect(result(again)).toEqual(['B"A(1)"', 'B("A(2)")', 'B"A(3)"', 'B("A(4)")', 'B("A(5)")']);
    expect(calls).toEqual([
      ['B', 'A(2)'],
      ['B', 'A(4)'],
      ['A', 5],
      ['B', 'A(5)'],
    ]);
  });

  test('starts the items that had not started, no more at a time than before', () => {
    const first = runOf(MAP, [1, 2, 3, 4], { onTask: answers({ A: failing }) });
    const { calls, onTask } = recorded(
      answers({ A: ({ input }) => ({ output: input, durationMs: 1000 }), B: ({ input }) => ({ output: input }) }),
    );
    const again = redrive(first, { onTask });
    expect(result(again)).toEqual([1, 2, 3, 4]);
    expect(calls.map(call => (call as string[]).join(' '))).toEqual([
      'A 1',
      'A 2',
      'B 1',
      'A 3',
      'B 2',
      'A 4',
      'B 3',
      'B 4',
    ]);
    expect(again.stopTime - again.startTime).toBe(2000);
    expect(sinceRedrive(again).filter(event => event.startsWith('MapIterationStarted'))).toEqual([
      'MapIterationStarted [2]',
      'MapIterationStarted [3]',
    ]);
  });

  test('goes on after the execution was stopped, over two redrives', () => {
    const first = runOf(MAP, [1, 2, 3], { onTask: answers({ B: hanging }), abortAfterMs: 1000 });
    const second = redrive(first, { onTask: answers({ B: downAt(2) }) });
    const { calls, onTask } = recorded(answers());
    expect(redrive(second, { onTask }).status).toBe('SUCCEEDED');
    expect(calls).toEqual([['B', 'A(2)']]);
  });

  test('gives items their places, and the Context Object their indexes', () => {
    const definition = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'A',
            States: {
              A: {
                ...LAMBDA,
                Parameters: { 'index.$': '$$.Map.Item.Index', 'value.$': '$$.Map.Item.Value' },
                End: true,
              },
            },
          },
          End: true,
        },
      },
    };
    const first = runOf(definition, ['a', 'b'], {
      onTask: ({ input }) => ((input as { index: number }).index === 1 ? { error: 'Down' } : { output: input }),
    });
    expect(result(redrive(first, { onTask: ({ input }) => ({ output: input }) }))).toEqual([
      { index: 0, value: 'a' },
      { index: 1, value: 'b' },
    ]);
  });

  test('runs all items again after States.DataLimitExceeded', () => {
    const first = runOf(MAP, [1, 2], { onTask: answers({ B: () => ({ output: 'x'.repeat(200_000) }) }) });
    expect(first.error).toBe('States.DataLimitExceeded');
    const { calls, onTask } = recorded(answers());
    redrive(first, { onTask });
    expect(calls).toHaveLength(4);
  });

  test('starts where an earlier item could not be selected', () => {
    const definition = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemSelector: { 'v.$': '$$.Map.Item.Value.v' },
          ItemProcessor: { StartAt: 'A', States: { A: { ...LAMBDA, End: true } } },
          End: true,
        },
      },
    };
    const first = runOf(definition, [{ v: 1 }, {}, { v: 3 }], { onTask: answers() });
    const { calls, onTask } = recorded(answers());
    expect(redrive(first, { onTask }).error).toBe(first.error);
    expect(calls).toEqual([]);
  });
});
