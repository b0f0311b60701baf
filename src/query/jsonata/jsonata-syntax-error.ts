/** A text that is no JSONata expression. */
export class JsonataSyntaxError extends Error {
  /** @param error what JSONata's parser threw; anything else is thrown again */
  public static from(text: string, error: unknown): JsonataSyntaxError {
    if (error instanceof JsonataSyntaxError) return error;
    if (error instanceof RangeError) return new JsonataSyntaxError(text, 'Expression is nested too deeply', 0, 'S0201');
    const { code, message, position } = error as { code?: unknown; message: string; position?: number };
    if (typeof code !== 'string') throw error;
    return new JsonataSyntaxError(text, message, position ?? 0, code);
  }

  /**
   * @param text the expression, without the marks around it
   * @param problem JSONata's message
   * @param position the character at which it went wrong, from 0
   * @param code JSONata's code, such as `S0201`
   */
  constructor(
    public readonly text: string,
    public readonly problem: string,
    public readonly position: number,
    public readonly code: string,
  ) {
    super(`${JSON.stringify(text)} is no JSONata expression: ${problem} at character ${position + 1}`);
    this.name = 'JsonataSyntaxError';
  }
}
