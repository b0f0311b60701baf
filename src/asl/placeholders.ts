/** Quotes placeholders that are in value position: `"Seconds": ${wait}` becomes `"Seconds": "${wait}"`. */
export function quotePlaceholders(text: string): string {
  const pieces: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '\\') {
      at++;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && character === '$' && text[at + 1] === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) break;
      pieces.push(text.slice(from, at), JSON.stringify(text.slice(at, end + 1)));
      from = end + 1;
      at = end;
    }
  }
  return pieces.join('') + text.slice(from);
}
