import type { EdgeLabel, PlacedNode, WorkflowLayout } from '../layout/workflow-layout';
import { SIZES } from '../sizes';
import { fitText } from '../text-width';
import { BADGES } from './badges';
import { escapeXml } from './escape';
import { ICONS } from './icons';
import { arrowData, pathData } from './strokes';
import { GRAPH_CSS, themeCss } from './theme';

/** The status of a state in a run, as colors show it. */
export type Mark = 'ok' | 'bad' | 'warn' | 'run';

/** The run that a picture shows. */
export interface Overlay {
  /** By node id. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** The indexes of the edges taken, in the layout's order. */
  readonly taken: ReadonlySet<number>;
}

/** Options of a picture. */
export interface DrawOptions {
  readonly title: string;
  readonly description: string;
  readonly overlay?: Overlay;
}

const NOTHING: Overlay = { marks: new Map(), taken: new Set() };

/** Draws a layout as a complete SVG document: no scripts, no external resources, the same bytes each time. */
export function drawSvg(layout: WorkflowLayout, { title, description, overlay = NOTHING }: DrawOptions): string {
  const width = Math.ceil(layout.width);
  const height = Math.ceil(layout.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sw-g" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="sw-title sw-desc">`,
    `<title id="sw-title">${escapeXml(title)}</title>`,
    `<desc id="sw-desc">${escapeXml(description)}</desc>`,
    `<style>${themeCss('.sw-g')}${GRAPH_CSS}</style>`,
    `<rect width="${width}" height="${height}" rx="10" style="fill:var(--sw-bg)"/>`,
    ...layout.nodes.filter(({ frames }) => frames.length > 0).map(node => drawNode(node, overlay)),
    ...drawLines(layout, overlay),
    ...layout.nodes.filter(({ frames }) => frames.length === 0).map(node => drawNode(node, overlay)),
    ...layout.labels.map(drawLabel),
    '</svg>',
    '',
  ].join('\n');
}

function drawLines({ pieces, edges }: WorkflowLayout, { taken }: Overlay): string[] {
  const strong = new Set<number>();
  for (const index of taken) {
    for (let at: number | undefined = edges[index].piece; at !== undefined && !strong.has(at); at = pieces[at].next) {
      strong.add(at);
    }
  }
  // the lines taken are on top of the others
  const order = pieces.map((_, i) => i).sort((a, b) => Number(strong.has(a)) - Number(strong.has(b)) || a - b);
  return order.map(i => {
    const piece = pieces[i];
    const classes = `${piece.style === 'catch' ? ' sw-catch' : ''}${strong.has(i) ? ' sw-taken' : ''}`;
    const line = `<path class="sw-edge${classes}" d="${pathData(piece.strokes)}"/>`;
    return piece.next === undefined ? `${line}<path class="sw-arrow${classes}" d="${arrowData(piece)}"/>` : line;
  });
}

function drawLabel({ x, y, width, height, lines, full, style }: EdgeLabel): string {
  const rows = lines.map(
    (line, i) =>
      `<text x="${x + width / 2}" y="${y + SIZES.labelPaddingY + 11 + i * SIZES.labelLine}" text-anchor="middle">${escapeXml(line)}</text>`,
  );
  const more = lines.join(' ') === full ? '' : `<title>${escapeXml(full)}</title>`;
  return `<g class="sw-label${style === 'catch' ? ' sw-catch' : ''}">${more}<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="7"/>${rows.join('')}</g>`;
}

function drawNode(placed: PlacedNode, { marks }: Overlay): string {
  const { node, x, y, width, height, depth } = placed;
  if (node.kind === 'start' || node.kind === 'end') return depth === 0 ? drawPill(placed) : drawMarker(placed);
  const mark = marks.get(node.id);
  const classes = ['sw-node', node.kind === 'missing' ? 'sw-missing' : '', mark ? `sw-is-${mark}` : ''].filter(
    one => one,
  );
  return [
    `<g class="${classes.join(' ')}">`,
    titleOf(placed),
    `<rect class="sw-card" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    ...placed.frames.map(frame => drawFrame(frame)),
    drawHead(placed),
    mark ? badge(mark, x + width - 1, y + 1) : '',
    '</g>',
  ].join('');
}

function titleOf({ node, lines }: PlacedNode): string {
  const parts = [node.name !== lines.join(' ') ? node.name : undefined, node.comment].filter(
    part => part !== undefined,
  );
  return parts.length === 0 ? '' : `<title>${escapeXml(parts.join('\n'))}</title>`;
}

function drawHead({ node, x, y, lines, width, frames }: PlacedNode): string {
  const art = ICONS[node.icon ?? 'unknown'];
  const { nodePadding: pad, iconSize: size, lineHeight } = SIZES;
  const textX = x + pad + size + pad - 2;
  const space = (frames.length > 0 ? width : SIZES.nodeTextWidth + 2 * pad + size + 24) - 3 * pad - size + 8;
  const top = y + (frames.length > 0 ? SIZES.headerHeight : SIZES.nodeHeight) / 2 - size / 2;
  return [
    `<rect class="sw-${art.color}" x="${x + pad - 2}" y="${top}" width="${size}" height="${size}" rx="6"/>`,
    `<path class="sw-glyph" transform="translate(${x + pad - 2 + (size - 16) / 2} ${top + (size - 16) / 2})" d="${art.path}"/>`,
    ...lines.map(
      (line, i) => `<text class="sw-name" x="${textX}" y="${y + 22 + i * lineHeight}">${escapeXml(line)}</text>`,
    ),
    `<text class="sw-sub" x="${textX}" y="${y + 38 + (lines.length - 1) * lineHeight}">${escapeXml(fitText(node.subtitle ?? '', SIZES.subtitleFont, space))}</text>`,
  ].join('');
}

function drawFrame({ scope, x, y, width, height }: PlacedNode['frames'][number]): string {
  const label =
    scope.label === undefined
      ? ''
      : `<text class="sw-sub" x="${x + 10}" y="${y + 16}">${escapeXml(scope.label)}</text>`;
  return `<rect class="sw-frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>${label}`;
}

function drawPill({ node, x, y, width, height }: PlacedNode): string {
  return `<g><rect class="sw-pill" x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}"/><text class="sw-sub" x="${x + width / 2}" y="${y + height / 2 + 4}" text-anchor="middle">${node.name}</text></g>`;
}

function drawMarker({ node, x, y, width }: PlacedNode): string {
  const [cx, cy, r] = [x + width / 2, y + width / 2, width / 2];
  if (node.kind === 'start') return `<circle class="sw-dot" cx="${cx}" cy="${cy}" r="${r - 1}"/>`;
  return `<circle class="sw-ring" cx="${cx}" cy="${cy}" r="${r - 1}"/><circle class="sw-dot" cx="${cx}" cy="${cy}" r="${r - 3}"/>`;
}

function badge(mark: Mark, x: number, y: number): string {
  return `<g transform="translate(${x} ${y})"><circle class="sw-badge-${mark}" r="8"/><path class="sw-badge-mark" d="${BADGES[mark]}"/></g>`;
}
