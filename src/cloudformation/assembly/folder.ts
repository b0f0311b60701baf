import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../asl';
import { StepwrightError } from '../../errors';

/** A folder that is read and never left: neither by `..`, nor by an absolute path, nor by a link. */
export class AssemblyFolder {
  public static open(directory: string): AssemblyFolder {
    try {
      if (fs.statSync(directory).isDirectory()) return new AssemblyFolder(fs.realpathSync(directory));
    } catch (error) {
      throw new StepwrightError('ASSEMBLY_NOT_FOUND', 'there is no such folder', {
        where: directory,
        fix: 'Give the cdk.out folder that the CDK wrote; `cdk synth` or `app.synth()` writes it.',
        cause: error,
      });
    }
    throw new StepwrightError('ASSEMBLY_NOT_FOUND', 'a cloud assembly is a folder', {
      where: directory,
      received: 'a file',
    });
  }

  private constructor(private readonly root: string) {}

  /** The text of a file, by its path from the folder's root. */
  public read(file: string): string {
    const inside = this.inside(file);
    try {
      return fs.readFileSync(inside, 'utf8');
    } catch (error) {
      throw new StepwrightError('INVALID_ASSEMBLY', 'a file of the cloud assembly cannot be read', {
        where: file,
        received: (error as Error).message,
        cause: error,
      });
    }
  }

  /** A file's JSON. */
  public readJson(file: string): Json {
    const text = this.read(file);
    try {
      return JSON.parse(text) as Json;
    } catch (error) {
      throw new StepwrightError('INVALID_ASSEMBLY', 'a file of the cloud assembly is not JSON', {
        where: file,
        received: (error as Error).message,
        cause: error,
      });
    }
  }

  public has(file: string): boolean {
    return fs.existsSync(path.resolve(this.root, file));
  }

  private inside(file: string): string {
    const resolved = path.resolve(this.root, file);
    const real = fs.existsSync(resolved) ? fs.realpathSync(resolved) : resolved;
    if (contains(this.root, resolved) && contains(this.root, real)) return real;
    throw new StepwrightError('OUTSIDE_ASSEMBLY', 'a path leads out of the cloud assembly', {
      where: file,
      allowed: 'files below the folder that is read',
      fix: "Give the outermost cdk.out folder: the assets of a stage lie beside the stage's own folder.",
    });
  }
}

function contains(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
