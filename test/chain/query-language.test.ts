import { App, aws_stepfunctions as sfn, Duration, Stack } from 'aws-cdk-lib';
import { Choice, Fail, Flow, InlineMap, Parallel, Pass, Succeed, Task, Wait } from '../../src/chain';
import { Integration } from '../../src/integrations';

const stack = (): Stack => new Stack(new App(), 'S');
const task = (name: string): Task =>
  new Task(name, { call: Integration.optimized('sqs:sendMessage', { QueueUrl: 'q' }) });

/** Where a definition names a query language: the machine first, then its states at any depth. */
function languages(flow: Flow): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (scope: any): void =>
    Object.entries<any>(scope.States).forEach(([name, state]) => {
      if (state.QueryLanguage) found[name] = state.QueryLanguage;
      for (const inner of [...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])]) {
        walk(inner);
      }
    });
  const definition = flow.toAsl();
  walk(definition);
  return { ...(definition.QueryLanguage ? { machine: definition.QueryLanguage } : {}), ...found };
}

test('a machine of JSONata states says so once, at the top', () => {
  expect(
    languages(Flow.of(task('a'), new Parallel('p').branch(task('b')), new InlineMap('m', { processor: task('c') }))),
  ).toEqual({ machine: 'JSONata' });
});

test('one JSONPath state makes the machine JSONPath, and each JSONata state says what it is', () => {
  const flow = Flow.of(task('a'), new Pass('old', { jsonPath: { result: 1 } }));
  expect(languages(flow)).toEqual({ a: 'JSONata' });
});

test('so does one at any depth: AWS refuses a JSONPath state below a JSONata machine', () => {
  const deep = new Parallel('p').branch(
    new InlineMap('m', { items: '{% [1] %}', processor: Flow.of(task('x'), new Pass('old', { jsonPath: {} })) }),
  );
  expect(languages(Flow.of(task('a'), deep))).toEqual({ a: 'JSONata', p: 'JSONata', m: 'JSONata', x: 'JSONata' });
});

test('states that mean the same in both languages name none', () => {
  const flow = Flow.of(
    new Pass('old', { jsonPath: {} }),
    new Pass('p'),
    new Wait('w', { duration: Duration.seconds(1) }),
    new Choice('c').when('{% 1 %}', new Fail('f', { error: 'E' })),
    new Succeed('s'),
  );
  expect(languages(flow)).toEqual({ c: 'JSONata' });
});

test('states that hold an expression name their language', () => {
  const flow = Flow.of(
    new Pass('old', { jsonPath: {} }),
    new Wait('w', { timestamp: '{% $t %}' }),
    new Choice('c').when('{% 1 %}', new Fail('f', { cause: '{% $c %}' })).otherwise(new Succeed('s', { output: 1 })),
  );
  expect(languages(flow)).toEqual({ w: 'JSONata', c: 'JSONata', f: 'JSONata', s: 'JSONata' });
});

test('a state of the CDK without fields leaves the machine JSONata', () => {
  expect(languages(Flow.of(task('a'), Flow.fromChainable(new sfn.Pass(stack(), 'theirs'))))).toEqual({
    machine: 'JSONata',
  });
});

test('a JSONPath state of the CDK makes the machine JSONPath, a JSONata one does not', () => {
  expect(
    languages(Flow.of(task('a'), Flow.fromChainable(new sfn.Pass(stack(), 'theirs', { inputPath: '$.x' })))),
  ).toEqual({ a: 'JSONata' });
  expect(
    languages(Flow.of(task('a'), Flow.fromChainable(sfn.Pass.jsonata(stack(), 'theirs', { outputs: '{% 1 %}' })))),
  ).toEqual({ machine: 'JSONata' });
  expect(
    languages(
      Flow.of(
        Flow.fromChainable(sfn.Pass.jsonata(stack(), 'theirs', { outputs: '{% 1 %}' })),
        new Pass('old', { jsonPath: {} }),
      ),
    ),
  ).toEqual({ theirs: 'JSONata' });
});

test('a Choice, Map or Parallel of the CDK has its language even without fields of its own', () => {
  const theirs = stack();
  const choice = new sfn.Choice(theirs, 'c').when(sfn.Condition.isPresent('$.a'), new sfn.Pass(theirs, 'p'));
  expect(languages(Flow.of(task('a'), Flow.fromChainable(choice)))).toEqual({ a: 'JSONata' });
  expect(
    languages(
      Flow.of(task('a'), Flow.fromChainable(new sfn.Map(theirs, 'm').itemProcessor(new sfn.Pass(theirs, 'i')))),
    ),
  ).toEqual({ a: 'JSONata' });
  expect(
    languages(Flow.of(task('a'), Flow.fromChainable(new sfn.Parallel(theirs, 'b').branch(new sfn.Pass(theirs, 'j'))))),
  ).toEqual({ a: 'JSONata' });
});

test('a condition of the CDK decides the language of its Choice', () => {
  const jsonPath = new Choice('c').whenCondition(sfn.Condition.stringEquals('$.a', 'x'), new Succeed('s'));
  expect(jsonPath.toAsl()).toEqual({
    StartAt: 'c',
    States: {
      c: { Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: 'x', Next: 's' }] },
      s: { Type: 'Succeed' },
    },
  });
  expect(languages(new Choice('c').whenCondition(sfn.Condition.jsonata('{% true %}'), new Succeed('s')))).toEqual({
    machine: 'JSONata',
  });
});

test('fails for two languages in one Choice, and for a condition that is no expression', () => {
  expect(() =>
    new Choice('c').when('{% 1 %}', new Succeed('s')).whenCondition(sfn.Condition.isNull('$.a'), new Succeed('s')),
  ).toThrow('MIXED_QUERY_LANGUAGES');
  expect(() => new Choice('c').when('$paid', new Succeed('s'))).toThrow(
    /^INVALID_CONDITION[\s\S]*fix: when\('\{% \$paid %\}', …\)/,
  );
  expect(() => new Choice('c').when(' {% $paid %}', new Succeed('s'))).toThrow(/fix: when\('\{% \$paid %\}', …\)/);
});

test.each<[string, () => Flow, string]>([
  [
    'output',
    () => new Pass('x', { output: 1, jsonPath: {} }),
    "'x' is a JSONPath state, but 'output' is a field of JSONata",
  ],
  [
    'items',
    () => new InlineMap('x', { items: [1], processor: new Pass('p'), jsonPath: {} }),
    "'items' is a field of JSONata",
  ],
  [
    'arguments',
    () => new Parallel('x', { arguments: 1, jsonPath: {} }).branch(new Pass('p')),
    "'arguments' is a field of JSONata",
  ],
])('fails for %s in a JSONPath state', (_field, flow, message) => {
  expect(() => flow().toAsl()).toThrow(message);
});

test("fails for a path of the CDK's JsonPath in a JSONata state, with the expression to write", () => {
  expect(() => new Pass('x', { output: { id: sfn.JsonPath.stringAt('$.order.id') } }).toAsl()).toThrow(
    /^JSON_PATH_IN_JSONATA: A JSONata state can't use a JSONPath\n {2}at: 'x', output\.id\n {2}received: \$\.order\.id[\s\S]*'\{% \$states\.input\.order\.id %\}'/,
  );
});
