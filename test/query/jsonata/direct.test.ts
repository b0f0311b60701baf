import type { Json } from '../../../src/asl';
import { compileDirect } from '../../../src/query/jsonata/direct';
import { OTHERWISE } from '../../../src/query/jsonata/direct-operators';
import { evaluateExpression } from '../../../src/query/jsonata/expression';
import { MAX_ITEMS, MAX_TEXT } from '../../../src/query/jsonata/limits';
import { parseText } from '../../../src/query/jsonata/parse';
import { fixedEnvironment } from '../fixed-environment';

/** A member that is not there, and one value of each kind; numbers whose sum is not exact, overflows, or is the negative zero. */
const VALUES: ReadonlyArray<Json | undefined> = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  -2.5,
  0.1,
  0.2,
  1e21,
  1e308,
  '',
  'a',
  'b',
  '1',
  '😀',
  [],
  [1],
  [1, -1],
  [0.1, 'a'],
  {},
  { x: 1 },
];

function scopeOf(input: Readonly<Record<string, Json | undefined>>) {
  return fixedEnvironment({
    input: JSON.parse(JSON.stringify(input)) as Json,
    result: { r: 1 },
    context: { Execution: { Name: 'run' } },
    variables: { x: { y: { z: 3 } }, list: [1, 2], text: 't', zero: 0 },
  });
}

/** How an expression was computed; what is computed directly has to be what JSONata's evaluator computes. */
function way(
  text: string,
  input: Readonly<Record<string, Json | undefined>> = {},
): 'direct' | 'evaluator' | 'not compiled' {
  const expression = parseText(text);
  const direct = compileDirect(expression);
  if (direct === undefined) return 'not compiled';
  const computed = direct(scopeOf(input));
  if (computed === OTHERWISE) return 'evaluator';
  const [value, wanted] = [JSON.stringify(computed), JSON.stringify(evaluateExpression(expression, scopeOf(input)))];
  if (value !== wanted) expect({ text, input, value }).toEqual({ text, input, value: wanted });
  return 'direct';
}

/** How many of some values an expression computes directly. */
function directly(text: string, inputs: ReadonlyArray<Readonly<Record<string, Json | undefined>>>): number {
  return inputs.filter(input => way(text, input) === 'direct').length;
}

const PAIRS = VALUES.flatMap(a => VALUES.map(b => ({ a, b })));
const SINGLE = VALUES.map(a => ({ a }));

describe('what is computed directly', () => {
  test.each([
    ['+', 48],
    ['-', 49],
    ['*', 42],
    ['/', 39],
    ['%', 41],
    ['<', 74],
    ['<=', 74],
    ['>', 74],
    ['>=', 74],
    ['=', 448],
    ['!=', 448],
    ['&', 256],
    ['and', 286],
    ['or', 322],
  ])('is %s over plain operands', (operator, plain) => {
    expect(directly(`$states.input.a ${operator} $states.input.b`, PAIRS)).toBe(plain);
  });

  test.each([
    ['string', 16],
    ['exists', 22],
    ['not', 15],
    ['count', 4],
    ['sum', 3],
    ['length', 4],
    ['uppercase', 5],
    ['lowercase', 5],
  ])('is $%s of a plain argument', (name, plain) => {
    expect(directly(`$${name}($states.input.a)`, SINGLE)).toBe(plain);
  });

  test.each([
    ['$states.input.a ? 1 : 2', 16],
    ['$states.input.a ? 1', 16],
    ['$not($states.input.a) and true', 15],
    ['$states.input.a.x', 18],
    ['$states.input.a.x.y', 18],
    ['($states.input.a)', 22],
    ['[$states.input.a]', 22],
    ['[$states.input.a, [$states.input.a], 1]', 22],
    ['{"k": $states.input.a, "l": 1}', 22],
  ])('is %s', (shape, plain) => {
    expect(directly(shape, SINGLE)).toBe(plain);
  });

  test.each([
    '1',
    "'a'",
    'true',
    'null',
    '$x',
    '$x.y.z',
    '$x.none.z',
    '$text',
    '$list',
    '$states.input',
    '$states.input.a',
    '$states.context.Execution.Name',
    '$states.result.r',
    '$states.errorOutput',
    '$states.errorOutput.Error',
    '1 + 2 * 3',
    '(1)',
    '[]',
    '[1, [2, 3]]',
    '[[]]',
    '[$list, [$list]]',
    '{}',
    '{"a": 1, "b": [2]}',
    '{"a": $states.input.none}',
    '$zero ? 1 : 2',
    '$zero ? 1',
    '$exists($states.input.none)',
    '$string($x.y.z)',
    "'a' & 1 & true & null & $states.input.none",
    '$zero and $nope',
    '1 or $nope',
    '$string($states.input.a)',
  ])('is %s', text => {
    expect(way(text, { a: 5 })).toBe('direct');
  });

  test.each([
    '$nope',
    '$nope.a',
    '$x = $list',
    '$list.y',
    '$list.y.z',
    '1 + "a"',
    '1 / 0',
    '0 * -1',
    '1 < "a"',
    '$not($nope)',
    '$nope ? 1 : 2',
    '[$nope]',
    '{"a": $nope}',
    '$string($x)',
    "'a' & $x",
    '$count(1)',
    '$sum(1)',
    '$length(1)',
    '$x ? 1 : 2',
    '$x and 1',
    '1 and $x',
    '$nope + 1',
    '1 + $nope',
  ])('is not %s: its value is for the evaluator', text => {
    expect(way(text, {})).toBe('evaluator');
  });

  test.each([
    '$',
    '$$',
    '$states',
    '$states.other',
    '$states.input[0]',
    '$x[0]',
    '$x.y[0]',
    '$x.*',
    '$x.(y)',
    'a',
    'a.b',
    '"a".b',
    '$x.y[]',
    '-$x',
    '-1 in [1]',
    '1 in [1]',
    '1 ~> $string',
    '[1..2]',
    '{"a": 1, "a": 2}',
    '{$text: 1}',
    '{"__proto__": 1}',
    '{"_jsonata_lambda": true}',
    '(1; 2)',
    '$string(1, true)',
    '$string()',
    '$sqrt(4)',
    '$keys($x)',
    '$map($list, $string)',
    'function($a){$a}',
    '$a := 1',
    '$x{"a": 1}',
    '$list^($)',
    '/a/',
    '1 + $sqrt(4)',
    '$sqrt(4) + 1',
    '[$sqrt(4)]',
    '{"a": $sqrt(4)}',
    '$sqrt(4) ? 1 : 2',
    'true ? $sqrt(4) : 2',
    'true ? 1 : $sqrt(4)',
    '$string($sqrt(4))',
    '$x.y@$z.z',
    '$x.y#$i.z',
    '**',
    '$x ? 1 : a',
    '$[0]',
    '$valueOf(1)',
    '(function($a){$a})(1)',
  ])('is not %s: its shape is for the evaluator', text => {
    expect(way(text)).toBe('not compiled');
  });

  test('ends where the evaluator would end: a hundred levels', () => {
    const sum = (count: number): string => Array.from({ length: count }, () => '1').join(' + ');
    expect([way(sum(100)), way(sum(101))]).toEqual(['direct', 'not compiled']);
  });

  test('a variable that has the name of a function hides it', () => {
    const direct = compileDirect(parseText('$string(1)'))!;
    expect(direct(fixedEnvironment({ variables: {} }))).toBe('1');
    expect(direct(fixedEnvironment({ variables: { string: 1 } }))).toBe(OTHERWISE);
  });

  test('is no text and no array that is too long', () => {
    const text = 'a'.repeat(MAX_TEXT / 2);
    const join = compileDirect(parseText('$states.input.a & $states.input.b'))!;
    expect(join(fixedEnvironment({ input: { a: text, b: text } }))).toHaveLength(MAX_TEXT);
    expect(join(fixedEnvironment({ input: { a: text, b: `${text}b` } }))).toBe(OTHERWISE);
    const items = Array.from({ length: MAX_ITEMS }, () => 0);
    const append = compileDirect(parseText('[$states.input.a, $states.input.b]'))!;
    expect(append(fixedEnvironment({ input: { a: items, b: [] } }))).toHaveLength(MAX_ITEMS);
    expect(append(fixedEnvironment({ input: { a: items, b: [1] } }))).toBe(OTHERWISE);
  });
});
