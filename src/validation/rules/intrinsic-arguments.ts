import { parseIntrinsic, type Node } from '../../query/intrinsics/parse';
import type { Finding, Rule } from '../rule';

/** How many arguments each function takes: least and most. */
const COUNTS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'States.Array': [0, Infinity],
  'States.ArrayContains': [2, 2],
  'States.ArrayGetItem': [2, 2],
  'States.ArrayLength': [1, 1],
  'States.ArrayPartition': [2, 2],
  'States.ArrayRange': [3, 3],
  'States.ArrayUnique': [1, 1],
  'States.Base64Decode': [1, 1],
  'States.Base64Encode': [1, 1],
  'States.Format': [1, Infinity],
  'States.Hash': [2, 2],
  'States.JsonMerge': [3, 3],
  'States.JsonToString': [1, 1],
  'States.MathAdd': [2, 2],
  'States.MathRandom': [2, 3],
  'States.StringSplit': [2, 2],
  'States.StringToJson': [1, 1],
  'States.UUID': [0, 0],
};
const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

type Call = Extract<Node, { kind: 'call' }>;

export const intrinsicArguments: Rule = {
  id: 'intrinsic-arguments',
  severity: 'WARNING',
  summary: 'An intrinsic function has invalid arguments, so the state always fails.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  find: ({ expressions }) =>
    expressions.flatMap((expression): Finding[] => {
      if (expression.kind !== 'path' || !expression.facts.intrinsic || expression.unknown) return [];
      return callsIn(parseIntrinsic(expression.text)).flatMap(call => {
        const finding = problem(call);
        return finding === undefined ? [] : [{ at: expression.place, ...finding }];
      });
    }),
};

function callsIn(node: Node): Call[] {
  return node.kind === 'call' ? [node, ...node.args.flatMap(callsIn)] : [];
}

function problem({ name, args }: Call): { readonly message: string; readonly fix: string } | undefined {
  const [least, most] = COUNTS[name];
  if (args.length < least || args.length > most) {
    const takes = most === Infinity ? `at least ${least}` : least === most ? String(least) : `${least} to ${most}`;
    return {
      message: `${name} needs ${takes} arguments, but has ${args.length}`,
      fix: 'Fix the number of arguments.',
    };
  }
  const [first, second, third] = args;
  if (name === 'States.Format' && first.kind === 'literal' && first.raw !== undefined) {
    const places = first.raw.replace(/\\./g, '').split('{}').length - 1;
    return places === args.length - 1
      ? undefined
      : {
          message: `The template of States.Format has ${places} placeholders {}, but ${args.length - 1} values`,
          fix: 'Pass one value for each {}. Write a literal brace as \\{.',
        };
  }
  if (name === 'States.Hash' && second.kind === 'literal' && !ALGORITHMS.includes(String(second.value))) {
    return {
      message: `States.Hash has no algorithm ${JSON.stringify(second.value)}`,
      fix: `Use one of ${ALGORITHMS.join(', ')}.`,
    };
  }
  if (name === 'States.JsonMerge' && third.kind === 'literal' && third.value !== false) {
    return {
      message: 'States.JsonMerge supports only shallow merges, so its third argument must be false',
      fix: 'Use false.',
    };
  }
  return undefined;
}
