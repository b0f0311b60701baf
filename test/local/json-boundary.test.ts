import fc from 'fast-check';
import type { Json } from '../../src/asl';
import { LocalWorkflow, TaskTokens, invokes, pending, returns, sequence } from '../../src/testing';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const task = (next?: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: FUNCTION,
  ...more,
  ...(next === undefined ? { End: true } : { Next: next }),
});

/** Edits a value everywhere, as far as that is possible: an edit that is refused is as good as one that reaches nothing. */
function vandalize(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 8) return;
  if (value instanceof Date) {
    value.setTime(0);
    return;
  }
  for (const key of Object.keys(value)) {
    vandalize((value as Record<string, unknown>)[key], depth + 1);
    attempt(() => {
      (value as Record<string, unknown>)[key] = 'edited';
    });
  }
  attempt(() => Object.assign(value, { added: 'edited' }));
  if (Array.isArray(value)) attempt(() => value.push('edited'));
}

function attempt(edit: () => unknown): void {
  try {
    edit();
  } catch {
    // refused
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

/** Everything that a result shows. */
function shown(run: ReturnType<LocalWorkflow['runSync']>): unknown {
  return plain([run.output, run.history, run.calls, run.visited, run.timeline, run.cost, run.events, run.warnings]);
}

test('no edit by a mock, a caller, or a reader changes what a run recorded, another branch, a later attempt, or a later run', () => {
  fc.assert(
    fc.property(json, json, json, (input, constant, result) => {
      const definition = {
        StartAt: 'Constant',
        States: {
          'Constant': { Type: 'Pass', Result: constant, ResultPath: '$.constant', Next: 'Side by side' },
          'Side by side': {
            Type: 'Parallel',
            Branches: ['A', 'B'].map(name => ({
              StartAt: name,
              States: {
                [name]: task(undefined, {
                  Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1, MaxAttempts: 1, BackoffRate: 1 }],
                }),
              },
            })),
            Next: 'C',
          },
          'C': task(),
        },
      };
      const given = { value: input };
      const kept = { value: result };
      const run = (edits: boolean) => {
        const own = plain(given) as { value: Json };
        const ownDefinition = plain(definition) as object;
        const workflow = LocalWorkflow.fromDefinition(ownDefinition);
        if (edits) vandalize(ownDefinition);
        const data = plain(kept) as object;
        const mock = (event: unknown) => {
          const returned = plain(kept) as object;
          if (edits) vandalize(event);
          if (edits) vandalize(own);
          return returned;
        };
        const mocks = { A: sequence({ fails: { error: 'Again' } }, returns(data)), B: mock, C: mock };
        const options = { mocks, withoutLimits: ['exactNumbers' as const] };
        if (edits) vandalize(data);
        const first = workflow.runSync(own, options);
        const before = shown(first);
        if (edits) {
          vandalize(workflow.definition);
          vandalize(first.output);
          vandalize(first.history);
          vandalize(first.calls);
          vandalize(first.callsOf('C'));
          vandalize(first.timeline);
          vandalize(first.cost);
          vandalize(first.visited);
          expect(shown(first)).toEqual(before);
        }
        return [before, shown(workflow.runSync(plain(given) as object, options))];
      };
      expect(run(true)).toEqual(run(false));
    }),
    { numRuns: 50 },
  );
});

test('a mock that returns one object twice and edits it in between does not change the first result', () => {
  const workflow = LocalWorkflow.fromDefinition({ StartAt: 'A', States: { A: task('B'), B: task() } });
  const order: Record<string, number> = {};
  const run = workflow.runSync(
    {},
    { mocks: { A: () => Object.assign(order, { a: 1 }), B: () => Object.assign(order, { b: 2 }) } },
  );
  expect(run.calls[1].input).toEqual({ a: 1 });
  expect(run.output).toEqual({ a: 1, b: 2 });
});

test('a getter in the input is read once', () => {
  let reads = 0;
  const input = Object.defineProperty({}, 'n', { enumerable: true, get: () => ++reads });
  const run = LocalWorkflow.fromDefinition({ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }).runSync(input);
  expect([reads, run.output]).toEqual([1, { n: 1 }]);
});

test('a key named __proto__ is data', () => {
  const input = JSON.parse('{"__proto__":{"a":1},"b":2}') as object;
  const workflow = LocalWorkflow.fromDefinition({ StartAt: 'A', States: { A: task() } });
  const run = workflow.runSync(input, { mocks: { A: (event: unknown) => event } });
  expect(JSON.stringify(run.output)).toBe('{"__proto__":{"a":1},"b":2}');
});

test('the output of SendTaskSuccess is copied', async () => {
  const tokens = new TaskTokens();
  const workflow = LocalWorkflow.fromDefinition({
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: {
          'QueueUrl': 'https://sqs.us-east-1.amazonaws.com/123456789012/q',
          'MessageBody.$': '$$.Task.Token',
        },
        End: true,
      },
    },
  });
  const answer = { approved: true };
  const run = await workflow.run(
    {},
    {
      tokens,
      mocks: {
        A: (input: { MessageBody: string }) => {
          tokens.succeed(input.MessageBody, answer, { afterMs: 1000 });
          answer.approved = false;
          return pending();
        },
      },
    },
  );
  expect(run.output).toEqual({ approved: true });
});

test('function code receives its event anew on each attempt', () => {
  const workflow = LocalWorkflow.fromDefinition({
    StartAt: 'A',
    States: { A: task(undefined, { Retry: [{ ErrorEquals: ['Error'], IntervalSeconds: 1, MaxAttempts: 2 }] }) },
  });
  const seen: unknown[] = [];
  const code = (event: { n: number }): never => {
    seen.push(event.n);
    event.n++;
    throw new Error('again');
  };
  expect(workflow.runSync({ n: 1 }, { mocks: { A: invokes(code) } }).error).toBe('Error');
  expect(seen).toEqual([1, 1, 1]);
});
