import type { Document, LineCounter, ParsedNode } from 'yaml';
import { marked, RAW } from './placeholders';
import { isJsonObject, type JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';

/** The parser is loaded when somebody reads a text: most workflows are chains. */
function yaml(): typeof import('yaml') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('yaml') as typeof import('yaml');
}

/** A definition that was read from a text, and where its states stand there. */
export interface ReadText {
  readonly definition: JsonObject;
  /** `file:line:column` by the state's name; found when a message needs it. */
  readonly places: () => { [stateName: string]: string };
}

/**
 * Reads JSON or YAML. A placeholder that stands for a whole value without quotes becomes a marked text.
 *
 * @param source the file's name, for messages
 * @throws StepwrightError DEFINITION_NOT_JSON, DEFINITION_NOT_YAML, INVALID_DEFINITION
 */
export function readText(text: string, source: string, format: 'json' | 'yaml'): ReadText {
  const lines = new (yaml().LineCounter)();
  const definition = format === 'yaml' ? fromYaml(document(text, lines), source) : fromJson(marked(text), source);
  if (!isJsonObject(definition)) {
    throw new StepwrightError('INVALID_DEFINITION', 'A definition must be an object', {
      where: source,
      received: JSON.stringify(definition)?.slice(0, 80) ?? 'nothing',
      allowed: 'an object with StartAt and States',
      fix: 'write { "StartAt": …, "States": { … } }',
    });
  }
  return { definition, places: () => placesIn(format === 'yaml' ? text : marked(text), source) };
}

function fromJson(text: string, source: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    refuseTwice(text, source);
    return value;
  } catch (cause) {
    if (cause instanceof StepwrightError) throw cause;
    // the other parser says where, and in plainer words
    const lines = new (yaml().LineCounter)();
    const [problem] = document(text, lines).errors;
    const { line, col } = lines.linePos(problem?.pos[0] ?? 0);
    throw new StepwrightError('DEFINITION_NOT_JSON', `${source} is not valid JSON: ${(cause as Error).message}`, {
      where: problem ? `${source}:${line}:${col}` : source,
      fix: 'fix the JSON; a file is read as YAML if its name ends in .yaml or .yml',
      cause,
    });
  }
}

/** JSON takes the last of two fields of one name in silence: a state would be lost. */
function refuseTwice(text: string, source: string): void {
  const lines = new (yaml().LineCounter)();
  const twice = document(text, lines).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (!twice) return;
  const { line, col } = lines.linePos(twice.pos[0]);
  const [, name = ''] = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(twice.pos[0])) ?? [];
  throw new StepwrightError('DUPLICATE_KEY', `${source} has the key '${name}' twice in one object`, {
    where: `${source}:${line}:${col}`,
    allowed: 'each key once per object',
    fix: 'rename or remove one of them',
  });
}

function fromYaml(read: Document.Parsed<ParsedNode>, source: string): unknown {
  const [problem] = read.errors;
  if (problem) {
    const place = problem.linePos?.[0];
    throw new StepwrightError(
      'DEFINITION_NOT_YAML',
      `${source} is not valid YAML: ${problem.message.split('\n')[0].replace(/ at line .*$/, '')}`,
      {
        where: place ? `${source}:${place.line}:${place.col}` : source,
        cause: problem,
      },
    );
  }
  yaml().visit(read, {
    Scalar: (_key, node) => {
      const name =
        node.type === 'PLAIN' && typeof node.value === 'string' ? /^\$\{(\w+)\}$/.exec(node.value)?.[1] : undefined;
      if (name !== undefined) node.value = RAW + name;
    },
  });
  return read.toJS();
}

function document(text: string, lineCounter: LineCounter): Document.Parsed<ParsedNode> {
  return yaml().parseDocument(text, { lineCounter, prettyErrors: true, uniqueKeys: true });
}

/** Where each state stands, at any depth. */
function placesIn(text: string, source: string): { [stateName: string]: string } {
  const { isMap, isScalar, LineCounter: Lines, visit } = yaml();
  const lines = new Lines();
  const places: { [stateName: string]: string } = {};
  visit(document(text, lines), {
    Pair: (_key, { key, value }) => {
      if (!isScalar(key) || key.value !== 'States' || !isMap(value)) return;
      for (const state of value.items) {
        if (!isScalar(state.key) || !state.key.range) continue;
        const { line, col } = lines.linePos(state.key.range[0]);
        Object.defineProperty(places, String(state.key.value), { value: `${source}:${line}:${col}`, enumerable: true });
      }
    },
  });
  return places;
}
