import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { stepwright } from './stepwright';
import { Flow, Pass, StandardWorkflow } from '../../src';
import { program } from '../../src/cli/main';
import { progressLine } from '../../src/cli/progress-line';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-'));

function file(name: string, content: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
}

const charge = {
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      Next: 'Pack',
    },
    Pack: { Type: 'Wait', Seconds: 3600, End: true },
  },
};
const definition = file('charge.asl.json', charge);
const mocks = file('mocks.json', { Charge: { returnsPayload: { ok: true }, durationSeconds: 2 } });

test('reads a definition with a byte order mark', async () => {
  const { code, err } = await stepwright(
    'run',
    file('marked.asl.json', `\uFEFF${JSON.stringify(charge)}`),
    '--mocks',
    mocks,
  );
  expect([code, err]).toEqual([0, '']);
});

test('fails on a definition that is not JSON with what was expected there', async () => {
  const { err } = await stepwright('run', file('open.asl.json', '{\n  "StartAt": }'));
  expect(err).toContain('Fix it there: Unexpected character');
});

test('prints timeline, output and price of a run', async () => {
  expect(await stepwright('run', definition, '--mocks', mocks, '--input', '{"id":1}')).toEqual({
    code: 0,
    err: '',
    out: `${[
      '   0s          starts   StateMachine with {"id":1}',
      '       Charge  in       {"id":1}',
      '   2s          out      {"ok":true}',
      '       Pack    in       {"ok":true}',
      '1h 2s          out      (unchanged)',
      '               ends     SUCCEEDED {"ok":true}',
      '',
      'Output',
      '{',
      '  "ok": true',
      '}',
      '',
      'State transitions  2',
      'Price as Standard  $0.00005  list price of us-east-1, without free tier',
      'Price as Express   not possible: it takes longer than five minutes',
    ].join('\n')}\n`,
  });
});

test('gives the result as JSON', async () => {
  const { code, out } = await stepwright(
    'run',
    definition,
    '--mocks',
    mocks,
    '-i',
    file('input.json', { id: 2 }),
    '-f',
    'json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    status: 'SUCCEEDED',
    output: { ok: true },
    durationSeconds: 3602,
    transitions: 2,
    visited: ['Charge', 'Pack'],
    cost: { standard: { usd: 0.00005 } },
    history: expect.arrayContaining([
      expect.objectContaining({ type: 'ExecutionStarted', timestamp: '2024-01-01T00:00:00.000Z' }),
    ]),
  });
});

test('exits with 1 when the workflow fails', async () => {
  const failing = file('failing.json', { Charge: { fails: { error: 'Declined', cause: 'no funds' } } });
  const { code, out } = await stepwright('run', definition, '--mocks', failing);
  expect([
    code,
    out
      .split('\n')
      .find(line => line.includes('ends'))
      ?.trim(),
  ]).toEqual([1, 'ends     FAILED Declined: no funds']);
  expect(out).toContain('\n\nError  Declined\nCause  no funds\n\nState transitions');
});

test('runs a machine of a cdk.out folder and of a template, by its name', async () => {
  const app = new App({ outdir: path.join(folder, 'cdk.out') });
  const stack = new Stack(app, 'S');
  for (const id of ['One', 'Two']) {
    new StandardWorkflow(stack, id, { definition: Flow.of(new Pass('P', { output: id })) });
  }
  app.synth();
  const json = async (...argv: string[]): Promise<unknown> =>
    JSON.parse((await stepwright('run', ...argv, '-f', 'json')).out).output;
  expect(await json(path.join(folder, 'cdk.out'), '--machine', 'Two')).toBe('Two');
  expect(await json(path.join(folder, 'cdk.out', 'S.template.json'), '--machine', 'One')).toBe('One');
  expect(await stepwright('run', path.join(folder, 'cdk.out'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('AMBIGUOUS_MACHINE'),
  });
  expect(await stepwright('run', path.join(folder, 'cdk.out'), '-m', 'Onee')).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean "One"?'),
  });
});

test('checks calls against the role of the template, unless told otherwise', async () => {
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'states.amazonaws.com' } }],
      },
    },
  };
  const machine = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, DefinitionString: JSON.stringify(charge) },
  };
  const template = file('template.json', { Resources: { Role: role, Machine: machine } });
  const denied = await stepwright('run', template, '--mocks', mocks);
  expect([denied.code, denied.out]).toEqual([1, expect.stringContaining('lambda:InvokeFunction')]);
  expect((await stepwright('run', template, '--mocks', mocks, '--permissions', 'ignore')).code).toBe(0);
});

test('documents the exit codes in --help', async () => {
  const { code, out } = await stepwright('run', '--help');
  expect(code).toBe(0);
  expect(out).toContain('Exit codes:\n  0  succeeded\n  1  the run failed, timed out or was aborted\n  2  bad usage');
});

test('takes the mocks as they are, and limits that the run ignores', async () => {
  const { code, out } = await stepwright(
    'run',
    definition,
    '--mocks',
    '{"Charge":{"returnsPayload":{"paid":1}}}',
    '-i',
    '{"id":1234567890123456789}',
    '--without-limits',
    'exactNumbers',
    '-f',
    'json',
  );
  expect([code, (JSON.parse(out) as { input?: unknown; status: string }).status]).toEqual([0, 'SUCCEEDED']);
});

describe('fails with one error that has a code and the place', () => {
  test.each<[string, string[], number, string]>([
    ['an unknown subcommand', ['rn'], 2, "error: unknown command 'rn'\n(Did you mean run?)"],
    [
      'an unknown option',
      ['run', definition, '--maschine', 'x'],
      2,
      "error: unknown option '--maschine'\n(Did you mean --machine?)",
    ],
    [
      'an unknown format',
      ['run', definition, '--format', 'xml'],
      2,
      "error: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are text, json, markdown.",
    ],
    ['no source', ['run'], 2, "error: missing required argument 'source'"],
    [
      'a file that is not there',
      ['run', 'no.asl.json'],
      2,
      "FILE_NOT_FOUND: the file or folder 'no.asl.json' does not exist",
    ],
    [
      'an input that is not JSON',
      ['run', definition, '-i', '{"a":'],
      2,
      'INPUT_NOT_JSON: this is not valid JSON\n  at: --input:1:6',
    ],
    [
      'an input file that is not there',
      ['run', definition, '-i', 'no.json'],
      2,
      "FILE_NOT_FOUND: the file 'no.json' does not exist\n  at: --input",
    ],
    [
      'a mocks file that is not there',
      ['run', definition, '--mocks', 'no-mocks.json'],
      2,
      "FILE_NOT_FOUND: the file 'no-mocks.json' does not exist\n  at: --mocks\n  allowed: the path of a JSON file, or a JSON object that maps the name of a Task to its mock",
    ],
    [
      'mocks that are not JSON, given as they are',
      ['run', definition, '--mocks', '{"Charge":'],
      2,
      'MOCKS_NOT_JSON: this is not valid JSON\n  at: --mocks:1:11',
    ],
    [
      'an input with a number that JavaScript rounds',
      ['run', definition, '-i', '{"id":1234567890123456789}', '--mocks', '{"Charge":{"returns":1}}'],
      2,
      "NUMBER_NOT_EXACT: $.id is a number that AWS represents exactly, but a local run can't\n  at: input\n  received: 1234567890123456800, or a number that rounds to it\n",
    ],
    [
      'an unknown limit',
      ['run', definition, '--without-limits', 'exactnumbers'],
      2,
      "error: option '--without-limits <names...>' argument 'exactnumbers' is invalid. Allowed choices are payload, historyEvents, executionDuration, variables, mapConcurrency, exactNumbers.",
    ],
    [
      'mocks that are not JSON',
      ['run', definition, '--mocks', file('bad-mocks.json', '{')],
      2,
      'MOCKS_NOT_JSON: this is not valid JSON',
    ],
    [
      'mocks with an unknown field',
      ['run', definition, '--mocks', file('odd-mocks.json', { Charge: { return: 1 } })],
      2,
      'INVALID_MOCK: a mock has no field \'return\'; did you mean "returns"?\n  at: /Charge/return',
    ],
    [
      'mocks for an unknown state',
      ['run', definition, '--mocks', file('other-mocks.json', { Chrage: { returns: 1 } })],
      2,
      'UNKNOWN_TASK: the workflow has no Task, function, or resource \'Chrage\'; did you mean "Charge"?',
    ],
    ['a machine of a single definition', ['run', definition, '-m', 'x'], 2, 'MACHINE_NOT_NEEDED'],
    [
      'a definition that is not JSON',
      ['run', file('bad.asl.json', '{\n  "StartAt": }')],
      3,
      `DEFINITION_NOT_JSON: this is not valid JSON\n  at: ${folder}/bad.asl.json:2:15`,
    ],
    [
      'what is no definition',
      ['run', file('odd.asl.json', { StartAt: 'A', Sates: {} })],
      3,
      'INVALID_DEFINITION: this is neither a definition (with States) nor a template (with Resources)',
    ],
    [
      'an unknown state type',
      ['run', file('type.asl.json', { StartAt: 'P', States: { P: { Type: 'Pas' } } })],
      3,
      "UNKNOWN_STATE_TYPE: the state 'P' has an unknown Type\n  at: /States/P/Type",
    ],
    [
      'a Next to nowhere',
      ['run', file('next.asl.json', { StartAt: 'P', States: { P: { Type: 'Pass', Next: 'Q' } } })],
      3,
      "UNKNOWN_TARGET: Next names a state that doesn't exist in its scope\n  at: /States/P/Next",
    ],
  ])('%s', async (_what, argv, code, message) => {
    const result = await stepwright(...argv);
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err.slice(0, message.length)).toBe(message);
  });

  test('a Task without an answer, after the timeline until then', async () => {
    const { code, err } = await stepwright('run', definition);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^0s +starts +\{\}\n +Charge +in +\{\}\n\nTASK_WITHOUT_MOCK: the Task 'Charge' has no mock\n {2}at: state 'Charge'\n/,
    );
  });
});

describe('the progress line', () => {
  test('shows transitions and virtual time on a terminal, and goes away', () => {
    const written: string[] = [];
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const line = progressLine({ write: text => written.push(text) });
    for (const [now, transitions, time] of [
      [100, 1, 0],
      [700, 8192, 3_600_000],
      [750, 9000, 3_700_000],
      [900, 16_384, 7_200_000],
    ]) {
      clock.mockReturnValue(now);
      line.show({ transitions, time });
    }
    line.clear();
    clock.mockRestore();
    expect(written).toEqual([
      '\r\u001b[K8,192 transitions, 1h of virtual time …',
      '\r\u001b[K16,384 transitions, 2h of virtual time …',
      '\r\u001b[K',
    ]);
  });

  test('writes nothing without a terminal', () => {
    const line = progressLine(undefined);
    expect(() => {
      line.show({ transitions: 1, time: 0 });
      line.clear();
    }).not.toThrow();
  });
});

test('the list of subcommands says what they say themselves', () => {
  const said = (argv?: string[]): string[] =>
    program(argv).commands.map(command => `${command.name()}: ${command.description()}`);
  expect(said([])).toEqual(said());
});

test('loads no CDK', () => {
  const script =
    "for (const command of ['main', 'run', 'validate']) require('./src/cli/' + command + '.ts'); console.log(Object.keys(require.cache).filter(name => /node_modules.(aws-cdk-lib|constructs)./.test(name)).length)";
  expect(
    spawnSync('npx', ['tsx', '-e', script], { cwd: path.resolve(__dirname, '../..'), encoding: 'utf8' }).stdout,
  ).toBe('0\n');
});
