import type { Json } from '../../../src/asl';
import type { ObjectReader } from '../../../src/interpreter';
import { inState, only, onlyJsonata, result, runOf } from '../runs';

const DISTRIBUTED = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'I',
  States: { I: { Type: 'Pass', End: true } },
};
const INLINE = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
const SELECTOR = {
  'key.$': '$$.Map.Item.Key',
  'value.$': '$$.Map.Item.Value',
  'index.$': '$$.Map.Item.Index',
  'source.$': '$$.Map.Item.Source',
};
const JSONATA_SELECTOR = {
  key: '{% $states.context.Map.Item.Key %}',
  value: '{% $states.context.Map.Item.Value %}',
  index: '{% $states.context.Map.Item.Index %}',
};
const SERVERS = { web: { port: 80 }, db: 5432 };

const objects: ObjectReader = {
  get: (_, key) => ({ 'o.json': '{"a": 1}', 'in/1': '[1]', 'in/2': '{"b": 2}' })[key],
  list: (_, prefix) =>
    ['in/1', 'in/2'].filter(key => key.startsWith(prefix)).map(key => ({ key, size: 1, etag: 'e', lastModified: 0 })),
};

describe('a Distributed Map over an object', () => {
  test('gives each child a pair, in the order of the object', () => {
    const run = runOf(only({ Type: 'Map', ItemsPath: '$.servers', ItemProcessor: DISTRIBUTED }), { servers: SERVERS });
    expect(result(run)).toEqual([
      { Key: 'web', Value: { port: 80 } },
      { Key: 'db', Value: 5432 },
    ]);
    expect(run.history.find(({ type }) => type === 'MapStateStarted')?.mapStateStartedEventDetails).toEqual({
      length: 2,
    });
  });

  test('has key, value, number and source in the Context Object', () => {
    expect(result(runOf(only({ Type: 'Map', ItemSelector: SELECTOR, ItemProcessor: DISTRIBUTED }), SERVERS))).toEqual([
      { key: 'web', value: { port: 80 }, index: 0, source: 'STATE_DATA' },
      { key: 'db', value: 5432, index: 1, source: 'STATE_DATA' },
    ]);
  });

  test.each<[what: string, items: object]>([
    ['the input', {}],
    ['an expression', { Items: '{% $states.input %}' }],
    ['a literal object', { Items: SERVERS }],
  ])('takes %s in JSONata', (_, items) => {
    expect(
      result(
        runOf(
          onlyJsonata({ Type: 'Map', ...items, ItemSelector: JSONATA_SELECTOR, ItemProcessor: DISTRIBUTED }),
          SERVERS,
        ),
      ),
    ).toEqual([
      { key: 'web', value: { port: 80 }, index: 0 },
      { key: 'db', value: 5432, index: 1 },
    ]);
  });

  test('batches pairs', () => {
    expect(
      result(runOf(only({ Type: 'Map', ItemBatcher: { MaxItemsPerBatch: 2 }, ItemProcessor: DISTRIBUTED }), SERVERS)),
    ).toEqual([
      {
        Items: [
          { Key: 'web', Value: { port: 80 } },
          { Key: 'db', Value: 5432 },
        ],
      },
    ]);
  });

  test('fails for what is neither an array nor an object', () => {
    expect(result(runOf(only({ Type: 'Map', ItemsPath: '$.n', ItemProcessor: DISTRIBUTED }), { n: 1 }))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}Reference path "$.n" must point to array.`,
    });
    expect(result(runOf(onlyJsonata({ Type: 'Map', Items: '{% 1 %}', ItemProcessor: DISTRIBUTED })))).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: `${inState('A')}The JSONata expression '1' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 1`,
    });
  });
});

describe('an inline Map over an object', () => {
  test.each<[language: string, definition: object, error: string, cause: string]>([
    [
      'JSONPath',
      only({ Type: 'Map', ItemsPath: '$.o', ItemProcessor: INLINE }),
      'States.Runtime',
      'Reference path "$.o" must point to array.',
    ],
    [
      'JSONata, by its input',
      onlyJsonata({ Type: 'Map', ItemProcessor: INLINE }),
      'States.QueryEvaluationError',
      'Map state input must be an array but was: {"o":{"a":1}}',
    ],
    [
      'JSONata, by an expression',
      onlyJsonata({ Type: 'Map', Items: '{% $states.input.o %}', ItemProcessor: INLINE }),
      'States.QueryEvaluationError',
      "The JSONata expression '$states.input.o' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'object' for value: {\"a\":1}",
    ],
  ])('fails in %s', (_, definition, error, cause) => {
    expect(result(runOf(definition, { o: { a: 1 } }))).toEqual({
      status: 'FAILED',
      error,
      cause: inState('A') + cause,
    });
  });
});

describe('the source of an item', () => {
  const read = (action: string, parameters: object, config: object): Json[] =>
    (
      result(
        runOf(
          only({
            Type: 'Map',
            ItemSelector: { 'source.$': '$$.Map.Item.Source', 'item.$': '$$.Map.Item' },
            ItemProcessor: DISTRIBUTED,
            MaxConcurrency: 1,
            ItemReader: {
              Resource: `arn:aws:states:::s3:${action}`,
              Parameters: { Bucket: 'b', ...parameters },
              ReaderConfig: config,
            },
          }),
          {},
          { objects },
        ),
      ) as Array<{ source: Json; item: { Key?: Json } }>
    ).map(({ source, item }) => [source, item.Key ?? null]);

  test('is the state for an inline Map', () => {
    expect(
      result(
        runOf(only({ Type: 'Map', ItemSelector: { 'source.$': '$$.Map.Item.Source' }, ItemProcessor: INLINE }), [1]),
      ),
    ).toEqual([{ source: 'STATE_DATA' }]);
  });

  test("is the object that was read, and the key the member's name", () => {
    expect(read('getObject', { Key: 'o.json' }, { InputType: 'JSON' })).toEqual([['s3://b/o.json', 'a']]);
  });

  test('is the bucket where objects are listed', () => {
    expect(read('listObjectsV2', { Prefix: 'in/' }, {})).toEqual([
      ['s3://b', null],
      ['s3://b', null],
    ]);
  });

  test('is each object where they are loaded', () => {
    expect(read('listObjectsV2', { Prefix: 'in/' }, { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' })).toEqual(
      [
        ['s3://b/in/1', null],
        ['s3://b/in/2', 'b'],
      ],
    );
  });
});
