import type { Json } from '../asl';
import { compileInput, runtimeFailure } from './data-flow';
import type { Frame } from './frame';
import { compilePath, readPath } from '../query/json-path';

/** A path field that must lead to a number; the texts are AWS's. */
export function numberPath(
  field: string,
  text: string,
  inputPath: string | null | undefined,
  kind: 'integer' | 'float' = 'integer',
): (frame: Frame) => number {
  const path = compilePath(text);
  const input = compileInput(inputPath);
  return frame => {
    const value = readPath(path, input(frame), frame);
    const number = numberOf(value, kind);
    if (number === undefined) {
      throw runtimeFailure(
        `The ${field} field refers to value "${typeof value === 'string' ? value : JSON.stringify(value)}" which is not a valid ${kind}: ${text}`,
      );
    }
    return number;
  };
}

const IN_TEXT = { integer: /^[+-]?\d+$/, float: /^[+-]?(\d+\.?\d*|\.\d+)$/ };

/** AWS takes a number in a text, too. */
function numberOf(value: Json, kind: 'integer' | 'float'): number | undefined {
  const number = typeof value === 'string' && IN_TEXT[kind].test(value) ? Number(value) : value;
  return typeof number === 'number' && (kind === 'float' || Number.isInteger(number)) ? number : undefined;
}
