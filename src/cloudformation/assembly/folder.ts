import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../asl';
import { StepwrightError } from '../../errors';

/**
 * A folder for reading. Paths can't leave it: not with `..`, not as absolute paths, and not through symbolic links.
 */
export class AssemblyFolder {
  public static open(directory: string): AssemblyFolder {
    try {
      if (fs.statSync(directory).isDirectory()) return new AssemblyFolder(fs.realpathSync(directory));
    } catch (error) {
      throw new StepwrightError('ASSEMBLY_NOT_FOUND', 'the folder does not exist', {
        where: directory,
        fix: 'Run `cdk synth` or `app.synth()`, and pass the cdk.out folder that it writes.',
        cause: error,
      });
    }
    throw new StepwrightError('ASSEMBLY_NOT_FOUND', 'a cloud assembly must be a folder', {
      where: directory,
      received: 'a file',
    });
  }

  private constructor(private readonly root: string) {}

  /** Reads a file, by its path relative to the root of the folder. */
  public read(file: string): string {
    const inside = this.inside(file);
    try {
      return fs.readFileSync(inside, 'utf8');
    } catch (error) {
      throw new StepwrightError('INVALID_ASSEMBLY', "a file of the cloud assembly can't be read", {
        where: file,
        received: (error as Error).message,
        cause: error,
      });
    }
  }

  /** Reads a JSON file. */
  public readJson(file: string): Json {
    const text = this.read(file);
    try {
      return JSON.parse(text) as Json;
    } catch (error) {
      throw new StepwrightError('INVALID_ASSEMBLY', 'a file of the cloud assembly is not valid JSON', {
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
    throw new StepwrightError('OUTSIDE_ASSEMBLY', 'a path points outside the cloud assembly', {
      where: file,
      allowed: 'files inside the folder',
      fix: "Pass the outermost cdk.out folder. The assets of a stage are next to the stage's own folder.",
    });
  }
}

function contains(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
