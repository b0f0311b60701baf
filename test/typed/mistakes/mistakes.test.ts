import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..', '..', '..');
const file = join(__dirname, 'mistakes.ts');
const messages = readFileSync(join(__dirname, 'messages.txt'), 'utf8').trimEnd().split('\n');

/** The first line of what the compiler says of each mistake, by the mistake's name. */
function refusals(): Map<string, string> {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, root);
  const options = { ...config.options, noEmit: true, skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  // the directives would swallow the messages
  const text = readFileSync(file, 'utf8').replace(/@ts-expect-error/g, 'a mistake:');
  host.readFile = name => name === file ? text : read(name);
  host.getSourceFile = (name, target) => {
    const source = host.readFile(name);
    return source === undefined ? undefined : ts.createSourceFile(name, source, target);
  };
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file)!;
  const lines = text.split('\n');
  const found = new Map<string, string>();
  for (const diagnostic of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const name = /^\s*(\w+): /.exec(lines[line])?.[1] ?? `line ${line + 1}`;
    if (!found.has(name)) found.set(name, ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split('\n')[0]);
  }
  return found;
}

test('every planted mistake is refused with the message on file', () => {
  const found = refusals();
  const planted = [...readFileSync(file, 'utf8').matchAll(/@ts-expect-error.*\n\s*(\w+): /g)].map(([, name]) => name);
  expect(planted.length).toBeGreaterThanOrEqual(40);
  expect([...found].map(([name, message]) => `${name}: ${message}`)).toEqual(messages);
  expect([...found.keys()]).toEqual(planted);
});

test('the messages are short', () => {
  expect(messages.filter(message => message.length > 400)).toEqual([]);
});
