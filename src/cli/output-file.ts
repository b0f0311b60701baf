import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StepwrightError } from '../errors';

/**
 * Writes a picture or a page.
 *
 * @throws StepwrightError FILE_NOT_WRITTEN
 */
export function writeOutput(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new StepwrightError('FILE_NOT_WRITTEN', `The file ${JSON.stringify(file)} can't be written`, {
      received: (cause as Error).message,
      fix: 'Create the folder, or name a file that you may write.',
      cause,
    });
  }
}

/** The program that opens a file for the user, by platform. */
const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
};

/** Opens a file in the user's browser. Without a desktop nothing happens: its path was printed. */
export function openFile(file: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, resolve(file)], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
