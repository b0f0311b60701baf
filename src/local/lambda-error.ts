import { types } from 'node:util';

/** An error as Lambda's Node.js runtime reports it. */
export interface LambdaError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/**
 * Reports an error as Lambda's Node.js runtime does: by its name, its message, and its stack. Errors of another realm
 * (those of Node's core under jest) count as errors; anything else is reported by its type.
 *
 * Observed in aws-lambda-ric 3.3.0 and 4.0.2.
 */
export function lambdaError(thrown: unknown): LambdaError {
  try {
    if (types.isNativeError(thrown) || isErrorLike(thrown)) {
      const { name, message, stack = '' } = thrown;
      return { errorType: printable(name), errorMessage: printable(message), trace: printable(stack).split('\n') };
    }
    return { errorType: typeof thrown, errorMessage: (thrown as object).toString(), trace: [] };
  } catch {
    return {
      errorType: 'handled',
      errorMessage:
        'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
      trace: [],
    };
  }
}

function isErrorLike(value: unknown): value is Error {
  const { name, message, stack } = (value ?? {}) as Partial<Record<keyof Error, unknown>>;
  return [name, message, stack].every(text => typeof text === 'string' && text !== '');
}

/** DEL would break the header in which the runtime sends the error. */
function printable(text: string): string {
  return text.replaceAll('\x7F', '%7F');
}
