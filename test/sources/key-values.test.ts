import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyTexts, keyValues } from '../../src/sources';

const folder = mkdtempSync(join(tmpdir(), 'key-values-'));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('KEY=VALUE keeps everything after the first equals sign', () => {
  expect(keyTexts(['A=1', 'B=x=y', 'C='], '--parameters')).toEqual({ A: '1', B: 'x=y', C: '' });
});

test('a JSON object gives its members, and later values replace earlier ones', () => {
  expect(keyValues([file('values.json', '{"A": {"b": 1}, "B": "x"}'), 'B=y'], '--values')).toEqual({
    A: { b: 1 },
    B: 'y',
  });
});

test('a parameter file of the AWS CLI gives its parameters', () => {
  const path = file('parameters.json', '[{"ParameterKey": "A", "ParameterValue": "1"}, "B=2"]');
  expect(keyTexts([path], '--parameters')).toEqual({ A: '1', B: '2' });
});

test('a configuration file of CodePipeline gives its parameters', () => {
  expect(keyTexts([file('pipeline.json', '{"Parameters": {"A": "1"}, "Tags": {}}')], '--parameters')).toEqual({
    A: '1',
  });
});

test.each([
  ['a text', 'parameter_overrides = "A=1 B=\\"two words\\""', { A: '1', B: 'two words' }],
  ['a list', 'parameter_overrides = [\n  "A=1",\n  "B=2"\n]', { A: '1', B: '2' }],
  [
    'the long form',
    "parameter_overrides = 'ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue=2'",
    { A: '1', B: '2' },
  ],
  ['several lines', 'parameter_overrides = """\n  A=1\n  B=2\n"""', { A: '1', B: '2' }],
])('samconfig.toml has parameter_overrides as %s', (_, line, expected) => {
  const text = `version = 0.1\n\n[default.build.parameters]\ncached = true\n\n[default.deploy.parameters]\nstack_name = "shop"\n${line}\n\n[prod.deploy.parameters]\nparameter_overrides = "A=9"\n`;
  expect(keyTexts([file('samconfig.toml', text)], '--parameters')).toEqual(expected);
});

test('rejects what is neither KEY=VALUE nor a file', () => {
  expect(() => keyTexts(['Stage'], '--parameters')).toThrow(
    /--parameters takes KEY=VALUE, or a file\n {2}received: Stage\n {2}fix: Write Stage=VALUE/,
  );
  expect(() => keyTexts(['gone.json'], '--parameters')).toThrow(/fix: Fix the path/);
});

test('rejects samconfig.toml without parameters', () => {
  expect(() =>
    keyTexts([file('samconfig.toml', '[default.deploy.parameters]\nstack_name = "x"\n')], '--parameters'),
  ).toThrow(/has no parameter_overrides/);
});
