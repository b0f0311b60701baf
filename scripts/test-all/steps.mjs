// The table of `npm run test:all`. To add a step, add a row: what it needs beyond `npm ci`, and its command.
//
// A step that lacks what it needs prints the reason as its last line and exits with SKIPPED. Everything else but 0 is a failure.

/** The exit code of a step that could not run here. */
export const SKIPPED = 77;

/** The steps in the order in which they run. `needs` is for people: it appears in CONTRIBUTING's terms if a step is skipped. */
export const STEPS = [
  { name: 'test', needs: 'npm ci', command: ['npx', 'projen', 'test'] },
  { name: 'installation', needs: 'npm', command: ['npx', 'jest', '--ci', '--config', 'jest.all.json'] },
  { name: 'languages', needs: 'Python, Java, Go', command: ['node', 'scripts/test-languages.mjs'] },
];
