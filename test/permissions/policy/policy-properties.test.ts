import fc from 'fast-check';
import type { JsonObject } from '../../../src/asl';
import { compilePolicy, type PolicyRequest } from '../../../src/permissions';

/* A naive model of IAM: regular expressions and loops, written from the definition alone. */

function matches(pattern: string, text: string, flags = ''): boolean {
  const source = pattern
    .replace(/\$\{([*?$])\}/g, (_, char: string) => `\u0001${char.charCodeAt(0)}\u0001`)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]')
    .replace(/\u0001(\d+)\u0001/g, (_, code: string) => `\\${String.fromCharCode(Number(code))}`);
  return new RegExp(`^${source}$`, flags).test(text);
}

function holds(operator: string, values: string[], given: string[] | undefined): boolean {
  const set = /^For(All|Any)Value/.exec(operator)?.[1];
  const name = operator.replace(/^For\w+:/, '').replace(/IfExists$/, '');
  if (name === 'Null') return values.some(value => (value === 'true') === (given === undefined));
  if (given === undefined) {
    return operator.endsWith('IfExists') || set === 'All' || (set === undefined && /Not/.test(name));
  }
  const compare: Record<string, (value: string, wanted: string) => boolean> = {
    StringEquals: (value, wanted) => value === wanted,
    StringLike: (value, wanted) => matches(wanted, value),
    NumericLessThan: (value, wanted) => Number(value) < Number(wanted),
  };
  const positive = name.replace('Not', '');
  const one = (value: string): boolean => values.some(wanted => compare[positive](value, wanted)) !== /Not/.test(name);
  return set === 'All' || (set === undefined && /Not/.test(name)) ? given.every(one) : given.some(one);
}

function naive(statements: JsonObject[], request: PolicyRequest): string {
  const applying = statements.filter(statement => {
    const list = (field: string): string[] => (statement[field] as string[] | undefined) ?? [];
    const someOf = (field: string, text: string, flags = ''): boolean =>
      list(field).some(one => matches(one, text, flags));
    const action = statement.NotAction
      ? !someOf('NotAction', request.action, 'i')
      : someOf('Action', request.action, 'i');
    const resource = statement.NotResource
      ? !someOf('NotResource', request.resource)
      : someOf('Resource', request.resource);
    const given = (name: string): string[] | undefined => request.context?.[name] as string[] | undefined;
    const conditions = Object.entries((statement.Condition ?? {}) as Record<string, Record<string, string[]>>).every(
      ([name, keys]) => Object.entries(keys).every(([one, values]) => holds(name, values, given(one))),
    );
    return action && resource && conditions;
  });
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return applying.length > 0 ? 'allowed' : 'notAllowed';
}

const letter = fc.constantFrom('a', 'b', 'A', ':', '/', '*', '?', '${*}');
const pattern = fc.array(letter, { minLength: 1, maxLength: 6 }).map(letters => letters.join(''));
const text = fc
  .array(fc.constantFrom('a', 'b', 'A', ':', '/', '*', '?'), { minLength: 1, maxLength: 6 })
  .map(letters => letters.join(''));
const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });
const key = fc.constantFrom('k:one', 'k:two');
const operator = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'NumericLessThan'),
    fc.constantFrom('', 'IfExists'),
  )
  .map(parts => parts.join(''));
const wanted = fc.array(fc.oneof(pattern, fc.constantFrom('1', '2')), { minLength: 1, maxLength: 2 });
const condition = fc.oneof(
  fc.dictionary(operator, fc.dictionary(key, wanted, { minKeys: 1, maxKeys: 2 }), { maxKeys: 2 }),
  fc.dictionary(
    fc.constant('Null'),
    fc.dictionary(key, fc.array(fc.constantFrom('true', 'false'), { minLength: 1, maxLength: 1 }), { minKeys: 1 }),
    { maxKeys: 1 },
  ),
);
const statement: fc.Arbitrary<JsonObject> = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    actions: fc.tuple(fc.constantFrom('Action', 'Action', 'NotAction'), patterns),
    resources: fc.tuple(fc.constantFrom('Resource', 'Resource', 'NotResource'), patterns),
    Condition: fc.option(condition, { nil: undefined }),
  })
  .map(({ Effect, actions, resources, Condition }): JsonObject => ({
    Effect,
    [actions[0]]: actions[1],
    [resources[0]]: resources[1],
    ...(Condition ? { Condition } : {}),
  }));
const request: fc.Arbitrary<PolicyRequest> = fc.record({
  action: text,
  resource: text,
  context: fc.dictionary(key, fc.array(fc.oneof(text, fc.constantFrom('1', '2')), { minLength: 1, maxLength: 2 })),
});

test('decides as the naive model does, also when asked again', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { maxLength: 4 }),
      fc.array(request, { minLength: 1, maxLength: 4 }),
      (statements, requests) => {
        const policy = compilePolicy(statements);
        for (const one of [...requests, ...requests]) expect(policy.decide(one).effect).toBe(naive(statements, one));
      },
    ),
    { numRuns: 1500 },
  );
});

test('one more Allow never takes away, one more Deny never adds', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 3 }), statement, request, (statements, one, asked) => {
      const before = compilePolicy(statements).decide(asked).effect;
      const after = compilePolicy([...statements, one]).decide(asked).effect;
      if (one.Effect === 'Allow' && before === 'allowed') expect(after).toBe('allowed');
      if (one.Effect === 'Deny' && before !== 'allowed') expect(after).not.toBe('allowed');
    }),
    { numRuns: 800 },
  );
});

test('what is known later never turns a sure answer around', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { maxLength: 4 }),
      request,
      fc.constantFrom('k:one', 'k:two'),
      (statements, asked, hidden) => {
        const { [hidden]: _, ...context } = asked.context as Record<string, string[]>;
        const policy = compilePolicy(statements);
        const early = policy.decide({ ...asked, context, missingKeys: 'unknown' }).effect;
        if (early !== 'unknown') {
          const later = policy.decide({ ...asked, missingKeys: 'absent' }).effect;
          expect(later === 'allowed').toBe(early === 'allowed');
        }
      },
    ),
    { numRuns: 800 },
  );
});
