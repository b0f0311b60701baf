import { transitions } from './transitions';
import { Choice, Fail, Flow, InlineMap, Parallel, Pass, Succeed, Wait } from '../../src/chain';

const pass = (name: string): Pass => new Pass(name);

describe('steps one after another', () => {
  test('lead from each to the next, and the last one ends', () => {
    expect(transitions(Flow.of(pass('a'), pass('b'), pass('c')))).toEqual({ a: 'b', b: 'c', c: 'END' });
  });

  test('read the same with of() and with next(), however they are grouped', () => {
    const expected = transitions(Flow.of(pass('a'), pass('b'), pass('c'), pass('d')));
    expect(transitions(pass('a').next(pass('b')).next(pass('c')).next(pass('d')))).toEqual(expected);
    expect(transitions(Flow.of(pass('a'), Flow.of(pass('b'), Flow.of(pass('c'), pass('d')))))).toEqual(expected);
    expect(transitions(Flow.of(Flow.of(Flow.of(pass('a'), pass('b')), pass('c')), pass('d')))).toEqual(expected);
  });

  test('an empty flow among them takes no place', () => {
    expect(transitions(Flow.of(Flow.of(), pass('a'), Flow.of(), pass('b'), Flow.of()))).toEqual({ a: 'b', b: 'END' });
  });

  test('a single state is a flow of one', () => {
    expect(new Succeed('Done').toAsl()).toEqual({
      QueryLanguage: 'JSONata',
      StartAt: 'Done',
      States: { Done: { Type: 'Succeed' } },
    });
  });

  test('fails for a flow without a state', () => {
    expect(() => Flow.of().toAsl()).toThrow('EMPTY_SCOPE: No state in the workflow');
  });
});

describe('the one law for open ends', () => {
  test('rules of a Choice go on to what comes next', () => {
    const flow = Flow.of(new Choice('c').when('{% true %}', pass('yes')).otherwise(pass('no')), pass('after'));
    expect(transitions(flow)).toEqual({ c: ['yes', 'no'], yes: 'after', no: 'after', after: 'END' });
  });

  test('a rule without a flow leads straight to what comes next', () => {
    expect(transitions(Flow.of(new Choice('c').when('{% true %}').otherwise(pass('no')), pass('after')))).toEqual({
      c: ['after', 'no'],
      no: 'after',
      after: 'END',
    });
  });

  test('a Choice without otherwise goes on to what comes next', () => {
    expect(transitions(Flow.of(new Choice('c').when('{% true %}', pass('yes')), pass('after')))).toEqual({
      c: ['yes', 'after'],
      yes: 'after',
      after: 'END',
    });
  });

  test('a Choice without otherwise, and nothing next, has no Default: AWS then fails with States.Runtime', () => {
    expect(new Choice('c').when('{% true %}', pass('yes')).toAsl().States.c).toEqual({
      Type: 'Choice',
      Choices: [{ Condition: '{% true %}', Next: 'yes' }],
    });
  });

  test('what is closed is left out: Fail, Succeed, end() and goTo()', () => {
    const flow = Flow.of(
      new Choice('c')
        .when('{% 1 %}', new Fail('f'))
        .when('{% 2 %}', new Succeed('s'))
        .when('{% 3 %}', pass('e').end())
        .when('{% 4 %}', Flow.goTo('c'))
        .when('{% 5 %}', pass('open')),
      pass('after'),
    );
    expect(transitions(flow)).toEqual({
      c: ['f', 's', 'e', 'c', 'open', 'after'],
      f: 'none',
      s: 'none',
      e: 'END',
      open: 'after',
      after: 'END',
    });
  });

  test('end() closes all open ends of a flow at once', () => {
    const either = new Choice('c').when('{% 1 %}', pass('a')).otherwise(pass('b'));
    expect(transitions(Flow.of(new Choice('first').when('{% 0 %}', Flow.of(either).end()), pass('after')))).toEqual({
      first: ['c', 'after'],
      c: ['a', 'b'],
      a: 'END',
      b: 'END',
      after: 'END',
    });
  });

  test('branches and items are scopes of their own, whose open ends end there', () => {
    const flow = Flow.of(
      new Parallel('p').branch(pass('a'), Flow.of(pass('b'), pass('c'))),
      new InlineMap('m', { processor: pass('item') }),
      pass('after'),
    );
    const { States } = flow.toAsl();
    expect(transitions(flow)).toEqual({ p: 'm', m: 'after', after: 'END' });
    expect(States.p.Branches).toEqual([
      { StartAt: 'a', States: { a: { Type: 'Pass', End: true } } },
      { StartAt: 'b', States: { b: { Type: 'Pass', Next: 'c' }, c: { Type: 'Pass', End: true } } },
    ]);
    expect(States.m.ItemProcessor).toEqual({
      ProcessorConfig: { Mode: 'INLINE' },
      StartAt: 'item',
      States: { item: { Type: 'Pass', End: true } },
    });
  });

  test('fails when a step comes after what is closed, at the call, with what closes it', () => {
    expect(() => new Fail('f').next(pass('a'))).toThrow(
      /^UNREACHABLE_STEP: 'a' is never reached[\s\S]*open-ends\.test\.ts:\d+[\s\S]*a step after 'f'/,
    );
    expect(() => Flow.of(Flow.goTo('x'), pass('a'))).toThrow("received: a step after goTo('x')");
    expect(() =>
      Flow.of(new Choice('c').when('{% 1 %}', new Fail('f')).otherwise(new Succeed('s')), pass('a')),
    ).toThrow("'a' is never reached");
  });

  test('fails when a rule goes on and nothing comes next', () => {
    expect(() => new Choice('c').when('{% true %}').toAsl()).toThrow(
      "MISSING_TARGET: Rule 1 of 'c' continues with the next step, but there is none",
    );
    expect(() => new Choice('c').when('{% true %}', pass('a')).otherwise(Flow.of()).toAsl()).toThrow(
      "The otherwise() of 'c' continues with the next step",
    );
    expect(() => new Choice('c').when('{% true %}', Flow.of().end()).toAsl()).toThrow(
      "Rule 1 of 'c' would end the workflow, but only a state can do that",
    );
  });

  test('fails when end() would have to end a Choice by itself', () => {
    expect(() => new Choice('c').when('{% true %}', pass('a')).end().toAsl()).toThrow(
      "CHOICE_CANNOT_END: 'c' would end the workflow if no rule matches",
    );
  });
});

describe('loops', () => {
  test('goTo leads back to a state of the scope by its name', () => {
    const poll = Flow.of(
      pass('ask'),
      new Choice('ready?')
        .when('{% $ready %}', Flow.of())
        .otherwise(Flow.of(new Wait('pause', { timestamp: '{% $t %}' }), Flow.goTo('ask'))),
      pass('done'),
    );
    expect(transitions(poll)).toEqual({ 'ask': 'ready?', 'ready?': ['done', 'pause'], 'pause': 'ask', 'done': 'END' });
  });

  test('goTo works within a branch, for the states of the branch', () => {
    const branch = Flow.of(
      pass('a'),
      new Choice('again?').when('{% $again %}', Flow.goTo('a')).otherwise(new Succeed('s')),
    );
    expect(new Parallel('p').branch(branch).toAsl().States.p.Branches[0].States['again?'].Choices[0].Next).toBe('a');
  });

  test('fails for a name that is not there, with the nearest', () => {
    expect(() => Flow.of(pass('Charge card'), Flow.goTo('Charge crad')).toAsl()).toThrow(
      /^UNKNOWN_STATE: There is no state 'Charge crad' in the workflow; did you mean "Charge card"\?[\s\S]*open-ends\.test\.ts/,
    );
  });

  test('fails for a jump out of its scope, and says where the state is', () => {
    const flow = Flow.of(pass('outside'), new Parallel('p').branch(Flow.of(pass('inside'), Flow.goTo('outside'))));
    expect(() => flow.toAsl()).toThrow("goTo('outside') in branch 1 of 'p' can't jump into the workflow");
  });
});
