import { LAMBDA, only, onlyJsonata, result, runOf } from './runs';

const branch = (state: object): object => ({ StartAt: 'I', States: { I: { ...state, End: true } } });
const distributed = (state: object): object => ({
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  ...branch(state),
});

describe('the Context Object', () => {
  test('has the item of the nearest Map, through a Parallel as well', () => {
    const shown = { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value' } };
    const inner = {
      Type: 'Parallel',
      Branches: [branch(shown), branch({ Type: 'Map', ItemsPath: '$$.Map.Item.Value', ItemProcessor: branch(shown) })],
    };
    expect(result(runOf(only({ Type: 'Map', ItemProcessor: branch(inner) }), [['a'], ['b', 'c']]))).toEqual([
      [{ i: 0, v: ['a'] }, [{ i: 0, v: 'a' }]],
      [
        { i: 1, v: ['b', 'c'] },
        [
          { i: 0, v: 'b' },
          { i: 1, v: 'c' },
        ],
      ],
    ]);
  });

  test('has an item, its place and where it comes from', () => {
    const shown = { Type: 'Pass', Parameters: { 'item.$': '$$.Map.Item' } };
    expect(result(runOf(only({ Type: 'Map', ItemProcessor: branch(shown) }), ['a']))).toStrictEqual([
      { item: { Index: 0, Value: 'a', Source: 'STATE_DATA' } },
    ]);
  });

  test('has no item and no token, where there is none', () => {
    const context = result(runOf(onlyJsonata({ Type: 'Pass', Output: '{% $keys($states.context) %}' })));
    expect(context).toEqual(['Execution', 'StateMachine', 'State']);
    expect(runOf(only({ Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index' } })).error).toBe('States.Runtime');
  });

  test('counts retries in the states that can be tried again', () => {
    const shown = (state: object): unknown =>
      (
        result(
          runOf(onlyJsonata({ ...state, Output: '{% $states.context.State %}' }), [], {
            onTask: () => ({ output: 1 }),
          }),
        ) as Record<string, unknown>
      ).RetryCount;
    expect([
      shown(LAMBDA),
      shown({ Type: 'Parallel', Branches: [branch({ Type: 'Pass' })] }),
      shown({ Type: 'Map', ItemProcessor: branch({ Type: 'Pass' }) }),
      shown({ Type: 'Pass' }),
      shown({ Type: 'Wait', Seconds: 1 }),
    ]).toEqual([0, 0, 0, undefined, undefined]);
    const retried = onlyJsonata({
      ...LAMBDA,
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Output: '{% $states.context.State.RetryCount %}',
    });
    let calls = 0;
    expect(result(runOf(retried, {}, { onTask: () => (++calls < 3 ? { error: 'E' } : { output: 1 }) }))).toBe(2);
  });

  test('has the item in the children of a Map Run', () => {
    const shown = { Type: 'Pass', Parameters: { 'item.$': '$$.Map.Item' } };
    expect(result(runOf(only({ Type: 'Map', ItemProcessor: distributed(shown) }), ['a']))).toStrictEqual([
      { item: { Index: 0, Value: 'a' } },
    ]);
  });
});
