import { App, Duration, Stack, aws_events_targets as targets, aws_lambda as lambda, aws_sns as sns } from 'aws-cdk-lib';
import {
  Flow,
  Integration,
  FieldValidation,
  LocalRun,
  Mock,
  PermissionsMode,
  StandardWorkflow,
  Task,
  TextFilter,
  Wait,
} from '../../src';
import { logRecords } from '../../src/interpreter';
import {
  TaskError,
  fails,
  LocalWorkflow,
  pending,
  returns,
  returnsPayload,
  sequence,
  throws,
  type RunResult,
} from '../../src/testing';
import '../../src/testing/jest';
import * as t from '../../src/typed';

const LAMBDA = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f', Payload: { 'in.$': '$' } },
};
const workflow = LocalWorkflow.fromDefinition({
  StartAt: 'A',
  States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, End: true } },
});

function stackOf(): Stack {
  const stack = new Stack(new App(), 'Shop');
  const charge = lambda.Function.fromFunctionArn(
    stack,
    'Charge',
    'arn:aws:lambda:us-east-1:123456789012:function:charge',
  );
  const order = new StandardWorkflow(stack, 'Order', {
    definition: Flow.of(
      new Wait('Pack', { duration: Duration.minutes(1) }),
      new Task('Charge card', { call: Integration.lambdaInvoke(charge), timeout: Duration.minutes(5) }),
    ),
  });
  order.onSucceeded('Thank', { target: new targets.SnsTopic(new sns.Topic(stack, 'Topic')) });
  order.onStatusChange('Any', {
    target: new targets.SnsTopic(new sns.Topic(stack, 'Any topic')),
    executionName: [TextFilter.prefix('o')],
  });
  return stack;
}

describe('the mocks of a redrive', () => {
  test('are those of the run before; sequences go on where they stopped', () => {
    const first = workflow.runSync(
      {},
      {
        fieldValidation: 'none',
        mocks: { A: returns(1), B: sequence(fails('Down'), returns('up'), returns('later')) },
      },
    );
    expect(first).toHaveFailed('Down');
    expect(first.redriveSync()).toHaveSucceeded('up');
    expect(first.redriveSync()).toHaveSucceeded('up');
  });

  test('are asked first where some are given, whatever name finds them', () => {
    const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down') } });
    const again = first.redriveSync({ mocks: { 'lambda:invoke': returns('fixed') } });
    expect(again).toHaveSucceeded('fixed');
    expect(again.calls.map(({ stateName }) => stateName)).toEqual(['A', 'B', 'B']);
    expect(first.calls).toHaveLength(2);
    expect(again).toHaveCalledTimes('B', 2);
    expect(again).not.toHaveRetried('B');
  });

  test('may answer with promises', async () => {
    const first = await workflow.run({}, { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down') } });
    expect(await first.redrive({ mocks: { B: () => Promise.resolve(2) } })).toHaveSucceeded(2);
    await expect(
      first.redrive({
        mocks: {
          B: async () => {
            throw new TaskError('Worse', 'no');
          },
        },
      }),
    ).resolves.toMatchObject({ error: 'Worse' });
  });

  test('fails for a name that the workflow does not have, before anything runs', () => {
    const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: fails('Down') } });
    expect(() => first.redriveSync({ mocks: { Bb: returns(1) } })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TASK' }),
    );
  });

  test('fails for a call that nobody answers, and shows what happened until then', async () => {
    const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: fails('Down') } });
    const message = expect.stringMatching(/TASK_WITHOUT_MOCK[\s\S]*until then:[\s\S]*redrive {2}1/) as string;
    expect(() => first.redriveSync({ mocks: { A: returns(1) } })).toThrow(expect.objectContaining({ message }));
    await expect(first.redrive({ mocks: { A: returns(1) } })).rejects.toMatchObject({ message });
  });
});

test('a redrive takes place after a time, can be stopped, and cannot be made after 14 days', async () => {
  const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down') } });
  expect([first.redriveStatus, first.redriveStatusReason, first.redriveCount]).toEqual(['REDRIVABLE', undefined, 0]);
  const again = first.redriveSync({ mocks: { B: pending() }, after: 60, abortAfter: 30 });
  expect(again).toHaveBeenAborted();
  expect(again).toHaveTaken(90);
  const good = again.redriveSync({ mocks: { B: returns(2) } });
  expect([good.redriveCount, good.redriveStatus, good.redriveStatusReason]).toEqual([
    2,
    'NOT_REDRIVABLE',
    'Execution is SUCCEEDED and cannot be redriven',
  ]);
  await expect(first.redrive({ after: 15 * 86_400 })).rejects.toMatchObject({
    code: 'EXECUTION_NOT_REDRIVABLE',
  });
  expect(() => good.redriveSync()).toThrow(expect.objectContaining({ code: 'EXECUTION_NOT_REDRIVABLE' }));
});

describe('the options of a redrive', () => {
  const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down') } });

  test.each([-1, NaN, Infinity])('fails for %d seconds after the end', async after => {
    const message = [
      'INVALID_REDRIVE_TIME: an execution can only be redriven after its end',
      '  at: after',
      `  received: ${after}`,
      '  allowed: a Duration, or a number of seconds, at least 0, such as 60 or 0.5',
      '  fix: Use the time between the end of the previous run and the redrive, or remove it to redrive immediately.',
    ].join('\n');
    expect(() => first.redriveSync({ after })).toThrow(
      expect.objectContaining({ code: 'INVALID_REDRIVE_TIME', message }),
    );
    await expect(first.redrive({ after })).rejects.toMatchObject({ code: 'INVALID_REDRIVE_TIME', message });
  });

  test('can be Durations', () => {
    const stopped = workflow.runSync(
      {},
      { fieldValidation: 'none', mocks: { A: pending() }, abortAfter: Duration.minutes(1) },
    );
    expect(stopped).toHaveTaken(Duration.minutes(1));
    const again = stopped.redriveSync({ after: Duration.hours(1), abortAfter: Duration.seconds(5) });
    expect(again).toHaveBeenAborted();
    expect(again).toHaveTaken(3665);
  });

  test('fails for a time that is neither seconds nor a Duration', () => {
    const message = expect.stringContaining('INVALID_ABORT_TIME') as string;
    expect(() => workflow.runSync({}, { fieldValidation: 'none', abortAfter: '5' as never })).toThrow(
      expect.objectContaining({ message }),
    );
  });

  test.each([-1, NaN, Infinity])('fails for a stop after %d seconds, in a run as well', async abortAfter => {
    const message = [
      'INVALID_ABORT_TIME: an execution is stopped after its start, or after its redrive',
      '  at: abortAfter',
      `  received: ${abortAfter}`,
      '  allowed: a Duration, or a number of seconds, at least 0, such as 60 or 0.5',
      '  fix: Use the time between the start of the attempt and its stop, or remove it.',
    ].join('\n');
    expect(() => first.redriveSync({ abortAfter })).toThrow(
      expect.objectContaining({ code: 'INVALID_ABORT_TIME', message }),
    );
    expect(() => workflow.runSync({}, { fieldValidation: 'none', abortAfter })).toThrow(
      expect.objectContaining({ code: 'INVALID_ABORT_TIME', message }),
    );
    await expect(workflow.run({}, { abortAfter })).rejects.toMatchObject({ code: 'INVALID_ABORT_TIME', message });
  });

  test('are as before where they are undefined', async () => {
    const template = {
      Resources: {
        Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [] } },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
            DefinitionString: JSON.stringify({
              StartAt: 'A',
              States: {
                A: {
                  Type: 'Task',
                  Resource: 'arn:aws:states:::sqs:sendMessage',
                  Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs', MessageBody: 'x' },
                  End: true,
                },
              },
            }),
          },
        },
      },
    };
    const ignored = LocalWorkflow.fromTemplate(template).runSync(
      {},
      { permissions: 'ignore', fieldValidation: 'none', mocks: { A: fails('Down') } },
    );
    expect(ignored.redriveSync({ permissions: undefined, mocks: { A: returns(1) } })).toHaveSucceeded(1);
    expect(ignored.redriveSync({ permissions: 'enforce', mocks: { A: returns(1) } })).toHaveFailed(
      'SQS.AmazonSQSException',
    );
    const hasty = workflow.runSync(
      {},
      { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down') }, settleWithinMs: 10 },
    );
    await expect(
      hasty.redrive({ settleWithinMs: undefined, mocks: { B: () => new Promise(() => undefined) } }),
    ).rejects.toThrow(/10 ms/);
  });

  test('give files of the time at which the first run started', () => {
    const each = {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      End: true,
    };
    const listing = LocalWorkflow.fromDefinition({ StartAt: 'A', States: { A: { ...LAMBDA, Next: 'M' }, M: each } });
    const files = { 's3://b/k': '1' };
    const run = listing
      .runSync({}, { fieldValidation: 'none', startTime: '2025-06-01T00:00:00Z', mocks: { A: fails('Down') } })
      .redriveSync({ files, after: 3600, mocks: { A: returns(1) } });
    expect(run.output).toEqual(
      listing.runSync(
        {},
        { fieldValidation: 'none', startTime: '2025-06-01T00:00:00Z', files, mocks: { A: returns(1) } },
      ).output,
    );
    expect((run.output as Array<{ LastModified: number }>).map(({ LastModified }) => LastModified)).toEqual([
      Date.UTC(2025, 5, 1) / 1000,
    ]);
  });
});

test('a timeline shows how each attempt ended', () => {
  const first = workflow.runSync(
    {},
    { fieldValidation: 'none', mocks: { A: returns(1), B: fails('Down', 'for repair') } },
  );
  expect(
    first
      .redriveSync({ mocks: { B: returns(2) }, after: 60 })
      .timelineText()
      .split('\n')
      .map(line => line.trimEnd()),
  ).toEqual([
    '0s     starts   StateMachine with {}',
    '    A  in       {}',
    '       out      1',
    '    B  in       1',
    '       fails    Down: for repair',
    '       ends     FAILED Down: for repair',
    '1m     redrive  1',
    '    B  again    1',
    '       out      2',
    '       ends     SUCCEEDED 2',
  ]);
});

describe('what a redrive goes on with is told', () => {
  const branches = [
    { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 30, End: true } } },
    {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'T',
            States: { T: { ...LAMBDA, Parameters: { FunctionName: 'f', Payload: { 'in.$': '$' } }, End: true } },
          },
          End: true,
        },
      },
    },
  ];
  const retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }];
  const both = LocalWorkflow.fromDefinition({
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: branches,
        Retry: retry,
        Catch: [{ ErrorEquals: ['Gone'], Next: 'F' }],
        End: true,
      },
      F: { Type: 'Fail' },
    },
  });
  const told = (error: string, again: object = { mocks: { T: returns(9) } }): string[] => {
    const { timeline } = both
      .runSync([0, 1], {
        fieldValidation: 'none',
        mocks: {
          T: ({ Payload }: { Payload: { in: number } }) =>
            Payload.in === 0 ? returns(0) : fails(error, undefined, { durationSeconds: 1 }),
        },
      })
      .redriveSync(again);
    return timeline
      .slice(timeline.findIndex(({ kind }) => kind === 'redriven') + 1)
      .map(({ kind, state, depth }) => `${depth} ${kind} ${state}`);
  };
  const END = ['0 out P', '0 ended '];

  test('inside of Parallels and Maps too, and not where nothing is left to do', () => {
    expect(told('Down')).toEqual([
      '0 again P',
      '1 again W',
      '1 again M',
      '2 again T [1]',
      '2 out T [1]',
      '1 out M',
      '1 out W',
      ...END,
    ]);
  });

  test('also if it waits until the end', () => {
    expect(told('Down', { mocks: { T: pending() }, abortAfter: 5 })).toEqual([
      '0 again P',
      '1 again W',
      '1 again M',
      '2 again T [1]',
      '0 ended ',
    ]);
  });

  test('without what an attempt before the last retry has left', () => {
    expect(told('Busy').filter(line => line.includes('again'))).toEqual([
      '0 again P',
      '1 again W',
      '1 again M',
      '2 again T [1]',
    ]);
  });

  test('without what starts anew: that is entered', () => {
    expect(told('States.DataLimitExceeded')).toEqual([
      '0 again P',
      '1 in W',
      '1 in M',
      '1 items M',
      '2 in T [0]',
      '2 out T [0]',
      '2 in T [1]',
      '2 out T [1]',
      '1 out M',
      '1 out W',
      ...END,
    ]);
    expect(told('Gone')).toEqual(['0 in F', '0 ended ']);
  });

  test('with its input', () => {
    const first = workflow.runSync({}, { fieldValidation: 'none', mocks: { A: returns({ id: 1 }), B: fails('Down') } });
    expect(first.redriveSync({ mocks: { B: returns(2) } }).timeline.find(({ kind }) => kind === 'again')).toEqual({
      time: 0,
      kind: 'again',
      state: 'B',
      depth: 0,
      data: '{"id":1}',
    });
  });
});

test('a state that goes on after its redrive has caught nothing', () => {
  const flaky = {
    QueryLanguage: 'JSONata',
    StartAt: 'P',
    States: {
      P: { Type: 'Pass', Output: "{% $states.context.Execution.RedriveCount = 0 ? $error('down') : 1 %}", End: true },
    },
  };
  const again = LocalWorkflow.fromDefinition(flaky).runSync({}).redriveSync();
  expect(again).toHaveSucceeded(1);
  expect(again).not.toHaveCaught('P');
  expect(again.timelineText()).not.toContain('caught');
});

describe('what is told of a redriven execution', () => {
  const local = LocalWorkflow.fromStack(stackOf(), 'Order');
  const first = local.runSync(
    {},
    { fieldValidation: 'none', mocks: { 'Charge card': throws('Declined', 'no funds') }, executionName: 'o-1' },
  );
  const again = first.redriveSync({ mocks: { 'Charge card': returnsPayload({}) }, after: 600 });

  test('are the events of all attempts', () => {
    const told = again.events.map(
      ({ time, detail: { status, redriveCount, redriveDate, redriveStatus, startDate, stopDate, error } }) => [
        time.slice(11, 19),
        status,
        redriveCount,
        redriveDate,
        redriveStatus,
        startDate,
        stopDate,
        error,
      ],
    );
    expect(told).toEqual([
      ['00:00:00', 'RUNNING', 0, null, 'NOT_REDRIVABLE', at(0), null, null],
      ['00:01:00', 'FAILED', 0, null, 'REDRIVABLE', at(0), at(60), 'Declined'],
      ['00:11:00', 'RUNNING', 1, at(660), 'NOT_REDRIVABLE', at(0), null, null],
      ['00:11:00', 'SUCCEEDED', 1, at(660), 'NOT_REDRIVABLE', at(0), at(660), null],
    ]);
    expect(new Set(again.events.map(({ id }) => id)).size).toBe(4);
    expect(again.events.slice(0, 2)).toEqual(first.events);
  });

  test('notifies the rules of each', () => {
    expect(first).not.toHaveNotified('Thank');
    expect(again).toHaveNotified('Thank');
    expect(again.notificationsOf('Any')).toHaveLength(4);
  });

  test('are metric points of redrives beside the plain ones', () => {
    const points = (run: RunResult): string[] =>
      run.metricPoints
        .filter(
          ({ name, dimensions }) => /^(Redriven)?Executions/.test(name) && dimensions.StateMachineArn !== undefined,
        )
        .map(({ name, time, value }) => `${name} ${(time - at(0)) / 1000} ${value}`);
    expect(points(first)).toEqual(['ExecutionsStarted 0 1', 'ExecutionsStarted 60 0', 'ExecutionsFailed 60 1']);
    expect(points(again)).toEqual([
      'ExecutionsStarted 0 1',
      'ExecutionsStarted 660 0',
      'ExecutionsFailed 60 1',
      'ExecutionsRedriven 660 1',
      'RedrivenExecutionsSucceeded 660 1',
      'ExecutionsSucceeded 660 1',
    ]);
    expect(
      again.metricPoints.filter(
        ({ name, dimensions }) => name === 'ConsumedCapacity' && dimensions.StateMachineArn !== undefined,
      ),
    ).toHaveLength(again.transitions);
  });

  test('is how often, in each record of its log', () => {
    const records = logRecords({ history: again.history, executionArn: again.executionArn }, { level: 'ALL' });
    expect(
      records.map(({ type, redrive_count: count }) => `${type} ${count}`).filter(line => line.startsWith('Execution')),
    ).toEqual(['ExecutionStarted 0', 'ExecutionFailed 0', 'ExecutionRedriven 1', 'ExecutionSucceeded 1']);
  });

  test('is when', () => {
    expect([first.redriveDate, again.redriveDate]).toEqual([undefined, at(660)]);
  });

  test('is its price, with the redrive and the state that runs again as transitions', () => {
    expect([first.transitions, again.transitions]).toEqual([2, 4]);
    expect(again.cost.standard.transitions).toBe(4);
  });

  test('is its price as an Express workflow, without the time between the attempts', () => {
    const slow = first.redriveSync({
      mocks: { 'Charge card': returnsPayload({}, { durationSeconds: 2 }) },
      after: 3600,
    });
    expect(slow.durationSeconds).toBe(3662);
    expect(slow.cost.express).toMatchObject({ billedMs: 62_000 });
    expect(again.cost.express).toMatchObject({ billedMs: 60_000 });
  });
});

function at(seconds: number): number {
  return Date.UTC(2024, 0, 1) + seconds * 1000;
}

test('a typed run is redriven with mocks and an output of its types', async () => {
  type Square = (event: { n: number }) => Promise<{ square: number }>;
  const fn = lambda.Function.fromFunctionArn(
    new Stack(new App(), 'Typed'),
    'Square',
    'arn:aws:lambda:us-east-1:123456789012:function:square',
  );
  const flow = t.flow<{ n: number }>().task('Square', $ => t.lambda<Square>(fn).invoke({ n: $.input.n }));
  const first = LocalWorkflow.fromDefinition<typeof flow>(flow.toAsl()).runSync(
    { n: 3 },
    { mocks: { Square: fails('Down') } },
  );
  const [again, later] = [
    first.redriveSync({ mocks: { Square: returnsPayload({ square: 9 }) } }),
    await first.redrive({ mocks: { Square: returnsPayload({ square: 9 }) } }),
  ];
  // @ts-expect-error the function's result has no such member
  first.redriveSync({ mocks: { Square: returnsPayload({ cube: 27 }) } });
  expect([again.output?.square, later.output?.square]).toEqual([9, 9]);
});

test('every language redrives, with mocks as data', () => {
  const definition = JSON.stringify({
    StartAt: 'A',
    States: { A: { ...LAMBDA, Next: 'B' }, B: { ...LAMBDA, End: true } },
  });
  const first = LocalRun.fromDefinition(definition).run('{}', {
    fieldValidation: FieldValidation.NONE,
    mocks: {
      A: Mock.returns('1'),
      B: Mock.sequence([Mock.fails('Down'), Mock.returns('"up"')]),
    },
  });
  expect([first.status, first.redriveCount]).toEqual(['FAILED', 0]);
  const again = first.redrive();
  expect([again.status, again.outputJson, again.redriveCount]).toEqual(['SUCCEEDED', '"up"', 1]);
  expect([first.redriveStatus, first.redriveStatusReason, first.redriveDate]).toEqual([
    'REDRIVABLE',
    undefined,
    undefined,
  ]);
  expect([again.redriveStatus, again.redriveStatusReason, again.redriveDate]).toEqual([
    'NOT_REDRIVABLE',
    'Execution is SUCCEEDED and cannot be redriven',
    at(0),
  ]);
  const later = first.redrive({
    mocks: { B: Mock.pending() },
    after: Duration.hours(1),
    abortAfter: Duration.minutes(1),
    files: { 's3://b/k': '[]' },
  });
  expect([later.status, later.durationSeconds]).toEqual(['ABORTED', 3660]);
  expect(() => again.redrive()).toThrow(expect.objectContaining({ code: 'EXECUTION_NOT_REDRIVABLE' }));
});

test('every language chooses whether a redrive is held to the permissions', () => {
  const invoke = {
    ...LAMBDA,
    Parameters: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
    End: true,
  };
  const template = {
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [] } },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
          DefinitionString: JSON.stringify({ StartAt: 'A', States: { A: invoke } }),
        },
      },
    },
  };
  const first = LocalRun.fromTemplate(JSON.stringify(template)).run('{}', {
    fieldValidation: FieldValidation.NONE,
    mocks: { A: Mock.returns('1') },
  });
  expect([first.status, first.error]).toEqual(['FAILED', 'Lambda.AWSLambdaException']);
  expect(first.redrive().status).toBe('FAILED');
  const ignored = first.redrive({ permissions: PermissionsMode.IGNORE, mocks: { A: Mock.fails('Down') } });
  expect([ignored.error, ignored.redrive().error]).toEqual(['Down', 'Down']);
  expect(ignored.redrive({ permissions: PermissionsMode.ENFORCE }).error).toBe('Lambda.AWSLambdaException');
});
