import { JsonataSyntaxError, parseExpression, type ExpressionFacts } from '../../../src/query/jsonata';

function facts(text: string): Omit<ExpressionFacts, 'expression' | 'ok'> {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const { variables, statesPaths, functions } = parsed;
  return { variables, statesPaths, functions };
}

describe('what an expression uses', () => {
  test('variables that it does not assign itself', () => {
    expect(facts('($y := $x; $map($list, function($item, $i){ $item + $y + $i + $z }))').variables).toEqual([
      'list',
      'x',
      'z',
    ]);
    expect(facts('$orders@$o#$n.items[$n > 1]{ $o.id: $ }').variables).toEqual(['orders']);
    expect(facts('$states.input.a & $$').variables).toEqual([]);
  });

  test('paths below $states, as far as they are plain', () => {
    expect(facts('$states.input.order.id & $states.result[0].a & $states.context').statesPaths).toEqual(
      expect.arrayContaining([['input', 'order', 'id'], ['result'], ['context']]),
    );
    expect(facts('[$states.input.*.b, $states]').statesPaths).toEqual([['input']]);
  });

  test('functions, those of Step Functions among them', () => {
    expect(facts('$partition($map($x, $string), 2) ~> $sum')).toMatchObject({
      variables: ['x'],
      functions: ['map', 'partition', 'string', 'sum'],
    });
  });

  test('paths that start elsewhere, and places in arrays, are none below $states', () => {
    expect(facts('$x.a & input.b & $$.c & states.d').statesPaths).toEqual([]);
    expect(facts('$states.input.(a).b').statesPaths).toEqual([['input']]);
  });

  test('names that are bound by place or by item are none that are read', () => {
    expect(facts('$list#$i.($i)')).toEqual({ variables: ['list'], statesPaths: [], functions: [] });
    expect(facts('$list@$v.($v & $w)')).toEqual({ variables: ['list', 'w'], statesPaths: [], functions: [] });
    expect(facts('[null, true, 1, "a", $]')).toEqual({ variables: [], statesPaths: [], functions: [] });
  });

  test('fails for what is nested too deeply, at its start', () => {
    expect(parseExpression('('.repeat(200_000))).toEqual({
      ok: false,
      message: 'Expression is nested too deeply',
      position: 0,
      code: 'S0201',
    });
  });

  test('fails with a text that has the place, from 1', () => {
    expect(new JsonataSyntaxError('1 +', 'Unexpected end of expression', 3, 'S0207').message).toBe(
      '"1 +" is no JSONata expression: Unexpected end of expression at character 4',
    );
    expect(() => JsonataSyntaxError.from('1', new TypeError('crash'))).toThrow(new TypeError('crash'));
  });

  test('fails with message, code and place', () => {
    expect(parseExpression('$x := ')).toEqual({
      ok: false,
      message: 'Unexpected end of expression',
      position: 6,
      code: 'S0207',
    });
    expect(parseExpression('$match("a", /(?=a)/)')).toMatchObject({
      ok: false,
      position: 12,
      code: 'UNSUPPORTED_REGEX',
    });
  });
});
