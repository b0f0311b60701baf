// The table of `npm run test:all`. To add a step, add a row: what it needs beyond `npm ci`, and its command.
//
// A step that lacks what it needs prints the reason as its last line and exits with SKIPPED. Everything else but 0 is a failure.

/** The exit code of a step that could not run here. */
export const SKIPPED = 77;

const script = (name, ...args) => ['node', `scripts/test-all/${name}.mjs`, ...args];

/** The steps in the order in which they run. `needs` is for people: the summary shows it if a step is skipped. */
export const STEPS = [
  { name: 'test', needs: 'npm ci', command: ['npx', 'projen', 'test'] },
  { name: 'installation', needs: 'npm', command: ['npx', 'jest', '--ci', '--config', 'jest.all.json'] },
  { name: 'newest-cdk', needs: 'cdk-nag 3 from npm', command: script('newest-cdk') },
  { name: 'sam', needs: 'Python 3, aws-sam-translator from PyPI', command: script('sam') },
  { name: 'cfn-lint', needs: 'Python 3, cfn-lint from PyPI', command: script('cfn-lint') },
  { name: 'node-22', needs: 'node@22 from npm', command: script('node-version', '22') },
  { name: 'node-24', needs: 'node@24 from npm', command: script('node-version', '24') },
  {
    name: 'service-models',
    needs: 'pip, and the locked wheel of botocore',
    command: ['npx', 'tsx', '--tsconfig', 'tsconfig.dev.json', 'scripts/services/import.ts', '--check'],
  },
  { name: 'player', needs: 'the browser of site/ from npm, or Chrome', command: script('player') },
  { name: 'languages', needs: 'Python, Java, Go', command: ['node', 'scripts/test-languages.mjs'] },
];
