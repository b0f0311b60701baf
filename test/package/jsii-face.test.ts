import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');
const SRC = join(ROOT, 'src');

/** The folders whose whole index users of every language see. */
const FOLDERS = ['chain', 'integrations', 'workflow', 'notifications', 'monitoring', 'local-run'];

interface Docs {
  summary?: string;
  default?: string;
  deprecated?: string;
}
interface Member {
  name: string;
  docs?: Docs;
  overrides?: string;
  optional?: boolean;
  type?: unknown;
  returns?: { type: unknown };
  parameters?: Array<{ name: string; type: unknown; docs?: Docs }>;
}
interface Type {
  fqn: string;
  kind: string;
  datatype?: boolean;
  docs?: Docs;
  base?: string;
  initializer?: Member;
  methods?: Member[];
  properties?: Member[];
  members?: Member[];
}

/** What jsii made of the sources when they were compiled last. */
function assembly(): Type[] {
  if (!existsSync(join(ROOT, '.jsii'))) throw new Error('The package is not compiled: run `npm run compile` first');
  const manifest = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  return Object.values(manifest.types as Record<string, Type>);
}

const types = assembly();
const all = types.flatMap(type =>
  [...(type.methods ?? []), ...(type.properties ?? []), ...(type.members ?? [])].map(member => ({
    type,
    member,
    name: `${type.fqn}.${member.name}`,
  })),
);

/** The source files below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true } as const)
    .filter(one => one.isFile() && one.name.endsWith('.ts'))
    .map(one => join(one.parentPath, one.name));
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** What users can call of the classes of a file: neither private nor internal. */
function publicMethods(file: string): ts.MethodDeclaration[] {
  const hidden = new Set([ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword]);
  return parsed(file)
    .statements.filter(ts.isClassDeclaration)
    .flatMap(one => [...one.members])
    .filter(ts.isMethodDeclaration)
    .filter(
      method => !method.modifiers?.some(({ kind }) => hidden.has(kind)) && !method.name.getText().startsWith('_'),
    );
}

const methods = FOLDERS.flatMap(folder => files(join(SRC, folder))).flatMap(file =>
  publicMethods(file).map(method => ({ place: `${relative(ROOT, file)} ${method.name.getText()}`, method })),
);

test('there is something to look at', () => {
  expect(types.map(({ fqn }) => fqn)).toEqual(
    expect.arrayContaining([
      'stepwright.Flow',
      'stepwright.Task',
      'stepwright.Integration',
      'stepwright.StandardWorkflow',
    ]),
  );
  expect(methods.length).toBeGreaterThan(100);
});

test('an override has the types of what it overrides: other languages have no covariance', () => {
  const byFqn = new Map(types.map(type => [type.fqn, type]));
  const signature = ({ returns, type, parameters = [] }: Member): string =>
    JSON.stringify([returns?.type, type, parameters.map(parameter => parameter.type)]);
  const found = all.filter(({ member }) => {
    const base = member.overrides === undefined ? undefined : byFqn.get(member.overrides);
    const overridden = [...(base?.methods ?? []), ...(base?.properties ?? [])].find(({ name }) => name === member.name);
    return overridden !== undefined && signature(overridden) !== signature(member);
  });
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('no type is a union: other languages see an object without members', () => {
  const found = all.filter(({ member }) =>
    JSON.stringify([member.type, member.returns, member.parameters?.map(({ type }) => type)]).includes('"union"'),
  );
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('nothing is called then: await would take the object for a promise', () => {
  expect(all.filter(({ member }) => member.name === 'then').map(({ name }) => name)).toEqual([]);
});

test('no method returns this: a value gives another one, and says of which class', () => {
  expect(
    methods.filter(({ method }) => method.type?.kind === ts.SyntaxKind.ThisType).map(({ place }) => place),
  ).toEqual([]);
});

test('no method has overloads: other languages get the first one only', () => {
  expect(
    methods
      .filter(
        ({ method }) =>
          method.body === undefined && !method.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword),
      )
      .map(({ place }) => place),
  ).toEqual([]);
});

test('no method is asynchronous: Go cannot call it', () => {
  expect(
    methods
      .filter(({ method }) => method.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
      .map(({ place }) => place),
  ).toEqual([]);
});

test('every type and every member says what it is', () => {
  const undocumented = [
    ...types.filter(({ docs }) => !docs?.summary).map(({ fqn }) => fqn),
    ...all.filter(({ member }) => !member.docs?.summary).map(({ name }) => name),
  ];
  expect(undocumented).toEqual([]);
});

test('every optional property says what holds without it', () => {
  const found = all.filter(({ type, member }) => type.datatype && member.optional && !member.docs?.default);
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('the classes and structs that the folders offer are exported; functions are for each other only', () => {
  const exported = (file: string): string[] =>
    parsed(file)
      .statements.filter(ts.isExportDeclaration)
      .flatMap(one =>
        one.exportClause && ts.isNamedExports(one.exportClause)
          ? one.exportClause.elements.map(({ name }) => name.text)
          : [],
      );
  const face = new Set(exported(join(SRC, 'index.ts')));
  const missing = FOLDERS.flatMap(folder =>
    exported(join(SRC, folder, 'index.ts'))
      .filter(name => /^[A-Z]/.test(name) && !face.has(name))
      .map(name => `${folder}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the testing face and the typed chain cannot be reached from it', () => {
  const reached = new Set<string>();
  const work = [join(SRC, 'index.ts')];
  for (let file = work.pop(); file !== undefined; file = work.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const specifiers = parsed(file)
      .statements.filter(one => ts.isImportDeclaration(one) || ts.isExportDeclaration(one))
      .map(one => (one as ts.ImportDeclaration).moduleSpecifier);
    for (const specifier of specifiers) {
      if (specifier === undefined || !(specifier as ts.StringLiteral).text.startsWith('.')) continue;
      const target = resolve(dirname(file), (specifier as ts.StringLiteral).text);
      work.push(...[`${target}.ts`, join(target, 'index.ts')].filter(path => existsSync(path)));
    }
  }
  expect([...reached].map(file => relative(SRC, file)).filter(file => /^(testing|typed|cli)\//.test(file))).toEqual([]);
  expect(reached.size).toBeGreaterThan(80);
});
