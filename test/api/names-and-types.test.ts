import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReservedName } from '../../node_modules/jsii/lib/reserved-words';

const ASSEMBLY = join(__dirname, '../../.jsii');

interface Typed {
  name: string;
  type?: unknown;
  returns?: { type: unknown };
  parameters?: Typed[];
}
interface Type {
  name: string;
  initializer?: Typed;
  methods?: Typed[];
  properties?: Typed[];
}

function types(): Type[] {
  if (!existsSync(ASSEMBLY)) throw new Error('The package is not compiled: run `npm run compile` first');
  return Object.values(JSON.parse(readFileSync(ASSEMBLY, 'utf8')).types as Record<string, Type>);
}

/** Names that a target language changes, with the reason to keep them. Every other name is the same in all languages, in each one's case. */
const RENAMED: Record<string, string> = {
  catch: 'the word of ASL, and of the CDK (addCatch); a chain reads better with it. doCatch in Java, Catch in C#',
};

/** Names that jsii warns about though no language changes them: in the generated code, members of Go and C# begin with a capital. */
const UNCHANGED: Record<string, string> = {
  error: 'Error in Go, where only the lower-case word is a type',
  namespace: 'Namespace in C#, where only the lower-case word is reserved',
  type: 'Type in Go, where only the lower-case word is reserved',
};

/** Members and parameters whose value is arbitrary JSON, or an expression that gives it. */
const ARBITRARY_JSON = new Set([
  // fields of ASL
  'args',
  'arguments',
  'assign',
  'batchInput',
  'input',
  'items',
  'itemSelector',
  'output',
  'parameters',
  'readerConfig',
  'result',
  'resultSelector',
  'writerConfig',
  // whole definitions, and what stands in them
  'definition',
  'resolve',
  'substitutions',
  'toAsl',
  // fields of service calls
  'additionalParameters',
  'body',
  'containerOverrides',
  'detail',
  'expressionAttributeValues',
  'headers',
  'item',
  'job',
  'key',
  'logOptions',
  'message',
  'messageAttributes',
  'messageBody',
  'overrides',
  'payload',
  'queryParameters',
  'requestBody',
]);

const isAny = (type: unknown): boolean => JSON.stringify(type ?? null).includes('"any"');

test('no name is changed by a target language without a reason', () => {
  const found = types()
    .flatMap(type => [type.initializer, ...(type.methods ?? []), ...(type.properties ?? [])])
    .flatMap(member => (member ? [member, ...(member.parameters ?? [])] : []))
    .filter(({ name }) => name !== undefined && isReservedName(name) !== undefined)
    .map(({ name }) => name);
  expect([...new Set(found)].sort()).toEqual([...Object.keys(RENAMED), ...Object.keys(UNCHANGED)].sort());
});

test('no type is any but arbitrary JSON', () => {
  const found = types().flatMap(type =>
    [
      ...(type.methods ?? []),
      ...(type.properties ?? []),
      ...(type.initializer ? [{ ...type.initializer, name: 'constructor' }] : []),
    ].flatMap(member => [
      ...(isAny(member.type) || isAny(member.returns?.type)
        ? [{ place: `${type.name}.${member.name}`, name: member.name }]
        : []),
      ...(member.parameters ?? [])
        .filter(parameter => isAny(parameter.type))
        .map(({ name }) => ({ place: `${type.name}.${member.name}(${name})`, name })),
    ]),
  );
  expect(found.filter(({ name }) => !ARBITRARY_JSON.has(name)).map(({ place }) => place)).toEqual([]);
  expect([...ARBITRARY_JSON].filter(name => !found.some(one => one.name === name))).toEqual([]);
});
