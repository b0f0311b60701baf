import { testState } from '../../../src/local/test-state';

const distributed = {
  Type: 'Map',
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'P',
    States: { P: { Type: 'Pass', End: true } },
  },
  ItemSelector: { 'item.$': '$$.Map.Item.Value' },
  End: true,
};

/** A Map that reads an object of S3. */
function reading(config: object, fields: object = {}): never {
  return {
    ...distributed,
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: config,
      Parameters: { Bucket: 'b', Key: 'k' },
    },
    ...fields,
  } as never;
}

function inspected(definition: never, mapItemReaderData: never) {
  return testState({
    definition,
    mock: { result: [1] },
    stateConfiguration: { mapItemReaderData },
    inspectionLevel: 'DEBUG',
  });
}

test('a Map shows its items, what each iteration receives, and the batches', () => {
  const definition = {
    ...distributed,
    ItemsPath: '$.items',
    ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { k: 1 } },
    MaxConcurrency: 4,
    ToleratedFailurePercentage: 50,
  };
  expect(
    testState({ definition, input: { items: ['a', 'b', 'c'] }, mock: { result: [1, 2] }, inspectionLevel: 'DEBUG' })
      .inspectionData,
  ).toEqual({
    input: { items: ['a', 'b', 'c'] },
    afterInputPath: { items: ['a', 'b', 'c'] },
    afterItemsPath: ['a', 'b', 'c'],
    afterItemSelector: [{ item: 'a' }, { item: 'b' }, { item: 'c' }],
    afterItemBatcher: [
      { BatchInput: { k: 1 }, Items: [{ item: 'a' }, { item: 'b' }] },
      { BatchInput: { k: 1 }, Items: [{ item: 'c' }] },
    ],
    maxConcurrency: 4,
    toleratedFailurePercentage: 50,
    afterResultSelector: [1, 2],
    afterResultPath: [1, 2],
  });
});

test('the items of the input are shown without ItemsPath, too, in JSONPath', () => {
  const map = { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true };
  expect(
    testState({ definition: map, input: [1], mock: { result: [2] }, inspectionLevel: 'DEBUG' }).inspectionData,
  ).toEqual({
    input: [1],
    afterInputPath: [1],
    afterItemsPath: [1],
    maxConcurrency: 0,
    afterResultSelector: [2],
    afterResultPath: [2],
  });
  const expressions = { ...map, QueryLanguage: 'JSONata', ItemSelector: '{% $states.context.Map.Item.Value + 1 %}' };
  expect(
    testState({ definition: expressions, input: [1], mock: { result: [2] }, inspectionLevel: 'DEBUG' }).inspectionData,
  ).toEqual({ input: [1], afterItemSelector: [2], maxConcurrency: 0 });
});

test.each([
  [
    'CSV',
    { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
    'id,n\na,1\nb,2',
    [{ item: { id: 'a', n: '1' } }, { item: { id: 'b', n: '2' } }],
  ],
  ['JSON Lines, up to MaxItems', { InputType: 'JSONL', MaxItems: 1 }, '{"n":1}\n{"n":2}', [{ item: { n: 1 } }]],
  ['JSON', { InputType: 'JSON' }, '[1,2]', [{ item: 1 }, { item: 2 }]],
  [
    'the items themselves, up to MaxItems',
    { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', MaxItems: 2 },
    [1, 2, 3],
    [{ item: 1 }, { item: 2 }],
  ],
])('a reader reads %s as from its source', (_, config, data, selected) => {
  expect(inspected(reading(config), data as never).inspectionData?.afterItemSelector).toEqual(selected);
});

test('a reader with a pointer shows what the pointer finds, in JSONPath', () => {
  expect(
    inspected(reading({ InputType: 'JSON', ItemsPointer: '/a' }), { a: [1, 2] } as never).inspectionData,
  ).toMatchObject({ afterItemsPointer: [1, 2], afterItemSelector: [{ item: 1 }, { item: 2 }] });
  const { ItemSelector, ...plain } = distributed;
  const expressions = {
    ...plain,
    QueryLanguage: 'JSONata',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON', ItemsPointer: '/a' },
      Arguments: { Bucket: 'b', Key: 'k' },
    },
  };
  expect(inspected(expressions as never, '{"a":[1]}' as never).inspectionData).toEqual({
    input: {},
    maxConcurrency: 0,
  });
});

test('a list of S3 objects is given as an array', () => {
  const listing = {
    ...distributed,
    ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } },
  };
  expect(inspected(listing as never, '[{"Key":"k"}]' as never).inspectionData?.afterItemSelector).toEqual([
    { item: { Key: 'k' } },
  ]);
});

test('without the data of its reader, a Map takes items of the input, or none', () => {
  expect(
    testState({
      definition: reading({ InputType: 'JSON' }),
      input: [1],
      mock: { result: [1] },
      inspectionLevel: 'DEBUG',
    }).inspectionData?.afterItemSelector,
  ).toEqual([{ item: 1 }]);
  expect(
    testState({ definition: reading({ InputType: 'JSON' }), mock: { result: [1] }, inspectionLevel: 'DEBUG' })
      .inspectionData,
  ).toEqual({
    input: {},
    afterInputPath: {},
    maxConcurrency: 0,
    afterResultSelector: [1],
    afterResultPath: [1],
  });
});

test('data that its reader cannot read fails the Map', () => {
  expect(inspected(reading({ InputType: 'JSON' }), '{' as never)).toMatchObject({
    status: 'FAILED',
    error: 'States.ItemReaderFailed',
  });
});

test('a percentage of failures is one of the items, whatever the mock holds', () => {
  const { ItemSelector, ...plain } = distributed;
  const definition = { ...plain, ToleratedFailurePercentage: 50 };
  const tested = (mapIterationFailureCount: number) =>
    testState({
      definition,
      input: [1, 2, 3, 4],
      mock: { result: [1, 2] },
      stateConfiguration: { mapIterationFailureCount },
    });
  expect(tested(2)).toEqual({ status: 'SUCCEEDED', output: [1, 2] });
  expect(tested(3)).toEqual({
    status: 'FAILED',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The specified tolerated failure threshold was exceeded',
  });
});

test('a tolerance that is out of range fails the Map', () => {
  expect(
    testState({
      definition: { ...distributed, ItemsPath: '$.items', ToleratedFailureCountPath: '$.n' },
      input: { items: [], n: -1 },
      mock: { result: [] },
    }),
  ).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'ToleratedFailureCount cannot be negative.',
  });
});

test('an ItemSelector sees its item beside a Context Object that is given', () => {
  const definition = {
    ...distributed,
    ItemSelector: { 'item.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'name.$': '$$.Execution.Name' },
  };
  expect(
    testState({
      definition,
      input: ['a'],
      context: { Execution: { Name: 'n' } },
      mock: { result: [1] },
      inspectionLevel: 'DEBUG',
    }).inspectionData?.afterItemSelector,
  ).toEqual([{ item: 'a', index: 0, name: 'n' }]);
});

describe('fails', () => {
  test('on more failures than items, whatever the mock holds', () => {
    expect(() =>
      testState({
        definition: distributed,
        input: [1],
        mock: { result: [1, 2, 3] },
        stateConfiguration: { mapIterationFailureCount: 2 },
      }),
    ).toThrow(
      'ValidationException: Map iteration failure count must be less than or equal to the number of Map iterations',
    );
  });
});
