import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Json } from '../../../src/asl';
import { compile, run, type ObjectReader } from '../../../src/interpreter';
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

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Two rows, {id: 1, name: 'a'} and {id: 2, name: 'b'}, as hyparquet-writer writes them. */
const parquet = new Uint8Array(
  Buffer.from(
    'UEFSMRUGFSQVKFwVBBUAFQQVABUEFQAAAAMDEDwBAAAAAAAAAAIAAAAAAAAAFQYVGBUcXBUEFQAVBBUAFQQVAAAAAwMKJAEAAABhAQAAAGIVBBk8SARyb290FQQAFQQlAhgCaWQAFQwlAhgEbmFtZSUAABYEGRwZLCYIHBUEGRUAGRgCaWQV' +
      'AhYEFk4WUiYIPDYAKAgCAAAAAAAAABgIAQAAAAAAAAAAGRwVBhUAFQIAAAAmWhwVDBkVABkYBG5hbWUVAhYEFkIWRiZaPDYAKAFiGAFhABkcFQYVABUCAAAAFpABFgQ2mAEAKAloeXBhcnF1ZXQZLBwAABwAAACuAAAAUEFSMQ==',
    'base64',
  ),
);

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

  test('reads Parquet', () => {
    expect(items({ InputType: 'PARQUET' }, { k: parquet })).toEqual([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
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
    ['JSON that is nested too deeply', { InputType: 'JSON' }, deep(100_000), /nested more than 1000 deep/],
    ['a line that is nested too deeply', { InputType: 'JSONL' }, deep(5000), /nested more than 1000 deep/],
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

/** A workflow that catches what its reader fails with. */
function caught(config: object, content: string | Uint8Array): unknown {
  const map = reading(config) as { States: Record<string, Record<string, unknown>> };
  const [name] = Object.keys(map.States);
  const definition = {
    ...map,
    States: {
      [name]: { ...map.States[name], Catch: [{ ErrorEquals: ['States.ItemReaderFailed'], Next: 'Unreadable' }] },
      Unreadable: { Type: 'Pass', Result: 'unreadable', End: true },
    },
  };
  const done = run(compile(definition as Json), { objects: objectsOf({ k: content }) });
  expect(done.history.map(({ type }) => type)).not.toContain('MapRunSucceeded' as never);
  return done.output;
}

describe('a damaged object fails the state, and a Catch handles it', () => {
  const gzipped = gzipSync(JSON.stringify(Array.from({ length: 100 }, (_, i) => i)));
  test.each<[what: string, config: object, content: string | Uint8Array]>([
    ['gzip that breaks off', { InputType: 'JSON' }, gzipped.subarray(0, gzipped.length - 10)],
    ['gzip with a wrong checksum', { InputType: 'JSON' }, flipped(gzipped, gzipped.length - 6)],
    ['gzip of too much text', { InputType: 'JSONL' }, gzipSync(Buffer.alloc(257 * 1024 * 1024, '1\n'))],
    ['CSV with a quote that never closes', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, 'a,b\n"x,2\n'],
    ['Parquet that breaks off', { InputType: 'PARQUET' }, parquet.subarray(0, parquet.length - 20)],
    ['an empty Parquet file', { InputType: 'PARQUET' }, new Uint8Array()],
    ['text where Parquet is expected', { InputType: 'PARQUET' }, 'PAR1'],
  ])('%s', (_, config, content) => {
    expect(caught(config, content)).toBe('unreadable');
  });

  test('any damaged byte of a Parquet file: the file is read, or the state fails', () => {
    const outcomes = new Set<unknown>();
    for (let at = 0; at < parquet.length; at++) {
      for (const bits of [0x01, 0x80, 0xff]) {
        const done = run(compile(reading({ InputType: 'PARQUET' })), {
          objects: objectsOf({ k: flipped(parquet, at, bits) }),
          withoutLimits: ['exactNumbers'],
        });
        outcomes.add(done.status === 'SUCCEEDED' ? 'read' : done.error);
      }
    }
    expect(outcomes).toEqual(new Set(['read', 'States.ItemReaderFailed']));
  });

  test('any text is read, or the state fails', () => {
    const config = fc.constantFrom(
      { InputType: 'JSON' },
      { InputType: 'JSONL' },
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      { InputType: 'MANIFEST' },
      { InputType: 'MANIFEST', ManifestType: 'ATHENA_DATA' },
    );
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array(),
      fc.uint8Array().map(bytes => gzipSync(bytes)),
    );
    fc.assert(
      fc.property(config, content, (readerConfig, text) => {
        const done = run(compile(reading(readerConfig)), {
          objects: objectsOf({ k: text }),
          withoutLimits: ['exactNumbers'],
        });
        expect(done.status === 'SUCCEEDED' ? 'read' : done.error).toMatch(/^(read|States\.ItemReaderFailed)$/);
      }),
    );
  });
});

function flipped(bytes: Uint8Array, at: number, bits = 0xff): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ bits : byte));
}
