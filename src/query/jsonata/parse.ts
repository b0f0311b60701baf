import { evaluator } from './evaluator';
import { JsonataSyntaxError } from './jsonata-syntax-error';
import { linearRegex } from './regex';
import { RegexRefused } from './regex-pattern';
import type { Expression } from '../../../generated/jsonata';

/** The code of a regular expression that AWS takes and a linear evaluator cannot do; not one of JSONata's. */
export const UNSUPPORTED_REGEX = 'UNSUPPORTED_REGEX';

/**
 * Whether a text is a JSONata expression: it starts with `{%` and ends with `%}`, without spaces around.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** The expression between `{%` and `%}`, as AWS's messages show it. */
export function expressionText(text: string): string {
  return text.slice(2, -2).trim();
}

/**
 * Parses an expression, without the marks around it.
 *
 * @param refused is told of regular expressions that cannot be run here; without it they are errors
 * @throws JsonataSyntaxError
 */
export function parseText(source: string, refused?: (message: string) => void): Expression {
  try {
    return evaluator().parse(source, (pattern, flags, position) => {
      try {
        return linearRegex(pattern, flags);
      } catch (error) {
        const { message } = error as Error;
        if (refused) {
          refused(message);
          return { source: pattern, lastIndex: 0, exec: () => null };
        }
        throw new JsonataSyntaxError(
          source,
          message,
          position,
          error instanceof RegexRefused ? UNSUPPORTED_REGEX : 'S0303',
        );
      }
    });
  } catch (error) {
    throw JsonataSyntaxError.from(source, error);
  }
}
