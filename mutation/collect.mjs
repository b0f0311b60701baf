import { format } from 'node:util';
import { expect } from 'expect';

// snapshots are jest's own, and no test here takes one
Object.assign(expect, { addSnapshotSerializer: () => undefined });

/** The tests that a file declares while `load` loads it, under the names that jest has: `{ id, body }` each, ids unique. */
export function collect(file, load) {
  const tests = [];
  const groups = [file];
  const counts = new Map();
  const test = (title, body) => {
    const name = [...groups, title].join(' > ');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    tests.push({ id: count === 1 ? name : `${name} #${count}`, title, body });
  };
  const describe = (title, body) => {
    groups.push(title);
    body();
    groups.pop();
  };
  const each = declare => rows => (title, body) => {
    const places = title.match(/%[a-z]/g)?.length ?? 0;
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      declare(format(title, ...values.slice(0, places)), () => body(...values));
    }
  };
  test.each = each(test);
  describe.each = each(describe);
  Object.assign(globalThis, { expect, test, it: test, describe });
  load();
  return tests;
}
