import { ERROR_NAMES, type Json } from '../../asl';
import { QueryFailure, type Environment } from '../environment';
import { PathInapplicable, PathNotFound } from '../json-path';
import { FUNCTIONS, InvalidArguments } from './functions';
import { javaText } from './java';
import { parseIntrinsic, type Node } from './parse';

export { IntrinsicSyntaxError } from './parse';

/** An intrinsic function call over the data and the environment. */
export type Intrinsic = (data: Json, env: Environment) => Json;

/** Whether a text is meant as an intrinsic function call. */
export function isIntrinsic(text: string): boolean {
  return text.trimStart().startsWith('States.');
}

/**
 * Compiles a call such as `States.Format('Hello {}', $.name)`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 * @throws IntrinsicSyntaxError, PathSyntaxError with the column
 */
export function compileIntrinsic(text: string): Intrinsic {
  const compute = compileNode(parseIntrinsic(text));
  return (data, env) => {
    try {
      return compute(data, env);
    } catch (error) {
      if (!(error instanceof ArgumentFailed)) throw error;
      throw new QueryFailure(ERROR_NAMES.RUNTIME, `The function '${text}' had the following error: ${error.message}`);
    }
  };
}

/** The longest text that States.Format makes: far beyond what a state can pass on. */
const LONGEST_TEXT = 2 ** 24;

/** What went wrong inside a call; the whole call's text is put in front. */
class ArgumentFailed extends Error {}

function compileNode(node: Node): Intrinsic {
  switch (node.kind) {
    case 'literal':
      return () => node.value;
    case 'path':
      return compileArgument(node);
    case 'call':
      return node.name === 'States.Format' ? compileFormat(node.args) : compileCall(node);
  }
}

function compileArgument({ path }: Extract<Node, { kind: 'path' }>): Intrinsic {
  const shown = path.root === 'context' ? path.text.slice(1) : path.text;
  return (data, env) => {
    try {
      return path.findStrict(data, env);
    } catch (error) {
      if (error instanceof PathNotFound) {
        throw new ArgumentFailed(
          `The JsonPath argument for the field '${shown}' could not be found in the input '${JSON.stringify(data)}'`,
        );
      }
      if (error instanceof PathInapplicable) throw new ArgumentFailed(error.message);
      throw error;
    }
  };
}

function compileCall({ name, args }: Extract<Node, { kind: 'call' }>): Intrinsic {
  const call = FUNCTIONS[name];
  const compiled = args.map(compileNode);
  return (data, env) => {
    const values = compiled.map(compute => compute(data, env));
    try {
      return call(values, env);
    } catch (error) {
      // a RangeError is a text that is too long, or data that is nested too deeply
      if (error instanceof InvalidArguments || error instanceof RangeError) {
        throw new ArgumentFailed(`Invalid arguments in ${name}`);
      }
      throw error;
    }
  };
}

/** `States.Format`: the template may be a text or a path; each `{}` takes an argument, `\{` is a brace. */
function compileFormat(nodes: readonly Node[]): Intrinsic {
  const [first, ...rest] = nodes;
  if (first === undefined) {
    return () => {
      throw new ArgumentFailed('Invalid arguments in States.Format');
    };
  }
  const args = rest.map(compileNode);
  const template = compileNode(first);
  const fixed = first.kind === 'literal' && first.raw !== undefined ? () => splitTemplate(first.raw!) : undefined;
  return (data, env) => {
    const text = template(data, env);
    if (typeof text !== 'string') throw new ArgumentFailed('Invalid arguments in States.Format');
    const pieces = fixed ? fixed() : splitTemplate(text);
    const values = args.map(compute => compute(data, env));
    if (pieces.length !== values.length + 1) {
      throw new ArgumentFailed(
        'Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.',
      );
    }
    const texts = values.map(javaText);
    if (texts.reduce((sum, { length }) => sum + length, 0) > LONGEST_TEXT) {
      throw new ArgumentFailed('Invalid arguments in States.Format');
    }
    return pieces.reduce((all, piece, i) => all + texts[i - 1] + piece);
  };
}

/** The texts around the placeholders of a template. */
function splitTemplate(template: string): string[] {
  const pieces = [''];
  for (let i = 0; i < template.length; i++) {
    const last = pieces.length - 1;
    if (template[i] === '\\' && i + 1 < template.length) {
      pieces[last] += template[++i];
    } else if (template[i] === '{') {
      if (template[++i] !== '}') {
        throw new ArgumentFailed("Invalid template in States.Format: matching '}' not found for '{'.");
      }
      pieces.push('');
    } else {
      pieces[last] += template[i];
    }
  }
  return pieces;
}
