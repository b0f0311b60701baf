import { LAMBDA, only, runOf } from './runs';

describe('an Express execution', () => {
  test('can be delivered twice, which shows whether its Tasks are idempotent', () => {
    const charged: unknown[] = [];
    const run = runOf(
      only({ ...LAMBDA, Parameters: { 'id.$': '$$.Execution.Name' } }),
      {},
      {
        type: 'EXPRESS',
        deliverTwice: true,
        executionName: 'x',
        onTask: ({ input }) => (charged.push(input), { output: charged.length }),
      },
    );
    expect(charged).toEqual([{ id: 'x' }, { id: 'x' }]);
    expect([run.output, run.redelivery?.output]).toEqual([1, 2]);
  });

  test.each([
    ['STANDARD', false],
    ['EXPRESS', true],
  ] as const)('fails to be delivered twice when it is %s, synchronous %s', (type, synchronous) => {
    expect(() => runOf(only({ Type: 'Pass' }), {}, { type, synchronous, deliverTwice: true })).toThrow(
      /^CANNOT_DELIVER_TWICE/,
    );
  });

  test('has an ARN of its own, and a RedriveCount only when it is asynchronous', () => {
    const context = (synchronous: boolean): unknown =>
      runOf(
        only({ Type: 'Pass', InputPath: '$$.Execution' }),
        {},
        { type: 'EXPRESS', synchronous, executionName: 'x', stateMachineName: 'M' },
      ).output;
    expect(context(false)).toMatchObject({
      Id: expect.stringMatching(/^arn:aws:states:us-east-1:123456789012:express:M:x:/),
      RedriveCount: 0,
    });
    expect(context(true)).not.toHaveProperty('RedriveCount');
  });

  test('times out after five minutes, unless the limit is off', () => {
    const definition = only({ Type: 'Wait', Seconds: 301 });
    expect(runOf(definition, {}, { type: 'EXPRESS' })).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(runOf(definition, {}, { type: 'EXPRESS', withoutLimits: ['executionDuration'] }).status).toBe('SUCCEEDED');
  });
});
