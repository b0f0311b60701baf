import { gzipSync } from 'node:zlib';
import type { Json } from '../../../src/asl';
import { compile, runAsync, type ObjectReader } from '../../../src/interpreter';
import { only, result, runOf } from '../runs';

const PROCESSOR = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'I',
  States: { I: { Type: 'Pass', End: true } },
};

/** A Distributed Map that gives its items. */
const reading = (
  config: object,
  parameters: object = { Bucket: 'b', Key: 'k' },
  action = 'getObject',
): ReturnType<typeof only> =>
  only({
    Type: 'Map',
    MaxConcurrency: 1,
    ItemProcessor: PROCESSOR,
    ItemReader: { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig: config, Parameters: parameters },
  });

/** Objects by key, all in the bucket b. */
function objectsOf(contents: Record<string, string | Uint8Array>): ObjectReader {
  return {
    get: (bucket, key) => (bucket === 'b' ? contents[key] : undefined),
    list: (_, prefix) =>
      Object.keys(contents)
        .filter(key => key.startsWith(prefix))
        .sort()
        .map(key => ({ key, size: contents[key].length, etag: 'e', lastModified: 5000 })),
  };
}

const items = (
  config: object,
  contents: Record<string, string | Uint8Array>,
  parameters?: object,
  action?: string,
): unknown => result(runOf(reading(config, parameters, action), {}, { objects: objectsOf(contents) }));

describe('an ItemReader', () => {
  test.each<[what: string, config: object, text: string, expected: Json]>([
    ['JSON', { InputType: 'JSON' }, '[1, {"a": 2}]', [1, { a: 2 }]],
    [
      'the members of an object',
      { InputType: 'JSON' },
      '{"a": 1, "b": 2}',
      [
        { Key: 'a', Value: 1 },
        { Key: 'b', Value: 2 },
      ],
    ],
    ['JSON at a pointer', { InputType: 'JSON', ItemsPointer: '/a~1b/1' }, '{"a/b": [0, [7, 8]]}', [7, 8]],
    ['JSON Lines', { InputType: 'JSONL' }, '{"a": 1}\n\n{"a": 2}\r\n', [{ a: 1 }, { a: 2 }]],
    [
      'CSV with its headers',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,b\n1,"x,y"\n2\n',
      [
        { a: '1', b: 'x,y' },
        { a: '2', b: '' },
      ],
    ],
    [
      'CSV with given headers and delimiter',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['a', 'b'], CSVDelimiter: 'PIPE' },
      '1|2\n',
      [{ a: '1', b: '2' }],
    ],
    [
      'CSV without the fields that no header names',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a\n1,2,3\n',
      [{ a: '1' }],
    ],
    [
      'CSV with what backslashes keep',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      String.raw`a,b` + '\n' + String.raw`C:\\Files\\x,1\,2` + '\n' + String.raw`say \"hi\",\n`,
      [
        { a: String.raw`C:\Files\x`, b: '1,2' },
        { a: 'say "hi"', b: 'n' },
      ],
    ],
    ['no more than MaxItems', { InputType: 'JSONL', MaxItems: 1 }, '1\n2\n', [1]],
  ])('reads %s', (_, config, text, expected) => {
    expect(items(config, { k: text })).toEqual(expected);
  });

  test('reads what is compressed with gzip', () => {
    expect(items({ InputType: 'JSONL' }, { k: gzipSync('1\n2\n') })).toEqual([1, 2]);
  });

  test('lists objects by prefix', () => {
    expect(items({}, { 'in/a': 'xy', 'out/b': '' }, { Bucket: 'b', Prefix: 'in/' }, 'listObjectsV2')).toEqual([
      { Etag: '"e"', Key: 'in/a', LastModified: 5, Size: 2, StorageClass: 'STANDARD' },
    ]);
  });

  test('loads and flattens what it lists', () => {
    expect(
      items(
        { InputType: 'JSONL', Transformation: 'LOAD_AND_FLATTEN' },
        { 'in/a': '1\n2', 'in/b': '3' },
        { Bucket: 'b', Prefix: 'in/' },
        'listObjectsV2',
      ),
    ).toEqual([1, 2, 3]);
  });

  test('reads the objects that a manifest of Athena names', () => {
    expect(
      items(
        { InputType: 'JSONL', ManifestType: 'ATHENA_DATA' },
        { 'k': 's3://b/part-1\ns3://b/part-2\n', 'part-1': '1', 'part-2': '2\n3' },
      ),
    ).toEqual([1, 2, 3]);
  });

  test('reads the rows of an S3 inventory', () => {
    const manifest = JSON.stringify({
      destinationBucket: 'arn:aws:s3:::b',
      fileSchema: 'Bucket, Key, Size',
      files: [{ key: 'data.csv.gz' }],
    });
    expect(
      items({ InputType: 'MANIFEST' }, { 'k': manifest, 'data.csv.gz': gzipSync('"src","a%20b+c","7"\n') }),
    ).toEqual([{ Bucket: 'src', Key: 'a b c', Size: '7' }]);
  });

  // two rows, {id: 1, name: 'a'} and {id: 2, name: 'b'}, as hyparquet-writer writes them
  const parquet = new Uint8Array(
    Buffer.from(
      'UEFSMRUGFSQVKFwVBBUAFQQVABUEFQAAAAMDEDwBAAAAAAAAAAIAAAAAAAAAFQYVGBUcXBUEFQAVBBUAFQQVAAAAAwMKJAEAAABhAQAAAGIVBBk8SARyb290FQQAFQQlAhgCaWQAFQwlAhgEbmFtZSUAABYEGRwZLCYIHBUEGRUAGRgCaWQV' +
        'AhYEFk4WUiYIPDYAKAgCAAAAAAAAABgIAQAAAAAAAAAAGRwVBhUAFQIAAAAmWhwVDBkVABkYBG5hbWUVAhYEFkIWRiZaPDYAKAFiGAFhABkcFQYVABUCAAAAFpABFgQ2mAEAKAloeXBhcnF1ZXQZLBwAABwAAACuAAAAUEFSMQ==',
      'base64',
    ),
  );

  test('reads Parquet in an asynchronous run', async () => {
    const run = await runAsync(compile(reading({ InputType: 'PARQUET' })), { objects: objectsOf({ k: parquet }) });
    expect(result(run)).toEqual([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
  });

  test('fails Parquet in a synchronous run, with a code', () => {
    expect(() => items({ InputType: 'PARQUET' }, { k: parquet })).toThrow(/^READ_NEEDS_ASYNC/);
  });

  test.each<[what: string, config: object, text: string, cause: RegExp]>([
    ['what is no JSON', { InputType: 'JSON' }, 'x', /^Input file is not valid JSON/],
    ['a value that cannot be mapped over', { InputType: 'JSON' }, '1', /^Attempting to map over non-iterable node/],
    [
      'headers twice',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,a\n',
      /^CSV headers cannot contain duplicates/,
    ],
    ['MaxItems below zero', { InputType: 'JSON', MaxItems: -1 }, '[]', /^field MaxItems must be positive/],
  ])('fails %s', (_, config, text, cause) => {
    expect(items(config, { k: text })).toEqual({
      status: 'FAILED',
      error: 'States.ItemReaderFailed',
      cause: expect.stringMatching(cause),
    });
  });

  test('fails an object that is not there', () => {
    expect(items({ InputType: 'JSON' }, {})).toMatchObject({ error: 'States.ItemReaderFailed' });
  });
});
