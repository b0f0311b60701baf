/**
 * A YAML text in which the lines inside `{…}`, `[…]` and quotes are indented as YAML 1.2 wants them. PyYAML, and with it
 * the AWS CLI and the SAM CLI, ignores the indentation there. Lines keep their numbers; `inserted` has the spaces added to each.
 */
export function indentFlowLines(text: string): { readonly text: string; readonly inserted: readonly number[] } {
  const state: Scan = { depth: 0, quote: undefined, indent: 0, block: undefined };
  const inserted: number[] = [];
  const lines = text.split('\n').map(line => {
    const inside = state.depth > 0 || state.quote !== undefined;
    const own = /^ */.exec(line)![0].length;
    const missing = inside && line.trim() !== '' ? Math.max(0, state.indent + 1 - own) : 0;
    if (!inside) state.indent = keyColumn(line);
    scanLine(line, state);
    inserted.push(missing);
    return ' '.repeat(missing) + line;
  });
  return { text: lines.join('\n'), inserted };
}

interface Scan {
  /** Open brackets. */
  depth: number;
  /** The quote that is open. */
  quote: '"' | "'" | undefined;
  /** The column of the key that the open bracket or quote belongs to. */
  indent: number;
  /** The indent of the line that began a block scalar. */
  block: number | undefined;
}

/** The column of the last key of a line such as `- - key: value`. */
function keyColumn(line: string): number {
  return /^(?: |-(?= ))*/.exec(line)![0].length;
}

function scanLine(line: string, state: Scan): void {
  if (state.depth === 0 && state.quote === undefined) {
    const own = /^ */.exec(line)![0].length;
    if (state.block !== undefined) {
      if (line.trim() === '' || own > state.block) return;
      state.block = undefined;
    }
    if (/(?:^|[:\-?]|![\w:]*|&\S+)\s+[|>][-+0-9]*\s*(?:#.*)?$/.test(line)) {
      state.block = own;
      return;
    }
  }
  let at = 0;
  let startsValue = state.depth === 0 && state.quote === undefined;
  while (at < line.length) {
    const char = line[at];
    if (state.quote !== undefined) {
      if (char === '\\' && state.quote === '"') at++;
      else if (char === state.quote) state.quote = undefined;
    } else if (char === '#' && (at === 0 || /\s/.test(line[at - 1]))) {
      return;
    } else if ((char === '"' || char === "'") && (startsValue || (state.depth > 0 && beginsToken(line, at)))) {
      state.quote = char;
      startsValue = false;
    } else if ((char === '{' || char === '[') && (startsValue || state.depth > 0)) {
      state.depth++;
    } else if ((char === '}' || char === ']') && state.depth > 0) {
      state.depth--;
    } else if (state.depth === 0 && !/\s/.test(char)) {
      // a value can begin after "key: ", "- ", a tag or an anchor
      const word = /^\S+/.exec(line.slice(at))![0];
      startsValue = /:$|^-$|^\?$|^[!&]/.test(word);
      at += word.length;
      continue;
    }
    at++;
  }
}

/** Whether a quote inside brackets begins a string: in `{a: it's}` it doesn't. */
function beginsToken(line: string, at: number): boolean {
  return /(?:^|[\s,[{:])$/.test(line.slice(0, at));
}
