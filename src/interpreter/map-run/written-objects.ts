import { createHash } from 'node:crypto';
import type { ObjectInfo, ObjectReader } from './object-reader';

/** The S3 objects that a run has written: they hide those of the same name that were there before. */
export class WrittenObjects implements ObjectReader {
  /** The contents, by `s3://BUCKET/KEY`. */
  readonly texts = new Map<string, string>();
  private readonly infos = new Map<string, Map<string, ObjectInfo>>();

  /** The same objects, kept apart from these. */
  copy(): WrittenObjects {
    const copy = new WrittenObjects();
    this.texts.forEach((text, url) => copy.texts.set(url, text));
    this.infos.forEach((infos, bucket) => copy.infos.set(bucket, new Map(infos)));
    return copy;
  }

  /** Writes an object; gives its size in bytes. */
  put(bucket: string, key: string, text: string, lastModified: number): number {
    const size = Buffer.byteLength(text);
    const etag = createHash('md5').update(text).digest('hex');
    this.texts.set(urlOf(bucket, key), text);
    this.infos.set(
      bucket,
      (this.infos.get(bucket) ?? new Map<string, ObjectInfo>()).set(key, { key, size, etag, lastModified }),
    );
    return size;
  }

  get(bucket: string, key: string): string | undefined {
    return this.texts.get(urlOf(bucket, key));
  }

  list(bucket: string, prefix: string): readonly ObjectInfo[] {
    return [...(this.infos.get(bucket)?.values() ?? [])].filter(({ key }) => key.startsWith(prefix)).sort(byKey);
  }

  /** These objects, and those of another reader that they do not hide. */
  over(before: ObjectReader): ObjectReader {
    return {
      get: (bucket, key) => this.get(bucket, key) ?? before.get(bucket, key),
      list: (bucket, prefix) =>
        [
          ...before.list(bucket, prefix).filter(({ key }) => this.get(bucket, key) === undefined),
          ...this.list(bucket, prefix),
        ].sort(byKey),
    };
  }
}

function urlOf(bucket: string, key: string): string {
  return `s3://${bucket}/${key}`;
}

function byKey({ key: a }: ObjectInfo, { key: b }: ObjectInfo): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
