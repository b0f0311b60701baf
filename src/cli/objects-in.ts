import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { StepwrightError } from '../errors';

/** The S3 objects in a folder: `FOLDER/BUCKET/KEY`. */
export interface ObjectFolder {
  /** The text of an object; undefined if the folder doesn't have it. */
  readonly text: (location: { readonly bucket: string; readonly key: string }) => string | undefined;
  /** Every object, by `s3://BUCKET/KEY`. */
  readonly all: () => Record<string, Uint8Array>;
}

/**
 * Reads S3 objects from a folder.
 *
 * @throws StepwrightError FILE_NOT_FOUND
 */
export function objectsIn(folder: string): ObjectFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new StepwrightError('FILE_NOT_FOUND', `there is no folder '${folder}'`, {
      where: '--files',
      allowed: 'FOLDER/BUCKET/KEY',
    });
  }
  return {
    text: ({ bucket, key }) => {
      const file = join(folder, bucket, key);
      return isInside(folder, file) && existsSync(file) && statSync(file).isFile()
        ? readFileSync(file, 'utf8')
        : undefined;
    },
    all: () =>
      Object.fromEntries(
        filesIn(folder).map(file => [`s3://${relative(folder, file).split(sep).join('/')}`, readFileSync(file)]),
      ),
  };
}

function isInside(folder: string, file: string): boolean {
  return !relative(folder, file).startsWith('..');
}

function filesIn(folder: string, depth = 0): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, depth + 1);
    // a file next to the buckets is no object
    return entry.isFile() && depth > 0 ? [path] : [];
  });
}
