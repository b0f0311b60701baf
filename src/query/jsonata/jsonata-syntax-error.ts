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
}
