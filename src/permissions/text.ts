/**
 * A text of the definition as far as it is known before a run: an IAM pattern in which `*` stands for what only a run knows.
 * Tokens of the CDK and substitutions of a template (`${…}`) are known texts that nobody reads.
 */
export interface Text {
  /** The text, with `*` for each gap. A star or question mark of the text itself is written `${*}`, `${?}`, as policies take it. */
  readonly pattern: string;
  /** Whether there is no gap. */
  readonly known: boolean;
}

/** What only a run knows. */
export const GAP: Text = { pattern: '*', known: false };

const OPAQUE = /\$\{[^}]*\}/g;

/** A text that is written in the definition. */
export function literal(text: string): Text {
  return { pattern: outsideOpaque(text, piece => piece.replace(/[*?]/g, '${$&}')), known: true };
}

/** A text of a run, exactly as it is: nothing is escaped. */
export function concrete(text: string): Text {
  return { pattern: text, known: true };
}

/** Several texts, one after the other. */
export function joined(texts: readonly Text[]): Text {
  return {
    pattern: texts
      .map(text => text.pattern)
      .join('')
      .replace(/\*{2,}/g, '*'),
    known: texts.every(text => text.known),
  };
}

/** Whether the whole text is one token or substitution. */
export function isOpaque(text: string): boolean {
  return /^\$\{[^}]*\}$/.test(text);
}

/** The token or substitution with which a text begins, as `${Function}` in `${Function}:live`. */
export function leadingOpaque(text: string): string | undefined {
  return /^\$\{(?![*?$]\})[^}]*\}/.exec(text)?.[0];
}

/** Changes what lies outside tokens and substitutions. */
export function outsideOpaque(text: string, change: (piece: string) => string): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(OPAQUE)) {
    result += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(text.slice(at));
}

/** The parts of a text between separators; those inside tokens and substitutions do not count. */
export function split(text: string, separator: string): string[] {
  const mark = '\u0000';
  return outsideOpaque(text, piece => piece.split(separator).join(mark)).split(mark);
}
