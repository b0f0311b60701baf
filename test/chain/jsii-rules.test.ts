import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What jsii takes in silence, or refuses late, and other languages cannot use. */

const SRC = join(__dirname, '../../src');
const FOLDERS = ['chain', 'integrations', 'workflow', 'monitoring', 'notifications'];

/** The names that users of every language see. */
const PUBLIC = new Set(
  [...readFileSync(join(SRC, 'index.ts'), 'utf8').matchAll(/^ {2}(\w+),$|\{ ([\w, ]+) \}/gm)].flatMap(
    ([, one, some]) => (one ? [one] : some.split(',').map(name => name.trim())),
  ),
);

const files = FOLDERS.flatMap(folder =>
  (readdirSync(join(SRC, folder), { recursive: true }) as string[])
    .filter(name => name.endsWith('.ts'))
    .map(name => join(SRC, folder, name)),
);
const sources = files.map(file => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
type Declared = ts.ClassDeclaration | ts.InterfaceDeclaration;
const declared = sources.flatMap(source =>
  source.statements.filter(
    (node): node is Declared =>
      (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && PUBLIC.has(node.name?.text ?? ''),
  ),
);

interface Member {
  readonly owner: string;
  readonly name: string;
  readonly node: ts.ClassElement | ts.TypeElement;
}

const members = declared.flatMap(owner =>
  [...owner.members].flatMap((node): Member[] => {
    const name = node.name?.getText() ?? 'constructor';
    const hidden =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    return hidden ||
      ts.getJSDocTags(node).some(tag => tag.tagName.text === 'internal') ||
      ts.isSemicolonClassElement(node as ts.Node)
      ? []
      : [{ owner: owner.name!.text, name, node }];
  }),
);

/** The types that a member's users write or receive. */
function typesOf({ node }: Member): ts.TypeNode[] {
  const own = 'type' in node && node.type ? [node.type as ts.TypeNode] : [];
  const parameters =
    'parameters' in node
      ? (node.parameters as ts.NodeArray<ts.ParameterDeclaration>).flatMap(parameter => parameter.type ?? [])
      : [];
  return [...own, ...parameters];
}

const label = ({ owner, name }: Member): string => `${owner}.${name}`;
const offending = (test: (member: Member) => boolean): string[] => members.filter(test).map(label);

test('the faces are found', () => {
  expect(declared.length).toBeGreaterThan(60);
  expect(members.map(label)).toEqual(
    expect.arrayContaining(['Flow.next', 'Task.retry', 'Integration.lambdaInvoke', 'TaskProps.timeout']),
  );
});

test('nothing is called then, which await would take for a promise, nor build, which other languages have taken', () => {
  expect(offending(({ name }) => name === 'then' || name === 'build')).toEqual([]);
});

test('no type is a union, but with undefined', () => {
  expect(
    offending(member =>
      typesOf(member).some(
        type =>
          ts.isUnionTypeNode(type) && type.types.filter(one => one.kind !== ts.SyntaxKind.UndefinedKeyword).length > 1,
      ),
    ),
  ).toEqual([]);
});

test('no callbacks, no generics, no this', () => {
  expect(offending(member => typesOf(member).some(type => ts.isFunctionTypeNode(type)))).toEqual([]);
  expect(offending(({ node }) => 'typeParameters' in node && node.typeParameters !== undefined)).toEqual([]);
  expect(
    offending(({ node }) => 'type' in node && (node.type as ts.TypeNode | undefined)?.kind === ts.SyntaxKind.ThisType),
  ).toEqual([]);
  expect(declared.filter(({ typeParameters }) => typeParameters).map(({ name }) => name!.text)).toEqual([]);
});

test('no overloads: only the first would reach other languages', () => {
  const seen = new Set<string>();
  const twice = members
    .filter(member => ts.isMethodDeclaration(member.node))
    .map(label)
    .filter(name => seen.size === seen.add(name).size);
  expect(twice).toEqual([]);
});

test('no asynchronous methods: Go cannot call them', () => {
  expect(offending(member => typesOf(member).some(type => type.getText().startsWith('Promise')))).toEqual([]);
});

test('values are never frozen: the runtimes of other languages write an identity into them', () => {
  expect(sources.filter(source => source.text.includes('Object.freeze')).map(source => source.fileName)).toEqual([]);
});

test('every public member says what it is, and every optional field what it is without', () => {
  const described = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;
  // what a class takes over from an interface is described there
  const ofInterfaces = new Set([
    'stateMachineArn',
    ...members.filter(({ node }) => ts.isInterfaceDeclaration(node.parent)).map(({ name }) => name),
  ]);
  expect(offending(({ node, name }) => !described(node) && name !== 'constructor' && !ofInterfaces.has(name))).toEqual(
    [],
  );
  expect(declared.filter(node => !described(node)).map(({ name }) => name!.text)).toEqual([]);
  expect(
    offending(
      ({ owner, node }) =>
        owner.endsWith('Props') &&
        ts.isPropertySignature(node) &&
        node.questionToken !== undefined &&
        !ts.getJSDocTags(node).some(tag => tag.tagName.text === 'default'),
    ),
  ).toEqual([]);
});
