import { runInNewContext } from 'vm';
import { LAMBDA, only, runOf } from './runs';
import type { Json } from '../../src/asl';
import type { StepwrightError } from '../../src/errors';
import { compile, ownJson, runAsync } from '../../src/interpreter';

/** The text of what a run with such an answer throws. */
function refusal(answer: unknown): string {
  try {
    runOf(only(LAMBDA), {}, { onTask: () => answer as never });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

const notJson = (what: string): string =>
  `RESULT_NOT_JSON: the result is not JSON: ${what}\n  at: the mock of state 'A'\n  fix: Use what JSON.parse(JSON.stringify(value)) returns.`;
function problem(value: unknown): string | undefined {
  try {
    ownJson(value, { where: 'input', what: 'the input is not valid JSON', code: 'INPUT_NOT_JSON' });
    return undefined;
  } catch (error) {
    return (error as StepwrightError).summary;
  }
}

/** A value inside of so many lists. */
function inLists(value: unknown, lists: number): unknown {
  let all = value;
  for (let i = 0; i < lists; i++) all = [all];
  return all;
}

class Money {
  constructor(readonly amount: number) {}
}

describe('what is no answer', () => {
  test.each<[answer: unknown, received: string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    ['x', '"x"'],
    [1, '1'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [{}, '{}'],
    [{ result: 1 }, '{"result":1}'],
    [[1], '[1]'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
    [BigInt(1), 'a bigint'],
    [new Money(1), 'a Money'],
  ])('fails, and the error shows it: %p', (answer, received) => {
    expect(refusal(answer)).toBe(
      [
        'NOT_AN_ANSWER: the answer to a Task is invalid',
        "  at: the mock of state 'A'",
        `  received: ${received}`,
        '  allowed: { output }, { error, cause }, { pending: true }, or { refused }',
      ].join('\n'),
    );
  });
});

describe('an output that is no JSON', () => {
  test.each<[output: unknown, what: string]>([
    [undefined, '$ is undefined'],
    [Number.NaN, '$ is NaN'],
    [Number.NEGATIVE_INFINITY, '$ is -Infinity'],
    [() => 1, '$ is a function'],
    [Symbol('x'), '$ is a symbol'],
    [BigInt(1), '$ is a bigint'],
    [new Date(0), '$ is a Date'],
    [new Money(1), '$ is a Money'],
    [{ a: 1, b: [null, 'x', { c: undefined }] }, '$.b[2].c is undefined'],
    [[[1], [2, new Map()]], '$[1][1] is a Map'],
  ])('fails, and the error tells where and what it is: %p', (output, what) => {
    expect(refusal({ output })).toBe(notJson(what));
  });

  test('fails where an object contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(refusal({ output: loop })).toBe(
      notJson(`$${'.self'.repeat(15)}.sel… is nested too deeply, or contains itself`),
    );
  });

  test('fails where a list contains itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(refusal({ output: loop })).toBe(notJson(`$${'[0]'.repeat(26)}[… is nested too deeply, or contains itself`));
  });
});

describe('JSON', () => {
  test('is what has no prototype, and what another realm has made', () => {
    const bare = Object.assign(Object.create(null) as Record<string, unknown>, { a: [1] });
    expect([problem(bare), problem(runInNewContext('({ a: [1, { b: null }] })'))]).toEqual([undefined, undefined]);
    expect(runOf(only(LAMBDA), {}, { onTask: () => ({ output: bare as Json }) }).output).toEqual({ a: [1] });
  });

  test('is what is nested in 1001 lists, and no deeper', () => {
    expect(problem(inLists(1, 1001))).toBeUndefined();
    expect(problem(inLists(1, 1002))).toBe(
      `the input is not valid JSON: $${'[0]'.repeat(26)}[… is nested too deeply, or contains itself`,
    );
  });

  test('is not what is undefined in 1000 lists, and the error tells so', () => {
    expect(problem(inLists(undefined, 1000))).toBe(`the input is not valid JSON: $${'[0]'.repeat(1000)} is undefined`);
  });
});

describe('a mock that throws something other than an error', () => {
  test('ends the run with it', () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the test is about such values
    const onTask = (): never => {
      throw 'no luck';
    };
    expect(() => runOf(only(LAMBDA), {}, { onTask })).toThrow('no luck');
  });

  test('ends the run with it, also when its promise is rejected', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the test is about such values
    const onTask = () => Promise.reject('no luck');
    await expect(runAsync(compile(only(LAMBDA)), { onTask })).rejects.toBe('no luck');
  });
});
