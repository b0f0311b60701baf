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
  let at = 0;
  let lineAnchors = false;

  const alternatives = (): Part => {
    const branches = [sequence()];
    while (pattern[at] === '|') {
      at++;
      branches.push(sequence());
    }
    const captures = branches.some(branch => branch.captures);
    return {
      text: branches.map(branch => branch.text).join('|'),
      empty: branches.some(branch => branch.empty),
      captures,
      optional: branches.some(branch => branch.optional) || (captures && branches.length > 1),
    };
  };
  const sequence = (): Part => {
    const parts: Part[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') parts.push(quantified(atom()));
    return {
      text: parts.map(part => part.text).join(''),
      empty: parts.every(part => part.empty),
      captures: parts.some(part => part.captures),
      optional: parts.some(part => part.optional),
    };
  };
  const quantified = (part: Part): Part => {
    const [text, , low, comma, high] = /^(?:[*+?]|(\{(\d+)(,?)(\d*)\}))\??/.exec(pattern.slice(at)) ?? [''];
    if (text === '') return part;
    at += text.length;
    const least = text[0] === '+' ? 1 : text[0] === '{' ? Number(low) : 0;
    const most =
      text[0] === '?' ? 1 : text[0] === '{' ? (comma === '' ? least : high === '' ? Infinity : Number(high)) : Infinity;
    if (Math.max(least, most === Infinity ? 0 : most) > 1000) {
      throw new RegexRefused(pattern, 'a repetition of more than 1000 times');
    }
    if (part.captures && part.empty) {
      throw new RegexRefused(pattern, 'a quantifier after a group that captures and can be empty');
    }
    if (part.optional && most > 1) {
      throw new RegexRefused(pattern, 'a repeated group inside which a capture can be left out');
    }
    return {
      text: `${part.text}${text}`,
      empty: part.empty || least === 0,
      captures: part.captures,
      optional: part.optional || (part.captures && least === 0),
    };
  };
  const atom = (): Part => {
    const character = pattern[at++];
    switch (character) {
      case '(':
        return group();
      case '[':
        return { text: characterClass(), ...CHARACTER };
      case '.':
        return { text: DOT, ...CHARACTER };
      case '^':
        return anchor('(?m:^)', '\\A');
      case '$':
        return anchor('(?m:$)', '\\z');
      case '\\':
        return escape();
      default:
        return { text: escapeCode(character.charCodeAt(0)), ...CHARACTER };
    }
  };
  const anchor = (line: string, text: string): Part => {
    if (multiline) lineAnchors = true;
    return { text: multiline ? line : text, ...ASSERTION };
  };
  const group = (): Part => {
    const [opening, name] = /^(?:\?(?:[:=!]|<[=!]|<([^>]+)>|.))?/.exec(pattern.slice(at))!;
    if (opening === '?=' || opening === '?!') throw new RegexRefused(pattern, `a lookahead (${opening}…)`);
    if (opening === '?<=' || opening === '?<!') throw new RegexRefused(pattern, `a lookbehind (${opening}…)`);
    if (opening !== '' && opening !== '?:' && name === undefined) {
      throw new RegexRefused(pattern, `a group with modifiers (${opening}…)`);
    }
    at += opening.length;
    const inner = alternatives();
    at++;
    if (opening === '?:') return { ...inner, text: `(?:${inner.text})` };
    return { text: `(${inner.text})`, empty: inner.empty, captures: true, optional: inner.optional };
  };
  const escape = (): Part => {
    const letter = pattern[at];
    if (letter === 'b' || letter === 'B') {
      at++;
      return { text: `\\${letter}`, ...ASSERTION };
    }
    if (/[1-9]/.test(letter)) throw new RegexRefused(pattern, `a back reference (\\${letter})`);
    if (letter === 'k' && pattern.includes('(?<')) throw new RegexRefused(pattern, 'a back reference (\\k)');
    if (/[dDwW]/.test(letter)) {
      at++;
      return { text: `\\${letter}`, ...CHARACTER };
    }
    if (letter === 's' || letter === 'S') {
      at++;
      return { text: `[${letter === 's' ? SPACE : NOT_SPACE}]`, ...CHARACTER };
    }
    return { text: escapeCode(escapedCode(false)), ...CHARACTER };
  };
  const escapedCode = (inClass: boolean): number => {
    const letter = pattern[at++];
    const hex = letter === 'x' ? /^[\da-fA-F]{2}/ : letter === 'u' ? /^[\da-fA-F]{4}/ : undefined;
    const [digits] = hex?.exec(pattern.slice(at)) ?? [''];
    at += digits.length;
    if (digits !== '') return Number.parseInt(digits, 16);
    if (letter === 'c') {
      if ((inClass ? /^\w/ : /^[a-zA-Z]/).test(pattern.slice(at))) return pattern.charCodeAt(at++) % 32;
      // otherwise the backslash stands for itself, and so does the letter
      at--;
      return '\\'.charCodeAt(0);
    }
    if (letter === '0' && /^\d/.test(pattern.slice(at))) throw new RegexRefused(pattern, 'an octal escape');
    if (inClass && letter === 'b') return 8;
    if (inClass && /[1-9]/.test(letter)) throw new RegexRefused(pattern, 'an octal escape');
    return Object.hasOwn(CONTROL, letter) ? CONTROL[letter] : letter.charCodeAt(0);
  };
  const characterClass = (): string => {
    const result = new CharacterClass(pattern[at] === '^');
    if (pattern[at] === '^') at++;
    const item = (): number | string => {
      if (pattern[at] !== '\\') return pattern.charCodeAt(at++);
      at++;
      if (/[dDwWsS]/.test(pattern[at])) return pattern[at++];
      return escapedCode(true);
    };
    while (pattern[at] !== ']') {
      const from = item();
      if (pattern[at] !== '-' || pattern[at + 1] === ']') {
        result.add(from);
        continue;
      }
      at++;
      result.addRange(from, item());
    }
    at++;
    return result.text();
  };

  return { pattern: alternatives().text, lineAnchors };
}
