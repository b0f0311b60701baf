import fc from 'fast-check';
import { Choice, Fail, Flow, InlineMap, Parallel, Pass, Succeed, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';

/** A step of a random flow, as data: what it becomes gets a name of its own. */
type Recipe =
  | { kind: 'pass' | 'task' | 'ended' }
  | { kind: 'caught'; handler: Recipe[]; rejoins: boolean }
  | { kind: 'choice'; rules: Recipe[][]; otherwise: boolean }
  | { kind: 'parallel'; branches: Recipe[][] }
  | { kind: 'map'; steps: Recipe[] }
  | { kind: 'retryEach' | 'prefixed'; steps: Recipe[] };

const steps = fc.letrec<{ step: Recipe; steps: Recipe[] }>(tie => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
  step: fc.oneof(
    { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<Recipe>({ kind: 'pass' }, { kind: 'task' }),
    fc.record({ kind: fc.constant('caught' as const), handler: tie('steps'), rejoins: fc.boolean() }),
    fc.record({
      kind: fc.constant('choice' as const),
      rules: fc.array(tie('steps'), { minLength: 1, maxLength: 3 }),
      otherwise: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('parallel' as const),
      branches: fc.array(tie('steps'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('map' as const), steps: tie('steps') }),
    fc.record({ kind: fc.constantFrom('retryEach' as const, 'prefixed' as const), steps: tie('steps') }),
  ),
})).steps;

/** Builds the flow; open ends stay open, so that anything may follow. */
function build(recipes: Recipe[], counter: { n: number }): Flow {
  return Flow.of(...recipes.map(recipe => buildStep(recipe, counter)));
}

function buildStep(recipe: Recipe, counter: { n: number }): Flow {
  const name = `${recipe.kind} ${counter.n++}`;
  const task = (): Task => new Task(name, { call: Integration.optimized('sqs:sendMessage', { QueueUrl: 'q' }) });
  switch (recipe.kind) {
    case 'pass':
      return new Pass(name, { output: counter.n });
    case 'task':
      return task();
    case 'ended':
      return new Succeed(name);
    case 'caught':
      return task().catch(
        recipe.rejoins
          ? build(recipe.handler, counter)
          : build(recipe.handler, counter).next(new Fail(`${name} failed`)),
      );
    case 'choice': {
      const choice = recipe.rules.reduce(
        (made, rule, i) => made.when(`{% ${i} %}`, build(rule, counter)),
        new Choice(name),
      );
      return recipe.otherwise ? choice.otherwise(new Fail(`${name} otherwise`)) : choice;
    }
    case 'parallel':
      return new Parallel(name, { branches: recipe.branches.map(branch => build(branch, counter)) });
    case 'map':
      return new InlineMap(name, { processor: build(recipe.steps, counter) });
    case 'retryEach':
      return build(recipe.steps, counter).retryEach({ errors: [name] });
    default:
      return build(recipe.steps, counter).prefixed(`${counter.n} `);
  }
}

const flows = steps.map(recipes => build(recipes, { n: 0 }).next(new Succeed('the end')));

/** All scopes of a definition. */
function scopesOf(scope: any): any[] {
  const inner = Object.values<any>(scope.States).flatMap(state => [
    ...(state.Branches ?? []),
    ...(state.ItemProcessor ? [state.ItemProcessor] : []),
  ]);
  return [scope, ...inner.flatMap(scopesOf)];
}

function targetsOf(state: any): string[] {
  return [
    state.Next,
    state.Default,
    ...(state.Choices ?? []).map((rule: any) => rule.Next),
    ...(state.Catch ?? []).map((catcher: any) => catcher.Next),
  ].filter(target => target !== undefined);
}

describe('any flow', () => {
  test('renders the same twice', () => {
    fc.assert(
      fc.property(flows, flow => {
        expect(flow.toAsl()).toEqual(flow.toAsl());
      }),
      { numRuns: 60 },
    );
  });

  test('is not changed by rendering, nor by what is built from it', () => {
    fc.assert(
      fc.property(steps, recipes => {
        const flow = build(recipes, { n: 0 });
        const before = flow.next(new Succeed('the end')).toAsl();
        flow.next(new Fail('other')).toAsl();
        flow.retryEach({}).prefixed('copy ').end();
        expect(flow.next(new Succeed('the end')).toAsl()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('leads, in each scope, from the first state to every other and to none outside', () => {
    fc.assert(
      fc.property(flows, flow => {
        for (const scope of scopesOf(flow.toAsl())) {
          const reached = new Set<string>([scope.StartAt]);
          for (const name of reached) targetsOf(scope.States[name]).forEach(target => reached.add(target));
          expect([...reached].sort()).toEqual(Object.keys(scope.States).sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has each name once, and ends every path in what ends', () => {
    fc.assert(
      fc.property(flows, flow => {
        const scopes = scopesOf(flow.toAsl());
        const names = scopes.flatMap(scope => Object.keys(scope.States));
        expect(new Set(names).size).toBe(names.length);
        for (const state of scopes.flatMap(scope => Object.values<any>(scope.States))) {
          const ways = [
            state.Next !== undefined,
            state.End === true,
            state.Type === 'Choice',
            state.Type === 'Succeed',
            state.Type === 'Fail',
          ].filter(Boolean);
          expect(ways).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('prefixed is the same flow with other names', () => {
    fc.assert(
      fc.property(flows, flow => {
        const renamed = JSON.stringify(flow.prefixed('x:').toAsl());
        const states = scopesOf(flow.toAsl()).flatMap(scope => Object.keys(scope.States));
        const plain = states.reduce((text, name) => text.replaceAll(`"x:${name}"`, `"${name}"`), renamed);
        expect(JSON.parse(plain)).toEqual(flow.toAsl());
      }),
      { numRuns: 60 },
    );
  });
});

describe('a long flow', () => {
  const LENGTH = 10_000;
  const names = Array.from({ length: LENGTH }, (_, i) => `s${i}`);

  test.each<[string, () => Flow]>([
    ['of() with all steps', () => Flow.of(...names.map(name => new Pass(name)))],
    ['next() on next()', () => names.slice(1).reduce<Flow>((flow, name) => flow.next(new Pass(name)), new Pass('s0'))],
    [
      'of() in of()',
      () =>
        names.slice(0, -1).reduceRight<Flow>((flow, name) => Flow.of(new Pass(name), flow), new Pass(`s${LENGTH - 1}`)),
    ],
    [
      'a shared handler',
      () =>
        Flow.of(
          ...names.slice(0, -1).map(name => new Task(name, { call: Integration.optimized('sqs:sendMessage', {}) })),
        ).catchEach(new Fail(`s${LENGTH - 1}`)),
    ],
    [
      'Choices one after another',
      () =>
        Flow.of(
          ...names
            .slice(0, LENGTH / 2)
            .map((name, i) => new Choice(name).when('{% 1 %}', new Pass(`s${LENGTH / 2 + i}`))),
        ),
    ],
    [
      'Choices in Choices',
      () =>
        names
          .slice(0, -1)
          .reduceRight<Flow>((flow, name) => new Choice(name).when('{% 1 %}', flow), new Succeed(`s${LENGTH - 1}`)),
    ],
    [
      'handlers of handlers',
      () =>
        names
          .slice(0, -1)
          .reduceRight<Flow>(
            (flow, name) => new Task(name, { call: Integration.optimized('sqs:sendMessage', {}) }).catch(flow),
            new Succeed(`s${LENGTH - 1}`),
          ),
    ],
    [
      'loops back',
      () =>
        Flow.of(
          ...names
            .slice(0, LENGTH / 2)
            .map((name, i) =>
              new Choice(name).when('{% 1 %}', Flow.of(new Pass(`s${LENGTH / 2 + i}`), Flow.goTo('s0'))),
            ),
        ).prefixed(''),
    ],
  ])('of 10,000 states renders without overflow: %s', (_form, make) => {
    expect(Object.keys(make().toAsl().States)).toHaveLength(LENGTH);
  });
});
