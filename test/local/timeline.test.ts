import {
  fails,
  pending,
  returns,
  runLocally,
  sequence,
  compileWorkflow,
  type RunResult,
  type Mocks,
} from '../../src/local';

function run(states: object, startAt: string, mocks: Mocks = {}, input: object = {}, more: object = {}): RunResult {
  return runLocally(
    compileWorkflow({ QueryLanguage: 'JSONata', StartAt: startAt, States: states as never, ...more }),
    input as never,
    { mocks, fieldValidation: 'none' },
  );
}

const ARGUMENTS = { QueueUrl: 'q', MessageBody: 'm' };
const call = (more: object): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  Arguments: ARGUMENTS,
  ...more,
});

test('a state that gives its input on at once takes one line, one that waits two', () => {
  const states = { P: { Type: 'Pass', Next: 'W' }, W: { Type: 'Wait', Seconds: 90_000, End: true } };
  expect(run(states, 'P', {}, { a: 1 }).timelineText()).toBe(
    [
      '   0s     starts   StateMachine with {"a":1}',
      '       P  in       {"a":1}',
      '       W  in       {"a":1}',
      '1d 1h     out      (unchanged)',
      '          ends     SUCCEEDED {"a":1}',
    ].join('\n'),
  );
});

test('attempts that fail tell when the next one follows, and that an error was caught', () => {
  const states = {
    T: call({
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'E' }],
      End: true,
    }),
    E: { Type: 'Fail', Error: 'Gone' },
  };
  expect(
    run(states, 'T', {
      T: sequence(fails('Busy', '{"errorMessage":"later","errorType":"Busy"}'), fails('Broken')),
    }).timelineText(),
  ).toBe(
    [
      '0s     starts   StateMachine with {}',
      '    T  in       {}',
      '       fails    Busy, tried again after 2s: later',
      '2s     fails    Broken',
      '       out      {"Error":"Broken","Cause":null} (the error was caught)',
      '    E  in       {"Error":"Broken","Cause":null}',
      '       ends     FAILED Gone',
    ].join('\n'),
  );
});

test('what runs inside a Map is indented and has the index of its item, inside a Map inside as well', () => {
  const inner = { Type: 'Map', ItemProcessor: { StartAt: 'T', States: { T: call({ End: true }) } }, End: true };
  const states = {
    Outer: {
      Type: 'Map',
      Items: [['a'], ['b']],
      ItemProcessor: { StartAt: 'Inner', States: { Inner: inner } },
      MaxConcurrency: 1,
      Next: 'After',
    },
    After: { Type: 'Pass', End: true },
  };
  expect(
    run(states, 'Outer', { T: returns(1) })
      .timeline.filter(({ kind }) => kind === 'in')
      .map(({ depth, state }) => [depth, state]),
  ).toEqual([
    [0, 'Outer'],
    [1, 'Inner [0]'],
    [2, 'T [0]'],
    [1, 'Inner [1]'],
    [2, 'T [0]'],
    [0, 'After'],
  ]);
});

test('branches are indented, and what follows on the Parallel is not', () => {
  const branch = (name: string): object => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
  const states = {
    Both: { Type: 'Parallel', Branches: [branch('L'), branch('R')], Next: 'After' },
    After: { Type: 'Pass', End: true },
  };
  expect(run(states, 'Both').timeline.map(({ kind, depth, state }) => `${kind} ${depth} ${state}`)).toEqual([
    'started 0 ',
    'in 0 Both',
    'in 1 L',
    'out 1 L',
    'in 1 R',
    'out 1 R',
    'out 0 Both',
    'in 0 After',
    'out 0 After',
    'ended 0 ',
  ]);
});

test('a branch that fails stops the others, and the retried Parallel starts anew', () => {
  const states = {
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'T', States: { T: call({ End: true }) } },
        { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 9, End: true } } },
      ],
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3 }],
      End: true,
    },
  };
  const result = run(states, 'Both', { T: sequence(fails('Busy', undefined, { durationSeconds: 1 }), returns(1)) });
  expect(
    result.timeline
      .filter(({ kind }) => ['failed', 'aborted', 'out'].includes(kind))
      .map(({ time, kind, depth, state }) => [time, kind, depth, state]),
  ).toEqual([
    [1000, 'failed', 1, 'T'],
    [1000, 'aborted', 1, 'T'],
    [1000, 'aborted', 1, 'W'],
    [4000, 'out', 1, 'T'],
    [13_000, 'out', 1, 'W'],
    [13_000, 'out', 0, 'Both'],
  ]);
});

test('variables that are set, and a token that is waited for', () => {
  const states = {
    T: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { ...ARGUMENTS, MessageBody: '{% $states.context.Task.Token %}' },
      Assign: { x: '{% $states.result %}' },
      Output: 1,
      End: true,
    },
  };
  const texts = run(states, 'T', { T: returns({ b: 2 }, { durationSeconds: 5 }) }).timeline.map(
    ({ kind, data, note }) => [kind, data, note],
  );
  expect(texts).toContainEqual(['waiting', undefined, 'for its task token']);
  expect(texts).toContainEqual(['set', 'x = {"b":2}', undefined]);
});

test('the end of a run that times out', () => {
  const states = { T: call({ End: true }) };
  expect(run(states, 'T', { T: pending() }, {}, { TimeoutSeconds: 7 }).timeline.at(-1)).toEqual({
    time: 7000,
    kind: 'ended',
    state: '',
    depth: 0,
    note: 'TIMED_OUT States.Timeout',
  });
});

test('lines are cut to the width that is asked for, and colored when asked for', () => {
  const result = run({ P: { Type: 'Pass', Output: { text: 'x'.repeat(300) }, End: true } }, 'P');
  expect(
    Math.max(
      ...result
        .timelineText({ width: 60 })
        .split('\n')
        .map(line => line.length),
    ),
  ).toBe(60);
  expect(result.timelineText({ width: 60 })).toContain('x…');
  expect(result.timelineText({ color: true })).toContain('\u001b[32m');
  expect(result.timelineText()).not.toContain('\u001b');
});

test('times are virtual: the start time does not show', () => {
  const subject = compileWorkflow({
    StartAt: 'W',
    States: { W: { Type: 'Wait', Timestamp: '2030-01-01T00:00:30Z', End: true } },
  });
  expect(runLocally(subject, {}, { startTime: '2030-01-01T00:00:00Z' }).timeline.at(-1)).toMatchObject({
    time: 30_000,
  });
});
