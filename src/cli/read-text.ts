import { existsSync, readFileSync, statSync } from 'node:fs';
import { StepwrightError } from '../errors';
import { STANDARD_INPUT } from '../sources';

/**
 * The text of the file that an option names, or of standard input for `-`.
 *
 * @param allowed what the option accepts, for the error
 * @throws StepwrightError FILE_NOT_FOUND if there is no such file, or if it is a folder
 */
export function readText(path: string, where: string, allowed: string): string {
  if (path === STANDARD_INPUT) return readFileSync(0, 'utf8');
  if (!existsSync(path)) {
    throw new StepwrightError('FILE_NOT_FOUND', `the file '${path}' does not exist`, { where, allowed });
  }
  if (statSync(path).isDirectory()) {
    throw new StepwrightError('FILE_NOT_FOUND', `'${path}' is a folder`, {
      where,
      allowed,
      fix: 'Name a file in it.',
    });
  }
  return readFileSync(path, 'utf8');
}
