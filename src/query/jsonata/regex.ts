import { RE2JS } from 're2js';
import type { Regex } from '../../../generated/jsonata';
import { translatePattern } from './regex-pattern';

/**
 * A regular expression of a definition. It runs in time linear to the text, whatever the pattern: a definition must not be able to
 * hang the process.
 *
 * @throws RegexRefused for what such an evaluator cannot do
 */
export function linearRegex(pattern: string, flags: string): Regex {
  const compiled = RE2JS.compile(translatePattern(pattern), (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes('m') ? RE2JS.MULTILINE : 0));
  return {
    source: pattern,
    lastIndex: 0,
    exec(text) {
      const matcher = compiled.matcher(text);
      if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
        this.lastIndex = 0;
        return null;
      }
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? undefined);
      this.lastIndex = matcher.end();
      return Object.assign(groups, { index: matcher.start() });
    },
  };
}
