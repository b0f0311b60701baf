import { HABITS } from './habits';
import { proseOfPage, proseOfSource } from './prose';

/** A phrase that docs/style.md asks writers to drop, where it occurs. */
export interface Warning {
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

/** Finds old habits in the comments and strings of a source file, or in the text of a page. */
export function findHabits(file: string, text: string): Warning[] {
  const prose = file.endsWith('.md') ? proseOfPage(text) : proseOfSource(text);
  return prose.flatMap(part =>
    HABITS.flatMap(({ phrase, instead, startsDocstring = false }) => {
      if (startsDocstring && !part.isDocstring) return [];
      const pattern = startsDocstring ? new RegExp(`^/\\*\\*\\s*(?:\\*\\s*)?${phrase.source}`, 'gi') : global(phrase);
      return [...part.text.matchAll(pattern)].map(({ 0: found, index }) => ({
        file,
        line: part.line + part.text.slice(0, index + (startsDocstring ? found.length : 0)).split('\n').length - 1,
        found: found.replace(/^[/*\s]+/, '').trim(),
        instead,
      }));
    }),
  );
}

function global(phrase: RegExp): RegExp {
  return new RegExp(phrase.source, 'gi');
}
