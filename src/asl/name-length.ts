/**
 * The length of a state's name as the language counts it: in Unicode characters, so that an emoji counts once.
 *
 * @see https://states-language.net/spec.html#state-machine-timeouts
 */
export function nameLength(name: string): number {
  let length = 0;
  for (const _ of name) length++;
  return length;
}
