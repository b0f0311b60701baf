import * as path from 'node:path';
import type { Json, JsonObject } from '../../asl';
import { own } from '../own';
import type { Assets } from './assets';

/** The bucket that stands for the one which a legacy bootstrap makes. */
const LEGACY_BUCKET = 'cdktoolkit-stagingbucket';

/** The CDK's legacy synthesizer names assets in metadata, and where they lie in parameters: gives these parameters values. */
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
