import { main } from '../../src/cli/main';

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process. */
export async function stepwright(...argv: string[]): Promise<Result> {
  let out = '';
  let err = '';
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(text => {
      out += String(text);
      return true;
    }),
    jest.spyOn(process.stderr, 'write').mockImplementation(text => {
      err += String(text);
      return true;
    }),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    return { code: await main(argv), out, err };
  } finally {
    process.exitCode = before;
    spies.forEach(spy => spy.mockRestore());
  }
}
