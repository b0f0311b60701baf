/** Translates the pattern of a JavaScript regular expression into RE2's syntax. */
export function translatePattern(pattern: string): string {
  return pattern;
}
