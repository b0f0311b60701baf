import { EXIT } from './exit-codes';

/** The part of a stream that the command needs. */
export interface OutputStream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** The command can run several times in one process, but each stream needs one listener. */
const WATCHED = new WeakSet<OutputStream>();

/**
 * Ends the command if its output can't be written: quietly if the reader has stopped, as `head` does, and with one line
 * otherwise, for example if the disk is full.
 *
 * @param exit ends the process
 * @param tell writes a line to standard error
 */
export function watchOutput(stream: OutputStream, exit: (code: number) => void, tell: (line: string) => void): void {
  if (WATCHED.has(stream)) return;
  WATCHED.add(stream);
  stream.on('error', error => {
    if (error.code === 'EPIPE') return exit(EXIT.OK);
    tell(`The output can't be written: ${error.message}\n`);
    exit(EXIT.USAGE);
  });
}

/** Describes a file system error in one line. Returns undefined for any other error. */
export function systemErrorText(error: unknown): string | undefined {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return undefined;
  return `${message}${path !== undefined && !message.includes(path) ? `: ${path}` : ''}\n`;
}
