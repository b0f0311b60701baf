import { readdirSync } from 'node:fs';

const all = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => `test/${file}`).filter((file) => file.endsWith('.test.ts')).sort();

/** Takes a second: it comes when nothing else has failed. */
const LAST = 'test/interpreter/limits.test.ts';

/** Random tests, child processes, and what measures time: none of them decides in milliseconds, and alike each time. */
const SLOW = /properties|hostile|jsonata\/suite|conformance\/(command|recorded|fidelity)|history-text/;

const below = (...folders) => all.filter((file) => folders.some((folder) => file.startsWith(folder)) && !SLOW.test(file) && file !== LAST);

/** The tests that a mutant has to get past: first those of the folder itself, then those that run whole executions. */
export const FILES = [
  ...below('test/query/', 'test/interpreter/', 'test/validation/rules', 'test/validation/validate', 'test/validation/api-answer'),
  'test/conformance/compare.test.ts',
  'test/conformance/own-cases.test.ts',
  'mutation/recordings.ts',
  ...['enforcement/', 'files', 'nested', 'read-tasks', 'tasks', 'test-state', 'text', 'timeline'].flatMap((name) => below(`test/local/${name}`)),
  'test/testing/matchers.test.ts',
  LAST,
];

/** Tests that take longer than others by hundreds of milliseconds; the lines they run are run by others as well. */
export const LEFT_OUT = new Set([
  'fails a loop that takes no time where nothing else ends it',
  'matches as JavaScript does, or is refused',
  'takes the longest sequence and text that AWS takes',
  'fails: $..[?(@..a)]..*..*..*',
  'fails: $[-2000000000:5]',
  'does not count for the next one',
  'reads documents of any size, and patterns that would hang a backtracking engine',
  'counts a variable that is assigned again once, and none of a branch that has ended',
  'fails variables that are too large together, unless the limit is off',
  'does not count variables that were refused',
  'runs a hundred thousand children without overflowing',
  'fails a workflow that starts itself without an end',
]);
