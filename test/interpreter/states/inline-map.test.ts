import type { Json } from '../../../src/asl';
import { inState, only, onlyJsonata, result, runOf, types } from '../runs';

const processor = (state: object): object => ({ StartAt: 'I', States: { I: { ...state, End: true } } });
const echo = processor({ Type: 'Pass' });

describe('an inline Map', () => {
  test('gives the outputs in the order of the items, whatever ends first', () => {
    const definition = only({ Type: 'Map', ItemProcessor: processor({ Type: 'Wait', SecondsPath: '$' }) });
    const run = runOf(definition, [3, 1, 2]);
    expect(result(run)).toEqual([3, 1, 2]);
    expect(run.stopTime - run.startTime).toBe(3000);
  });

  test('runs one item after the other with MaxConcurrency 1', () => {
    const run = runOf(
      only({ Type: 'Map', MaxConcurrency: 1, ItemProcessor: processor({ Type: 'Wait', SecondsPath: '$' }) }),
      [3, 1, 2],
    );
    expect(run.stopTime - run.startTime).toBe(6000);
    expect(
      run.history.filter(({ type }) => type === 'MapIterationStarted').map(({ previousEventId }) => previousEventId),
    ).toEqual([3, 6, 10]);
  });

  test('runs at most 40 items side by side, unless the limit is off', () => {
    const definition = only({ Type: 'Map', ItemProcessor: processor({ Type: 'Wait', Seconds: 1 }) });
    const items = Array.from({ length: 100 }, (_, i) => i);
    const seconds = (withoutLimits: Array<'mapConcurrency'>): number => {
      const run = runOf(definition, items, { withoutLimits });
      return (run.stopTime - run.startTime) / 1000;
    };
    expect(seconds([])).toBe(3);
    expect(seconds(['mapConcurrency'])).toBe(1);
  });

  test('takes items from a path and selects what each gets', () => {
    const selector = { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'all.$': '$.n' };
    expect(
      result(
        runOf(only({ Type: 'Map', ItemsPath: '$.items', ItemSelector: selector, ItemProcessor: echo }), {
          items: ['a', 'b'],
          n: 2,
        }),
      ),
    ).toEqual([
      { i: 0, v: 'a', all: 2 },
      { i: 1, v: 'b', all: 2 },
    ]);
  });

  test('takes the fields of before 2022', () => {
    expect(
      result(runOf(only({ Type: 'Map', Parameters: { 'v.$': '$$.Map.Item.Value' }, Iterator: echo }), [1])),
    ).toEqual([{ v: 1 }]);
  });

  test('takes items from an expression', () => {
    expect(
      result(
        runOf(
          onlyJsonata({
            Type: 'Map',
            Items: '{% $states.input.a %}',
            ItemSelector: '{% $states.context.Map.Item.Value * 2 %}',
            ItemProcessor: echo,
          }),
          { a: [1, 2] },
        ),
      ),
    ).toEqual([2, 4]);
  });

  test('gives an empty list for no items', () => {
    const run = runOf(only({ Type: 'Map', ItemProcessor: echo }), []);
    expect(result(run)).toEqual([]);
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('reads how many run side by side from a path, from a number in a text as well', () => {
    const seconds = (n: unknown): unknown => {
      const run = runOf(
        only({
          Type: 'Map',
          ItemsPath: '$.items',
          MaxConcurrencyPath: '$.n',
          ItemProcessor: processor({ Type: 'Wait', Seconds: 1 }),
        }),
        { items: [1, 2, 3, 4], n } as Json,
      );
      return run.status === 'SUCCEEDED' ? (run.stopTime - run.startTime) / 1000 : run.cause;
    };
    expect([1, 2, '2', '+2', 4, 0].map(seconds)).toEqual([4, 2, 2, 2, 1, 1]);
    expect(seconds(-1)).toBe(`${inState('A')}MaxConcurrency cannot be negative.`);
    for (const [value, shown] of [
      [1.5, '1.5'],
      ['1.5', '1.5'],
      ['x', 'x'],
      ['1x', '1x'],
      ['x1', 'x1'],
      [null, 'null'],
      [true, 'true'],
    ]) {
      expect(seconds(value)).toBe(
        `${inState('A')}The MaxConcurrencyPath field refers to value "${String(shown)}" which is not a valid integer: $.n`,
      );
    }
  });

  test('reads how many run side by side from an expression', () => {
    const run = runOf(
      onlyJsonata({ Type: 'Map', MaxConcurrency: '{% 2 %}', ItemProcessor: processor({ Type: 'Wait', Seconds: 1 }) }),
      [1, 2, 3],
    );
    expect(run.stopTime - run.startTime).toBe(2000);
    expect(runOf(onlyJsonata({ Type: 'Map', MaxConcurrency: '{% -1 %}', ItemProcessor: echo }), [1]).cause).toBe(
      `${inState('A')}The MaxConcurrency field must be a non-negative integer but was: -1`,
    );
  });

  test('takes items that are written out, and names the field of one that is nothing', () => {
    expect(
      result(runOf(onlyJsonata({ Type: 'Map', Items: [1, '{% $states.input %}'], ItemProcessor: echo }), 2)),
    ).toEqual([1, 2]);
    expect(runOf(onlyJsonata({ Type: 'Map', Items: ['{% $nope %}'], ItemProcessor: echo })).cause).toContain(
      "specified for the field 'Items[0]' returned nothing (undefined).",
    );
    expect(runOf(onlyJsonata({ Type: 'Map', Items: '{% 1 %}', ItemProcessor: echo })).cause).toContain(
      "specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 1",
    );
    expect(
      runOf(onlyJsonata({ Type: 'Map', ItemSelector: { a: '{% $nope %}' }, ItemProcessor: echo }), [1]).cause,
    ).toContain("specified for the field 'ItemSelector/a' returned nothing (undefined).");
  });

  test('takes items of the Context Object and of a variable', () => {
    const definition = {
      StartAt: 'V',
      States: {
        V: { Type: 'Pass', Assign: { 'v.$': '$' }, Next: 'A' },
        A: { Type: 'Map', ItemsPath: '$v.list', ItemProcessor: echo, End: true },
      },
    };
    expect(result(runOf(definition, { list: [1, 2] }))).toEqual([1, 2]);
    expect(
      result(runOf(only({ Type: 'Map', ItemsPath: '$$.Execution.Input.list', ItemProcessor: echo }), { list: [3] })),
    ).toEqual([3]);
    expect(
      runOf(only({ Type: 'Map', ItemsPath: '$$.Execution.Input', ItemProcessor: echo }), { list: [3] }).cause,
    ).toBe(`${inState('A')}Reference path "$.Execution.Input" must point to array.`);
  });

  test.each([
    ['$.a', 'a'],
    ["$['a b']", 'a b'],
    ['$.x.abc', 'abc'],
    ['$.l[7].z', 'z'],
  ])('fails the step of ItemsPath %s that cannot be taken by its name', (ItemsPath, step) => {
    expect(runOf(only({ Type: 'Map', ItemsPath, ItemProcessor: echo }), { l: [] }).cause).toBe(
      `${inState('A')}Unable to apply step "${step}" to input {"l":[]}`,
    );
  });

  test('fails what is no array', () => {
    expect(result(runOf(onlyJsonata({ Type: 'Map', ItemProcessor: echo }), { a: 1 }))).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `${inState('A')}Map state input must be an array but was: {"a":1}`,
    });
  });

  test('fails a step of ItemsPath that cannot be taken', () => {
    expect(result(runOf(only({ Type: 'Map', ItemsPath: '$.a.b', ItemProcessor: echo }), { a: {} }))).toEqual({
      status: 'FAILED',
      error: 'States.ReferencePathConflict',
      cause: `${inState('A')}Unable to apply step "b" to input {"a":{}}`,
    });
  });

  test('fails with the error of an item and aborts the others', () => {
    const inner = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 2, Next: 'F' }], Default: 'W' },
        W: { Type: 'Wait', Seconds: 9, End: true },
        F: { Type: 'Fail', Error: 'Two' },
      },
    };
    const run = runOf(only({ Type: 'Map', ItemProcessor: inner }), [1, 2]);
    expect(result(run)).toEqual({ status: 'FAILED', error: 'Two' });
    expect(types(run).slice(-5)).toEqual([
      'MapIterationAborted',
      'WaitStateAborted',
      'MapIterationFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
  });

  test('starts anew when it is tried again, without a failed event between', () => {
    const run = runOf(
      only({
        Type: 'Map',
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
        ItemProcessor: { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } },
      }),
      [1],
    );
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapIterationStarted',
      'FailStateEntered',
      'MapIterationFailed',
      'MapStateStarted',
      'MapIterationStarted',
      'FailStateEntered',
      'MapIterationFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
  });

  test('gives mocks the Maps around and their items', () => {
    const seen: unknown[] = [];
    const inner = processor({
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'T',
        States: { T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
      },
    });
    runOf(only({ Type: 'Map', MaxConcurrency: 1, ItemProcessor: inner }), [['a'], ['b', 'c']], {
      onTask: ({ iterations, input }) => (
        seen.push([input, iterations.map(({ map, index }) => `${map}[${index}]`).join('/')]),
        { output: 1 }
      ),
    });
    expect(seen).toEqual([
      ['a', 'A[0]/I[0]'],
      ['b', 'A[1]/I[0]'],
      ['c', 'A[1]/I[1]'],
    ]);
  });

  test('reads MaxConcurrency from a path or an expression', () => {
    const seconds = (definition: object, input: object): number => {
      const run = runOf(definition, input as never);
      return (run.stopTime - run.startTime) / 1000;
    };
    expect(
      seconds(
        only({
          Type: 'Map',
          ItemsPath: '$.i',
          MaxConcurrencyPath: '$.c',
          ItemProcessor: processor({ Type: 'Wait', Seconds: 1 }),
        }),
        { i: [1, 2], c: 1 },
      ),
    ).toBe(2);
    expect(
      seconds(
        onlyJsonata({
          Type: 'Map',
          Items: '{% $states.input.i %}',
          MaxConcurrency: '{% $states.input.c %}',
          ItemProcessor: processor({ Type: 'Wait', Seconds: 1 }),
        }),
        { i: [1, 2], c: 1 },
      ),
    ).toBe(2);
  });
});
