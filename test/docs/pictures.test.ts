import { spawnSync } from 'node:child_process';
import { ROOT } from './code-blocks';

test('the pictures of the examples are up to date', () => {
  const { status, stderr } = spawnSync(
    'npx',
    ['tsx', '--tsconfig', 'tsconfig.dev.json', 'scripts/example-pictures.ts', '--check'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, CDK_VALIDATION: 'false' } },
  );
  expect([status, stderr]).toEqual([0, '']);
});
