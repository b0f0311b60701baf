import * as path from 'node:path';
import type { Json } from '../../asl';
import { own, ownObject } from '../own';
import type { AssetLocation } from '../read-options';
import type { AssemblyFolder } from './folder';

/** The environment of a stack. */
export interface Environment {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** The files of a stack's asset manifests, by bucket and key. */
export class Assets {
  private readonly files = new Map<string, string>();

  constructor(
    private readonly folder: AssemblyFolder,
    private readonly environment: Environment,
  ) {}

  /** Adds an asset manifest. Its paths are relative to its folder. */
  public addManifest(manifest: Json, directory: string): void {
    for (const asset of Object.values(ownObject(manifest, 'files'))) {
      const file = own(own(asset, 'source'), 'path');
      if (typeof file !== 'string') continue;
      for (const destination of Object.values(ownObject(asset, 'destinations'))) {
        const bucket = own(destination, 'bucketName');
        const key = own(destination, 'objectKey');
        if (typeof bucket === 'string' && typeof key === 'string') {
          this.add({ bucket, key }, path.join(directory, file));
        }
      }
    }
  }

  public add(location: AssetLocation, file: string): void {
    this.files.set(this.keyOf(location), file);
  }

  /** Returns the path of an asset's file, relative to the root of the assembly. */
  public fileOf(location: AssetLocation): string | undefined {
    return this.files.get(this.keyOf(location));
  }

  /** Returns the content of an asset. */
  public read(location: AssetLocation): string | undefined {
    const file = this.fileOf(location);
    return file === undefined ? undefined : this.folder.read(file);
  }

  /** Fills the placeholders that destinations have in an environment-agnostic stack. */
  private keyOf({ bucket, key }: AssetLocation): string {
    const { account, region, partition } = this.environment;
    return `${bucket}/${key}`
      .replace(/\$\{AWS::AccountId\}/g, account)
      .replace(/\$\{AWS::Region\}/g, region)
      .replace(/\$\{AWS::Partition\}/g, partition);
  }
}
