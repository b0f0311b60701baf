import { Duration, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { transitions } from './transitions';
import { Choice, DistributedMap, Fail, Flow, InlineMap, Parallel, Pass, Succeed, Task } from '../../src/chain';
import { Integration, Retries } from '../../src/integrations';
import { validate } from '../../src/validation';

const pass = (name: string): Pass => new Pass(name);
const task = (name: string, api = 'sqs:sendMessage'): Task =>
  new Task(name, { call: Integration.optimized(api, { Name: name }) });
const catchers = (flow: Flow, name: string): unknown => flow.toAsl().States[name].Catch;
const retried = (flow: Flow, name: string): unknown =>
  flow.toAsl().States[name].Retry?.map((retrier: { ErrorEquals: string[] }) => retrier.ErrorEquals.join(' '));

describe('catch', () => {
  test('takes all errors unless some are named, in the order of the calls', () => {
    const flow = task('t')
      .catch(new Fail('bad'), { errors: ['A', 'B'] })
      .catch(new Fail('other'));
    expect(catchers(flow, 't')).toEqual([
      { ErrorEquals: ['A', 'B'], Next: 'bad' },
      { ErrorEquals: ['States.ALL'], Next: 'other' },
    ]);
  });

  test("gives the handler what the catcher's output, assign and comment say", () => {
    const flow = task('t').catch(new Fail('f'), {
      output: '{% $states.input %}',
      assign: { error: '{% $states.errorOutput %}' },
      comment: 'why',
    });
    expect(catchers(flow, 't')).toEqual([
      {
        ErrorEquals: ['States.ALL'],
        Comment: 'why',
        Assign: { error: '{% $states.errorOutput %}' },
        Output: '{% $states.input %}',
        Next: 'f',
      },
    ]);
  });

  test("a handler's open ends go where the state's go", () => {
    expect(transitions(Flow.of(task('t').catch(pass('mend')), pass('after')))).toEqual({
      t: 'after',
      after: 'END',
      mend: 'after',
    });
  });

  test('an empty handler goes on as if nothing had happened', () => {
    const flow = Flow.of(task('t').catch(Flow.of(), { output: '{% $states.input %}' }), pass('after'));
    expect(catchers(flow, 't')).toEqual([
      { ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: 'after' },
    ]);
  });

  test('a handler may jump back', () => {
    expect(transitions(Flow.of(task('t').catch(Flow.of(pass('mend'), Flow.goTo('t'))), pass('after')))).toEqual({
      t: 'after',
      after: 'END',
      mend: 't',
    });
  });

  test.each([
    ['Parallel', new Parallel('s').branch(pass('x')).catch(new Fail('f'))],
    ['InlineMap', new InlineMap('s', { processor: pass('x') }).catch(new Fail('f'))],
    ['DistributedMap', new DistributedMap('s', { processor: pass('x') }).catch(new Fail('f'))],
  ])('is there for a %s too', (_type, flow) => {
    expect(catchers(flow, 's')).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'f' }]);
  });

  test('handlers come after the main line, and theirs after them', () => {
    const flow = Flow.of(
      task('a').catch(Flow.of(task('undo a').catch(new Fail('gave up')), new Fail('undone'))),
      pass('b'),
      pass('c'),
    );
    expect(Object.keys(flow.toAsl().States)).toEqual(['a', 'b', 'c', 'undo a', 'undone', 'gave up']);
  });

  test('fails after one for all errors, at the call', () => {
    expect(() =>
      task('t')
        .catch(new Fail('f'))
        .catch(new Fail('g'), { errors: ['A'] }),
    ).toThrow(/^CATCH_AFTER_ALL: 't' already has a catcher for States\.ALL[\s\S]*error-handling\.test\.ts/);
  });

  test('fails for States.ALL among others, and for no error at all', () => {
    expect(() => task('t').catch(new Fail('f'), { errors: ['A', 'States.ALL'] })).toThrow('STATES_ALL_NOT_ALONE');
    expect(() => task('t').catch(new Fail('f'), { errors: [] })).toThrow('NO_ERRORS');
  });

  test('fails when an empty handler has nothing to go on to', () => {
    expect(() => task('t').catch(Flow.of()).toAsl()).toThrow(
      "MISSING_TARGET: A catcher of 't' continues with the next step, but there is none",
    );
  });

  test('fails for a field of the other language', () => {
    expect(() => task('t').catch(new Fail('f'), { resultPath: '$.error' }).toAsl()).toThrow(
      "FIELD_OF_OTHER_LANGUAGE: the catcher of 't' is a JSONata state, but 'resultPath' is a field of JSONPath",
    );
    const jsonPath = new Task('t', { call: Integration.optimized('sqs:sendMessage', {}), jsonPath: {} });
    expect(() => jsonPath.catch(new Fail('f'), { output: 1 }).toAsl()).toThrow("'output' is a field of JSONata");
    expect(catchers(jsonPath.catch(new Fail('f'), { resultPath: sfn.JsonPath.DISCARD }), 't')).toEqual([
      { ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'f' },
    ]);
  });
});

describe('catchEach', () => {
  test('gives every Task, Parallel and Map of the level a catcher; handlers join after the group', () => {
    const group = Flow.of(
      task('a'),
      new Parallel('p').branch(task('inner')),
      new InlineMap('m', { processor: pass('i') }),
      pass('x'),
    );
    const flow = Flow.of(group.catchEach(pass('mend')), pass('after'));
    const { States } = flow.toAsl();
    for (const name of ['a', 'p', 'm']) {
      expect(States[name].Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'mend' }]);
    }
    expect(States.x.Catch).toBeUndefined();
    expect(States.p.Branches[0].States.inner.Catch).toBeUndefined();
    expect(transitions(flow)).toEqual({ a: 'p', p: 'm', m: 'x', x: 'after', after: 'END', mend: 'after' });
  });

  test("a state's own catchers come first; none after one for all errors", () => {
    const flow = Flow.of(
      task('a').catch(new Fail('own'), { errors: ['A'] }),
      task('b').catch(new Fail('all')),
    ).catchEach(new Fail('shared'));
    expect(catchers(flow, 'a')).toEqual([
      { ErrorEquals: ['A'], Next: 'own' },
      { ErrorEquals: ['States.ALL'], Next: 'shared' },
    ]);
    expect(catchers(flow, 'b')).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'all' }]);
  });

  test('groups nest: the inner handler comes first, and the outer one catches its errors', () => {
    const flow = Flow.of(task('a').catchEach(task('inner'), { errors: ['A'] })).catchEach(new Fail('outer'));
    expect(catchers(flow, 'a')).toEqual([
      { ErrorEquals: ['A'], Next: 'inner' },
      { ErrorEquals: ['States.ALL'], Next: 'outer' },
    ]);
    expect(catchers(flow, 'inner')).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'outer' }]);
  });

  test('the handler does not catch its own errors', () => {
    expect(catchers(Flow.of(task('a').catchEach(task('handler')), pass('x')), 'handler')).toBeUndefined();
  });

  test('a handler opens an end that the group has not', () => {
    expect(transitions(Flow.of(Flow.of(task('a'), new Succeed('ok')).catchEach(pass('mend')), pass('after')))).toEqual({
      a: 'ok',
      ok: 'none',
      after: 'END',
      mend: 'after',
    });
  });

  test('fails where nothing can be caught', () => {
    expect(() => Flow.of(pass('a'), new Choice('c').when('{% 1 %}', pass('b'))).catchEach(new Fail('f'))).toThrow(
      'NOTHING_TO_CATCH',
    );
    expect(() => Flow.of().catchEach(new Fail('f'))).toThrow('NOTHING_TO_CATCH');
  });
});

describe('retry', () => {
  test('takes the props of the CDK', () => {
    const flow = task('t').retry({
      errors: ['A'],
      interval: Duration.seconds(2),
      maxAttempts: 5,
      backoffRate: 1.5,
      maxDelay: Duration.minutes(1),
      jitterStrategy: sfn.JitterType.FULL,
    });
    expect(flow.toAsl().States.t.Retry).toEqual([
      {
        ErrorEquals: ['A'],
        IntervalSeconds: 2,
        MaxAttempts: 5,
        BackoffRate: 1.5,
        MaxDelaySeconds: 60,
        JitterStrategy: 'FULL',
      },
    ]);
  });

  test('gives a new state and leaves the old one as it was', () => {
    const plain = task('t');
    const retrying = plain.retry({});
    expect(plain.toAsl().States.t.Retry).toBeUndefined();
    expect(retrying.toAsl().States.t.Retry).toEqual([{ ErrorEquals: ['States.ALL'] }]);
    expect(retrying).toBeInstanceOf(Task);
  });

  test.each([
    ['dynamodb:getItem', 'DynamoDB.', 'DynamoDb.'],
    ['aws-sdk:dynamodb:query', 'DynamoDb.', 'DynamoDB.'],
  ])('of %s keeps the spelling %s of errors in both spellings', (api, spelling, other) => {
    const call = api.startsWith('aws-sdk:')
      ? Integration.awsSdk('dynamodb', 'query', { TableName: 'T' })
      : Integration.optimized(api, { TableName: 'T', Key: {} });
    const errors: string[] = new Task('t', { call }).retry(Retries.dynamoErrors()).toAsl().States.t
      .Retry[0].ErrorEquals;
    expect(errors).toEqual(Retries.dynamoErrors().errors!.filter(name => !name.startsWith(other)));
    expect(errors).toContain(`${spelling}RequestLimitExceededException`);
  });

  test('keeps a wrong spelling that stands alone: validation warns of it', () => {
    expect(retried(task('t', 'dynamodb:putItem').retry({ errors: ['DynamoDb.ThrottlingException'] }), 't')).toEqual([
      'DynamoDb.ThrottlingException',
    ]);
  });

  test('fails after one for all errors, and for a fraction of a second', () => {
    expect(() =>
      task('t')
        .retry({})
        .retry({ errors: ['A'] }),
    ).toThrow('RETRY_AFTER_ALL');
    expect(() => task('t').retry({ interval: Duration.millis(1500) })).toThrow(
      /^DURATION_NOT_WHOLE[\s\S]*received: 1\.5 seconds/,
    );
  });
});

describe('retryEach', () => {
  test('reaches every Task at any depth, handlers included, and no other state', () => {
    const flow = Flow.of(
      task('a').catch(task('handler')),
      new Parallel('p').branch(new InlineMap('m', { processor: task('deep') })),
      new Choice('c').when('{% 1 %}', task('ruled')),
      pass('x'),
    ).retryEach({ errors: ['E'] });
    const { States } = flow.toAsl();
    const shared = [{ ErrorEquals: ['E'] }];
    expect([
      States.a.Retry,
      States.handler.Retry,
      States.ruled.Retry,
      States.p.Branches[0].States.m.ItemProcessor.States.deep.Retry,
    ]).toEqual([shared, shared, shared, shared]);
    expect([States.p.Retry, States.c.Retry, States.x.Retry, States.p.Branches[0].States.m.Retry]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('own rules first, shared next from the inside out, and one for all errors last', () => {
    const flow = task('t')
      .retry({ errors: ['own'] })
      .retry({ maxAttempts: 1 })
      .retryEach({ errors: ['inner'] })
      .retryEach({})
      .retryEach({ errors: ['outer'] });
    expect(retried(flow, 't')).toEqual(['own', 'inner', 'outer', 'States.ALL']);
    expect(flow.toAsl().States.t.Retry[3]).toEqual({ ErrorEquals: ['States.ALL'], MaxAttempts: 1 });
  });

  test("errors of a service go to that service's Tasks only", () => {
    const flow = Flow.of(task('dynamo', 'dynamodb:putItem'), task('queue')).retryEach({
      errors: ['DynamoDB.InternalServerErrorException', 'Custom'],
    });
    expect(retried(flow, 'dynamo')).toEqual(['DynamoDB.InternalServerErrorException Custom']);
    expect(retried(flow, 'queue')).toEqual(['Custom']);
    expect(retried(task('queue').retryEach({ errors: ['Lambda.ServiceException'] }), 'queue')).toBeUndefined();
  });

  test('leaves out the errors that an earlier retrier of the Task names', () => {
    const flow = Flow.of(task('t').retry({ errors: ['A'] }), task('u'))
      .retryEach({ errors: ['A', 'B'] })
      .retryEach({ errors: ['B', 'C', 'A'] })
      .retryEach({ errors: ['C'] });
    expect(retried(flow, 't')).toEqual(['A', 'B', 'C']);
    expect(retried(flow, 'u')).toEqual(['A B', 'C']);
    expect(
      retried(
        task('t')
          .retry({ errors: ['States.TaskFailed'] })
          .retryEach({ errors: ['A', 'States.Timeout'] }),
        't',
      ),
    ).toEqual(['States.TaskFailed', 'States.Timeout']);
    const glue = task('t', 'glue:startJobRun')
      .retry(Retries.glueConcurrencyErrors())
      .retryEach(Retries.transientErrors());
    expect(validate(glue.toAsl()).map(({ rule }) => rule)).not.toContain('repeated-error-name');
  });

  test('a Task that is never to be retried stays so', () => {
    expect(
      task('t')
        .retry({ maxAttempts: 0 })
        .retryEach({ errors: ['E'] })
        .toAsl().States.t.Retry,
    ).toEqual([{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }]);
  });
});
