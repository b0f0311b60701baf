/** Files that import each other because what they describe is recursive. */
export interface Recursion {
  readonly files: readonly string[];
  readonly reason: string;
}

/** The recursion that is allowed. Every other import cycle in src/ is an error, type imports included. */
export const RECURSIONS: readonly Recursion[] = [
  {
    files: ['src/query/json-path/parse-filter.ts', 'src/query/json-path/parse.ts'],
    reason: 'A path contains filters, and a filter contains paths.',
  },
  {
    files: ['src/typed/flow.ts', 'src/typed/rules.ts'],
    reason: 'A flow contains Choices, and each rule of a Choice contains a flow.',
  },
];

/** The imports of each file. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The groups of files that import each other, directly or through others of the group (Tarjan's strongly connected components). */
export function importCycles(graph: ImportGraph): string[][] {
  const visits = new Map<string, { readonly index: number; low: number; open: boolean }>();
  const path: string[] = [];
  const cycles: string[][] = [];
  for (const file of graph.keys()) if (!visits.has(file)) visit(file);
  return cycles;

  function visit(file: string): number {
    const mine = { index: visits.size, low: visits.size, open: true };
    visits.set(file, mine);
    path.push(file);
    for (const imported of graph.get(file) ?? []) {
      const known = visits.get(imported);
      if (known?.open !== false) mine.low = Math.min(mine.low, known ? known.index : visit(imported));
    }
    if (mine.low === mine.index) close(file);
    return mine.low;
  }

  function close(file: string): void {
    const group = path.splice(path.indexOf(file));
    for (const member of group) visits.get(member)!.open = false;
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(group.sort());
  }
}

/** The messages for a graph: its cycles that no recursion allows, and the recursions that no longer exist. */
export function cycleFindings(graph: ImportGraph, allowed: readonly Recursion[] = RECURSIONS): string[] {
  const cycles = importCycles(graph);
  const isCovered = (cycle: readonly string[], { files }: Recursion): boolean =>
    cycle.every(file => files.includes(file));
  return [
    ...cycles
      .filter(cycle => !allowed.some(recursion => isCovered(cycle, recursion)))
      .map(cycle => `Import cycle of ${cycle.length} files:\n${chain(graph, cycle)}`),
    ...allowed
      .filter(recursion => !cycles.some(cycle => isCovered(cycle, recursion)))
      .map(({ files }) => `No import cycle: ${files.join(', ')}. Remove it from projenrc/import-cycles.ts.`),
  ];
}

/** The imports between the files of a cycle, one per line. */
function chain(graph: ImportGraph, cycle: readonly string[]): string {
  return cycle
    .flatMap(file => (graph.get(file) ?? []).filter(to => cycle.includes(to)).map(to => `  ${file} imports ${to}`))
    .join('\n');
}
