import { invalidTemplate } from './failures';
import type { TemplatePlace } from './template-place';

/** The longest string. A hostile template can double a string at each step, and no definition is longer than 1 MiB. */
const LONGEST_TEXT = 8 * 1024 * 1024;

/** The deepest value. Deeper ones would overflow the call stack. */
export const DEEPEST_VALUE = 400;

/** Rejects a string that is too long. */
export function checkLength(length: number, place: TemplatePlace): void {
  if (length <= LONGEST_TEXT) return;
  throw invalidTemplate('a string of the template is too long', place, {
    received: `${length} characters`,
    allowed: `at most ${LONGEST_TEXT}`,
  });
}

/** Returns the string, or throws if it is too long. */
export function boundedText(text: string, place: TemplatePlace): string {
  checkLength(text.length, place);
  return text;
}

/** Joins the parts, or throws if the result is too long. */
export function joined(pieces: readonly string[], delimiter: string, place: TemplatePlace): string {
  checkLength(
    pieces.reduce((sum, piece) => sum + piece.length + delimiter.length, 0),
    place,
  );
  return pieces.join(delimiter);
}
