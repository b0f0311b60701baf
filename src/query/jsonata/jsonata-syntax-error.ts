/** A text that is no JSONata expression. */
export class JsonataSyntaxError extends Error {
  /**
   * @param text the expression, without the marks around it
   * @param problem JSONata's message
   * @param position the character after which it went wrong, from 0
   * @param code JSONata's code, such as `S0201`
   */
  constructor(public readonly text: string, public readonly problem: string, public readonly position: number, public readonly code: string) {
    super(`${JSON.stringify(text)} is no JSONata expression: ${problem} at character ${position + 1}`);
    this.name = 'JsonataSyntaxError';
  }

  /** @param error what the parser threw */
  static from(text: string, error: unknown): JsonataSyntaxError {
    if (error instanceof RangeError) return new JsonataSyntaxError(text, 'it is nested too deeply', 0, 'S0201');
    const { message, position, code } = error as { message?: string; position?: number; code?: string };
    if (typeof code !== 'string') throw error;
    return new JsonataSyntaxError(text, message ?? 'it cannot be parsed', position ?? 0, code);
  }
}
