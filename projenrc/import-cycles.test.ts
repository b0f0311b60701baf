import * as fc from 'fast-check';
import { cycleFindings, importCycles, type ImportGraph } from './import-cycles';

const graph = (imports: Record<string, string[]>): ImportGraph => new Map(Object.entries(imports));

test('imports that go one way have no cycle', () => {
  expect(importCycles(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
});

test('files that import each other through others are one cycle', () => {
  expect(importCycles(graph({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }))).toEqual([['b', 'c']]);
});

test('a file that imports itself is a cycle', () => {
  expect(importCycles(graph({ a: ['a'] }))).toEqual([['a']]);
});

test('rejects a cycle and names its imports', () => {
  expect(cycleFindings(graph({ a: ['b', 'c'], b: ['a'], c: [] }), [])).toEqual([
    'Import cycle of 2 files:\n  a imports b\n  b imports a',
  ]);
});

test('accepts a cycle that is listed', () => {
  expect(cycleFindings(graph({ a: ['b'], b: ['a'] }), [{ files: ['a', 'b'], reason: 'test' }])).toEqual([]);
});

test('rejects a larger cycle around a listed one', () => {
  expect(cycleFindings(graph({ a: ['b'], b: ['a', 'c'], c: ['a'] }), [{ files: ['a', 'b'], reason: 'test' }])).toEqual([
    'Import cycle of 3 files:\n  a imports b\n  b imports a\n  b imports c\n  c imports a',
    'No import cycle: a, b. Remove it from projenrc/import-cycles.ts.',
  ]);
});

test('two files are in the same cycle exactly if each reaches the other', () => {
  const names = [...'abcdef'];
  const graphs = fc.array(fc.subarray(names), { minLength: names.length, maxLength: names.length });
  fc.assert(
    fc.property(graphs, imports => {
      const made = new Map(names.map((name, i) => [name, imports[i]]));
      const cycles = importCycles(made);
      for (const a of names) {
        for (const b of names.filter(name => name !== a)) {
          const together = cycles.some(cycle => cycle.includes(a) && cycle.includes(b));
          expect(together).toBe(reaches(made, a, b) && reaches(made, b, a));
        }
      }
    }),
  );
});

function reaches(made: ImportGraph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of made.get(file) ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return false;
}
