import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/asl';
import { StepwrightError } from '../../src/errors';
import {
  compile,
  run,
  runAsync,
  type Program,
  type Run,
  type TaskAnswer,
  type TaskRunner,
} from '../../src/interpreter';

const NAMES = ['A', 'B', 'C', 'D'];
const MEMBERS = ['a', 'b', 'items', 'n'];

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const member = fc.constantFrom(...MEMBERS);
const path = fc.oneof(
  { weight: 4, arbitrary: member.map(name => `$.${name}`) },
  fc.constantFrom(
    '$',
    '$.items[0]',
    '$.items[*]',
    '$..a',
    '$.items[1:]',
    '$$.Execution.Input',
    '$$.State.Name',
    '$$.Map.Item.Value',
    '$v',
    '$.a.b',
    '$.items[?(@.a > 1)]',
  ),
);
const intrinsic = fc.oneof(
  fc.tuple(path, path).map(([a, b]) => `States.Array(${a}, ${b})`),
  path.map(a => `States.Format('x{}', ${a})`),
  path.map(a => `States.MathAdd(${a}, 1)`),
  path.map(a => `States.ArrayPartition(${a}, 2)`),
  path.map(a => `States.JsonToString(${a})`),
  path.map(a => `States.StringToJson(${a})`),
);
const expression = fc.constantFrom(
  '{% $states.input %}',
  '{% $states.input.a %}',
  '{% $states.input.n + 1 %}',
  '{% $count($states.input.items) %}',
  '{% $v %}',
  '{% $states.context.State.Name %}',
  '{% $map($states.input.items, function($x) { $x }) %}',
  '{% $random() %}',
  '{% $uuid() %}',
  '{% $now() %}',
  '{% $states.errorOutput %}',
  '{% ( $f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(5) ) %}',
  '{% $states.result %}',
  '{% function($x) { $x } %}',
  '{% [1..5] %}',
);
const template = fc
  .dictionary(fc.constantFrom('x', 'y'), fc.oneof(json, path, intrinsic), { maxKeys: 2 })
  .map(object =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) =>
        typeof value === 'string' && /^[$]|^States\./.test(value) ? [`${key}.$`, value] : [key, value],
      ),
    ),
  );
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const errors = fc.array(
  fc.constantFrom(
    'E',
    'States.ALL',
    'States.TaskFailed',
    'States.Timeout',
    'States.Runtime',
    'States.DataLimitExceeded',
  ),
  { minLength: 1, maxLength: 2 },
);
// mostly forward: a loop costs 25,000 events
const target = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('C', 'D') },
  { weight: 1, arbitrary: fc.constantFrom('A', 'B') },
);
const goOn = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ End: true }) },
  { weight: 1, arbitrary: target.map(Next => ({ Next })) },
);
const retry = optional(
  fc.array(
    fc.record({
      ErrorEquals: errors,
      IntervalSeconds: fc.integer({ min: 1, max: 5 }),
      MaxAttempts: fc.integer({ min: 0, max: 2 }),
      JitterStrategy: fc.constantFrom('FULL', 'NONE'),
    }),
    { maxLength: 2 },
  ),
);
const caught = optional(fc.array(fc.record({ ErrorEquals: errors, Next: target }), { maxLength: 2 }));

const paths = { InputPath: optional(path), OutputPath: optional(path) };
const results = {
  ResultPath: optional(
    fc.oneof(
      member.map(name => `$.${name}`),
      fc.constant(null),
    ),
  ),
  ResultSelector: optional(template),
};
const assign = optional(
  fc
    .oneof(json, path)
    .map(value => (typeof value === 'string' && value.startsWith('$') ? { 'v.$': value } : { v: value })),
);
const jsonata = {
  QueryLanguage: fc.constant('JSONata'),
  Output: optional(fc.oneof(expression, json)),
  Assign: optional(expression.map(v => ({ v }))),
};

function stateOf(depth: number): fc.Arbitrary<object> {
  const simple = fc.oneof(
    fc
      .tuple(
        fc.record({
          Type: fc.constant('Pass'),
          ...paths,
          ResultPath: results.ResultPath,
          Result: optional(json),
          Assign: assign,
        }),
        goOn,
      )
      .map(merge),
    fc
      .tuple(fc.record({ Type: fc.constant('Pass'), Parameters: template, ResultPath: results.ResultPath }), goOn)
      .map(merge),
    fc.tuple(fc.record({ Type: fc.constant('Pass'), ...jsonata }), goOn).map(merge),
    fc
      .tuple(
        fc
          .record({ Type: fc.constant('Wait'), Seconds: optional(fc.integer({ min: 0, max: 100 })) })
          .map(state => (state.Seconds === undefined ? { Type: 'Wait', SecondsPath: '$.n' } : state)),
        goOn,
      )
      .map(merge),
    fc
      .tuple(
        fc.record({
          Type: fc.constant('Task'),
          Resource: fc.constantFrom(
            'arn:aws:states:::lambda:invoke',
            'arn:aws:lambda:us-east-1:123456789012:function:f',
            'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
            'arn:aws:states:::batch:submitJob.sync',
            'arn:aws:states:us-east-1:123456789012:activity:a',
          ),
          Parameters: optional(template),
          TimeoutSeconds: optional(fc.integer({ min: 1, max: 50 })),
          HeartbeatSeconds: optional(fc.integer({ min: 1, max: 20 })),
          Retry: retry,
          Catch: caught,
          ...paths,
          ...results,
        }),
        goOn,
      )
      .map(merge),
    fc
      .tuple(
        fc.record({
          Type: fc.constant('Task'),
          Resource: fc.constant('arn:aws:states:::lambda:invoke'),
          Arguments: optional(expression),
          Retry: retry,
          Catch: caught,
          ...jsonata,
        }),
        goOn,
      )
      .map(merge),
    fc.record({
      Type: fc.constant('Choice'),
      Choices: fc.array(
        fc
          .tuple(
            fc.record({ Variable: path, Next: target }),
            fc.constantFrom<object>(
              { IsPresent: true },
              { NumericLessThan: 3 },
              { StringEquals: 'x' },
              { IsNull: false },
              { StringMatches: '*a*' },
              { NumericEqualsPath: '$.n' },
              { TimestampLessThan: '2024-01-01T00:00:00Z' },
            ),
          )
          .map(merge),
        { minLength: 1, maxLength: 2 },
      ),
      Default: optional(target),
    }),
    fc.record({ Type: fc.constant('Fail'), Error: optional(fc.string()), Cause: optional(fc.string()) }),
    fc.record({ Type: fc.constant('Succeed'), ...paths }),
  ) as fc.Arbitrary<object>;
  if (depth === 0) return simple;
  const scope = scopeOf(depth - 1);
  return fc.oneof(
    { weight: 6, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.record({
            Type: fc.constant('Parallel'),
            Branches: fc.array(scope, { minLength: 1, maxLength: 3 }),
            Retry: retry,
            Catch: caught,
            ...results,
          }),
          goOn,
        )
        .map(merge),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.record({
            Type: fc.constant('Map'),
            ItemsPath: optional(fc.constantFrom('$.items', '$')),
            ItemProcessor: scope,
            MaxConcurrency: optional(fc.integer({ min: 0, max: 3 })),
            Retry: retry,
            Catch: caught,
            ...results,
          }),
          goOn,
        )
        .map(merge),
    },
  );
}

function scopeOf(depth: number): fc.Arbitrary<JsonObject> {
  const last = fc
    .oneof(stateOf(0), fc.constant({ Type: 'Succeed' }))
    .map(state => ('Next' in state ? { ...state, Next: undefined, End: true } : state));
  return fc
    .tuple(stateOf(depth), stateOf(depth), stateOf(depth), last)
    .map(states =>
      withoutUndefined({ StartAt: 'A', States: Object.fromEntries(states.map((state, i) => [NAMES[i], state])) }),
    );
}

function merge(parts: readonly object[]): object {
  return Object.assign({}, ...parts) as object;
}

function withoutUndefined(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

const answers: fc.Arbitrary<TaskAnswer[]> = fc.array(
  fc.oneof(
    fc.record({ output: json, durationMs: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ error: fc.constantFrom('E', 'F'), cause: fc.string() }),
    fc.constant<TaskAnswer>({ pending: true }),
    fc.record({
      output: json,
      heartbeatsMs: fc.array(fc.integer({ min: 0, max: 30_000 })),
      durationMs: fc.integer({ min: 0, max: 60_000 }),
      workerName: fc.constant('w'),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** Answers in turn; each run has its own turn. */
function inTurn(list: readonly TaskAnswer[]): TaskRunner {
  let turn = 0;
  return () => list[turn++ % list.length];
}

// loops end at the limit of events, Express executions at five minutes: no definition runs for ever
const LIMITED = { type: 'STANDARD' } as const;

/** What a run did, or the code of the mistake that it found; anything else that is thrown is a crash. */
function outcome(definition: JsonObject, input: Json, list: readonly TaskAnswer[]): unknown {
  try {
    const finished = run(compile(definition), { ...LIMITED, input, onTask: inTurn(list) });
    const { status, output, error, cause, stopTime, transitions } = finished;
    return {
      status,
      output,
      error,
      cause,
      stopTime,
      transitions,
      history: transitions > 500 ? undefined : finished.history,
    };
  } catch (error) {
    if (error instanceof StepwrightError) return { code: error.code, message: error.message };
    throw error;
  }
}

const RUNS = { numRuns: 200, endOnFailure: true };

describe('any definition, input and answers', () => {
  test('give the same history twice, and never change what the caller gave', () => {
    fc.assert(
      fc.property(scopeOf(2), json, answers, (definition, input, list) => {
        const before = JSON.stringify([definition, input, list]);
        const first = outcome(definition, input, list);
        expect(outcome(definition, input, list)).toEqual(first);
        expect(JSON.stringify([definition, input, list])).toBe(before);
      }),
      RUNS,
    );
  });

  test('link every event to an earlier one, and end with the end of the execution', () => {
    fc.assert(
      fc.property(scopeOf(1), json, answers, (definition, input, list) => {
        let history;
        try {
          ({ history } = run(compile(definition), { ...LIMITED, input, onTask: inTurn(list) }));
        } catch (error) {
          if (error instanceof StepwrightError) return;
          throw error;
        }
        const wrong = history.filter(({ id, previousEventId }, i) => id !== i + 1 || previousEventId >= id);
        expect(wrong).toEqual([]);
        expect(history[history.length - 1].type).toMatch(/^Execution(Succeeded|Failed|TimedOut)$/);
      }),
      RUNS,
    );
  });

  // without concurrency: which of two branches fails first depends on when answers are there
  test('come out the same when mocks answer with promises', async () => {
    await fc.assert(
      fc.asyncProperty(
        scopeOf(0),
        json,
        fc.constantFrom<TaskAnswer>({ output: 1 }, { error: 'E' }, { output: { a: 1 }, durationMs: 500 }),
        async (definition, input, answer) => {
          const ended = async (start: (program: Program) => Run | Promise<Run>): Promise<unknown> => {
            try {
              const { status, output, error, cause } = await start(compile(definition));
              return { status, output, error, cause };
            } catch (thrown) {
              if (thrown instanceof StepwrightError) return { code: thrown.code };
              throw thrown;
            }
          };
          const asPromise = await ended(program =>
            runAsync(program, { ...LIMITED, input, onTask: () => Promise.resolve(answer) }),
          );
          expect(asPromise).toEqual(await ended(program => run(program, { ...LIMITED, input, onTask: () => answer })));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('any JSON as a definition', () => {
  test('runs or fails with a coded error', () => {
    const anything = fc.oneof(
      json,
      fc.dictionary(
        fc.constantFrom('StartAt', 'States', 'QueryLanguage', 'TimeoutSeconds'),
        fc.oneof(
          json,
          fc.dictionary(
            fc.constantFrom('A'),
            fc.dictionary(
              fc.constantFrom(
                'Type',
                'Next',
                'End',
                'Choices',
                'Branches',
                'ItemProcessor',
                'Resource',
                'Seconds',
                'Retry',
                'Catch',
                'Parameters',
                'ItemReader',
                'Output',
                'Assign',
                'Result',
              ),
              fc.oneof(
                fc.constantFrom('Pass', 'Task', 'Choice', 'Wait', 'Map', 'Parallel', 'Fail', 'Succeed', 'A'),
                json,
              ),
            ),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(
        anything as fc.Arbitrary<Json>,
        definition => void outcome(definition as JsonObject, {}, [{ output: 1 }]),
      ),
      { numRuns: 1500 },
    );
  });
});
