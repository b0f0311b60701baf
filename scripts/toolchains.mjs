// The languages that the library is for beside TypeScript, and what each needs on a machine.
import { execFileSync } from 'node:child_process';

/** The first line that a command prints, or undefined where there is no such command. */
function answer(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\n')[0]
      .trim();
  } catch {
    return undefined;
  }
}

export const LANGUAGES = [
  {
    name: 'python',
    needs: 'Python 3.9 or later with venv',
    found: () => answer('python3', ['-c', 'import sys, venv; print("Python", sys.version.split()[0])']),
  },
  {
    name: 'java',
    needs: 'a JDK of version 11 or later, and Maven',
    found: () => answer('javac', ['-version']) && answer('mvn', ['--version']),
  },
  { name: 'go', needs: 'Go 1.23 or later', found: () => answer('go', ['version']) },
  { name: 'dotnet', needs: 'the .NET SDK 8 or later', found: () => answer('dotnet', ['--version']) },
];
