import { createHash } from 'node:crypto';
import type { PageData } from './page-data';
import { escapeXml } from './svg/escape';
import { GRAPH_CSS, themeCss } from './svg/theme';

/**
 * The page that shows runs: one HTML document that needs no network. Its policy allows its own script and style only, by their hashes.
 * The data is inert JSON, in which no character can end the element around it.
 */
export function playerHtml(data: PageData): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand
  const { PLAYER_SCRIPT, PLAYER_STYLE } = require('../../generated/player') as typeof import('../../generated/player');
  const style = `${themeCss(':root')}${GRAPH_CSS}${PLAYER_STYLE}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(PLAYER_SCRIPT)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeXml(data.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="app"><p class="noscript">This page shows runs of a workflow. It needs JavaScript, but no network.</p></div>',
    `<script type="application/json" id="data">${inertJson(data)}</script>`,
    `<script>${PLAYER_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** JSON without `<` and without the line separators that old parsers take for line ends. */
function inertJson(data: PageData): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16)}`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
