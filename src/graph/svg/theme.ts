/** Colors of a picture, light and dark. All pairs of text and background meet WCAG AA. */
const COLORS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  'bg': ['#ffffff', '#0d1117'],
  'card': ['#ffffff', '#1b222c'],
  'line': ['#c5ccd6', '#3d4756'],
  'text': ['#17202b', '#e8edf3'],
  'soft': ['#56616f', '#a3afbd'],
  'frame': ['#f4f6f9', '#141a22'],
  'edge': ['#76828f', '#8995a3'],
  'catch': ['#b4341f', '#ff9580'],
  'label': ['#ffffff', '#0d1117'],
  'start': ['#e6eaf0', '#2a323e'],
  'violet': ['#6b46c9', '#7a5ad6'],
  'blue': ['#2563c9', '#3a74d4'],
  'green': ['#1b7a3d', '#2b8a4b'],
  'red': ['#bf2d22', '#c9443a'],
  'orange': ['#b8560a', '#bd6118'],
  'pink': ['#b8286e', '#c03f7f'],
  'teal': ['#0b7285', '#1a7f92'],
  'gray': ['#5c6773', '#65717e'],
  'ok': ['#1b7a3d', '#56d37f'],
  'bad': ['#bf2d22', '#ff8a7d'],
  'warn': ['#8a5800', '#f0b64f'],
  'run': ['#2563c9', '#79aaff'],
  'ok-bg': ['#e8f6ed', '#12291b'],
  'bad-bg': ['#fdecea', '#331614'],
  'warn-bg': ['#fdf3dd', '#2e230c'],
  'run-bg': ['#e8f0fd', '#132442'],
};

/** The custom properties of both themes: light by default, dark where the reader prefers it. */
export function themeCss(selector: string): string {
  const list = (index: 0 | 1): string =>
    Object.entries(COLORS)
      .map(([name, pair]) => `--sw-${name}:${pair[index]}`)
      .join(';');
  return `${selector}{${list(0)}}@media (prefers-color-scheme:dark){${selector}{${list(1)}}}`;
}

/** The rules of a picture. The classes start with `sw-`, so that a page can embed it. */
export const GRAPH_CSS = [
  '.sw-g{font-family:"Segoe UI",system-ui,-apple-system,Roboto,"Helvetica Neue",Arial,sans-serif}',
  '.sw-card{fill:var(--sw-card);stroke:var(--sw-line)}',
  '.sw-frame{fill:var(--sw-frame);stroke:var(--sw-line);stroke-dasharray:4 3}',
  '.sw-missing .sw-card{stroke:var(--sw-catch);stroke-dasharray:5 3}',
  '.sw-pill{fill:var(--sw-start);stroke:var(--sw-line)}',
  '.sw-dot{fill:var(--sw-edge)}',
  '.sw-ring{fill:none;stroke:var(--sw-edge);stroke-width:1.5}',
  '.sw-name{fill:var(--sw-text);font-size:13px;font-weight:600}',
  '.sw-sub{fill:var(--sw-soft);font-size:11px}',
  '.sw-glyph{fill:none;stroke:#fff;stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}',
  '.sw-edge{fill:none;stroke:var(--sw-edge);stroke-width:1.5}',
  '.sw-edge.sw-catch{stroke:var(--sw-catch);stroke-dasharray:5 3}',
  '.sw-arrow{fill:var(--sw-edge)}',
  '.sw-arrow.sw-catch{fill:var(--sw-catch)}',
  '.sw-label rect{fill:var(--sw-label);stroke:var(--sw-line);stroke-width:.8}',
  '.sw-label text{fill:var(--sw-soft);font-size:11px}',
  '.sw-label.sw-catch text{fill:var(--sw-catch)}',
  ...['violet', 'blue', 'green', 'red', 'orange', 'pink', 'teal', 'gray'].map(
    color => `.sw-${color}{fill:var(--sw-${color})}`,
  ),
  ...(['ok', 'bad', 'warn', 'run'] as const).map(
    status =>
      `.sw-is-${status}>.sw-card{fill:var(--sw-${status}-bg);stroke:var(--sw-${status});stroke-width:2}.sw-badge-${status}{fill:var(--sw-${status})}`,
  ),
  '.sw-badge-mark{fill:none;stroke:var(--sw-card);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}',
  '.sw-edge.sw-taken{stroke:var(--sw-text);stroke-width:2.4}',
  '.sw-arrow.sw-taken{fill:var(--sw-text)}',
].join('');
