import { createHash } from 'node:crypto';

/** The names that a service accepts. */
export interface Naming {
  /** @default 255 */
  readonly max?: number;
  /** True if only lowercase letters, digits, and dashes are allowed. @default false */
  readonly lower?: boolean;
}

/**
 * Derives a name from the stack and the logical ID that is stable and valid for the service. If it is too long, a hash
 * replaces the end.
 */
export function madeUpName(stack: string, logicalId: string, naming: Naming = {}): string {
  const whole = `${stack}-${logicalId}`;
  const cased = naming.lower ? whole.toLowerCase() : whole;
  const clean = cased.replace(naming.lower ? /[^a-z0-9-]/g : /[^A-Za-z0-9_-]/g, '-');
  const max = naming.max ?? 255;
  if (clean === cased && clean.length <= max) return clean;
  return `${clean.slice(0, max - 9)}-${hexOf(whole, 8)}`;
}

/** Derives stable hexadecimal digits from a string. */
export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** Derives lowercase letters and digits from a string, starting with a letter. */
export function lettersOf(text: string, digits: number): string {
  const letters = BigInt(`0x${createHash('sha512').update(text).digest('hex')}`)
    .toString(36)
    .slice(0, digits);
  return letters.replace(/^\d/, digit => 'abcdefghij'[Number(digit)]);
}

/** Derives a UUID from a string. */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
