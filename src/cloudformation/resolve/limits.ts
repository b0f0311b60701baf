import { invalidTemplate } from './failures';
import type { TemplatePlace } from './template-place';

/** Longer texts are refused: a hostile template can double a text at each step. No definition is longer than 1 MiB. */
const LONGEST_TEXT = 8 * 1024 * 1024;

/** Deeper values are refused, before the call stack overflows. */
export const DEEPEST_VALUE = 400;

/** Refuses a text of that length if it is too long. */
export function checkLength(length: number, place: TemplatePlace): void {
  if (length <= LONGEST_TEXT) return;
  throw invalidTemplate('a text of the template is too long', place, {
    received: `${length} characters`,
    allowed: `at most ${LONGEST_TEXT}`,
  });
}

/** The text, unless it is too long. */
export function boundedText(text: string, place: TemplatePlace): string {
  checkLength(text.length, place);
  return text;
}

/** The pieces joined, unless the text is too long. */
export function joined(pieces: readonly string[], delimiter: string, place: TemplatePlace): string {
  checkLength(
    pieces.reduce((sum, piece) => sum + piece.length + delimiter.length, 0),
    place,
  );
  return pieces.join(delimiter);
}
