import type { Read } from './read';
import { IntrinsicSyntaxError, isIntrinsic } from '../../query/intrinsics';
import { parseIntrinsic, type Node } from '../../query/intrinsics/parse';
import { compilePath, PathSyntaxError } from '../../query/json-path';
import { parsePath } from '../../query/json-path/parse';
import { remember } from '../remember';

/** What a path or an intrinsic function call says, or why it is none. */
export interface PathFacts {
  readonly ok: boolean;
  readonly problem?: string;
  /** From 1. */
  readonly column?: number;
  readonly reads: readonly Read[];
  /** Whether it leads to one place at most and has no root but `$`: a Reference Path. */
  readonly reference: boolean;
  readonly intrinsic: boolean;
}

/** Looks at a path such as `$.a[0]`. */
export const pathFacts: (text: string) => PathFacts = remember(text =>
  guarded(() => {
    const { reads, reference } = readOf(text);
    return { ok: true, reads, reference, intrinsic: false };
  }),
);

/** Looks at a path, or at an intrinsic function call such as `States.Format('{}', $.a)`. */
export const pathOrIntrinsicFacts: (text: string) => PathFacts = remember(text =>
  isIntrinsic(text)
    ? guarded(() => ({ ok: true, reads: readsIn(parseIntrinsic(text)), reference: false, intrinsic: true }))
    : pathFacts(text),
);

function guarded(look: () => PathFacts): PathFacts {
  const wrong = (problem: string, column: number): PathFacts => ({
    ok: false,
    problem,
    column,
    reads: [],
    reference: false,
    intrinsic: false,
  });
  try {
    return look();
  } catch (error) {
    if (error instanceof PathSyntaxError || error instanceof IntrinsicSyntaxError) {
      return wrong(error.problem, error.column);
    }
    if (error instanceof RangeError) return wrong('it is nested too deeply', 1);
    throw error;
  }
}

function readOf(text: string): { reads: Read[]; reference: boolean } {
  const { root } = compilePath(text);
  const trimmed = text.trim();
  const [prefix, name] =
    root === 'context'
      ? ['$$']
      : root === 'variable'
        ? /^\$([\p{L}_][\p{L}\p{N}_]*)/u.exec(trimmed)!
        : [trimmed.startsWith('$') ? '$' : ''];
  const rest = trimmed.slice(prefix.length);
  const tokens = parsePath(trimmed, prefix === '' ? `.${rest}` : rest);
  const steps: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'property' || token.names.length !== 1) break;
    steps.push(token.names[0]);
  }
  const single = tokens.every(
    token =>
      (token.kind === 'property' && token.names.length === 1) || (token.kind === 'index' && token.indexes.length === 1),
  );
  return {
    reads: [{ root, ...(root === 'variable' ? { name } : {}), steps, exact: steps.length === tokens.length }],
    reference: single && prefix === '$',
  };
}

function readsIn(node: Node): Read[] {
  const reads: Read[] = [];
  const work = [node];
  while (work.length > 0) {
    const at = work.pop()!;
    if (at.kind === 'path') reads.push(...readOf(at.path.text).reads);
    if (at.kind === 'call') work.push(...[...at.args].reverse());
  }
  return reads;
}
