import { gzipSync } from 'node:zlib';
import type { ObjectReader } from '../../../src/interpreter';
import { only, result, runOf } from '../runs';

const PROCESSOR = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'I',
  States: { I: { Type: 'Pass', End: true } },
};

/** Objects by their URL without the scheme. */
const bucketsOf = (contents: Record<string, string | Uint8Array>): ObjectReader => ({
  get: (bucket, key) => contents[`${bucket}/${key}`],
  list: () => [],
});

function items(config: object, contents: Record<string, string | Uint8Array>): unknown {
  const reader = {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: config,
    Parameters: { Bucket: 'b', Key: 'manifest' },
  };
  return result(
    runOf(only({ Type: 'Map', ItemProcessor: PROCESSOR, ItemReader: reader }), {}, { objects: bucketsOf(contents) }),
  );
}

const ATHENA = { InputType: 'JSONL', ManifestType: 'ATHENA_DATA' };
const failed = (cause: string): object => ({ status: 'FAILED', error: 'States.ItemReaderFailed', cause });

describe('a manifest of Athena', () => {
  test('names objects of any bucket, in folders, in quotes or without, one a line', () => {
    const manifest = '"s3://results/tables/day 1/part-1"\r\n  s3://other/part-2  \n\n';
    expect(
      items(ATHENA, { 'b/manifest': manifest, 'results/tables/day 1/part-1': '1', 'other/part-2': '2\n3' }),
    ).toEqual([1, 2, 3]);
  });

  test.each([
    'results/part-1',
    'http://results/part-1',
    'see s3://results/part-1',
    's3://results',
    's3://results/',
    's3:///part-1',
  ])('fails for the line %s', line => {
    expect(items(ATHENA, { 'b/manifest': line })).toEqual(
      failed(`The manifest names an object that is no S3 URL: ${line}`),
    );
  });

  test('fails where an object that it names is missing', () => {
    expect(items(ATHENA, { 'b/manifest': 's3://results/part-1' })).toEqual(
      failed('The specified key does not exist. (Service: S3, Status Code: 404) [results/part-1]'),
    );
  });
});

describe('a manifest of an S3 inventory', () => {
  const manifest = (more: object = {}): string =>
    JSON.stringify({
      destinationBucket: 'arn:aws:s3:::inventories',
      fileSchema: 'Bucket, Key, Size',
      files: [{ key: 'one.csv' }, { key: 'two.csv.gz' }],
      ...more,
    });
  const files = {
    'inventories/one.csv': '"src","a%2Fb","1"\n',
    'inventories/two.csv.gz': gzipSync('"src","c+d%2B","2"\n"src","e","3"\n'),
  };

  test('gives the rows of all its files, in order, their keys decoded', () => {
    expect(items({ InputType: 'MANIFEST' }, { 'b/manifest': manifest(), ...files })).toEqual([
      { Bucket: 'src', Key: 'a/b', Size: '1' },
      { Bucket: 'src', Key: 'c d+', Size: '2' },
      { Bucket: 'src', Key: 'e', Size: '3' },
    ]);
  });

  test('gives rows without keys where the inventory has none', () => {
    expect(
      items({ InputType: 'MANIFEST' }, { 'b/manifest': manifest({ fileSchema: 'Bucket, Name, Size' }), ...files }),
    ).toEqual([
      { Bucket: 'src', Name: 'a%2Fb', Size: '1' },
      { Bucket: 'src', Name: 'c+d%2B', Size: '2' },
      { Bucket: 'src', Name: 'e', Size: '3' },
    ]);
  });

  test('leads to what the objects hold, where they are loaded and flattened', () => {
    const config = { InputType: 'JSONL', ManifestType: 'S3_INVENTORY', Transformation: 'LOAD_AND_FLATTEN' };
    expect(
      items(config, { 'b/manifest': manifest(), ...files, 'src/a/b': '1\n2', 'src/c d+': '3', 'src/e': '4' }),
    ).toEqual([1, 2, 3, 4]);
  });

  test.each<[what: string, text: string]>([
    ['no object', '[]'],
    ['null', 'null'],
    ['without files', '{"fileSchema": "Key"}'],
    ['whose files are no array', '{"fileSchema": "Key", "files": {}}'],
    ['without a schema', '{"files": []}'],
  ])('fails for a manifest that is %s', (_, text) => {
    expect(items({ InputType: 'MANIFEST' }, { 'b/manifest': text })).toEqual(
      failed('The manifest is no S3 inventory manifest.'),
    );
  });
});
