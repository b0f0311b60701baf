import { join } from 'node:path';
import * as ts from 'typescript';
import { median } from './statistics';

const ROOT = join(__dirname, '..');
const FILE = join(__dirname, 'typed-chain.ts');
const STATES = 100;
const ROUNDS = 5;

/** What types cost the compiler, in seconds: medians of some rounds, after one that warms up. */
export interface TypedChain {
  readonly states: number;
  /** A file that only begins a flow. */
  readonly baseSeconds: number;
  /** A chain of so many states, each with a variable of its own that the next one reads. */
  readonly chainSeconds: number;
  readonly overBaseSeconds: number;
}

/** Compiles the chain and its base in turn, so that a busy machine slows both alike. Nothing is written. */
export function typedChain(): TypedChain {
  const seconds: { base: number[]; chain: number[] } = { base: [], chain: [] };
  const options = compilerOptions();
  const parsed = new Map<string, ts.SourceFile | undefined>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, states] of [
      ['base', 0],
      ['chain', STATES],
    ] as const) {
      const taken = compiling(source(states), options, parsed);
      if (round > 0) seconds[name].push(taken);
    }
  }
  const [baseSeconds, chainSeconds] = [median(seconds.base), median(seconds.chain)];
  return { states: STATES, baseSeconds, chainSeconds, overBaseSeconds: chainSeconds - baseSeconds };
}

function compilerOptions(): ts.CompilerOptions {
  return {
    ...ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config,
      ts.sys,
      ROOT,
    ).options,
    noEmit: true,
    skipLibCheck: true,
  };
}

/** A chain in which every state assigns a variable from the one before. */
function source(states: number): string {
  const verbs = Array.from(
    { length: states },
    (_, i) => `  .assign('S${i}', $ => ({ v${i}: t.add($.${i === 0 ? 'input.n' : `vars.v${i - 1}`}, 1) }))`,
  );
  return [
    "import * as t from '../src/typed';",
    'export const chain = t.flow<{ n: number }>()',
    ...verbs,
    "  .pass('End', $ => $.input.n);",
  ].join('\n');
}

/** The files of libraries are parsed once; everything is checked anew. */
function compiling(text: string, options: ts.CompilerOptions, parsed: Map<string, ts.SourceFile | undefined>): number {
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = name => name === FILE || fileExists(name);
  host.getSourceFile = (name, target) => {
    if (name === FILE) return ts.createSourceFile(name, text, target);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, target));
    return parsed.get(name);
  };
  const from = performance.now();
  const program = ts.createProgram([FILE], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(FILE));
  const seconds = (performance.now() - from) / 1000;
  if (found.length > 0) throw new Error(ts.flattenDiagnosticMessageText(found[0].messageText, '\n'));
  return seconds;
}

/** A line under the table. */
export function typedChainText({ states, baseSeconds, chainSeconds, overBaseSeconds }: TypedChain): string {
  return `a typed chain of ${states} states with a variable each compiles in ${overBaseSeconds.toFixed(2)} s over its base (${chainSeconds.toFixed(2)} s and ${baseSeconds.toFixed(2)} s)`;
}
