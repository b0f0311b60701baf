import { CharacterClass, DOT, escapeCode, SPACE, NOT_SPACE } from './regex-class';

/** A pattern that no evaluator of linear time can match as JavaScript would. */
export class RegexRefused extends Error {
  constructor(pattern: string, what: string) {
    super(
      `The regular expression /${pattern}/ has ${what}, which is not supported: expressions are matched in linear time, so that none can hang the run`,
    );
    this.name = 'RegexRefused';
  }
}

/** A pattern in RE2's syntax, and what matters for its use. */
export interface TranslatedPattern {
  readonly pattern: string;
  /** `^` or `$` stand for lines, which RE2 ends by \n alone. */
  readonly lineAnchors: boolean;
}

/** A translated part of a pattern. */
interface Part {
  readonly text: string;
  /** It can match nothing at all. */
  readonly empty: boolean;
  /** It has groups that capture. */
  readonly captures: boolean;
  /** It has groups that capture, which a match can leave out. */
  readonly optional: boolean;
}

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };
const ASSERTION = { empty: true, captures: false, optional: false };
const CHARACTER = { empty: false, captures: false, optional: false };

/**
 * Translates a regular expression of JavaScript, without the flag `u`, into RE2's syntax. JavaScript has checked it before.
 *
 * @throws RegexRefused for lookaround, back references, and groups whose captures differ between both engines
 */
export function translatePattern(pattern: string, multiline: boolean): TranslatedPattern {
  const translation = new Translation(pattern, multiline);
  const { text } = translation.alternatives();
  return { pattern: text, lineAnchors: translation.lineAnchors };
}

/** Reads a pattern from left to right. Each method translates one part of it. */
class Translation {
  lineAnchors = false;
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly multiline: boolean,
  ) {}

  alternatives(): Part {
    const branches = [this.sequence()];
    while (this.pattern[this.at] === '|') {
      this.at++;
      branches.push(this.sequence());
    }
    const captures = branches.some(branch => branch.captures);
    return {
      text: branches.map(branch => branch.text).join('|'),
      empty: branches.some(branch => branch.empty),
      captures,
      optional: branches.some(branch => branch.optional) || (captures && branches.length > 1),
    };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.pattern.length && this.pattern[this.at] !== '|' && this.pattern[this.at] !== ')') {
      parts.push(this.quantified(this.atom()));
    }
    return {
      text: parts.map(part => part.text).join(''),
      empty: parts.every(part => part.empty),
      captures: parts.some(part => part.captures),
      optional: parts.some(part => part.optional),
    };
  }

  private quantified(part: Part): Part {
    const [text, , low, comma, high] = /^(?:[*+?]|(\{(\d+)(,?)(\d*)\}))\??/.exec(this.pattern.slice(this.at)) ?? [''];
    if (text === '') return part;
    this.at += text.length;
    const least = text[0] === '+' ? 1 : text[0] === '{' ? Number(low) : 0;
    const most =
      text[0] === '?' ? 1 : text[0] === '{' ? (comma === '' ? least : high === '' ? Infinity : Number(high)) : Infinity;
    if (Math.max(least, most === Infinity ? 0 : most) > 1000) {
      throw new RegexRefused(this.pattern, 'a repetition of more than 1000 times');
    }
    if (part.captures && part.empty) {
      throw new RegexRefused(this.pattern, 'a quantifier after a group that captures and can be empty');
    }
    if (part.optional && most > 1) {
      throw new RegexRefused(this.pattern, 'a repeated group inside which a capture can be left out');
    }
    return {
      text: `${part.text}${text}`,
      empty: part.empty || least === 0,
      captures: part.captures,
      optional: part.optional || (part.captures && least === 0),
    };
  }

  private atom(): Part {
    const character = this.pattern[this.at++];
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return { text: this.characterClass(), ...CHARACTER };
      case '.':
        return { text: DOT, ...CHARACTER };
      case '^':
        return this.anchor('(?m:^)', '\\A');
      case '$':
        return this.anchor('(?m:$)', '\\z');
      case '\\':
        return this.escape();
      default:
        return { text: escapeCode(character.charCodeAt(0)), ...CHARACTER };
    }
  }

  private anchor(line: string, text: string): Part {
    if (this.multiline) this.lineAnchors = true;
    return { text: this.multiline ? line : text, ...ASSERTION };
  }

  private group(): Part {
    const [opening, name] = /^(?:\?(?:[:=!]|<[=!]|<([^>]+)>|.))?/.exec(this.pattern.slice(this.at))!;
    if (opening === '?=' || opening === '?!') throw new RegexRefused(this.pattern, `a lookahead (${opening}…)`);
    if (opening === '?<=' || opening === '?<!') throw new RegexRefused(this.pattern, `a lookbehind (${opening}…)`);
    if (opening !== '' && opening !== '?:' && name === undefined) {
      throw new RegexRefused(this.pattern, `a group with modifiers (${opening}…)`);
    }
    this.at += opening.length;
    const inner = this.alternatives();
    this.at++;
    if (opening === '?:') return { ...inner, text: `(?:${inner.text})` };
    return { text: `(${inner.text})`, empty: inner.empty, captures: true, optional: inner.optional };
  }

  private escape(): Part {
    const letter = this.pattern[this.at];
    if (letter === 'b' || letter === 'B') {
      this.at++;
      return { text: `\\${letter}`, ...ASSERTION };
    }
    if (/[1-9]/.test(letter)) throw new RegexRefused(this.pattern, `a back reference (\\${letter})`);
    if (letter === 'k' && this.pattern.includes('(?<')) throw new RegexRefused(this.pattern, 'a back reference (\\k)');
    if (/[dDwW]/.test(letter)) {
      this.at++;
      return { text: `\\${letter}`, ...CHARACTER };
    }
    if (letter === 's' || letter === 'S') {
      this.at++;
      return { text: `[${letter === 's' ? SPACE : NOT_SPACE}]`, ...CHARACTER };
    }
    return { text: escapeCode(this.escapedCode(false)), ...CHARACTER };
  }

  private escapedCode(inClass: boolean): number {
    const letter = this.pattern[this.at++];
    const hex = letter === 'x' ? /^[\da-fA-F]{2}/ : letter === 'u' ? /^[\da-fA-F]{4}/ : undefined;
    const [digits] = hex?.exec(this.pattern.slice(this.at)) ?? [''];
    this.at += digits.length;
    if (digits !== '') return Number.parseInt(digits, 16);
    if (letter === 'c') {
      if ((inClass ? /^\w/ : /^[a-zA-Z]/).test(this.pattern.slice(this.at))) {
        return this.pattern.charCodeAt(this.at++) % 32;
      }
      // otherwise the backslash stands for itself, and so does the letter
      this.at--;
      return '\\'.charCodeAt(0);
    }
    if (letter === '0' && /^\d/.test(this.pattern.slice(this.at))) {
      throw new RegexRefused(this.pattern, 'an octal escape');
    }
    if (inClass && letter === 'b') return 8;
    if (inClass && /[1-9]/.test(letter)) throw new RegexRefused(this.pattern, 'an octal escape');
    return Object.hasOwn(CONTROL, letter) ? CONTROL[letter] : letter.charCodeAt(0);
  }

  private characterClass(): string {
    const result = new CharacterClass(this.pattern[this.at] === '^');
    if (this.pattern[this.at] === '^') this.at++;
    const item = (): number | string => {
      if (this.pattern[this.at] !== '\\') return this.pattern.charCodeAt(this.at++);
      this.at++;
      if (/[dDwWsS]/.test(this.pattern[this.at])) return this.pattern[this.at++];
      return this.escapedCode(true);
    };
    while (this.pattern[this.at] !== ']') {
      const from = item();
      if (this.pattern[this.at] !== '-' || this.pattern[this.at + 1] === ']') {
        result.add(from);
        continue;
      }
      this.at++;
      result.addRange(from, item());
    }
    this.at++;
    return result.text();
  }
}
