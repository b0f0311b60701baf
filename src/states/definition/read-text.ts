import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type ParsedNode } from 'yaml';
import { isJsonObject, type JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import { marked, RAW } from './placeholders';

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
 * @throws StepwrightError DEFINITION_NOT_JSON, DEFINITION_NOT_YAML, DEFINITION_NOT_AN_OBJECT
 */
export function readText(text: string, source: string, format: 'json' | 'yaml'): ReadText {
  const lines = new LineCounter();
  const definition = format === 'yaml' ? fromYaml(document(text, lines), source) : fromJson(marked(text), source);
  if (!isJsonObject(definition)) {
    throw new StepwrightError('DEFINITION_NOT_AN_OBJECT', 'A definition is an object', {
      where: source, received: JSON.stringify(definition)?.slice(0, 80) ?? 'nothing', allowed: 'an object with StartAt and States', fix: 'write { "StartAt": …, "States": { … } }',
    });
  }
  return { definition, places: () => placesIn(format === 'yaml' ? text : marked(text), source) };
}

function fromJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // the other parser says where, and in plainer words
    const lines = new LineCounter();
    const [problem] = document(text, lines).errors;
    const { line, col } = lines.linePos(problem?.pos[0] ?? 0);
    throw new StepwrightError('DEFINITION_NOT_JSON', `${source} is no JSON: ${(cause as Error).message}`, {
      where: problem ? `${source}:${line}:${col}` : source, fix: 'mend it there; a name that ends in .yaml or .yml is read as YAML', cause,
    });
  }
}

function fromYaml(read: Document.Parsed<ParsedNode>, source: string): unknown {
  const [problem] = read.errors;
  if (problem) {
    const place = problem.linePos?.[0];
    throw new StepwrightError('DEFINITION_NOT_YAML', `${source} is no YAML: ${problem.message.split('\n')[0].replace(/ at line .*$/, '')}`, {
      where: place ? `${source}:${place.line}:${place.col}` : source, cause: problem,
    });
  }
  visit(read, {
    Scalar: (_key, node) => {
      const name = node.type === 'PLAIN' && typeof node.value === 'string' ? /^\$\{(\w+)\}$/.exec(node.value)?.[1] : undefined;
      if (name !== undefined) node.value = RAW + name;
    },
  });
  return read.toJS();
}

function document(text: string, lineCounter: LineCounter): Document.Parsed<ParsedNode> {
  return parseDocument(text, { lineCounter, prettyErrors: true, uniqueKeys: true });
}

/** Where each state stands, at any depth. */
function placesIn(text: string, source: string): { [stateName: string]: string } {
  const lines = new LineCounter();
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
