// Prints the score as tables per folder and per file: node mutation/table.mjs [REPORT.json…]
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];
const paths = process.argv.length > 2 ? process.argv.slice(2) : ['mutation/reports/mutation.json'];
const files = Object.assign({}, ...paths.map(path => JSON.parse(readFileSync(path, 'utf8')).files));

const score = counts => {
  const [killed, timedOut, survived, notReached] = counts;
  const all = killed + timedOut + survived + notReached;
  return all === 0 ? '–' : `${(((killed + timedOut) / all) * 100).toFixed(1)} %`;
};
const row = (name, counts) => `| ${[name, counts.reduce((a, b) => a + b, 0), ...counts, score(counts)].join(' | ')} |`;

function table(title, nameOf) {
  const groups = new Map();
  const total = STATUSES.map(() => 0);
  for (const [file, { mutants }] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const counts = groups.get(nameOf(file)) ?? STATUSES.map(() => 0);
    groups.set(nameOf(file), counts);
    for (const { status } of mutants) {
      const at = STATUSES.indexOf(status);
      if (at < 0) continue;
      counts[at]++;
      total[at]++;
    }
  }
  const lines = [...groups]
    .filter(([, counts]) => counts.some(count => count > 0))
    .map(([name, counts]) => row(`\`${name}\``, counts));
  console.log(
    [
      `| ${title} | mutants | killed | timed out | survived | not reached | score |`,
      '|---|---|---|---|---|---|---|',
      ...lines,
      row('**all**', total),
      '',
    ].join('\n'),
  );
}

table('folder', dirname);
table('file', file => file);
const others = Object.values(files)
  .flatMap(({ mutants }) => mutants)
  .filter(({ status }) => !STATUSES.includes(status));
console.log(`not in the score: ${others.length} (${[...new Set(others.map(({ status }) => status))].join(', ')})`);
