import { createHash } from 'node:crypto';
import type { Json } from '../asl';
import type { LocalApp } from '../cloudformation';
import { StepwrightError } from '../errors';
import type { ObjectInfo, ObjectReader } from '../interpreter';
import { namesOf } from './targets';

/**
 * The S3 objects of a run, by `s3://BUCKET/KEY`: text, bytes, or JSON that is written as text. A bucket of the app can also be named by its
 * construct's id or its logical id.
 */
export interface Files {
  readonly [url: string]: Json | Uint8Array;
}

const URL = /^s3:\/\/([^/]+)\/(.+)$/s;

/**
 * What Distributed Maps read, from files.
 *
 * @throws StepwrightError INVALID_FILE_NAME if a name is not of the form `s3://BUCKET/KEY`
 */
export function objectReader(files: Files, app: LocalApp | undefined, startTime: number): ObjectReader {
  const buckets = bucketNames(app);
  const objects = new Map<string, Map<string, string | Uint8Array>>();
  for (const [url, content] of Object.entries(files)) {
    const [, named, key] = URL.exec(url) ?? [];
    if (named === undefined) {
      throw new StepwrightError('INVALID_FILE_NAME', `the key of a file is not an S3 URL: ${JSON.stringify(url)}`, {
        where: 'files',
        allowed: 's3://BUCKET/KEY',
      });
    }
    const bucket = buckets.get(named) ?? named;
    objects.set(bucket, (objects.get(bucket) ?? new Map<string, string | Uint8Array>()).set(key, bytesOf(content)));
  }
  return {
    get: (bucket, key) => objects.get(bucket)?.get(key),
    list: (bucket, prefix) =>
      [...(objects.get(bucket) ?? [])]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([key, content]): ObjectInfo => ({
          key,
          size: Buffer.byteLength(content),
          etag: createHash('md5').update(content).digest('hex'),
          lastModified: startTime,
        })),
  };
}

function bytesOf(content: Json | Uint8Array): string | Uint8Array {
  if (typeof content === 'string') return content;
  return content instanceof Uint8Array ? content.slice() : JSON.stringify(content);
}

function bucketNames(app: LocalApp | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const resource of app?.resources ?? []) {
    if (resource.type !== 'AWS::S3::Bucket' || resource.name === undefined) continue;
    for (const name of namesOf(resource)) found.set(name, resource.name);
  }
  return found;
}
