/** Widths in thousandths of the font size, for a wide sans-serif font. Narrower fonts leave a little space. */
const WIDTHS: ReadonlyArray<readonly [characters: string, width: number]> = [
  ["iljI!|'.,:; ", 320],
  ['ftr()[]{}/\\-"*`', 410],
  ['mMWw@%', 960],
  ['ABCDEGHKNOPQRUVXYZ&', 720],
  ['<>=+~#', 840],
];
const USUAL = 620;
/** Characters outside of Latin scripts, such as Chinese, are as wide as they are high. */
const FULL = 1000;
const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map(one => [one, width] as const)),
);

/** Bold text is this much wider. */
export const BOLD = 1.12;

/** Estimates the width of a text in pixels. A picture is drawn where no font can be measured. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) {
    sum += BY_CHARACTER.get(character) ?? (character.codePointAt(0)! > 0x2e7f ? FULL : USUAL);
  }
  return (sum * fontSize) / 1000;
}

/** Cuts a text so that it fits, with an ellipsis at its end. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let fitting = '';
  for (const character of text) {
    if (textWidth(`${fitting}${character}…`, fontSize) > width) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}…`;
}

/** Breaks a text into at most so many lines: between words, where a name changes case, or anywhere if nothing else fits. */
export function wrapText(text: string, fontSize: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && lines.length < most - 1 && textWidth(rest, fontSize) > width) {
    const cut = breakBefore(rest, fontSize, width);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') lines.push(fitText(rest, fontSize, width));
  return lines.length > 0 ? lines : [''];
}

/** The last place to break at, so that the part before it fits. */
function breakBefore(text: string, fontSize: number, width: number): number {
  let last = 0;
  let fits = 0;
  let sum = 0;
  let at = 0;
  for (const character of text) {
    sum += textWidth(character, fontSize);
    if (sum > width) break;
    at += character.length;
    fits = at;
    const after = text.slice(at);
    if (/^\s/.test(after) || /[-_./:,]/.test(character) || (/[a-z0-9]/.test(character) && /^[A-Z]/.test(after))) {
      last = at;
    }
  }
  return Math.max(1, last > fits / 3 ? last : fits);
}
