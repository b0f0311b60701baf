import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** The root of the repository. */
export const ROOT = path.resolve(__dirname, '../..');

/** A block of a page: its language, its file name if the first line is a comment with one, its text. */
export interface CodeBlock {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** The code blocks of a page, by its path from the root. */
export function codeBlocks(page: string): CodeBlock[] {
  const markdown = readFileSync(path.join(ROOT, page), 'utf8');
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language,
    file: /^\/\/ (\S+\.ts)\n/.exec(text)?.[1],
    text,
  }));
}

/** What the TypeScript compiler says of files, by their paths in an imaginary folder next to this file. */
export function typeErrors(files: ReadonlyMap<string, string>): string[] {
  const folder = path.join(__dirname, 'imaginary');
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, 'tsconfig.dev.json'),
    { noEmit: true, noUnusedLocals: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: diagnostic => {
        throw new Error(String(diagnostic.messageText));
      },
    },
  )!;
  const host = ts.createCompilerHost(config.options);
  const textOf = (name: string): string | undefined => files.get(path.relative(folder, name).split(path.sep).join('/'));
  const folders = new Set([...files.keys()].map(name => path.dirname(path.join(folder, name))));
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = name => textOf(name) !== undefined || fileExists(name);
  host.readFile = name => textOf(name) ?? readFile(name);
  host.directoryExists = name => folders.has(path.resolve(name)) || directoryExists!(name);
  const roots = [...files.keys()].map(name => path.join(folder, name));
  const program = ts.createProgram(roots, config.options, host);
  return roots
    .flatMap(root => ts.getPreEmitDiagnostics(program, program.getSourceFile(root)))
    .map(({ file, start, messageText }) => {
      const line =
        file && start !== undefined
          ? `${path.relative(folder, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} `
          : '';
      return line + ts.flattenDiagnosticMessageText(messageText, '\n');
    });
}

/** Runs the files of a page as modules; what they import of each other is one of them, everything else is the test's own. */
export function loader(
  files: ReadonlyMap<string, string>,
  requireOther: (name: string) => unknown,
): (file: string) => Record<string, unknown> {
  const loaded = new Map<string, { exports: Record<string, unknown> }>();
  const load = (file: string): Record<string, unknown> => {
    const before = loaded.get(file);
    if (before) return before.exports;
    const { outputText } = ts.transpileModule(files.get(file)!, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    const module = { exports: {} };
    loaded.set(file, module);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('require', 'module', 'exports', outputText)(
      (name: string) => (name.startsWith('./') ? load(`${name.slice(2)}.ts`) : requireOther(name)),
      module,
      module.exports,
    );
    return module.exports;
  };
  return load;
}
