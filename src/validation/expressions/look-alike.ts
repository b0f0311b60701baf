/** Whether a text that is taken literally looks as if a path or an intrinsic function call was meant. */
export function looksLikePath(text: string): boolean {
  return /^\$(?:\.[\p{L}_]|\$\.[\p{L}]|\[(?:['\d*?]))/u.test(text) || /^States\.[A-Z]\w*\(.*\)$/s.test(text);
}
