import type { ObjectReader } from '../../../src/interpreter';
import { WrittenObjects } from '../../../src/interpreter/map-run/written-objects';

const keys = (reader: ObjectReader, prefix = '', bucket = 'b'): string[] =>
  reader.list(bucket, prefix).map(({ key }) => key);

describe('objects that a run has written', () => {
  test('are listed by their keys, with size, MD5 and time', () => {
    const written = new WrittenObjects();
    expect([written.put('b', 'k', 'hello', 7), written.put('b', 'é', 'é', 8)]).toEqual([5, 2]);
    expect(written.list('b', 'k')).toEqual([
      { key: 'k', size: 5, etag: '5d41402abc4b2a76b9719d911017c592', lastModified: 7 },
    ]);
    expect([...written.texts]).toEqual([
      ['s3://b/k', 'hello'],
      ['s3://b/é', 'é'],
    ]);
  });

  test('are listed in the order of their keys, whatever the order in which they were written', () => {
    const written = new WrittenObjects();
    for (const key of ['c', 'a', 'd', 'b', 'B', 'a/1']) written.put('b', key, '', 0);
    expect(keys(written)).toEqual(['B', 'a', 'a/1', 'b', 'c', 'd']);
    expect(keys(written, 'a')).toEqual(['a', 'a/1']);
    expect(keys(written, '', 'other')).toEqual([]);
  });

  test('are kept apart from their copy', () => {
    const written = new WrittenObjects();
    written.put('b', 'k', 'before', 0);
    const copy = written.copy();
    copy.put('b', 'k', 'after', 0);
    copy.put('b', 'new', '', 0);
    expect([written.get('b', 'k'), copy.get('b', 'k')]).toEqual(['before', 'after']);
    expect([keys(written), keys(copy)]).toEqual([['k'], ['k', 'new']]);
    expect([written.list('b', '')[0].size, copy.list('b', '')[0].size]).toEqual([6, 5]);
  });

  test('hide those of the same name, and leave the others', () => {
    const written = new WrittenObjects();
    written.put('b', 'k', 'new', 9);
    const before: ObjectReader = {
      get: (bucket, key) => `${bucket}/${key} before`,
      list: (_, prefix) =>
        ['a', 'k', 'z']
          .filter(key => key.startsWith(prefix))
          .map(key => ({ key, size: 1, etag: 'e', lastModified: 0 })),
    };
    const both = written.over(before);
    expect([both.get('b', 'k'), both.get('b', 'z')]).toEqual(['new', 'b/z before']);
    expect(both.list('b', '').map(({ key, size }) => [key, size])).toEqual([
      ['a', 1],
      ['k', 3],
      ['z', 1],
    ]);
    expect(both.list('other', '').map(({ key, size }) => [key, size])).toEqual([
      ['a', 1],
      ['k', 1],
      ['z', 1],
    ]);
  });
});
