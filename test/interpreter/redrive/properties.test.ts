import fc from 'fast-check';
import type { JsonObject } from '../../../src/asl';
import { compile, redrive, run, type TaskRunner } from '../../../src/interpreter';
import { LAMBDA } from '../runs';

/** A scope of one to three states: Tasks, Passes, Waits, Parallels and Maps of both modes. States have names of their own. */
function scopeOf(depth: number): fc.Arbitrary<(name: string) => JsonObject> {
  const simple: fc.Arbitrary<(name: string) => object> = fc.oneof(
    { weight: 5, arbitrary: fc.constant(() => ({ ...LAMBDA, ResultPath: '$.task' })) },
    {
      weight: 1,
      arbitrary: fc.constant(() => ({
        Type: 'Pass',
        Assign: { 'v.$': '$' },
        Parameters: { 'x.$': '$', 'items': [1, 2, 3] },
      })),
    },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map(Seconds => () => ({ Type: 'Wait', Seconds })) },
  );
  const state =
    depth === 0
      ? simple
      : fc.oneof(
          { weight: 3, arbitrary: simple },
          {
            weight: 1,
            arbitrary: fc.array(scopeOf(depth - 1), { minLength: 1, maxLength: 3 }).map(branches => (name: string) => ({
              Type: 'Parallel',
              Branches: branches.map((branch, i) => branch(`${name}b${i}`)),
              ResultPath: '$.parallel',
            })),
          },
          {
            weight: 1,
            arbitrary: fc
              .tuple(
                scopeOf(depth - 1),
                fc.integer({ min: 0, max: 2 }),
                fc.constantFrom('INLINE', 'STANDARD', 'EXPRESS'),
              )
              .map(([processor, MaxConcurrency, mode]) => (name: string) => ({
                Type: 'Map',
                MaxConcurrency,
                ItemsPath: '$$.Execution.Input.items',
                ItemSelector: { 'item.$': '$$.Map.Item.Value' },
                ItemProcessor: {
                  ...processor(`${name}m`),
                  ...(mode === 'INLINE' ? {} : { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: mode } }),
                },
                ResultPath: '$.map',
              })),
          },
        );
  return fc.array(state, { minLength: 1, maxLength: 3 }).map(
    states => (name: string) =>
      ({
        StartAt: `${name}0`,
        States: Object.fromEntries(
          states.map((one, i) => [
            `${name}${i}`,
            { ...one(`${name}${i}`), ...(i + 1 < states.length ? { Next: `${name}${i + 1}` } : { End: true }) },
          ]),
        ),
      }) as JsonObject,
  );
}

const INPUT = { items: [1, 2, 3] };

/** Answers each call with what it is asked, so that an output tells all that went into it. */
const answer: TaskRunner = ({ stateName, input, time }) => ({
  output: [stateName, JSON.stringify(input).length],
  durationMs: time % 3 === 0 ? 500 : 0,
});

/** The nth call and all after it fail or hang. */
function downFrom(nth: number, how: 'fail' | 'hang'): TaskRunner {
  let calls = 0;
  return call => (++calls < nth ? answer(call) : how === 'fail' ? { error: 'Down' } : { pending: true });
}

/** Definitions whose Tasks can be down. */
const definitions = scopeOf(2).map(make => make('s'));

test('an execution that was down anywhere and is redriven gives the output of one that never was', () => {
  let redriven = 0;
  fc.assert(
    fc.property(
      definitions,
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('fail' as const, 'hang' as const),
      fc.integer({ min: 1, max: 3 }),
      (definition, nth, how, times) => {
        const program = compile(definition);
        const expected = run(program, { input: INPUT, onTask: answer });
        fc.pre(expected.status === 'SUCCEEDED');
        let attempt = run(program, {
          input: INPUT,
          onTask: downFrom(nth, how),
          abortAfterMs: how === 'hang' ? 100_000 : undefined,
        });
        for (let i = 1; i < times && attempt.status !== 'SUCCEEDED'; i++) {
          attempt = redrive(attempt, {
            onTask: downFrom(nth, how),
            abortAfterMs: how === 'hang' ? 100_000 : undefined,
          });
        }
        if (attempt.status === 'SUCCEEDED') return;
        redriven++;
        const before = JSON.stringify(attempt.history);
        const again = redrive(attempt, { onTask: answer });
        expect([again.status, again.output]).toEqual([expected.status, expected.output]);
        expect(JSON.stringify(attempt.history)).toBe(before);
        expect(again.history.map(({ id }) => id)).toEqual(again.history.map((_, i) => i + 1));
        expect(again.history.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
        // no state is entered more often than in the run that was never down
        expect([...again.visited].sort()).toEqual([...expected.visited].sort());
      },
    ),
    { numRuns: 400, seed: 7 },
  );
  expect(redriven).toBeGreaterThan(150);
});
