import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { preProcessFile } from 'typescript';
import { cycleFindings } from '../projenrc/import-cycles';

/** Checks that imports in src/ go one way, type imports included. The plugin's `import/no-cycle` ignores those. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => posix.join('src', file.replaceAll('\\', '/')))
  .filter(file => file.endsWith('.ts'));

const findings = cycleFindings(new Map(files.map(file => [file, importsOf(file)])));
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;

function importsOf(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .flatMap(({ fileName }) => {
      const path = posix.join(posix.dirname(file), fileName);
      return [`${path}.ts`, `${path}/index.ts`].find(existsSync) ?? [];
    });
}
