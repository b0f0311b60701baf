import type { Json } from '../../../src/asl';
import { only, onlyJsonata, result, runOf } from '../runs';

const PROCESSOR = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'I',
  States: { I: { Type: 'Pass', End: true } },
};
const batching = (ItemBatcher: object, more: object = {}): object => ({
  Type: 'Map',
  ItemProcessor: PROCESSOR,
  ItemBatcher,
  ...more,
});
const batches = (batcher: object, items: Json, more?: object): unknown =>
  result(runOf(only(batching(batcher, more)), items));
const batchesJsonata = (batcher: object, input: Json, more?: object): unknown =>
  result(runOf(onlyJsonata(batching(batcher, more)), input));

describe('an ItemBatcher', () => {
  test('fills each batch with the number of items that it says, and leaves the rest to the last', () => {
    expect(batches({ MaxItemsPerBatch: 2 }, [1, 2, 3, 4, 5])).toEqual([
      { Items: [1, 2] },
      { Items: [3, 4] },
      { Items: [5] },
    ]);
    expect(batches({ MaxItemsPerBatch: 2 }, [1, 2, 3, 4])).toEqual([{ Items: [1, 2] }, { Items: [3, 4] }]);
    expect(batches({ MaxItemsPerBatch: 9 }, [1, 2])).toEqual([{ Items: [1, 2] }]);
  });

  test('makes no batch of no items', () => {
    expect(batches({ MaxItemsPerBatch: 2 }, [])).toEqual([]);
  });

  test('fills a batch up to its bytes, and begins a further one where the next item would take it over them', () => {
    // {"Items":["aaaa","bbbb"]} has 25 bytes, {"Items":["aaaa","bbbb","cccc"]} has 32
    const items = ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'];
    expect(batches({ MaxInputBytesPerBatch: 25 }, items)).toEqual([
      { Items: ['aaaa', 'bbbb'] },
      { Items: ['cccc', 'dddd'] },
      { Items: ['eeee'] },
    ]);
    expect(batches({ MaxInputBytesPerBatch: 24 }, items)).toEqual(items.map(item => ({ Items: [item] })));
    expect(batches({ MaxInputBytesPerBatch: 32 }, items)).toEqual([
      { Items: ['aaaa', 'bbbb', 'cccc'] },
      { Items: ['dddd', 'eeee'] },
    ]);
  });

  test('counts bytes, not characters', () => {
    expect(batches({ MaxInputBytesPerBatch: 26 }, ['éé', 'éé', 'éé'])).toEqual([
      { Items: ['éé', 'éé'] },
      { Items: ['éé'] },
    ]);
  });

  test('counts what each batch is given along to its bytes', () => {
    // {"BatchInput":"12345","Items":[1,2]} has 36 bytes
    expect(batches({ MaxInputBytesPerBatch: 36, BatchInput: '12345' }, [1, 2, 3])).toEqual([
      { BatchInput: '12345', Items: [1, 2] },
      { BatchInput: '12345', Items: [3] },
    ]);
    expect(batches({ MaxInputBytesPerBatch: 35, BatchInput: '12345' }, [1, 2])).toEqual([
      { BatchInput: '12345', Items: [1] },
      { BatchInput: '12345', Items: [2] },
    ]);
  });

  test('keeps to both limits', () => {
    expect(batches({ MaxItemsPerBatch: 2, MaxInputBytesPerBatch: 26 }, [1, 2, 3, 'a'.repeat(12), 4])).toEqual([
      { Items: [1, 2] },
      { Items: [3] },
      { Items: ['a'.repeat(12)] },
      { Items: [4] },
    ]);
  });

  test('makes batches that are no larger than an input may be, whatever it says', () => {
    const half = 'x'.repeat(140_000);
    const sizes = (found: unknown): number[] => (found as Array<{ Items: Json[] }>).map(({ Items }) => Items.length);
    const lengths = (batcher: object): number[] =>
      sizes(
        result(
          runOf(
            only(batching(batcher, { ItemsPath: '$.many', ResultSelector: { 'all.$': '$' }, OutputPath: '$.all' })),
            { many: [half, half, half] },
            { withoutLimits: ['payload'] },
          ),
        ),
      );
    expect(lengths({ MaxItemsPerBatch: 3 })).toEqual([1, 1, 1]);
    expect(lengths({ MaxInputBytesPerBatch: 262_144 })).toEqual([1, 1, 1]);
  });

  test('takes its limits from paths', () => {
    const input = { items: [1, 2, 3], most: 2, bytes: '14' };
    expect(batches({ MaxItemsPerBatchPath: '$.most' }, input, { ItemsPath: '$.items' })).toEqual([
      { Items: [1, 2] },
      { Items: [3] },
    ]);
    expect(batches({ MaxInputBytesPerBatchPath: '$.bytes' }, input, { ItemsPath: '$.items' })).toEqual([
      { Items: [1] },
      { Items: [2] },
      { Items: [3] },
    ]);
  });

  test('fails with the name of the field whose path leads to no number', () => {
    const cause = (batcher: object): unknown =>
      (batches(batcher, { items: [1], most: 'x' }, { ItemsPath: '$.items' }) as { cause: string }).cause;
    expect(cause({ MaxItemsPerBatchPath: '$.most' })).toContain(
      'The MaxItemsPerBatchPath field refers to value "x" which is not a valid integer: $.most',
    );
    expect(cause({ MaxInputBytesPerBatchPath: '$.most' })).toContain(
      'The MaxInputBytesPerBatchPath field refers to value "x" which is not a valid integer: $.most',
    );
  });

  test('gives the template BatchInput to each batch', () => {
    const input = { items: [1, 2], day: 'Monday' };
    expect(
      batches({ MaxItemsPerBatch: 1, BatchInput: { 'day.$': '$.day', 'fixed': '$.day' } }, input, {
        ItemsPath: '$.items',
      }),
    ).toEqual([
      { BatchInput: { day: 'Monday', fixed: '$.day' }, Items: [1] },
      { BatchInput: { day: 'Monday', fixed: '$.day' }, Items: [2] },
    ]);
  });

  test('computes its limits and BatchInput in JSONata', () => {
    const input = { items: [1, 2, 3], most: 2 };
    const items = { Items: '{% $states.input.items %}' };
    expect(
      batchesJsonata(
        { MaxItemsPerBatch: '{% $states.input.most %}', BatchInput: { most: '{% $states.input.most + 1 %}' } },
        input,
        items,
      ),
    ).toEqual([
      { BatchInput: { most: 3 }, Items: [1, 2] },
      { BatchInput: { most: 3 }, Items: [3] },
    ]);
    expect(batchesJsonata({ MaxInputBytesPerBatch: '{% $states.input.most + 12 %}' }, input, items)).toEqual([
      { Items: [1] },
      { Items: [2] },
      { Items: [3] },
    ]);
    expect(batchesJsonata({ MaxItemsPerBatch: 2 }, input, items)).toEqual([{ Items: [1, 2] }, { Items: [3] }]);
  });

  test('fails with the place of the expression', () => {
    const cause = (batcher: object): unknown => (batchesJsonata(batcher, [1]) as { cause: string }).cause;
    expect(cause({ MaxItemsPerBatch: '{% "x" %}' })).toContain("'ItemBatcher/MaxItemsPerBatch'");
    expect(cause({ MaxInputBytesPerBatch: '{% "x" %}' })).toContain("'ItemBatcher/MaxInputBytesPerBatch'");
    expect(cause({ MaxItemsPerBatch: 1, BatchInput: { a: '{% $error("no") %}' } })).toContain(
      "'ItemBatcher/BatchInput/a'",
    );
  });
});
