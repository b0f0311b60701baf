import { LAMBDA, only, runOf } from './runs';
import { compile, ExecutionNames, runAsync, type RunOptions } from '../../src/interpreter';
import { Random } from '../../src/interpreter/random';

/** The text of what a run throws. */
function refusal(definition: object, options: RunOptions): string {
  try {
    runOf(definition, {}, options);
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was thrown');
}

const PASS = only({ Type: 'Pass' });

describe('a run', () => {
  test.each<[options: RunOptions, received: string]>([
    [{ type: 'STANDARD' }, 'a Standard execution'],
    [{ type: 'EXPRESS', synchronous: true }, 'a synchronous Express execution'],
  ])('fails to be delivered twice: %j', (options, received) => {
    expect(refusal(PASS, { ...options, deliverTwice: true })).toBe(
      [
        'StepwrightError: CANNOT_DELIVER_TWICE: only an asynchronous Express execution can run twice',
        `  received: ${received}`,
        '  fix: Leave deliverTwice out. This workflow runs exactly once.',
      ].join('\n'),
    );
  });

  test('fails with an input that is too large', () => {
    expect(refusal(PASS, { input: 'x'.repeat(262_143) })).toBe(
      [
        'StepwrightError: INPUT_TOO_LARGE: the input is larger than 256 KiB',
        '  allowed: 262144 bytes of JSON text',
        "  fix: Pass large data by reference, or turn the limit off: withoutLimits: ['payload'].",
      ].join('\n'),
    );
  });

  test('fails under a name that was used, also after that execution has ended', () => {
    const names = new ExecutionNames();
    runOf(PASS, {}, { names, executionName: 'once' });
    expect(refusal(PASS, { names, executionName: 'once' })).toBe(
      [
        "StepwrightError: EXECUTION_ALREADY_EXISTS: an execution with the name 'once' already exists",
        '  at: arn:aws:states:us-east-1:123456789012:execution:StateMachine:once',
        '  fix: Give each execution of a Standard workflow its own name.',
      ].join('\n'),
    );
    expect(names.take('STANDARD', 'arn:aws:states:us-east-1:123456789012:execution:StateMachine:once', {})).toBe(
      'EXISTS',
    );
  });

  test('fails where it waits for ever, is answered by a promise, or by nobody', () => {
    expect(refusal(only(LAMBDA), { onTask: () => ({ pending: true }), withoutLimits: ['executionDuration'] })).toBe(
      "StepwrightError: RUN_STUCK: the execution waits for something that never happens\n  at: state 'A'\n  fix: Give the Task a timeout or a mock that ends, or keep the limit executionDuration on.",
    );
    expect(refusal(only(LAMBDA), { onTask: () => Promise.resolve({ output: 1 }) })).toBe(
      "StepwrightError: MOCK_RETURNED_PROMISE: the mock of 'A' returned a promise in a synchronous run\n  at: state 'A'\n  fix: Use the asynchronous run, or return the result itself.",
    );
    expect(refusal(only(LAMBDA), {})).toBe(
      "StepwrightError: TASK_WITHOUT_MOCK: the Task 'A' has no mock\n  at: state 'A'\n  received: a call of arn:aws:states:::lambda:invoke\n  fix: Give the run an onTask that answers it.",
    );
  });

  test('fails, and names the first mock that has not answered', async () => {
    const branch = (name: string): object => ({ StartAt: name, States: { [name]: { ...LAMBDA, End: true } } });
    const program = compile(only({ Type: 'Parallel', Branches: ['answers', 'rejects', 'late', 'later'].map(branch) }));
    const answers: Record<string, () => Promise<never>> = {
      answers: () => Promise.resolve({ output: 1 } as never),
      rejects: () => Promise.reject(new Error('no')),
    };
    await expect(
      runAsync(program, {
        onTask: ({ stateName }) => answers[stateName]?.() ?? new Promise(() => undefined),
        settleWithinMs: 20,
      }),
    ).rejects.toThrow(
      [
        "MOCK_NEVER_SETTLED: the mock of 'late' didn't settle within 20 ms of real time",
        "  at: state 'late'",
        '  fix: Settle its promise, or raise settleWithinMs. For a call that never completes, use { pending: true }.',
      ].join('\n'),
    );
  });

  test('without a seed is the run of the seed that is documented', () => {
    expect(runOf(PASS).history).toEqual(runOf(PASS, {}, { seed: 'stepwright' }).history);
    expect(runOf(PASS).executionArn).toBe(runOf(PASS, {}, { seed: 'stepwright' }).executionArn);
  });
});

describe('the random values of a seed', () => {
  test('are identifiers of the right form, also where they begin with zeros', () => {
    const random = new Random('seed');
    for (let i = 0; i < 500; i++) {
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('are drawn apart by a copy', () => {
    const random = new Random('seed');
    random.next();
    const copy = random.copy();
    const drawn = [copy.next(), copy.next()];
    expect([random.next(), random.next()]).toEqual(drawn);
  });
});
