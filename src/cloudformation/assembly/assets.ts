import * as path from 'node:path';
import type { Json } from '../../asl';
import { own, ownObject } from '../own';
import type { AssetLocation } from '../read-options';
import type { AssemblyFolder } from './folder';

/** Where stacks live. */
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

  /** Takes up an asset manifest; its paths start from the folder that it lies in. */
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

  /** The file of an asset, from the assembly's root. */
  public fileOf(location: AssetLocation): string | undefined {
    return this.files.get(this.keyOf(location));
  }

  /** The text of an asset. */
  public read(location: AssetLocation): string | undefined {
    const file = this.fileOf(location);
    return file === undefined ? undefined : this.folder.read(file);
  }

  /** Destinations have placeholders where the environment is open. */
  private keyOf({ bucket, key }: AssetLocation): string {
    const { account, region, partition } = this.environment;
    return `${bucket}/${key}`
      .replace(/\$\{AWS::AccountId\}/g, account)
      .replace(/\$\{AWS::Region\}/g, region)
      .replace(/\$\{AWS::Partition\}/g, partition);
  }
}
