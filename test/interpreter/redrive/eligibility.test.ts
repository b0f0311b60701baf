import { answers, failing } from './redrives';
import type { StepwrightError } from '../../../src/errors';
import { redrive, type Run } from '../../../src/interpreter';
import { LAMBDA, only, runOf } from '../runs';

const DAY = 86_400_000;

function refusalOf(run: Run, afterMs = 0): StepwrightError {
  try {
    redrive(run, { afterMs });
  } catch (error) {
    return error as StepwrightError;
  }
  throw new Error('it was redriven');
}

describe('an execution cannot be redriven', () => {
  test('fails when it succeeded', () => {
    const run = runOf(only({ Type: 'Pass' }));
    expect(refusalOf(run).message).toBe(
      [
        "EXECUTION_NOT_REDRIVABLE: the execution can't be redriven: Execution is SUCCEEDED and cannot be redriven",
        `  at: ${run.executionArn}`,
        '  received: STANDARD, SUCCEEDED, 4 events, 0 s after its end',
        '  allowed: Standard executions that ended as FAILED, TIMED_OUT, or ABORTED, up to 14 days after their end, with fewer than 24,999 events, within a year of their start',
        '  fix: Redrive only an execution that did not succeed.',
      ].join('\n'),
    );
    expect([run.redriveStatus, run.redriveStatusReason]).toEqual([
      'NOT_REDRIVABLE',
      'Execution is SUCCEEDED and cannot be redriven',
    ]);
  });

  test('fails for Express', () => {
    const run = runOf(only(LAMBDA), {}, { type: 'EXPRESS', onTask: failing });
    expect(refusalOf(run).summary).toBe(
      "the execution can't be redriven: RedriveExecution does not support Express executions",
    );
  });

  test('fails after 14 days, not before', () => {
    const run = runOf(only(LAMBDA), {}, { onTask: failing });
    expect(redrive(run, { afterMs: 14 * DAY, onTask: answers() }).status).toBe('SUCCEEDED');
    expect(refusalOf(run, 14 * DAY + 1).summary).toBe(
      "the execution can't be redriven: Execution redrivable period exceeded",
    );
    expect(run.redriveStatus).toBe('REDRIVABLE');
  });

  test('counts the 14 days from the end of the last redrive', () => {
    const run = runOf(only(LAMBDA), {}, { onTask: failing });
    const second = redrive(run, { afterMs: 10 * DAY });
    expect(redrive(second, { afterMs: 10 * DAY, onTask: answers() }).status).toBe('SUCCEEDED');
  });

  test('fails with 24,999 events, whose last are the end', () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    const run = runOf(loop);
    expect(run.history).toHaveLength(25_000);
    expect(refusalOf(run).summary).toBe("the execution can't be redriven: Execution history event limit exceeded");
    expect([run.redriveStatus, run.redriveStatusReason]).toEqual([
      'NOT_REDRIVABLE',
      'Execution history event limit exceeded',
    ]);
  });

  test('fails a year after its start', () => {
    const definition = {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 360 * 86_400, Next: 'A' }, A: { ...LAMBDA, End: true } },
    };
    const run = runOf(definition, {}, { onTask: failing });
    expect(refusalOf(run, 5 * DAY).summary).toBe(
      "the execution can't be redriven: Execution has exceeded the max execution time",
    );
    const again = redrive(run, { afterMs: 4 * DAY, onTask: () => ({ pending: true }) });
    expect([again.status, again.stopTime - again.startTime]).toEqual(['TIMED_OUT', 365 * DAY]);
  });

  test('fails for a child of a Map Run', () => {
    const definition = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'A',
            States: { A: { ...LAMBDA, End: true } },
          },
          End: true,
        },
      },
    };
    const [child] = runOf(definition, [1], { onTask: failing }).children;
    expect(child.redriveStatus).toBe('REDRIVABLE_BY_MAP_RUN');
    expect(refusalOf(child).fix).toBe('Redrive the execution that started the Map Run.');
  });

  test('fails before its end', () => {
    expect(refusalOf(runOf(only(LAMBDA), {}, { onTask: failing }), -1).code).toBe('INVALID_REDRIVE_TIME');
  });

  test('fails for what no local run gave', () => {
    expect(refusalOf({ ...runOf(only(LAMBDA), {}, { onTask: failing }) } as Run).code).toBe('NOT_A_RUN');
  });

  test('can be, where the limits are switched off', () => {
    const loop = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Next: 'C' },
        C: {
          Type: 'Choice',
          Choices: [{ Variable: '$$.Execution.RedriveCount', NumericGreaterThan: 0, Next: 'B' }],
          Default: 'W',
        },
        W: { Type: 'Wait', Seconds: 1, Next: 'A' },
        B: { Type: 'Succeed' },
      },
    };
    const run = runOf(loop, {}, { withoutLimits: ['historyEvents'], abortAfterMs: 5_000_000 });
    expect(run.history.length).toBeGreaterThan(25_000);
    expect(redrive(run).status).toBe('SUCCEEDED');
  });
});
