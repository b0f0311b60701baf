import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';
import { validateCommand } from '../../src/cli/validate';

/** Runs the command; what it wrote, and its exit code. */
async function run(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0);
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(text => err.push(String(text)) > 0);
  const before = process.exitCode;
  try {
    process.exitCode = undefined;
    await validateCommand().parseAsync(argv, { from: 'user' });
    return { exitCode: Number(process.exitCode ?? 0), out: out.join(''), err: err.join('') };
  } finally {
    process.exitCode = before;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

function file(name: string, content: string | object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'validate-')), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const RIGHT = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
const WRONG = { StartAt: 'Prepare', States: { Prepare: { Type: 'Pass', Next: 'Dune' }, Done: { Type: 'Succeed' } } };
const WARNED = { StartAt: 'Greet', States: { Greet: { Type: 'Pass', Parameters: { name: '$.name' }, End: true } } };
const WAITING = {
  StartAt: 'Child',
  States: {
    Child: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync',
      Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'No' }],
      End: true,
    },
    No: { Type: 'Fail' },
  },
};

test('a definition without mistakes exits with 0', async () => {
  expect(await run(file('order.asl.json', RIGHT))).toEqual({
    exitCode: 0,
    out: '0 errors, 0 warnings\n1 definition checked in 1 file\n',
    err: '',
  });
});

test('errors exit with 1 and are shown with line and column', async () => {
  const path = file('order.asl.json', WRONG);
  const { exitCode, out } = await run(path);
  expect(exitCode).toBe(1);
  expect(out).toBe(`${path}
  ${path}:6:7 error Missing 'Next' target: Dune at /States/Prepare/Next [missing-target]
    fix: Use a state in the same scope: Prepare, Done; did you mean "Done"?
  ${path}:8:5 error State "Done" is not reachable. at /States/Done [unreachable-state]
    fix: Add a transition to it, or remove it.

2 errors, 0 warnings
1 definition checked in 1 file
`);
});

test('warnings exit with 0', async () => {
  expect(await run(file('greet.asl.json', WARNED))).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('0 errors, 1 warning\n1 definition checked in 1 file'),
  });
});

test('JSON is an array of diagnostics, each with its file', async () => {
  const [a, b] = [file('a.asl.json', WRONG), file('b.asl.json', WARNED)];
  const { out } = await run(a, b, '--format', 'json');
  const found = JSON.parse(out) as Array<Record<string, unknown>>;
  expect(found.map(each => [each.file, each.rule, each.severity])).toEqual([
    [a, 'missing-target', 'ERROR'],
    [a, 'unreachable-state', 'ERROR'],
    [b, 'no-dollar', 'WARNING'],
  ]);
  expect(found[0]).toEqual({
    file: a,
    rule: 'missing-target',
    code: 'MISSING_TRANSITION_TARGET',
    severity: 'ERROR',
    message: "Missing 'Next' target: Dune",
    pointer: '/States/Prepare/Next',
    location: '/States/Prepare/Next',
    state: 'Prepare',
    fix: 'Use a state in the same scope: Prepare, Done; did you mean "Done"?',
    line: 6,
    column: 7,
  });
});

test('SARIF has the rule, the level, the file and the line', async () => {
  const path = file('order.asl.json', WRONG);
  const log = JSON.parse((await run(path, '--format', 'sarif')).out);
  expect(log.version).toBe('2.1.0');
  expect(log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
    'missing-target',
    'unreachable-state',
  ]);
  expect(log.runs[0].results[0]).toMatchObject({
    ruleId: 'missing-target',
    ruleIndex: 0,
    level: 'error',
    message: { text: expect.stringContaining("Missing 'Next' target: Dune") },
    locations: [{ physicalLocation: { artifactLocation: { uri: path }, region: { startLine: 6, startColumn: 7 } } }],
  });
});

test('the type decides what is refused', async () => {
  const path = file('child.asl.json', WAITING);
  expect((await run(path)).exitCode).toBe(0);
  expect((await run(path, '--type', 'standard')).exitCode).toBe(0);
  expect(await run(path, '--type', 'express')).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('express-pattern'),
  });
});

test('a text that is no JSON is an error of the definition, at its place', async () => {
  const path = file('order.asl.json', '{\n  "StartAt": Done\n}\n');
  expect(await run(path)).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining(`${path}:2:18 error Unrecognized token 'Done'`),
  });
});

test('definitions in YAML are read', async () => {
  const path = file('order.asl.yaml', 'StartAt: Prepare\nStates:\n  Prepare:\n    Type: Pass\n');
  expect(await run(path)).toMatchObject({ exitCode: 1, out: expect.stringContaining('next-or-end') });
});

test('a template and a cdk.out folder are read with the types of their machines', async () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'validate-')), analyticsReporting: false });
  const stack = new Stack(app, 'Orders');
  new sfn.StateMachine(stack, 'Child', {
    definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(WAITING)),
    stateMachineType: sfn.StateMachineType.EXPRESS,
  });
  const { directory } = app.synth();
  for (const path of [directory, join(directory, 'Orders.template.json')]) {
    const { exitCode, out } = await run(path, '--format', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        file: path,
        machine: expect.stringMatching(/^Orders\/Child/),
        rule: 'express-pattern',
      }),
    ]);
  }
});

test('fails with 2 for a file that does not exist', async () => {
  expect(await run('nowhere.asl.json')).toMatchObject({
    exitCode: 2,
    out: '',
    err: expect.stringContaining("the file or folder 'nowhere.asl.json' does not exist"),
  });
});

test('fails for a type that does not exist', async () => {
  await expect(run(file('order.asl.json', RIGHT), '--type', 'fast')).rejects.toMatchObject({
    code: 'commander.invalidArgument',
  });
});

test('fails without a file', async () => {
  await expect(run()).rejects.toMatchObject({ code: 'commander.missingArgument' });
});
