import * as path from 'node:path';
import type { Json, JsonObject } from '../../asl';
import { own } from '../own';
import type { Assets } from './assets';

/** A placeholder for the bucket that a legacy bootstrap creates. */
const LEGACY_BUCKET = 'cdktoolkit-stagingbucket';

/**
 * Gives values to the asset parameters of the CDK's legacy synthesizer, which names assets in metadata and their
 * location in parameters.
 */
export function addLegacyAssets(
  metadata: JsonObject,
  directory: string,
  assets: Assets,
  parameters: Map<string, Json>,
): void {
  for (const entries of Object.values(metadata)) {
    for (const entry of Array.isArray(entries) ? (entries as readonly Json[]) : []) {
      if (own(entry, 'type') !== 'aws:cdk:asset') continue;
      const asset = own(entry, 'data');
      const [file, bucket, key, hash] = ['path', 's3BucketParameter', 's3KeyParameter', 'artifactHashParameter'].map(
        name => own(asset, name),
      );
      if (typeof file !== 'string' || typeof bucket !== 'string' || typeof key !== 'string') continue;
      const name = path.basename(file);
      parameters.set(bucket, LEGACY_BUCKET);
      parameters.set(key, `assets/||${name}`); // the two halves of a key, as the template splits them
      if (typeof hash === 'string') parameters.set(hash, String(own(asset, 'sourceHash') ?? ''));
      assets.add({ bucket: LEGACY_BUCKET, key: `assets/${name}` }, path.join(directory, file));
    }
  }
}
