/** The parser behind AWS shows this many characters of a text. */
const SHOWN = 500;

/** A place in a text, as the parser behind AWS writes it. */
export function sourceLocation(text: string, line: number, column: number): string {
  const cut = text.length > SHOWN ? `[truncated ${text.length - SHOWN} chars]` : '';
  return `[Source: (String)"${text.slice(0, SHOWN)}"${cut}; line: ${line}, column: ${column}]`;
}
