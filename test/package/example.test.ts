import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

test('the example synthesizes with the command of the CDK, without a warning', () => {
  const output = mkdtempSync(join(tmpdir(), 'stepwright-synth-'));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--strict', '--no-notices', '--output', output],
      {
        cwd: join(ROOT, 'examples/order-fulfillment'),
        encoding: 'utf8',
        env: { ...process.env, CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: '1', NO_COLOR: '1' },
      },
    );
    expect({
      status,
      text: `${stdout}${stderr}`
        .replace(/^!!.*\n/gm, '')
        .replace(/Successfully synthesized to .*\n/, '')
        .trim(),
    }).toEqual({ status: 0, text: '' });
    expect(readdirSync(output)).toContain('Orders.template.json');
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
});
