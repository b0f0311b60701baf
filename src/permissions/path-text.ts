import { GAP, joined, literal, type Text } from './text';

const FORMAT = /^\s*States\.Format\s*\(\s*'((?:[^'\\]|\\.)*)'\s*(?:,(.*))?\)\s*$/s;

/**
 * What is known of the text that a field `NAME.$` of a JSONPath state takes: the fixed parts of `States.Format('…')`.
 * A path and any other intrinsic function are a gap.
 */
export function pathText(path: string): Text {
  const [, template, rest] = FORMAT.exec(path) ?? [];
  if (template === undefined) return GAP;
  const fixed = fixedArguments(rest ?? '');
  let argument = 0;
  const pieces: Text[] = [];
  let text = '';
  for (let i = 0; i < template.length; i++) {
    if (template[i] === '\\') {
      text += template[++i];
    } else if (template.startsWith('{}', i)) {
      pieces.push(literal(text), fixed?.[argument++] ?? GAP);
      [text, i] = ['', i + 1];
    } else {
      text += template[i];
    }
  }
  return joined([...pieces, literal(text)]);
}

/** The arguments that are plain texts; undefined where some argument is more than a text or a simple path. */
function fixedArguments(source: string): Array<Text | undefined> | undefined {
  if (source.trim() === '') return [];
  const simple = /^\s*(?:'((?:[^'\\]|\\.)*)'|[$\w.[\]]+)\s*(?:,|$)/s;
  const found: Array<Text | undefined> = [];
  for (let rest = source; rest !== '';) {
    const match = simple.exec(rest);
    if (!match) return undefined;
    found.push(match[1] === undefined ? undefined : literal(match[1].replace(/\\(.)/g, '$1')));
    rest = rest.slice(match[0].length);
  }
  return found;
}
