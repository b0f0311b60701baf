import { LAMBDA, only, onlyJsonata, result, runOf } from './runs';
import type { Json } from '../../src/asl';
import type { StepwrightError } from '../../src/errors';
import { compile, run, TaskTokens, type LimitName } from '../../src/interpreter';
import { LocalWorkflow } from '../../src/testing';

const LARGE = '1234567890123456789';
const ROUNDED = 1234567890123456800;
interface Limits {
  readonly withoutLimits?: readonly LimitName[];
}
const WITHOUT: Limits = { withoutLimits: ['exactNumbers'] };
const PASS = only({ Type: 'Pass' });

function refused(work: () => unknown): Pick<StepwrightError, 'code' | 'where' | 'summary'> {
  try {
    work();
  } catch (error) {
    const { code, where, summary } = error as StepwrightError;
    return { code, where, summary };
  }
  throw new Error('nothing was refused');
}

/** Each way by which a number comes into a run: what takes it, and where the error says that it is. */
const ENTRANCES: ReadonlyArray<
  [what: string, work: (options: Limits) => Json | undefined, where: string, path: string]
> = [
  [
    'the input',
    options => LocalWorkflow.fromDefinition(PASS).runSync(JSON.parse(`{"order":{"ids":[1,${LARGE}]}}`), options).output,
    'input',
    '$.order.ids[1]',
  ],
  [
    'a mock',
    options =>
      runOf(only(LAMBDA), {}, { ...options, onTask: () => ({ output: { id: JSON.parse(LARGE) as number } }) }).output,
    "the mock of state 'A'",
    '$.id',
  ],
  [
    'the definition',
    options =>
      run(compile(`{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"id":${LARGE}},"End":true}}}`), options)
        .output,
    'the definition of arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine',
    '$.States.A.Result.id',
  ],
  [
    'States.StringToJson',
    options =>
      runOf(only({ Type: 'Pass', Parameters: { 'v.$': 'States.StringToJson($)' } }), `{"id":${LARGE}}`, options).output,
    "States.StringToJson in state 'A'",
    '$.id',
  ],
  [
    'an item reader',
    options =>
      runOf(
        only({
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'I',
            States: { I: { Type: 'Pass', End: true } },
          },
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            ReaderConfig: { InputType: 'JSONL' },
            Parameters: { Bucket: 'b', Key: 'k' },
          },
        }),
        {},
        { ...options, objects: { get: () => `1\n${LARGE}`, list: () => [] } },
      ).output,
    "the items that state 'A' reads",
    '$[1]',
  ],
  [
    'the input of a nested execution',
    options =>
      runOf(
        only({
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:sfn:startSyncExecution',
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Inner', Input: LARGE },
        }),
        {},
        {
          ...options,
          machines: arn => ({ arn, program: compile(PASS, { type: 'EXPRESS' }) }),
        },
      ).output,
    "the input that state 'A' gives",
    '$',
  ],
];

describe.each(ENTRANCES)('a number that JavaScript rounds, from %s', (_, work, where, path) => {
  test('fails the run, with its place', () => {
    expect(refused(() => work({}))).toEqual({
      code: 'NUMBER_NOT_EXACT',
      where,
      summary: `${path} is a number that AWS represents exactly, but a local run can't`,
    });
  });

  test('is rounded where that is accepted by name', () => {
    expect(JSON.stringify(work(WITHOUT))).toContain(String(ROUNDED));
  });
});

test('a workflow cannot catch what only a local run cannot do', () => {
  const definition = {
    StartAt: 'A',
    States: {
      A: { ...LAMBDA, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true },
      B: { Type: 'Pass', End: true },
    },
  };
  expect(refused(() => runOf(definition, {}, { onTask: () => ({ output: 2 ** 53 }) })).code).toBe('NUMBER_NOT_EXACT');
});

test('a task token is answered with exact numbers, or not at all', () => {
  const tokens = new TaskTokens();
  const definition = only({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: {},
  });
  const succeed = (output: unknown) => () =>
    runOf(
      definition,
      {},
      {
        tokens,
        seed: String(output),
        onTask: ({ taskToken }) => {
          tokens.succeed(taskToken!, output as Json);
          return { pending: true };
        },
      },
    );
  expect(refused(succeed(2 ** 53))).toMatchObject({ code: 'NUMBER_NOT_EXACT', where: "the task token of state 'A'" });
  expect(refused(succeed(undefined)).code).toBe('RESULT_NOT_JSON');
  expect(result(succeed(2 ** 53 - 1)())).toBe(2 ** 53 - 1);
});

test.each<[text: string, value: number]>([
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['-9007199254740991', Number.MIN_SAFE_INTEGER],
  ['1.10', 1.1],
  ['0.1234567890123456789', 0.12345678901234568],
  ['1e3', 1000],
  ['1e-400', 0],
])('%s is taken as it is', (text, value) => {
  expect(result(runOf(only({ Type: 'Pass', Parameters: { 'v.$': 'States.StringToJson($)' } }), text))).toEqual({
    v: value,
  });
});

test('fails a number that is larger than any of JavaScript, which JSON text would show as null', () => {
  expect(
    refused(() => runOf(only({ Type: 'Pass', Parameters: { 'v.$': 'States.StringToJson($)' } }), '[1e400]', WITHOUT)),
  ).toMatchObject({ code: 'NUMBER_NOT_EXACT' });
  expect(
    refused(() => runOf(onlyJsonata({ Type: 'Pass', Output: '{% $parse($states.input) %}' }), '[1e400]', WITHOUT)),
  ).toMatchObject({ code: 'NUMBER_NOT_EXACT', where: '$parse' });
  expect(refused(() => LocalWorkflow.fromDefinition(PASS).runSync(JSON.parse('{"a":1e400}'), WITHOUT))).toMatchObject({
    code: 'INPUT_NOT_JSON',
  });
});

test("JSONata's $parse rounds, as it does on AWS", () => {
  expect(result(runOf(onlyJsonata({ Type: 'Pass', Output: '{% $parse($states.input) %}' }), LARGE))).toBe(ROUNDED);
});

test('a definition whose parts are shared again and again is looked at once', () => {
  let shared: Json = 'x';
  for (let i = 0; i < 60; i++) shared = [shared, shared];
  expect(compile(only({ Type: 'Pass', Result: shared })).inexact).toBeUndefined();
});
