import ts from 'typescript';
import { Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { awsSdk } from '../../src/typed';

const FILE = `${__dirname}/completed.ts`;
/** In place of the integrations: what they say of their own is not looked at here, and the CDK's types take seconds to read. */
const INTEGRATIONS =
  'export interface StateGrants {} export interface TokenIntegration {} export declare const Integration: { awsSdk(...all: any[]): TokenIntegration };';

let shown = '';
let version = 0;
const service = ts.createLanguageService({
  getScriptFileNames: () => [FILE],
  getScriptVersion: name => (name === FILE ? String(version) : '1'),
  getScriptSnapshot: name =>
    ts.ScriptSnapshot.fromString(
      name === FILE ? shown : name.endsWith('src/integrations/index.ts') ? INTEGRATIONS : (ts.sys.readFile(name) ?? ''),
    ),
  getCurrentDirectory: () => __dirname,
  getCompilationSettings: () => ({
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  }),
  getDefaultLibFileName: options => ts.getDefaultLibFilePath(options),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});

/** The language service of an editor that shows this text. */
function editor(text: string): ts.LanguageService {
  shown = text;
  version++;
  return service;
}

const IMPORT = "import { awsSdk } from '../../src/typed/aws-sdk';\n";

test('is the call that Integration.awsSdk makes', () => {
  const states = (call: Integration): unknown => new Task('t', { call }).toAsl();
  expect(states(awsSdk('s3', 'getObject', { Bucket: 'b', Key: 'k' }))).toEqual(
    states(Integration.awsSdk('s3', 'getObject', { Bucket: 'b', Key: 'k' })),
  );
});

test.each([
  ['services', "awsSdk('", ['dynamodb', 's3', 'sfn']],
  ['actions of the service', "awsSdk('s3', '", ['getObject', 'listObjectsV2']],
  ['arguments that must be there', "awsSdk('s3', 'getObject', { ", ['Bucket', 'Key']],
])('an editor completes %s', (_what, typed, expected) => {
  const text = `${IMPORT}${typed}`;
  const names =
    editor(text)
      .getCompletionsAtPosition(FILE, text.length, {})
      ?.entries.map(({ name }) => name) ?? [];
  expect(names).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['a service that is not there', "awsSdk('s4', 'getObject', {});"],
  ['an action that is not there', "awsSdk('s3', 'getObjekt', {});"],
  ['a missing argument', "awsSdk('s3', 'getObject', { Bucket: 'b' });"],
])('fails in the compiler for %s', (_what, typed) => {
  const messages = (text: string): number => editor(text).getSemanticDiagnostics(FILE).length;
  expect(messages(`${IMPORT}${typed}`)).toBeGreaterThan(0);
  expect(messages(`${IMPORT}awsSdk('s3', 'getObject', { Bucket: 'b', Key: 'k', VersionId: 'v' });`)).toBe(0);
});
