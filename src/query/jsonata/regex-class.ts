/** What `\s` stands for in JavaScript, as the inside of a class. */
export const SPACE =
  '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';

/** What `\S` stands for, as the inside of a class. */
export const NOT_SPACE =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{ffff}';

/** What `.` stands for in JavaScript: all but the ends of lines. */
export const DOT = '[^\\n\\r\\x{2028}\\x{2029}]';

/** Where halves of surrogate pairs go, so that each is a character of its own, as in JavaScript. */
const SURROGATES = 0xd800;
const PRIVATE = 0xe000;

/** One character of a pattern in RE2's syntax, given by its UTF-16 code. */
export function escapeCode(code: number): string {
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) {
    return String.fromCharCode(code);
  }
  const place = code >= SURROGATES && code < PRIVATE ? code - SURROGATES + PRIVATE : code;
  return `\\x{${place.toString(16)}}`;
}

/** Whether a text or a pattern has halves of surrogate pairs. */
export function hasSurrogates(text: string): boolean {
  return /[\ud800-\udfff]|\\u[dD][89a-fA-F]/.test(text);
}

/** Whether a text or a pattern has characters where the halves go. */
export function hasPrivate(text: string): boolean {
  return /[\ue000-\ue7ff]|\\u[eE][0-7]/.test(text);
}

/** The text with each half of a surrogate pair as one character of its own; all places stay the same. */
export function withoutSurrogates(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, half => String.fromCharCode(half.charCodeAt(0) - SURROGATES + PRIVATE));
}

/** A character class of JavaScript, written for RE2. */
export class CharacterClass {
  private readonly items: string[] = [];

  constructor(private readonly negated: boolean) {}

  /** @param item a code, or the letter of a class such as `d` */
  add(item: number | string): void {
    if (typeof item === 'number') this.items.push(escapeCode(item));
    else if (item === 's') this.items.push(SPACE);
    else if (item === 'S') this.items.push(NOT_SPACE);
    else this.items.push(`\\${item}`);
  }

  addRange(from: number | string, to: number | string): void {
    if (typeof from === 'number' && typeof to === 'number') {
      this.items.push(`${escapeCode(from)}-${escapeCode(to)}`);
      return;
    }
    // next to a class, the hyphen stands for itself
    for (const item of [from, '-'.charCodeAt(0), to]) this.add(item);
  }

  text(): string {
    if (this.items.length === 0) return this.negated ? '[\\x{0}-\\x{10ffff}]' : '[^\\x{0}-\\x{10ffff}]';
    return `[${this.negated ? '^' : ''}${this.items.join('')}]`;
  }
}
