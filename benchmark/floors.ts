import type { JsonObject } from '../src/asl';

/* eslint-disable @typescript-eslint/no-explicit-any -- the data of the workloads is arbitrary JSON */

/** The data work of some workloads in plain JavaScript, by hand: what no interpreter can be faster than. */
export interface Floor {
  /** The names of the workloads. */
  readonly fits: RegExp;
  readonly run: (input: never, definition: JsonObject, task: (input: any) => any) => unknown;
}

export const FLOORS: readonly Floor[] = [
  { fits: /^a1?-loop/, run: loop as Floor['run'] },
  { fits: /^b-chain/, run: chain as Floor['run'] },
  { fits: /^b0-chain/, run: plainChain as Floor['run'] },
  { fits: /^c[12]?-map/, run: map as Floor['run'] },
  { fits: /^d-parallel/, run: parallel as Floor['run'] },
  { fits: /^e-task/, run: retried as Floor['run'] },
  { fits: /^e[12]-task/, run: taskLoop as Floor['run'] },
  { fits: /^f-jsonata/, run: jsonata as Floor['run'] },
  { fits: /^h-payload/, run: payload as Floor['run'] },
];

function count(definition: JsonObject): number {
  return Object.keys(definition.States as JsonObject).length;
}

function limit(definition: JsonObject, state: string): number {
  return (definition as any).States[state].Choices[0].NumericLessThan as number;
}

function loop(input: { i: number; tag: string }, definition: JsonObject): unknown {
  const most = limit(definition, 'Check');
  let data = input;
  while (data.i < most) data = { i: data.i + 1, tag: data.tag };
  return data;
}

function chain(input: any, definition: JsonObject): unknown {
  let data = input;
  const steps: Array<(data: any) => any> = [
    at => ({ ...at, c: { n: at.c.n + 1 } }),
    at => ({ ...at, m: { msg: `step ${at.c.n} of ${at.name}` } }),
    at => ({ ...at, a: { arr: [at.c.n, at.m.msg], const: { nested: [1, 2, 3] }, len: at.items.length } }),
    at => ({ ...at, prev: at.a }),
    at => ({ ...at, x: { j: JSON.stringify(at.prev.arr), s: 'a,b,c'.split(',') } }),
  ];
  const last = count(definition) - 1;
  for (let i = 0; i < last; i++) data = steps[i % 5](data);
  return { n: data.c.n, msg: data.m.msg, last: data.x, items: data.items };
}

function plainChain(input: any, definition: JsonObject): unknown {
  let data = input;
  const last = count(definition) - 1;
  for (let i = 0; i < last; i++) data = i % 2 === 0 ? { ...data, r: { step: i } } : { ...data, copy: data.data };
  return data.r;
}

function map({ items }: { items: Array<{ id: number; v: number }> }): unknown {
  return items.map(item => {
    const inner = { ...item, w: { x: item.v + 1 } };
    return { id: inner.id, w: inner.w.x };
  });
}

function parallel(input: { n: number }, definition: JsonObject): unknown {
  const branches = (Object.values(definition.States as JsonObject)[0] as any).Branches as Array<{
    States: Record<string, { Parameters: { 'n.$': string } }>;
  }>;
  const steps = branches.map(({ States }) =>
    Object.values(States).map(state => Number(/, (\d+)\)/.exec(state.Parameters['n.$'])![1])),
  );
  return steps.map(branch => branch.reduce((data, step) => ({ n: data.n + step }), input));
}

function retried(input: { q: number }, _: JsonObject, task: (input: any) => any): unknown {
  for (;;) {
    try {
      const { ok, n } = task({ q: input.q });
      return { ...input, task: { ok, n } };
    } catch {
      /* again */
    }
  }
}

function taskLoop(input: { n: number }, definition: JsonObject, task: (input: any) => any): unknown {
  const most = limit(definition, 'C');
  let data = input;
  while (data.n < most) data = { n: task({ n: data.n }).v };
  return data;
}

function jsonata(input: { a: number; items: number[] }, definition: JsonObject): unknown {
  const last = count(definition) - 1;
  let data: { a: number; label: string; items: number[] } = { a: input.a + 1, label: 'n0', items: input.items };
  let i = 1;
  let acc = input.a;
  for (let step = 1; step < last; step++) {
    const next = { a: data.a + 1, label: `n${i}`, items: data.items };
    i += 1;
    acc += data.a;
    data = next;
  }
  return { a: data.a + 1, label: data.label, acc };
}

function payload(input: any, definition: JsonObject): unknown {
  let data = input;
  const last = count(definition) - 1;
  for (let i = 0; i < last; i++) {
    data = { ...data, out: { ...data.out, [`s${i}`]: { k: data.meta.k, first: data.records[0].id } } };
  }
  return data.out;
}
