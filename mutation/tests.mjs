import { readdirSync } from 'node:fs';

/** Takes a second: it comes when nothing else has failed. */
const LAST = 'test/interpreter/limits.test.ts';

/** Random tests, child processes, and what measures time: none of them decides in milliseconds, and alike each time. */
const SLOW = /properties|hostile|jsonata\/suite|conformance\/(command|recorded|fidelity|plain)|history-text/;

/** The tests that a mutant has to get past: first those of the folder itself, then those that run whole executions. */
export function testFiles() {
  const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map(file => `test/${file}`)
    .filter(file => file.endsWith('.test.ts') && !SLOW.test(file) && file !== LAST)
    .sort();
  const below = (...starts) => all.filter(file => starts.some(start => file.startsWith(`test/${start}`)));
  return [
    ...below(
      'query/',
      'interpreter/',
      'validation/rules',
      'validation/validate',
      'validation/api-answer',
      'conformance/compare',
      'conformance/own-cases',
    ),
    'mutation/recordings.ts',
    ...below(
      'local/enforcement/',
      'local/files',
      'local/nested',
      'local/read-mocks',
      'local/mocks',
      'local/test-state',
      'local/text',
      'local/timeline',
      'testing/matchers',
    ),
    LAST,
  ];
}

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
