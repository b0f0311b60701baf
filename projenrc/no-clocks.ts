import { javascript } from 'projen';

const TESTS = ['test/**/*.ts', 'examples/**/*.test.ts', 'projenrc/**/*.test.ts'];

const WHY = 'A test measures no time: count the work (test/work), or write a benchmark.';

/** Tests look at no clock: on a busy machine, they would fail for no reason. */
export function noClocksInTests(eslint: javascript.Eslint): void {
  eslint.addOverride({
    files: TESTS,
    rules: {
      'no-restricted-globals': ['error', { name: 'setTimeout', message: WHY }],
      'no-restricted-properties': [
        'error',
        ...[
          ['Date', 'now'],
          ['performance', 'now'],
          ['process', 'cpuUsage'],
          ['process', 'hrtime'],
          ['process', 'resourceUsage'],
          ['process', 'uptime'],
        ].map(([object, property]) => ({ object, property, message: WHY })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['perf_hooks', 'node:perf_hooks', 'timers/promises', 'node:timers/promises'].map(name => ({
            name,
            message: WHY,
          })),
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: WHY },
      ],
    },
  });
}
