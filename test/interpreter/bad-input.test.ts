import { LAMBDA, only } from './runs';
import type { Json, JsonObject } from '../../src/asl';
import { StepwrightError } from '../../src/errors';
import { compile, run, runAsync, type HistoryEvent, type TaskRunner } from '../../src/interpreter';

/** The error that something throws. */
function thrown(work: () => unknown): StepwrightError & { history?: readonly HistoryEvent[] } {
  try {
    work();
  } catch (error) {
    return error as StepwrightError & { history?: readonly HistoryEvent[] };
  }
  throw new Error('nothing was thrown');
}

const types = (history: readonly HistoryEvent[] | undefined): string[] | undefined => history?.map(({ type }) => type);
const UNTIL_THE_CALL = ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted'];

describe('compiling', () => {
  test('fails states nested deeper than any stack', () => {
    let state: JsonObject = { Type: 'Succeed' };
    for (let i = 0; i < 20_000; i++) {
      state = { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: state } }], End: true };
    }
    expect(thrown(() => compile({ StartAt: 'A', States: { A: state } }))).toMatchObject({
      code: 'INVALID_DEFINITION',
      summary: 'the definition is nested too deeply',
      where: '/',
    });
  });

  test('fails what is no JSON, with line and column', () => {
    expect(thrown(() => compile('{\n  "StartAt": oops }'))).toMatchObject({
      code: 'DEFINITION_NOT_JSON',
      where: 'line 2, column 14',
    });
  });

  test.each<[what: string, definition: Json, code: string, where: string]>([
    ['a definition that is no object', [1], 'INVALID_DEFINITION', '/'],
    ['no States', { StartAt: 'A' }, 'INVALID_DEFINITION', '/'],
    ['a state that is no object', { StartAt: 'A', States: { A: 1 } }, 'INVALID_DEFINITION', '/States/A'],
    [
      'an unknown type',
      { StartAt: 'A', States: { A: { Type: 'Pas', End: true } } },
      'UNKNOWN_STATE_TYPE',
      '/States/A/Type',
    ],
    ['a StartAt to nowhere', { StartAt: 'B', States: { A: { Type: 'Succeed' } } }, 'UNKNOWN_TARGET', '/StartAt'],
    [
      'a Next to nowhere',
      { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } },
      'UNKNOWN_TARGET',
      '/States/A/Next',
    ],
    [
      'a Default to nowhere',
      {
        StartAt: 'A',
        States: { A: { Type: 'Choice', Choices: [{ Variable: '$', IsNull: true, Next: 'A' }], Default: 'B' } },
      },
      'UNKNOWN_TARGET',
      '/States/A/Default',
    ],
    [
      'a rule to nowhere',
      { StartAt: 'A', States: { A: { Type: 'Choice', Choices: [{ Variable: '$', IsNull: true, Next: 'B' }] } } },
      'UNKNOWN_TARGET',
      '/States/A/Choices/0/Next',
    ],
    [
      'a catcher to nowhere',
      { StartAt: 'A', States: { A: { ...LAMBDA, Catch: [{ ErrorEquals: ['E'], Next: 'B' }], End: true } } },
      'UNKNOWN_TARGET',
      '/States/A/Catch/0/Next',
    ],
    ['neither Next nor End', { StartAt: 'A', States: { A: { Type: 'Pass' } } }, 'INVALID_DEFINITION', '/States/A'],
    [
      'a path that does not parse',
      { StartAt: 'A', States: { A: { Type: 'Pass', InputPath: '$.[', End: true } } },
      'PATH_SYNTAX',
      '/States/A',
    ],
    [
      'an intrinsic function that does not parse',
      { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'a.$': 'States.Nope(1)' }, End: true } } },
      'INTRINSIC_SYNTAX',
      '/States/A',
    ],
    [
      'an expression that does not parse',
      { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% 1 + %}', End: true } } },
      'JSONATA_SYNTAX',
      '/States/A',
    ],
    [
      'a Resource that nothing can call',
      { StartAt: 'A', States: { A: { Type: 'Task', Resource: 'lambda', End: true } } },
      'INVALID_RESOURCE',
      '/States/A',
    ],
    ['no Resource', { StartAt: 'A', States: { A: { Type: 'Task', End: true } } }, 'INVALID_DEFINITION', '/States/A'],
    [
      'Choices that are no list',
      { StartAt: 'A', States: { A: { Type: 'Choice', Choices: {} } } },
      'INVALID_DEFINITION',
      '/States/A/Choices',
    ],
    [
      'Branches that are no list',
      { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: 1, End: true } } },
      'INVALID_DEFINITION',
      '/States/A/Branches',
    ],
    [
      'a branch that is no object',
      { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [null], End: true } } },
      'INVALID_DEFINITION',
      '/States/A/Branches',
    ],
    [
      'a Map without a processor',
      { StartAt: 'A', States: { A: { Type: 'Map', End: true } } },
      'INVALID_DEFINITION',
      '/States/A/Iterator',
    ],
    [
      'a Retry that is no list',
      { StartAt: 'A', States: { A: { ...LAMBDA, Retry: 1, End: true } } },
      'INVALID_DEFINITION',
      '/States/A/Retry',
    ],
    [
      'a rule that is no object',
      { StartAt: 'A', States: { A: { Type: 'Choice', Choices: [null] } } },
      'INVALID_DEFINITION',
      '/States/A/Choices',
    ],
    [
      'an inner state to nowhere',
      {
        StartAt: 'A',
        States: {
          A: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Next: 'A' } } }, End: true },
        },
      },
      'UNKNOWN_TARGET',
      '/States/A/ItemProcessor/States/I/Next',
    ],
  ])('fails %s', (_, definition, code, where) => {
    const error = thrown(() => compile(definition));
    expect([error.code, error.where]).toEqual([code, where]);
    expect(error).toBeInstanceOf(StepwrightError);
  });

  test.each<[text: string, where: string]>([
    ['', 'line 1, column 1'],
    ['{', 'line 1, column 2'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['{"a":\n tru }', 'line 2, column 5'],
    ['{"a": 1.x}', 'line 1, column 9'],
    ['not a definition', 'line 1, column 2'],
    ['{"a": "x', 'line 1, column 9'],
  ])('fails %j at %s', (text, where) => {
    expect(thrown(() => compile(text)).where).toBe(where);
  });

  test('names the nearest type', () => {
    expect(thrown(() => compile({ StartAt: 'A', States: { A: { Type: 'Chioce' } } })).message).toContain(
      'did you mean "Choice"?',
    );
  });
});

describe('a mock', () => {
  const lambda = compile(only(LAMBDA));
  const broken = (onTask: TaskRunner | undefined): ReturnType<typeof thrown> => thrown(() => run(lambda, { onTask }));

  test('fails to be missing, and the history so far is kept', () => {
    const error = broken(undefined);
    expect(error).toMatchObject({ code: 'TASK_WITHOUT_MOCK', where: "state 'A'" });
    expect(types(error.history)).toEqual(UNTIL_THE_CALL);
  });

  test.each<[what: string, answer: unknown, code: string]>([
    ['nothing', undefined, 'NOT_AN_ANSWER'],
    ['a text', 'x', 'NOT_AN_ANSWER'],
    ['an empty object', {}, 'NOT_AN_ANSWER'],
    ['no JSON', { output: { a: [new Date(0)] } }, 'RESULT_NOT_JSON'],
    ['an undefined output', { output: undefined }, 'RESULT_NOT_JSON'],
    ['a number that JSON does not have', { output: Number.NaN }, 'RESULT_NOT_JSON'],
    ['a promise in a synchronous run', Promise.resolve({ output: 1 }), 'MOCK_RETURNED_PROMISE'],
  ])('fails to answer with %s', (_, answer, code) => {
    const error = broken(() => answer as never);
    expect(error.code).toBe(code);
    expect(types(error.history)).toEqual(UNTIL_THE_CALL);
  });

  test('fails to answer with what contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(broken(() => ({ output: loop as never })).code).toBe('RESULT_NOT_JSON');
  });

  test('fails never to settle, after the real time that is given', async () => {
    const error = (await runAsync(lambda, { onTask: () => new Promise(() => undefined), settleWithinMs: 20 }).catch(
      (caught: unknown) => caught as ReturnType<typeof thrown>,
    )) as ReturnType<typeof thrown>;
    expect(error).toMatchObject({ code: 'MOCK_NEVER_SETTLED', where: "state 'A'" });
    expect(types(error.history)).toEqual(UNTIL_THE_CALL);
  });

  test('ends the run with its own error when its promise is rejected', async () => {
    const bad = new TypeError('bad');
    await expect(runAsync(lambda, { onTask: () => Promise.reject(bad) })).rejects.toBe(bad);
  });

  test('fails to wait for ever where nothing ends the run', () => {
    expect(
      thrown(() => run(lambda, { onTask: () => ({ pending: true }), withoutLimits: ['executionDuration'] })).code,
    ).toBe('RUN_STUCK');
  });
});

describe('promises of mocks', () => {
  test('apply in the order of the calls, whichever settles first', async () => {
    const order: string[] = [];
    const branch = (name: string): JsonObject => ({
      StartAt: name,
      States: { [name]: { ...LAMBDA, Next: `${name}2` }, [`${name}2`]: { ...LAMBDA, End: true } },
    });
    const program = compile(only({ Type: 'Parallel', Branches: [branch('slow'), branch('fast')] }));
    const fastEnds: Record<string, () => void> = {};
    const onTask: TaskRunner = async ({ stateName }) => {
      if (stateName.startsWith('slow')) {
        await new Promise<void>(resolve => {
          fastEnds[stateName.replace('slow', 'fast')] = resolve;
        });
      }
      order.push(stateName);
      fastEnds[stateName]?.();
      return { output: stateName };
    };
    const finished = await runAsync(program, { onTask });
    expect(order).toEqual(['fast', 'slow', 'fast2', 'slow2']);
    expect(
      finished.history
        .filter(({ type }) => type === 'TaskSucceeded')
        .map(({ taskSucceededEventDetails }) => taskSucceededEventDetails?.output),
    ).toEqual(['"slow"', '"fast"', '"slow2"', '"fast2"']);
  });
});
