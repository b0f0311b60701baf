import type { Expression as Tree } from '../../../generated/jsonata';
import { isFunction, JsonataSyntaxError, parseText } from '../../query/jsonata';
import { remember } from '../remember';
import type { Read } from './read';

/** What a JSONata expression says, or why it is none. */
export interface JsonataFacts {
  readonly ok: boolean;
  readonly problem?: string;
  /** From 1, in the text between the marks. */
  readonly column?: number;
  /** Why a regular expression in it cannot be run here. */
  readonly refusedRegex?: string;
  readonly reads: readonly Read[];
  /** Names that are read from a context that a state does not have: `{% phone %}`. */
  readonly bareNames: readonly string[];
  /** Whether `$$` is used. */
  readonly usesRoot: boolean;
  /** Whether the expression looks whether something is there: then nothing is said about what it reads. */
  readonly tolerant: boolean;
  /** Whether the whole expression is one read. */
  readonly plain: boolean;
}

const NOTHING = { reads: [], bareNames: [], usesRoot: false, tolerant: false, plain: false };

/** Parts of a syntax tree whose context is not that of the whole expression. */
const OWN_CONTEXT = new Set(['stages', 'predicate', 'group', 'terms', 'pattern', 'update', 'delete', 'body']);

/** Looks at an expression, without the marks around it. */
export const jsonataFacts: (text: string) => JsonataFacts = remember(look);

/** A variable and names, and nothing else: most expressions are no more, and need no parser. */
const PLAIN = /^\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** Words that mean something else than a name. */
const WORD = /\.(?:true|false|null|and|or|in|function)(?:\.|$)/;

function look(text: string): JsonataFacts {
  if (PLAIN.test(text) && !WORD.test(text)) return plainFacts(text);
  const refused: string[] = [];
  let tree: Tree;
  try {
    tree = parseText(text, message => refused.push(message));
  } catch (error) {
    const { problem, position } = JsonataSyntaxError.from(text, error);
    return { ...NOTHING, ok: false, problem, column: position + 1 };
  }
  const found = { reads: [] as Read[], bareNames: new Set<string>(), usesRoot: false, tolerant: false };
  const bound = new Set<string>();
  const work: Array<{ node: Tree; own: boolean }> = [{ node: tree, own: false }];
  while (work.length > 0) {
    const { node, own } = work.pop()!;
    if (node.type === 'condition' || isPresenceTest(node)) found.tolerant = true;
    if (node.type === 'variable' && node.value === '$') found.usesRoot = true;
    for (const name of boundBy(node)) bound.add(name);
    if (node.type === 'path') {
      const steps = node.steps as Tree[];
      found.reads.push(...readOf(steps));
      if (!own && steps[0].type === 'name') found.bareNames.add(String(steps[0].value));
      if (steps.some(step => step.type === 'variable' && step.value === '$')) found.usesRoot = true;
      // names and variables are read here; what is in them, and all other steps, is looked at by itself
      const inner = steps.flatMap((step, i) =>
        step.type === 'name' || step.type === 'variable'
          ? partsOf(step, own || i > 0)
          : [{ node: step, own: own || i > 0 }],
      );
      work.push(...inner.reverse());
      continue;
    }
    if (node.type === 'variable') found.reads.push(...readOf([node]));
    work.push(...partsOf(node, own).reverse());
  }
  const reads = found.reads.filter(({ root, name }) => root !== 'variable' || !bound.has(name!));
  const plain = tree.type === 'variable' || (tree.type === 'path' && reads.length === 1);
  return {
    ok: true,
    reads,
    bareNames: [...found.bareNames],
    usesRoot: found.usesRoot,
    tolerant: found.tolerant,
    plain,
    refusedRegex: refused[0],
  };
}

function plainFacts(text: string): JsonataFacts {
  const [variable, ...names] = text.slice(1).split('.');
  const reads = readOf([{ type: 'variable', value: variable }, ...names.map(value => ({ type: 'name', value }))]);
  return { ...NOTHING, ok: true, reads, plain: true };
}

/** What a path reads; its first step is a variable, or it reads from its context. */
function readOf(steps: readonly Tree[]): Read[] {
  const [first, ...rest] = steps;
  if (first.type !== 'variable' || first.value === '' || first.value === '$') return [];
  const names: string[] = [];
  let exact = !hasStages(first);
  for (const step of rest) {
    if (!exact || step.type !== 'name') {
      exact = false;
      break;
    }
    names.push(String(step.value));
    exact = !hasStages(step);
  }
  if (first.value !== 'states') {
    const name = String(first.value);
    return [{ root: 'variable', name, ...(isFunction(name) ? { builtIn: true as const } : {}), steps: names, exact }];
  }
  const [member, ...inner] = names;
  if (member === 'input' || member === 'result' || member === 'errorOutput' || member === 'context') {
    return [{ root: member, steps: inner, exact }];
  }
  return [{ root: 'states', steps: names, exact }];
}

function hasStages(step: Tree): boolean {
  return (
    step.stages !== undefined ||
    step.predicate !== undefined ||
    step.focus !== undefined ||
    step.index !== undefined ||
    step.group !== undefined
  );
}

/** The names that a part of an expression gives a value itself. */
function boundBy(node: Tree): string[] {
  const names: string[] = [];
  if (node.type === 'bind') names.push(String((node.lhs as Tree).value));
  if (node.type === 'lambda') for (const parameter of node.arguments as Tree[]) names.push(String(parameter.value));
  for (const step of node.type === 'path' ? (node.steps as Tree[]) : []) {
    if (typeof step.focus === 'string') names.push(step.focus);
    if (typeof step.index === 'string') names.push(step.index);
    for (const stage of (step.stages ?? []) as Tree[]) if (stage.type === 'index') names.push(String(stage.value));
  }
  return names;
}

function isPresenceTest(node: Tree): boolean {
  const name = node.type === 'function' ? (node.procedure as Tree).value : undefined;
  return name === 'exists' || name === 'type' || name === 'boolean' || name === 'not';
}

function partsOf(node: Tree, own: boolean): Array<{ node: Tree; own: boolean }> {
  const parts: Array<{ node: Tree; own: boolean }> = [];
  const add = (value: unknown, inner: boolean): void => {
    if (Array.isArray(value)) {
      value.forEach(item => add(item, inner));
    } else if (typeof value === 'object' && value !== null) {
      if (typeof (value as Tree).type === 'string') parts.push({ node: value as Tree, own: inner });
      else Object.values(value).forEach(item => add(item, inner));
    }
  };
  for (const [member, value] of Object.entries(node)) {
    if (
      member === 'value' ||
      (node.type === 'lambda' && member === 'arguments') ||
      (node.type === 'bind' && member === 'lhs') ||
      (node.type === 'path' && member === 'steps')
    ) {
      continue;
    }
    add(value, own || OWN_CONTEXT.has(member));
  }
  return parts;
}
