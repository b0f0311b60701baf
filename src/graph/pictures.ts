import type { JsonObject } from '../asl';
import { layoutWorkflow } from './layout/workflow-layout';
import { mermaidText } from './mermaid';
import { drawSvg } from './svg/draw';
import { escapeXml } from './svg/escape';
import { workflowGraph, type GraphScope } from './workflow-graph';

/** Draws a definition as SVG. The same definition gives the same bytes. */
export function workflowSvg(definition: JsonObject, title: string): string {
  const graph = workflowGraph(definition);
  return drawSvg(layoutWorkflow(graph), { title, description: descriptionOf(graph, definition) });
}

/**
 * Writes a definition as a Mermaid flowchart.
 *
 * @throws StepwrightError MERMAID_TOO_LARGE
 */
export function workflowMermaid(definition: JsonObject): string {
  return mermaidText(workflowGraph(definition));
}

/** Draws a definition as an HTML page that needs no network and no script. */
export function workflowHtml(definition: JsonObject, title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<title>${escapeXml(title)}</title><style>body{margin:0;background:Canvas}svg{display:block;margin:auto;max-width:100%;height:auto}</style></head>`,
    `<body>${workflowSvg(definition, title)}</body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The picture in words, for people who don't see it: the states in the definition's order. */
export function descriptionOf(graph: GraphScope, definition: JsonObject): string {
  const states = graph.nodes.filter(({ kind }) => kind === 'state');
  const shown = states.slice(0, 30).map(({ name, type }) => `${name} (${type ?? 'unknown type'})`);
  const more = states.length > shown.length ? `, and ${states.length - shown.length} more` : '';
  const comment = typeof definition.Comment === 'string' ? `${definition.Comment} ` : '';
  const start = typeof definition.StartAt === 'string' ? `Starts at ${definition.StartAt}. ` : '';
  return `${comment}${start}States: ${shown.join(', ')}${more}.`;
}
