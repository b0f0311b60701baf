import { costOf, expressCost, standardCost, transitionRate } from '../../src/cost';

test.each([
  ['five states in a line', 5, 0.000125],
  ['a Task that fails twice and then succeeds, then Succeed', 4, 0.0001],
  ['a Map over two items with one Task each', 3, 0.000075],
  ['ten rounds of Wait, Task, Choice, then Succeed', 31, 0.000775],
])('prices %s as a Standard execution', (_what, transitions, usd) => {
  expect(standardCost(transitions)).toEqual({ transitions, usd, region: 'us-east-1' });
});

test('takes the price of the region where the list has it', () => {
  expect(standardCost(1000, 'sa-east-1')).toEqual({ transitions: 1000, usd: 0.0375, region: 'sa-east-1' });
});

test('says that it took the price of us-east-1 where the list lacks the region', () => {
  expect(transitionRate('xx-new-1')).toMatchObject({ region: 'us-east-1', perTransition: 0.000025 });
});

test('prices an Express execution by request, and by duration times memory rounded up', () => {
  expect(expressCost({ transitions: 5, durationMs: 11_201 })).toEqual({
    requests: 1,
    billedMs: 11_300,
    billedMb: 64,
    usd: 0.0000127731875,
    region: 'us-east-1',
  });
});

test('rounds an Express execution without duration up to 100 ms', () => {
  expect(expressCost({ transitions: 1, durationMs: 0 })).toMatchObject({ billedMs: 100, billedMb: 64 });
});

test('estimates the memory of an Express execution from definition, payload and containers', () => {
  const usage = {
    transitions: 1,
    durationMs: 100,
    definitionBytes: 50 * 1024,
    payloadBytes: 32 * 1024,
    containers: 400,
  };
  expect(expressCost(usage)).toMatchObject({ billedMb: 64 });
  expect(expressCost({ ...usage, containers: 600 })).toMatchObject({ billedMb: 128 });
});

test('gives no Express price for what takes longer than five minutes', () => {
  expect(expressCost({ transitions: 1, durationMs: 300_001 })).toEqual({
    impossible: 'it takes longer than five minutes',
  });
});

test('gives no Express price for what only Standard workflows can', () => {
  expect(costOf({ transitions: 1, durationMs: 1, standardOnly: 'it waits for a task token' }).express).toEqual({
    impossible: 'it waits for a task token',
  });
});

test('adds the price of child executions by their own type', () => {
  const express = { type: 'EXPRESS' as const, transitions: 2, durationMs: 800 };
  const cost = costOf({ transitions: 1, durationMs: 800, children: [...Array(100)].map(() => express) });
  expect(cost.standard.usd).toBe(0.000025);
  expect(cost.children).toEqual({ executions: 100, transitions: 0, usd: expect.closeTo(0.00018335, 7) });
  const nested = costOf({
    transitions: 1,
    durationMs: 0,
    children: [{ type: 'STANDARD', transitions: 4, durationMs: 0, children: [express] }],
  });
  expect(nested.children).toMatchObject({ executions: 2, transitions: 4 });
});
