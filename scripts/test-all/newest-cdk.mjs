// Runs the tests that touch the CDK on the newest aws-cdk-lib, with cdk-nag 3, which doesn't work with the lowest one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed, ROOT } from './installed.mjs';

// jest.newest-cdk.json maps cdk-nag to this folder
installed('newest-cdk', ['cdk-nag@3.0.2']);
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, [jest, '--ci', '--config', 'jest.newest-cdk.json'], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, CDK_VALIDATION: 'false' },
});
process.exit(status ?? 1);
