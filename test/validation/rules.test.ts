import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureText } from './fixtures';
import { AWS_CODES, rulePage, rulesIndex } from '../../scripts/validation/rule-pages';
import { ALL_RULES, validate, type Diagnostic } from '../../src/validation';

const ROOT = join(__dirname, '../..');

function findings(kind: 'invalid' | 'valid', rule: string, type: 'STANDARD' | 'EXPRESS'): Diagnostic[] {
  const text = fixtureText(kind, rule);
  if (text === undefined) throw new Error(`test/fixtures/asl/${kind}/${rule}.asl.json is missing`);
  return validate(text, { type });
}

test('every file of a rule is in the list of rules, under its own id, once', () => {
  const files = readdirSync(join(ROOT, 'src/validation/rules'))
    .filter(file => file !== 'index.ts')
    .map(file => file.replace('.ts', ''));
  expect(ALL_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
});

describe.each(ALL_RULES.map(rule => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  test('finds something in its wrong example', () => {
    expect(findings('invalid', id, rule.exampleType).map(found => found.rule)).toContain(id);
  });

  test('tells the place, what is wrong, and the change to make', () => {
    const [found] = findings('invalid', id, rule.exampleType).filter(each => each.rule === id);
    expect(found.code).not.toBe('RULE_FAILED');
    expect(found).toMatchObject({
      message: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
      pointer: expect.stringMatching(/^(\/|$)/),
    });
  });

  test('leaves its right example without any finding', () => {
    expect(findings('valid', id, rule.exampleType)).toEqual([]);
  });

  test('has a page that is up to date', () => {
    const page = readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8');
    expect(page).toBe(rulePage(rule));
  });
});

test('the list of rules in the documentation is up to date', () => {
  expect(readFileSync(join(ROOT, 'docs/rules/README.md'), 'utf8')).toBe(rulesIndex());
});

test('no fixture and no page stands without a rule', () => {
  const ids = new Set(ALL_RULES.map(({ id }) => id));
  const names = ['test/fixtures/asl/invalid', 'test/fixtures/asl/valid', 'docs/rules'].flatMap(folder =>
    readdirSync(join(ROOT, folder)),
  );
  expect(
    names.map(name => name.replace(/\.(asl\.json|ts|md)$/, '')).filter(name => !ids.has(name) && name !== 'README'),
  ).toEqual([]);
});

test('every code of AWS has a rule that stands for it, or a reason why none does', () => {
  const codes = new Set(ALL_RULES.map(({ code }) => code));
  expect(AWS_CODES.filter(([code, elsewhere]) => !codes.has(code) && elsewhere === undefined)).toEqual([]);
});
