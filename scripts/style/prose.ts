/** A piece of prose in a file. */
export interface Prose {
  /** The line it starts on, from 1. */
  readonly line: number;
  readonly text: string;
  readonly isDocstring: boolean;
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Returns the comments and strings of a source file. */
export function proseOfSource(source: string): Prose[] {
  return [...source.matchAll(COMMENT_OR_STRING)].map(({ 0: text, index }) => ({
    line: lineAt(source, index),
    text,
    isDocstring: text.startsWith('/**'),
  }));
}

/** Returns the paragraphs of a page, without its code. */
export function proseOfPage(page: string): Prose[] {
  const withoutCode = page
    .replace(/^```[\s\S]*?^```/gm, code => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, code => ' '.repeat(code.length));
  return withoutCode.split('\n').map((text, index) => ({ line: index + 1, text, isDocstring: false }));
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}
