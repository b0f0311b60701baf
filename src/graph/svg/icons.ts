import type { Icon } from '../state-summary';

/** The line art of an icon on a 16 by 16 grid, and the hue of its tile. Our own drawings. */
export interface IconArt {
  readonly path: string;
  readonly color: 'violet' | 'blue' | 'green' | 'red' | 'orange' | 'pink' | 'teal' | 'gray';
}

/** All icons. */
export const ICONS: Readonly<Record<Icon, IconArt>> = {
  choice: { color: 'violet', path: 'M8 1.5 14.5 8 8 14.5 1.5 8ZM8 5.5v3M8 10.4v.3' },
  wait: { color: 'gray', path: 'M8 1.8a6.2 6.2 0 1 0 .01 0ZM8 4.6V8l2.4 1.6' },
  pass: { color: 'gray', path: 'M1.8 8h11M9 4l4 4-4 4' },
  succeed: { color: 'green', path: 'M8 1.8a6.2 6.2 0 1 0 .01 0ZM5.2 8.2l2 2 3.7-4' },
  fail: { color: 'red', path: 'M8 1.8a6.2 6.2 0 1 0 .01 0ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4' },
  parallel: { color: 'violet', path: 'M4 2v12M8 2v12M12 2v12' },
  map: { color: 'violet', path: 'M5.2 1.8h9v9M3.4 3.6h9v9M1.6 5.4h9v9h-9Z' },
  task: { color: 'blue', path: 'M2.5 2.5h11v11h-11ZM5 8l2.2 2.2L11 6' },
  unknown: { color: 'gray', path: 'M5.4 5.6a2.6 2.6 0 1 1 3.7 2.6C8.3 8.7 8 9.2 8 10M8 12.4v.3' },
  function: { color: 'orange', path: 'M4 2.2h2.2L11 13.6h2M7.2 6.4 3.4 13.6' },
  table: {
    color: 'blue',
    path: 'M8 1.6c3.2 0 5.4.9 5.4 2S11.2 5.6 8 5.6 2.6 4.7 2.6 3.6 4.8 1.6 8 1.6ZM2.6 3.6v8.6c0 1.2 2.2 2.1 5.4 2.1s5.4-.9 5.4-2.1V3.6M2.6 8c0 1.1 2.2 2 5.4 2s5.4-.9 5.4-2',
  },
  queue: { color: 'pink', path: 'M1.6 4h12.8v8H1.6ZM4.8 4v8M8 4v8M11.2 4v8' },
  topic: { color: 'pink', path: 'M2 6.4v3.2l2.4.2L12.6 13V3L4.4 6.2ZM5 10l1 3.6h2' },
  bus: { color: 'pink', path: 'M8 1.6v12.8M2 4.2h3.4L8 8l2.6-3.8H14M2 11.8h3.4M10.6 11.8H14' },
  workflow: {
    color: 'pink',
    path: 'M6 1.6h4v3.6H6ZM1.6 10.8h4v3.6h-4ZM10.4 10.8h4v3.6h-4ZM8 5.2V8M3.6 10.8V8h8.8v2.8',
  },
  http: {
    color: 'teal',
    path: 'M8 1.8a6.2 6.2 0 1 0 .01 0ZM1.8 8h12.4M8 1.8c-4 4-4 8.4 0 12.4M8 1.8c4 4 4 8.4 0 12.4',
  },
  container: { color: 'orange', path: 'M8 1.6 13.8 4.8v6.4L8 14.4 2.2 11.2V4.8ZM2.2 4.8 8 8l5.8-3.2M8 8v6.4' },
  query: { color: 'violet', path: 'M6.8 2a4.8 4.8 0 1 0 .01 0ZM10.4 10.4 14.2 14.2' },
  storage: { color: 'green', path: 'M2.4 3.6h11.2l-1.4 9.6c-.8 1.2-7.6 1.2-8.4 0ZM2.4 3.6c0-2 11.2-2 11.2 0' },
  api: { color: 'teal', path: 'M5.2 3.6 1.6 8l3.6 4.4M10.8 3.6 14.4 8l-3.6 4.4M9 2.8 7 13.2' },
  worker: { color: 'teal', path: 'M8 1.8a2.8 2.8 0 1 0 .01 0ZM2.6 14.2c0-6.6 10.8-6.6 10.8 0' },
  model: { color: 'teal', path: 'M8 1.4 9.6 6.4 14.6 8 9.6 9.6 8 14.6 6.4 9.6 1.4 8 6.4 6.4Z' },
};
