import { StepwrightError } from '../errors';
import type { Mark } from './svg/draw';
import type { GraphEdge, GraphNode, GraphScope } from './workflow-graph';

/** Mermaid's defaults, which GitHub keeps: `maxTextSize` and `maxEdges`. */
const MOST_CHARACTERS = 50_000;
const MOST_EDGES = 500;
const LONGEST_LABEL = 80;

/** Opening and closing brackets of a node's shape. */
const SHAPES: Readonly<Record<string, readonly [open: string, close: string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  missing: ['[/', '/]'],
  Choice: ['{', '}'],
  Succeed: ['([', '])'],
  Fail: ['([', '])'],
  Wait: ['(', ')'],
};
const BOX = ['[', ']'] as const;

const CLASSES: Readonly<Record<Mark, string>> = {
  ok: 'fill:#e8f6ed,stroke:#1b7a3d,color:#17202b',
  bad: 'fill:#fdecea,stroke:#bf2d22,color:#17202b',
  warn: 'fill:#fdf3dd,stroke:#8a5800,color:#17202b',
  run: 'fill:#e8f0fd,stroke:#2563c9,color:#17202b',
};

/**
 * A graph as a Mermaid flowchart. Branches and item processors are subgraphs.
 *
 * @param marks the status of states in a run, by node id
 * @throws StepwrightError MERMAID_TOO_LARGE if the text has more than 50,000 characters or 500 edges, Mermaid's default limits
 */
export function mermaidText(graph: GraphScope, marks: ReadonlyMap<string, Mark> = new Map()): string {
  const ids = new Map<string, string>();
  const idOf = (node: string): string => {
    if (!ids.has(node)) ids.set(node, `n${ids.size}`);
    return ids.get(node)!;
  };
  const lines: string[] = ['flowchart TD'];
  let edges = 0;
  const scope = ({ nodes, edges: own }: GraphScope, indent: string, depth: number): void => {
    for (const node of nodes) {
      if (node.scopes.length === 0) {
        lines.push(indent + nodeText(node, idOf(node.id), depth));
        continue;
      }
      lines.push(`${indent}subgraph ${idOf(node.id)}["${labelText(node.name)}"]`);
      for (const inner of node.scopes) {
        if (inner.label === undefined) {
          scope(inner, `${indent}  `, depth + 1);
          continue;
        }
        lines.push(`${indent}  subgraph ${idOf(inner.id)}["${labelText(inner.label)}"]`);
        scope(inner, `${indent}    `, depth + 1);
        lines.push(`${indent}  end`);
      }
      lines.push(`${indent}end`);
    }
    for (const edge of own) lines.push(indent + edgeText(edge, idOf(edge.from), idOf(edge.to)));
    edges += own.length;
  };
  scope(graph, '  ', 0);
  for (const [mark, style] of Object.entries(CLASSES)) {
    const marked = [...marks].filter(([node, one]) => one === mark && ids.has(node)).map(([node]) => ids.get(node)!);
    if (marked.length > 0) lines.push(`  classDef ${mark} ${style}`, `  class ${marked.join(',')} ${mark}`);
  }
  const text = `${lines.join('\n')}\n`;
  if (edges > MOST_EDGES || text.length > MOST_CHARACTERS) {
    throw new StepwrightError('MERMAID_TOO_LARGE', 'The workflow is too large for a Mermaid diagram', {
      received: `${edges} edges, ${text.length} characters`,
      allowed: `${MOST_EDGES} edges and ${MOST_CHARACTERS} characters, Mermaid's default limits`,
      fix: 'Draw it as SVG or HTML, which have no limits.',
    });
  }
  return text;
}

function nodeText({ kind, type, name }: GraphNode, id: string, depth: number): string {
  if (kind !== 'state' && kind !== 'missing' && depth > 0) return `${id}((" "))`;
  const [open, close] = SHAPES[kind === 'state' ? (type ?? '') : kind] ?? BOX;
  return `${id}${open}"${labelText(name)}"${close}`;
}

function edgeText({ kind, label }: GraphEdge, from: string, to: string): string {
  const arrow = kind === 'catch' ? '-.->' : '-->';
  return label === undefined ? `${from} ${arrow} ${to}` : `${from} ${arrow}|"${labelText(label)}"| ${to}`;
}

/** A label without characters that Mermaid or Markdown interprets: they become entities such as `#35;`. */
function labelText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST_LABEL ? `${[...line].slice(0, LONGEST_LABEL - 1).join('')}…` : line;
  const escaped = short
    .replace(/[^\p{L}\p{N} ,:?!$=+/().…·'-]/gu, character => `#${character.codePointAt(0)};`)
    // a label that starts like a list is refused
    .replace(/^(\d+)\./, '$1#46;')
    .replace(/^[-+]/, character => `#${character.codePointAt(0)};`);
  return escaped === '' ? ' ' : escaped;
}
