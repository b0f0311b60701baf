import { Duration, aws_stepfunctions as sfn, Stack, Token } from 'aws-cdk-lib';
import { infrastructure, order, type ChargeCode, type Order } from './order';
import { Flow, ItemReader, Pass, ResultWriter } from '../../src/chain';
import { Integration } from '../../src/integrations';
import * as t from '../../src/typed';
import { validate } from '../../src/validation';

const { charge } = infrastructure();
const chargeFn = t.lambda<ChargeCode>(charge);
const states = (flow: { toAsl(): { [field: string]: any } }): any => flow.toAsl().States;

test('a typed flow renders as a person would write it', () => {
  expect(
    JSON.parse(JSON.stringify(order.toAsl()).replace(/\$\{Token\[AWS\.Partition[^\]]*\]\}/g, 'aws')),
  ).toMatchSnapshot();
});

test('its definition has no finding', () => {
  expect(validate(order.toAsl())).toEqual([]);
});

test('expressions have parentheses only where they are needed', () => {
  const flow = t.flow<{ a: number; b: number; c: boolean }>().pass('P', $ => ({
    sum: t.mul(t.add($.input.a, 1), t.sub($.input.b, t.neg($.input.a))),
    test: t.and($.input.c, t.or(t.gt($.input.a, 1), t.not($.input.c))),
    text: t.str`${t.add($.input.a, 1)} of ${t.iff($.input.c, 'many', 'few')}`,
  }));
  expect(states(flow).P.Output).toEqual({
    sum: '{% ($states.input.a + 1) * ($states.input.b - -$states.input.a) %}',
    test: '{% $states.input.c and ($states.input.a > 1 or $not($states.input.c)) %}',
    text: "{% $states.input.a + 1 & ' of ' & ($states.input.c ? 'many' : 'few') %}",
  });
});

test('a function inside of a function has parameters of another name', () => {
  const flow = t
    .flow<{ a: number[]; b: number[] }>()
    .assign('V', () => ({ item3: 1 }))
    .pass('P', $ => ({ all: t.map($.input.a, a => ({ of: t.map($.input.b, b => t.add(a, b, $.vars.item3)) })) }));
  expect(states(flow).P.Output.all).toBe(
    "{% [$map($states.input.a, function($item2) { {'of': [$map($states.input.b, function($item) { $item2 + $item + $item3 })[]]} })[]] %}",
  );
});

test('a text that looks like an expression stays text', () => {
  const flow = t.flow<{}>().pass('P', () => ({ text: '{% $evil %}', tail: 'a %} b' }));
  expect(states(flow).P.Output).toEqual({ text: "{% '{% $evil %\\u007d' %}", tail: 'a %} b' });
});

test('a match has a branch for each member of the union and fails on any other value', () => {
  type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
  const flow = t
    .flow<Shape>()
    .match('Kind', 'kind', {
      circle: branch => branch.pass('Circle', $ => ({ area: t.mul(3, $.input.radius, $.input.radius) })),
      square: branch => branch.pass('Square', $ => ({ area: t.mul($.input.side, $.input.side) })),
    })
    .pass('Area', $ => $.input.area);
  expect(states(flow).Kind).toEqual({
    Type: 'Choice',
    Choices: [
      { Condition: "{% $states.input.kind = 'circle' %}", Next: 'Circle' },
      { Condition: "{% $states.input.kind = 'square' %}", Next: 'Square' },
    ],
    Default: 'Kind (no such case)',
  });
  expect(states(flow)['Kind (no such case)']).toEqual({
    Type: 'Fail',
    Error: 'NoSuchCase',
    Cause: "{% 'No case for kind: ' & $string($states.input.kind) %}",
  });
});

test('a field that may be missing is there in the branch of whenExists', () => {
  const flow = t
    .flow<Order>()
    .choice('Coupon?', choice =>
      choice
        .whenExists('coupon', branch => branch.pass('Use', $ => ({ code: $.input.coupon })))
        .otherwise(branch => branch.pass('None', () => ({ code: '' }))),
    )
    .pass('Code', $ => $.input.code);
  expect(states(flow)['Coupon?'].Choices).toEqual([{ Condition: '{% $exists($states.input.coupon) %}', Next: 'Use' }]);
});

test('a handler can receive the input with the error', () => {
  const flow = t
    .flow<Order>()
    .task('Charge', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }), {
      output: $ => ({ id: $.input.id, status: t.string($.result.status) }),
    })
    .catchWith(
      { errors: ['CardDeclined'], output: $ => ({ order: $.input.id }), assign: $ => ({ why: $.error.Cause }) },
      handler => handler.pass('Note', $ => ({ id: $.input.order, status: $.vars.why })),
    )
    .pass('Both', $ => ({ id: $.input.id, status: $.input.status }));
  expect(states(flow).Charge.Catch).toEqual([
    {
      ErrorEquals: ['CardDeclined'],
      Assign: { why: '{% $states.errorOutput.Cause %}' },
      Output: { order: '{% $states.input.id %}' },
      Next: 'Note',
    },
  ]);
});

test('a loop goes back to the first state of its body', () => {
  const flow = t
    .flow<{}>()
    .assign('Start', () => ({ n: 0 }))
    .loop(
      'Again?',
      body => body.assign('Count', $ => ({ n: t.add($.vars.n, 1) })),
      $ => t.lt($.vars.n, 3),
      { name: 'Pause', duration: Duration.seconds(5) },
    )
    .pass('Done', $ => ({ n: $.vars.n }));
  expect(states(flow)['Again?']).toEqual({
    Type: 'Choice',
    Choices: [{ Condition: '{% $n < 3 %}', Next: 'Pause' }],
    Default: 'Done',
  });
  expect(states(flow).Pause).toEqual({ Type: 'Wait', Seconds: 5, Next: 'Count' });
});

test('fragments take input and variables, generic ones included', () => {
  const labeled = <E extends { id: string }>() =>
    t
      .flow<E, { shop: string }>()
      .pass('Label', $ => ({ label: t.str`${($.input as unknown as t.Ref<{ id: string }>).id} of ${$.vars.shop}` }));
  const flow = t
    .flow<Order>()
    .assign('Shop', () => ({ shop: 'north' }))
    .next(labeled<Order>().prefixed('A: '))
    .pass('End', $ => $.input.label);
  expect(states(flow)['A: Label'].Output).toEqual({ label: "{% $states.input.id & ' of ' & $shop %}" });
});

test('untyped flows, states of the CDK and integrations go in, with declared types', () => {
  const stack = new Stack();
  const flow = t
    .flow<Order>()
    .use<{ n: number }>(new Pass('Ours', { output: { n: 1 } }))
    .use<{ n: number }>(
      Flow.fromChainable(new sfn.Pass(stack, 'Theirs', { queryLanguage: sfn.QueryLanguage.JSONATA } as sfn.PassProps)),
    )
    .task('Any', $ => t.call<{ ok: boolean }>(Integration.optimized('new:thing', { Body: t.asl({ n: $.input.n }) })))
    .pass('End', $ => $.input.ok);
  expect(Object.keys(states(flow))).toEqual(['Ours', 'Theirs', 'Any', 'End']);
  expect(states(flow).Any.Arguments).toEqual({ Body: { n: '{% $states.input.n %}' } });
});

test('a typed flow goes wherever an untyped one goes', () => {
  const whole = Flow.of(new Pass('First'), t.flow<{}>().pass('Second', () => 1).flow);
  expect(Object.keys(states(whole))).toEqual(['First', 'Second']);
});

test('a Distributed Map reads items of a declared type', () => {
  const flow = t
    .flow<{}>()
    .distributedMap('Each', {
      itemReader: t.itemsOf<{ sku: string }>(ItemReader.csv({ bucketName: 'b' } as never, 'k')),
      executionType: sfn.StateMachineType.EXPRESS,
      processor: item => item.pass('P', $ => $.input.sku),
    })
    .pass('Count', $ => t.count($.input));
  expect(states(flow).Each.ItemReader.ReaderConfig).toEqual({ InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' });
  expect(states(flow).Each.ItemProcessor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' });
});

test('the output of a Distributed Map with a result writer says where the results are', () => {
  const flow = t
    .flow<Order>()
    .distributedMap('Each', {
      items: $ => $.input.lines,
      itemSelector: $ => ({ sku: $.item.sku, order: $.input.id }),
      resultWriter: ResultWriter.s3({ bucketName: 'b' } as never),
      processor: item => item.pass('P', $ => t.str`${$.input.order}/${$.input.sku}`),
    })
    .pass('Where', $ => ({ key: $.input.ResultWriterDetails.Key }));
  expect(states(flow).Each.ResultWriter.Arguments).toEqual({ Bucket: 'b' });
  expect(states(flow).Where.Output).toEqual({ key: '{% $states.input.ResultWriterDetails.Key %}' });
});

test('a Map chooses what each item receives', () => {
  const flow = t.flow<Order>().map('Each', {
    items: $ => $.input.lines,
    itemSelector: $ => ({ line: $.item, of: $.input.id, n: $.index }),
    maxConcurrency: 2,
    processor: item => item.pass('P', $ => t.str`${$.input.of}/${$.input.n}/${$.input.line.sku}`),
  });
  expect(states(flow).Each).toMatchObject({
    MaxConcurrency: 2,
    ItemSelector: {
      line: '{% $states.context.Map.Item.Value %}',
      of: '{% $states.input.id %}',
      n: '{% $states.context.Map.Item.Index %}',
    },
  });
});

test('fails on JavaScript that an expression cannot do, with what to write', () => {
  expect(() => t.flow<Order>().pass('P', $ => `${$.input.id as unknown as string}`)).toThrow(
    "EXPRESSION_AS_STRING: an expression has no value until the workflow runs, so it can't be used as a string or a number\n" +
      '  received: $states.input.id\n  allowed: the functions of stepwright/typed\n  fix: Use str`…` instead of `…`, add(a, b) instead of a + b, and eq(a, b) instead of a == b.',
  );
  expect(() => t.flow<Order>().pass('P', () => new Date(0) as never)).toThrow(
    'VALUE_NOT_JSON: the value is neither JSON nor an expression\n  received: a Date',
  );
});

test('a match takes a fragment for a branch', () => {
  type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
  const square = t
    .flow<{ kind: 'square'; side: number }, { unit: string }>()
    .pass('Square', $ => ({ area: t.str`${t.mul($.input.side, $.input.side)} ${$.vars.unit}` }));
  const flow = t
    .flow<Shape>()
    .assign('Unit', () => ({ unit: 'm2' }))
    .match('Kind', 'kind', {
      circle: branch => branch.fail('No circles'),
      square: branch => branch.next(square),
    })
    .pass('Area', $ => $.input.area);
  expect(states(flow).Square).toEqual({
    Type: 'Pass',
    Output: { area: "{% $states.input.side * $states.input.side & ' ' & $unit %}" },
    Next: 'Area',
  });
});

test('after a Parallel of which a branch always fails, what a handler gives goes on', () => {
  const flow = t
    .flow<Order>()
    .parallel('Both', { a: branch => branch.fail('F'), b: branch => branch.pass('B', () => 2) })
    .retry({ maxAttempts: 1 })
    .catch(handler => handler.pass('Note', $ => ({ why: $.input.Cause })), { errors: ['X'] })
    .pass('End', $ => $.input.why);
  expect([states(flow).Both.Retry[0].MaxAttempts, states(flow).Both.Catch[0].Next, states(flow).Note.Next]).toEqual([
    1,
    'Note',
    'End',
  ]);
});

test('what the handler of catchEach gives joins what the group gives', () => {
  const flow = t
    .flow<Order, { shop: string }>()
    .task('Charge', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }), {
      output: $ => ({ text: t.string($.result.status) }),
    })
    .catchEach(handler => handler.pass('Note', $ => ({ text: t.str`${$.vars.shop}: ${$.input.Error}` })), {
      errors: ['States.ALL'],
    })
    .pass('End', $ => $.input.text);
  expect(states(flow).Charge.Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'Note' }]);
  expect(states(flow).Note.Next).toBe('End');
});

test('a flow that has ended can still be renamed and take retriers, and knows what it ended with', () => {
  const ended = t
    .flow<Order>()
    .task('Charge', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }))
    .succeed('Done')
    .retryEach({ maxAttempts: 2 })
    .prefixed('A: ');
  expect(states(ended)['A: Charge'].Retry[0].MaxAttempts).toBe(2);
  const paid: t.OutputOf<typeof ended>['paid'] = true;
  // @ts-expect-error a field that the flow did not end with
  const payed: t.OutputOf<typeof ended>['payed'] = paid;
  expect(payed).toBe(true);
});

test('tokens of the CDK stand in expressions, lists of them only in fields of their own', () => {
  const stack = new Stack();
  const flow = t
    .flow<{ n: number }>()
    .pass('P', $ => ({ text: t.str`${stack.region}: ${$.input.n}`, zones: stack.availabilityZones }));
  expect(stack.resolve(states(flow).P.Output.text)).toEqual({
    'Fn::Join': ['', ["{% '", { Ref: 'AWS::Region' }, "' & ': ' & $states.input.n %}"]],
  });
  const names = Token.asList({ Ref: 'Names' });
  expect(
    stack.resolve(
      t
        .flow<{}>()
        .pass('P', () => ({ names }))
        .toAsl().States.P.Output,
    ),
  ).toEqual({ names: { Ref: 'Names' } });
  expect(() => t.flow<{ yes: boolean }>().pass('P', $ => t.iff($.input.yes, names, 1))).toThrow(
    'VALUE_NOT_JSON: the value is neither JSON nor an expression\n  received: a list that the CDK resolves later, inside of an expression',
  );
});

test('fails on parts of an expression, which are not there yet, with what to write', () => {
  const use = (make: ($: { input: t.Ref<Order> }) => t.Template) => (): unknown => t.flow<Order>().pass('P', make);
  expect(use($ => ({ ...$.input, total: 1 }) as never)).toThrow(
    'EXPRESSION_IS_A_VALUE: an expression has no value until the workflow runs, so its parts can be neither read nor set\n' +
      '  received: $states.input\n  fix: Use merge(a, { … }) in place of { ...a, … }, keys(a) in place of Object.keys(a).',
  );
  expect(use($ => 'coupon' in $.input)).toThrow('fix: exists(…) tells whether a field is there');
  expect(use($ => JSON.stringify($.input))).toThrow('EXPRESSION_IS_A_VALUE');
  expect(use($ => [...($.input.lines as never)])).toThrow('not iterable');
});

test.each([
  ['a task', () => t.flow<Order>().task('Step', (() => undefined) as never)],
  ['a branch', () => t.flow<Order>().parallel('Step', { a: (() => undefined) as never })],
  [
    'a handler',
    () =>
      t
        .flow<Order>()
        .task('Step', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }))
        .catch((async () => undefined) as never, { errors: ['X'] }),
  ],
  ['rules', () => t.flow<Order>().choice('Step', ((choice: unknown) => choice) as never)],
])('fails when the callback of %s returns nothing of use, with the name of the state', (_, make) => {
  expect(make).toThrow(
    /^CALLBACK_RETURNS_NOTHING: a callback of '(catch of )?Step' returns nothing, or the wrong kind of value\n {2}allowed: .*\n {2}fix: Return the value/,
  );
});

test.each([
  [undefined, 'received: undefined'],
  [Promise.resolve(1), 'received: a Promise'],
  [() => 1, 'received: a function'],
  [NaN, 'received: number NaN'],
  [{ a: [{ b: Symbol('x') }] }, 'received: symbol Symbol(x)'],
])('fails on %s as data', (value, message) => {
  expect(() => t.flow<Order>().pass('P', () => value as never)).toThrow(message);
});

test('fails on a variable that no expression could read, or that hides a function', () => {
  expect(() => t.flow<{}>().assign('A', () => ({ count: 1 }))).toThrow(
    "VARIABLE_HIDES_FUNCTION: a variable named 'count' would hide the function $count\n" +
      '  received: count\n  fix: Give the variable another name.',
  );
  expect(() => t.flow<{}>().assign('A', () => ({ 'order-id': 1 }))).toThrow(
    "INVALID_VARIABLE_NAME: 'order-id' is not a valid variable name",
  );
});
