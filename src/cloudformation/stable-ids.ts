import { createHash } from 'node:crypto';

/** Which names a service takes. */
export interface Naming {
  /** @default 255 */
  readonly max?: number;
  /** Only lower-case letters, digits and dashes. @default false */
  readonly lower?: boolean;
}

/** A name made of stack and logical id: the same at each reading, valid for the service; a hash takes the place of what is cut off. */
export function madeUpName(stack: string, logicalId: string, naming: Naming = {}): string {
  const whole = `${stack}-${logicalId}`;
  const cased = naming.lower ? whole.toLowerCase() : whole;
  const clean = cased.replace(naming.lower ? /[^a-z0-9-]/g : /[^A-Za-z0-9_-]/g, '-');
  const max = naming.max ?? 255;
  if (clean === cased && clean.length <= max) return clean;
  return `${clean.slice(0, max - 9)}-${hexOf(whole, 8)}`;
}

/** Hexadecimal digits that stand for a text: the same at each reading. */
export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** Lower-case letters and digits that stand for a text, a letter first. */
export function lettersOf(text: string, digits: number): string {
  const letters = BigInt(`0x${createHash('sha512').update(text).digest('hex')}`)
    .toString(36)
    .slice(0, digits);
  return letters.replace(/^\d/, digit => 'abcdefghij'[Number(digit)]);
}

/** A UUID that stands for a text. */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
