import { App, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';
import { Choice, Flow, Pass, Succeed, Wait } from '../../src/chain';
import { placeOf } from '../../src/chain/call-site';

/** The line of this file on which this is called. */
function line(): number {
  return Number(/places\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2])![1]);
}

const placesOf = (flow: Flow): Record<string, number> =>
  Object.fromEntries(
    Object.entries(flow.bind(new Stack(new App(), 'S')).places!).map(([name, place]) => [
      name,
      Number(/places\.test\.ts:(\d+):\d+$/.exec(place)![1]),
    ]),
  );

test('each state tells where it was written, whatever was called on it', () => {
  const at = line();
  // prettier-ignore
  const flow = Flow.of(
    new Pass('a'),
    new Choice('c')
      .when('{% 1 %}', new Pass('b'))
      .otherwise(new Succeed('s')));
  expect(placesOf(flow)).toEqual({ a: at + 3, c: at + 4, b: at + 5, s: at + 6 });
});

test('a state that was made by a function of the user has the place in there', () => {
  const at = line();
  const made = (name: string): Flow => new Pass(name);
  expect(placesOf(Flow.of(made('a'), made('b')))).toEqual({ a: at + 1, b: at + 1 });
});

test('a further copy of a state has the place of what was called', () => {
  const first = new Choice('c').when('{% 1 %}', new Pass('a'));
  const at = line();
  // prettier-ignore
  const flows = [
    first.otherwise(new Pass('x')),
    first.otherwise(new Pass('y'))];
  expect(placesOf(flows[1]).c).toBe(at + 4);
  expect(() => new Choice('d').when('{% 1 %}', flows[0]).otherwise(flows[1]).toAsl()).toThrow(
    /CONFLICTING_STATES[\s\S]*first: {2}.*places\.test\.ts:\d+[\s\S]*second: .*places\.test\.ts:\d+[\s\S]*Default: "x" first, "y" second/,
  );
});

test('states of the CDK have the place where they were taken', () => {
  const stack = new Stack(new App(), 'S');
  const chain = new sfn.Pass(stack, 'a').next(new sfn.Pass(stack, 'b'));
  const at = line();
  expect(placesOf(Flow.fromChainable(chain))).toEqual({ a: at + 1, b: at + 1 });
});

test('a place inside of a library is the place where it was called from ours', () => {
  expect(
    placeOf({
      stack:
        'Error\n    at make (/app/node_modules/fragments/index.js:3:5)\n    at Object.<anonymous> (/app/orders.ts:9:1)',
    }),
  ).toBe('/app/orders.ts:9:1');
  expect(placeOf({ stack: 'Error\n    at make (/app/node_modules/fragments/index.js:3:5)' })).toBe(
    '/app/node_modules/fragments/index.js:3:5',
  );
  expect(placeOf({ stack: 'Error\n    at file:///app/orders.mjs:2:7\n    at node:internal/main:1:1' })).toBe(
    '/app/orders.mjs:2:7',
  );
  expect(placeOf({ stack: 'Error\n    at <anonymous>' })).toBeUndefined();
  expect(placeOf(undefined)).toBeUndefined();
});

test('a Wait that waits for nothing tells where, at once', () => {
  const at = line();
  expect(() => new Wait('w', {})).toThrow(`places.test.ts:${at + 1}`);
});
