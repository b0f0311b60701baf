import { re2 } from '../re2';
import { CountedText } from './counted-text';
import { hasPrivate, hasSurrogates, withoutSurrogates } from './regex-class';
import { RegexRefused, translatePattern } from './regex-pattern';
import type { Regex } from '../../../generated/jsonata';

/** The longest pattern. */
const LONGEST = 10_000;

/**
 * A regular expression of a definition. It runs in time linear to the text, whatever the pattern: a definition must not be able to
 * hang the process. Beside what is refused it matches as JavaScript does, but for the letters ſ, K and Å when case does not matter.
 *
 * @throws RegexRefused for what such an evaluator cannot do, SyntaxError for what is no regular expression
 */
export function linearRegex(pattern: string, flags: string): Regex {
  if (pattern.length > LONGEST) throw new RegexRefused(`${pattern.slice(0, 40)}…`, `more than ${LONGEST} characters`);
  // the check of the syntax is JavaScript's own; a pattern is dangerous only when it is matched
  void new RegExp(pattern, flags.replace('g', ''));
  const translated = translatePattern(pattern, flags.includes('m'));
  const { MatcherInput, RE2JS } = re2();
  const compiled = RE2JS.compile(translated.pattern, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
  const global = flags.includes('g');
  const [surrogates, privates] = [hasSurrogates(pattern), hasPrivate(pattern)];
  const costOfCharacter = 2 + Math.floor(compiled.programSize() / 4);
  return {
    source: pattern,
    lastIndex: 0,
    exec(text, spend) {
      if (!global) this.lastIndex = 0;
      if (this.lastIndex > text.length) {
        this.lastIndex = 0;
        return null;
      }
      if (translated.lineAnchors && /[\r\u2028\u2029]/.test(text)) {
        throw new RegexRefused(pattern, '^ or $ for a text whose lines do not end with \\n alone');
      }
      if ((surrogates || hasSurrogates(text)) && (privates || hasPrivate(text))) {
        throw new RegexRefused(
          pattern,
          'or meets characters beyond U+FFFF together with private ones from U+E000 to U+E7FF',
        );
      }
      const readable = withoutSurrogates(text);
      const matcher = compiled.matcher(
        spend ? MatcherInput.utf16(new CountedText(readable, costOfCharacter, spend)) : readable,
      );
      if (!matcher.find(this.lastIndex)) {
        this.lastIndex = 0;
        return null;
      }
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) =>
        matcher.start(i) < 0 ? undefined : text.slice(matcher.start(i), matcher.end(i)),
      );
      this.lastIndex = matcher.end();
      return Object.assign(groups, { index: matcher.start() });
    },
  };
}
