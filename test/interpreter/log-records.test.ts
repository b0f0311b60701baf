import { LAMBDA, only, runOf } from './runs';
import { logRecords, type LogLevel } from '../../src/interpreter';

const failed = runOf(
  only({ ...LAMBDA, TimeoutSeconds: 5, Parameters: { secret: 1 } }),
  { a: 1 },
  { executionName: 'x', stateMachineName: 'M', onTask: () => ({ error: 'E', cause: 'C' }) },
);

describe('log records', () => {
  test.each<[level: LogLevel, types: string[]]>([
    ['OFF', []],
    ['FATAL', ['ExecutionFailed']],
    ['ERROR', ['TaskFailed', 'ExecutionFailed']],
    ['ALL', ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'ExecutionFailed']],
  ])('at %s', (level, expected) => {
    expect(logRecords(failed, { level }).map(({ type }) => type)).toEqual(expected);
  });

  test('hold texts in the envelope and no data unless it is asked for', () => {
    expect(logRecords(failed, { level: 'ALL' }).slice(0, 3)).toEqual([
      {
        id: '1',
        type: 'ExecutionStarted',
        details: { roleArn: 'arn:aws:iam::123456789012:role/MRole' },
        previous_event_id: '0',
        event_timestamp: '1704067200000',
        execution_arn: 'arn:aws:states:us-east-1:123456789012:execution:M:x',
        redrive_count: '0',
      },
      {
        id: '2',
        type: 'TaskStateEntered',
        details: { name: 'A' },
        previous_event_id: '0',
        event_timestamp: '1704067200000',
        execution_arn: 'arn:aws:states:us-east-1:123456789012:execution:M:x',
        redrive_count: '0',
      },
      {
        id: '3',
        type: 'TaskScheduled',
        details: { resourceType: 'lambda', resource: 'invoke', region: 'us-east-1', timeoutInSeconds: 5 },
        previous_event_id: '2',
        event_timestamp: '1704067200000',
        execution_arn: 'arn:aws:states:us-east-1:123456789012:execution:M:x',
        redrive_count: '0',
      },
    ]);
  });

  test('hold input and parameters as JSON texts when data is included', () => {
    const [, entered, scheduled] = logRecords(failed, { level: 'ALL', includeExecutionData: true });
    expect(entered.details).toEqual({ name: 'A', input: '{"a":1}', inputDetails: { truncated: false } });
    expect(scheduled.details).toMatchObject({ parameters: '{"secret":1}' });
  });

  test('keep error and cause without data', () => {
    expect(logRecords(failed, { level: 'FATAL' })[0].details).toEqual({ error: 'E', cause: 'C' });
  });

  test('cut texts of more than 248 KiB', () => {
    const big = runOf(only({ Type: 'Pass' }), 'x'.repeat(255_000));
    const [, entered] = logRecords(big, { level: 'ALL', includeExecutionData: true });
    const details = entered.details as { input: string; inputDetails: object };
    expect(details.input).toHaveLength(248 * 1024);
    expect(details.inputDetails).toEqual({ truncated: true });
  });

  test('cut outputs as well, by their bytes, and nothing that fits', () => {
    const cut = (text: string): unknown[] =>
      logRecords(runOf(only({ Type: 'Pass', Assign: { a: 1 } }), text), {
        level: 'ALL',
        includeExecutionData: true,
      }).map(({ details }) => {
        const { input, output, inputDetails, outputDetails, assignedVariables, assignedVariablesDetails } =
          details as Record<string, { length: number } | undefined>;
        return {
          long: (input ?? output)!.length,
          details: inputDetails ?? outputDetails,
          assignedVariables,
          assignedVariablesDetails,
        };
      });
    const none = { assignedVariables: undefined, assignedVariablesDetails: undefined };
    const assigned = { assignedVariables: { a: '1' }, assignedVariablesDetails: { truncated: false } };
    const [whole, shortened] = [{ truncated: false }, { truncated: true }];
    expect(cut('x'.repeat(250_000)).slice(1, 3)).toEqual([
      { long: 250_002, details: whole, ...none },
      { long: 250_002, details: whole, ...assigned },
    ]);
    expect(cut('x'.repeat(254_000)).slice(1, 3)).toEqual([
      { long: 253_952, details: shortened, ...none },
      { long: 253_952, details: shortened, ...assigned },
    ]);
    expect(cut('é'.repeat(128_000))[1]).toEqual({ long: 128_002, details: shortened, ...none });
    expect(cut('é'.repeat(126_000))[1]).toEqual({ long: 126_002, details: whole, ...none });
  });

  test('leave out outputs and variables without data', () => {
    const records = logRecords(runOf(only({ Type: 'Pass', Assign: { a: 1 } })), { level: 'ALL' });
    expect(records.map(({ details }) => details)).toEqual([expect.anything(), { name: 'A' }, { name: 'A' }, {}]);
  });

  test('show at FATAL every way to end without success', () => {
    const aborted = runOf(only({ Type: 'Wait', Seconds: 10 }), {}, { abortAfterMs: 1 });
    const late = runOf(only({ Type: 'Wait', Seconds: 10 }, { TimeoutSeconds: 5 }));
    expect([aborted, late].map(run => logRecords(run, { level: 'FATAL' }).map(({ type }) => type))).toEqual([
      ['ExecutionAborted'],
      ['ExecutionTimedOut'],
    ]);
  });

  test('are written by Express executions as well', () => {
    const run = runOf(only({ Type: 'Pass' }), {}, { type: 'EXPRESS', executionName: 'x', stateMachineName: 'M' });
    expect(logRecords(run, { level: 'ALL' })[0].execution_arn).toMatch(
      /^arn:aws:states:us-east-1:123456789012:express:M:x:/,
    );
  });
});
