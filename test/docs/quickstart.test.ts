import { spawnSync } from 'node:child_process';
import { ROOT } from './code-blocks';

test('the quickstart shows the happy path, the declined card and what each costs', () => {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['tsx', '--tsconfig', 'tsconfig.dev.json', 'examples/order-fulfillment/quickstart.ts'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  const [happy, declined] = stdout.split('The card is declined');
  expect(happy).toContain('fails    PaymentTimeout, tried again after 2s: the bank did not answer');
  expect(happy).toMatch(/ends +SUCCEEDED \{"orderId":"A1"/);
  expect(happy).toContain(
    'State transitions  12\nPrice as Standard  $0.0003  list price of us-east-1, without free tier\nPrice as Express   not possible: it takes longer than five minutes',
  );
  expect(declined).toMatch(/Charge card +in.*\n +fails +CardDeclined: no funds\n +out .* \(the error was caught\)/);
  expect(declined).toMatch(/ends +FAILED CardDeclined: order A1 was not paid/);
  expect(declined).toMatch(/Price as Express +\$0\.00000204 +1 request, 1s at 64 MB/);
});

test('npm passes JSON on to the command as it is', () => {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    [
      'run',
      '-s',
      'stepwright',
      '--',
      'run',
      '--format',
      'json',
      '--input',
      '{"a":[1,"x y"]}',
      'test/docs/pass.asl.json',
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'SUCCEEDED', output: { a: [1, 'x y'] } });
});
