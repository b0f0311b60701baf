import { transitions } from './transitions';
import { Choice, Fail, Flow, InlineMap, Parallel, Pass, Succeed, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';

const pass = (name: string, output?: unknown): Pass => new Pass(name, output === undefined ? {} : { output });
const task = (name: string): Task =>
  new Task(name, { call: Integration.optimized('sqs:sendMessage', { QueueUrl: 'q', MessageBody: name }) });

describe('a state is its name and what it renders to', () => {
  test('one value reached from many places is one state', () => {
    const declined = new Fail('declined');
    const flow = Flow.of(
      task('a').catch(declined),
      task('b').catch(declined),
      new Choice('c').when('{% 1 %}', new Succeed('s')).otherwise(declined),
    );
    expect(Object.keys(flow.toAsl().States)).toEqual(['a', 'b', 'c', 's', 'declined']);
  });

  test('two values that render to the same are one state', () => {
    const flow = new Choice('c').when('{% 1 %}', pass('x', 1)).otherwise(pass('x', 1));
    expect(transitions(flow)).toEqual({ c: ['x', 'x'], x: 'END' });
  });

  test('a shared piece of several states stays shared, what follows included', () => {
    const tail = Flow.of(pass('log'), new Fail('failed'));
    expect(transitions(Flow.of(task('a').catch(tail), task('b').catch(tail), new Succeed('ok')))).toEqual({
      a: 'b',
      b: 'ok',
      ok: 'none',
      log: 'failed',
      failed: 'none',
    });
  });

  test('equal states with equal scopes inside are one state', () => {
    const both = (): Parallel => new Parallel('p').branch(pass('x'), pass('y'));
    expect(Object.keys(new Choice('c').when('{% 1 %}', both()).otherwise(both()).toAsl().States)).toEqual(['c', 'p']);
  });

  test('a flow stays what it was when it is used', () => {
    const a = pass('a');
    const flow = a.next(pass('b'));
    a.next(pass('other'));
    expect(transitions(flow)).toEqual({ a: 'b', b: 'END' });
    expect(transitions(a)).toEqual({ a: 'END' });
  });

  test('fails for two different states of one name, with the fields that differ and both places', () => {
    const flow = new Choice('c').when('{% 1 %}', pass('x', 1)).otherwise(pass('x', 2));
    expect(() => flow.toAsl()).toThrow(
      /^CONFLICTING_STATES: Two different states are named 'x' in the workflow\n  at: \n    first:  .*identity\.test\.ts:\d+:\d+\n    second: .*identity\.test\.ts:\d+:\d+/,
    );
    expect(() => flow.toAsl()).toThrow('received: Output: 1 first, 2 second');
  });

  test('fails for one state with two successors, and offers a copy', () => {
    const x = pass('x');
    const flow = new Choice('c')
      .when('{% 1 %}', Flow.of(x, new Succeed('one')))
      .otherwise(Flow.of(x, new Succeed('two')));
    expect(() => flow.toAsl()).toThrow(
      "CONFLICTING_STATES: 'x' would continue with two different states, but a state has one successor",
    );
    expect(() => flow.toAsl()).toThrow('Next: "one" first, "two" second');
    expect(() => flow.toAsl()).toThrow(".prefixed('…')");
  });

  test('fails when only the scopes inside differ, with the state inside', () => {
    const flow = new Choice('c')
      .when('{% 1 %}', new Parallel('p').branch(pass('x', 1)))
      .otherwise(new Parallel('p').branch(pass('x', 2)));
    expect(() => flow.toAsl()).toThrow("Two different states are named 'x' in branch 1 of 'p'");
  });

  test('fails when the scopes inside begin elsewhere', () => {
    const map = (first: string): InlineMap => new InlineMap('m', { processor: pass(first) });
    expect(() => new Choice('c').when('{% 1 %}', map('x')).otherwise(map('y')).toAsl()).toThrow(
      "Two different states are named 'm'",
    );
  });

  test('fails for one name in two scopes, and offers a copy', () => {
    const x = pass('x');
    expect(() => new Parallel('p').branch(x, x).toAsl()).toThrow(
      "STATE_IN_TWO_SCOPES: 'x' is in branch 1 of 'p' and in branch 2 of 'p', but names must be unique in the whole workflow",
    );
    expect(() => Flow.of(x, new InlineMap('m', { processor: x })).toAsl()).toThrow(
      /'x' is in the workflow and in the items of 'm'|'x' is in the items of 'm' and in the workflow/,
    );
  });
});

describe('prefixed', () => {
  const retryable = Flow.of(pass('try'), new Choice('ok?').when('{% $ok %}', Flow.of()).otherwise(Flow.goTo('try')));

  test('makes a copy with other names; jumps inside follow', () => {
    expect(transitions(Flow.of(retryable.prefixed('first '), retryable.prefixed('second '), new Succeed('s')))).toEqual(
      {
        'first try': 'first ok?',
        'first ok?': ['second try', 'first try'],
        'second try': 'second ok?',
        'second ok?': ['s', 'second try'],
        's': 'none',
      },
    );
  });

  test('renames at any depth: handlers, branches, items', () => {
    const piece = Flow.of(
      task('a').catch(pass('handler')),
      new Parallel('p').branch(pass('b'), new InlineMap('m', { processor: Flow.of(pass('i'), new Succeed('j')) })),
    );
    const { States } = piece.prefixed('x/').toAsl();
    expect(Object.keys(States)).toEqual(['x/a', 'x/p', 'x/handler']);
    expect(States['x/p'].Branches[0].StartAt).toBe('x/b');
    expect(States['x/p'].Branches[1].States['x/m'].ItemProcessor.States).toEqual({
      'x/i': { Type: 'Pass', Next: 'x/j' },
      'x/j': { Type: 'Succeed' },
    });
  });

  test('prefixes add up, and a jump finds the innermost name', () => {
    const flow = Flow.of(Flow.of(pass('try'), retryable.prefixed('b ')).prefixed('a '), new Succeed('s'));
    expect(transitions(flow)).toEqual({
      'a try': 'a b try',
      'a b try': 'a b ok?',
      'a b ok?': ['s', 'a b try'],
      's': 'none',
    });
  });

  test('a jump out of the copy keeps its name', () => {
    const flow = Flow.of(pass('start'), Flow.of(pass('x'), Flow.goTo('start')).prefixed('copy '));
    expect(transitions(flow)).toEqual({ 'start': 'copy x', 'copy x': 'start' });
  });

  test('fails when a name becomes longer than AWS allows', () => {
    expect(() => pass('x'.repeat(78)).prefixed('abc').toAsl()).toThrow(
      /^INVALID_STATE_NAME: The name 'abcx+' is longer than 80 characters[\s\S]*received: 81 characters/,
    );
  });
});

describe('names', () => {
  test('any text of 1 to 80 characters is kept as it is', () => {
    const names = ['__proto__', 'constructor', '7', 'ünïcödé 🙂', 'a/b~c"d', 'x'.repeat(80)];
    expect(Object.keys(Flow.of(...names.map(name => pass(name))).toAsl().States).sort()).toEqual([...names].sort());
  });

  test('fails for a name that is empty or longer, with its place', () => {
    expect(() => pass('')).toThrow('INVALID_STATE_NAME: The name of a state must have 1 to 80 characters');
    expect(() => pass('x'.repeat(81))).toThrow(/received: 81 characters/);
    expect(() => pass('')).toThrow(/at: .*identity\.test\.ts/);
  });
});
