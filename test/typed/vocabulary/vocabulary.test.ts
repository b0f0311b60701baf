import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import * as t from '../../../src/typed';
import * as vocabulary from '../../../src/typed/vocabulary';
import { evaluate } from '../evaluate';

interface Line {
  sku: string;
  qty: number;
  price: number;
}
interface Input {
  id: string;
  text: string;
  n: number;
  m: number;
  yes: boolean;
  no: boolean;
  nothing: null;
  coupon?: string;
  gone?: string;
  lines: Line[];
  one: Line[];
  none: Line[];
  numbers: number[];
  words: string[];
  nested: number[][];
  counts: { [name: string]: number };
  time: string;
  json: string;
  status: 'PAID' | 'OPEN';
}

const input: Input = {
  id: 'A-1',
  text: '  Ünï  code ',
  n: 7,
  m: -2.5,
  yes: true,
  no: false,
  nothing: null,
  coupon: 'X',
  status: 'PAID',
  lines: [
    { sku: 'b', qty: 2, price: 10 },
    { sku: 'a', qty: 1, price: 5 },
    { sku: 'b', qty: 4, price: 1 },
  ],
  one: [{ sku: 'z', qty: 1, price: 1 }],
  none: [],
  numbers: [3, 1, 2, 3],
  words: ['one', 'two'],
  nested: [[1, 2]],
  counts: { x: 1, y: 2 },
  time: '2027-03-14T01:59:00.000Z',
  json: '{"a":[1]}',
};

/** The function, a use of it, and the same in plain TypeScript. */
const CASES: ReadonlyArray<[name: keyof typeof vocabulary, use: (i: t.Ref<Input>) => t.Expr<unknown>, plain: unknown]> =
  [
    ['eq', i => t.eq(i.status, 'PAID'), input.status === 'PAID'],
    ['ne', i => t.ne(i.id, i.text), input.id !== input.text],
    ['gt', i => t.gt(i.n, i.m), input.n > input.m],
    ['gte', i => t.gte(i.n, 7), input.n >= 7],
    ['lt', i => t.lt(i.id, 'B'), input.id < 'B'],
    ['lte', i => t.lte(i.n, 6), input.n <= 6],
    ['and', i => t.and(i.yes, t.gt(i.n, 1), t.or(i.no, i.yes)), true],
    ['or', i => t.or(i.no, t.and(i.yes, i.no)), false],
    ['not', i => t.not(t.or(i.no, i.no)), true],
    ['exists', i => t.exists(i.gone), false],
    ['exists', i => t.exists(i.nothing), true],
    ['isNull', i => t.isNull(i.nothing), true],
    ['orElse', i => t.orElse(i.gone, 'none'), 'none'],
    ['orElse', i => t.orElse(i.coupon, 'none'), 'X'],
    ['iff', i => t.iff(t.eq(i.n, 7), { seven: i.n }, 'other'), { seven: 7 }],
    ['ifExists', i => t.ifExists(i.coupon, coupon => t.str`coupon ${coupon}`, 'none'), 'coupon X'],
    ['jsonata', i => t.jsonata<number>`$count(${i.lines}) + 1`, 4],
    ['jsonata', i => t.add(t.jsonata<number>`${i.n} > 3 ? 1 : 2`, 1), 2],
    ['add', i => t.add(i.n, 1, i.m), 7 + 1 - 2.5],
    ['sub', i => t.sub(i.n, t.sub(3, i.m)), 7 - (3 - -2.5)],
    ['mul', i => t.mul(t.add(i.n, 1), 2), 16],
    ['div', i => t.div(i.n, 2), 3.5],
    ['mod', i => t.mod(i.n, 4), 3],
    ['neg', i => t.neg(t.add(i.n, 1)), -8],
    ['abs', i => t.abs(i.m), 2.5],
    ['floor', i => t.floor(i.m), Math.floor(input.m)],
    ['ceil', i => t.ceil(i.m), Math.ceil(input.m)],
    ['round', i => t.round(t.div(i.n, 3), 2), 2.33],
    ['power', i => t.power(i.n, 2), 49],
    ['sqrt', () => t.sqrt(16), 4],
    ['number', i => t.number(t.substring(i.id, 2)), 1],
    ['formatNumber', () => t.formatNumber(1234.5, '#,##0.00'), '1,234.50'],
    ['str', i => t.str`${i.id} costs ${i.n}, it's "${'here'}"`, 'A-1 costs 7, it\'s "here"'],
    ['str', i => t.str`${i.n}`, '7'],
    ['str', () => t.str`a "quoted" \\ 'text' %}`, 'a "quoted" \\ \'text\' %}'],
    ['string', i => t.string(i.counts), JSON.stringify(input.counts)],
    ['length', i => t.length(i.id), 3],
    ['uppercase', i => t.uppercase(i.id), 'A-1'],
    ['lowercase', i => t.lowercase(i.id), 'a-1'],
    ['trim', i => t.trim(i.text), 'Ünï code'],
    ['substring', i => t.substring(i.id, -1), '1'],
    ['before', i => t.before(i.id, '-'), 'A'],
    ['after', i => t.after(i.id, '-'), '1'],
    ['pad', i => t.pad(i.id, -5, '0'), '00A-1'],
    ['contains', i => t.contains(i.id, '-'), true],
    ['startsWith', i => t.startsWith(i.id, 'A-'), true],
    ['endsWith', i => t.endsWith(i.id, '-2'), false],
    ['endsWith', i => t.endsWith(i.id, ''), true],
    ['matches', i => t.matches(i.id, /^a-\d+$/i), true],
    ['split', i => t.split(i.id, '-'), ['A', '1']],
    ['split', i => t.split(i.id, '/'), ['A-1']],
    ['join', i => t.join(i.words, '+'), 'one+two'],
    ['replace', i => t.replace(i.id, '-', '_'), 'A_1'],
    ['base64encode', i => t.base64encode(i.id), Buffer.from('A-1').toString('base64')],
    ['base64decode', () => t.base64decode('QS0x'), 'A-1'],
    ['encodeUrlComponent', () => t.encodeUrlComponent('a b&c'), encodeURIComponent('a b&c')],
    ['decodeUrlComponent', () => t.decodeUrlComponent('a%20b'), 'a b'],
    ['map', i => t.map(i.lines, line => t.mul(line.qty, line.price)), input.lines.map(line => line.qty * line.price)],
    ['map', i => t.map(i.one, line => line.sku), ['z']],
    ['map', i => t.map(i.none, line => line.sku), []],
    ['map', i => t.map(i.nested, numbers => numbers), [[1, 2]]],
    ['map', i => t.map(i.words, (word, index) => t.str`${index}${word}`), ['0one', '1two']],
    [
      'map',
      i => t.map(i.lines, line => ({ all: t.map(i.lines, other => t.str`${line.sku}${other.sku}`) })),
      input.lines.map(a => ({ all: input.lines.map(b => a.sku + b.sku) })),
    ],
    ['filter', i => t.filter(i.lines, line => t.gt(line.qty, 1)), input.lines.filter(line => line.qty > 1)],
    ['filter', i => t.filter(i.lines, line => t.gt(line.qty, 3)), [{ sku: 'b', qty: 4, price: 1 }]],
    ['filter', i => t.filter(i.lines, line => t.gt(line.qty, 9)), []],
    ['find', i => t.find(i.lines, line => t.eq(line.sku, 'b')).qty, 2],
    ['find', i => t.exists(t.find(i.lines, line => t.eq(line.sku, 'q'))), false],
    ['some', i => t.some(i.lines, line => t.eq(line.sku, 'q')), false],
    ['every', i => t.every(i.lines, line => t.gt(line.price, 0)), true],
    ['reduce', i => t.reduce(i.numbers, (sum, item) => t.add(sum, item), 0), 9],
    ['count', i => t.count(i.none), 0],
    ['sum', i => t.sum(t.map(i.lines, line => line.qty)), 7],
    ['sum', i => t.sum(t.map(i.none, line => line.qty)), 0],
    ['max', i => t.max(i.numbers), 3],
    ['min', i => t.min(i.numbers), 1],
    ['average', i => t.average(i.numbers), 2.25],
    ['at', i => t.at(i.lines, 1).sku, 'a'],
    ['first', i => t.first(i.words), 'one'],
    ['last', i => t.last(i.words), 'two'],
    ['includes', i => t.includes(i.words, 'two'), true],
    [
      'concat',
      i =>
        t.concat(
          i.words,
          t.map(i.one, line => line.sku),
        ),
      ['one', 'two', 'z'],
    ],
    ['flat', i => t.flat(i.nested), input.nested.flat()],
    [
      'flat',
      i => t.flat(t.map(i.lines, line => [line.sku, line.sku])),
      input.lines.flatMap(line => [line.sku, line.sku]),
    ],
    ['flat', i => t.flat(t.map(i.none, line => [line.sku])), []],
    ['map', i => t.map(i.words, word => [word, i.words]), input.words.map(word => [word, input.words])],
    ['map', i => t.map(i.one, () => [i.numbers]), [[input.numbers]]],
    ['filter', i => t.filter(i.nested, numbers => t.gt(t.count(numbers), 1)), [[1, 2]]],
    ['find', i => t.find(i.nested, numbers => t.gt(t.count(numbers), 1)), [1, 2]],
    ['sort', i => t.sort(i.words, word => word), ['one', 'two']],
    [
      'sort',
      i =>
        t.sort(
          t.map(i.one, line => line.sku),
          sku => sku,
        ),
      ['z'],
    ],
    ['groupBy', i => t.groupBy(i.one, line => line.sku), { z: input.one }],
    ['range', i => t.range(i.n, 7), [7]],
    ['range', i => t.range(i.n, 1), []],
    ['partition', i => t.partition(i.none, 2), []],
    ['partition', i => t.partition(i.words, 2), [['one', 'two']]],
    ['omit', i => t.omit(i.counts, 'x', 'y'), {}],
    ['merge', i => t.merge(i.counts, { x: 5, words: i.words }), { ...input.counts, x: 5, words: input.words }],
    ['ifNull', i => t.ifNull(i.nothing, 'none'), 'none'],
    ['ifNull', i => t.ifNull(i.id, 'none'), 'A-1'],
    ['orElse', i => t.orElse(i.nothing, 'none'), null],
    ['reverse', i => t.reverse(i.numbers), [3, 2, 1, 3]],
    ['distinct', i => t.distinct(i.numbers), [3, 1, 2]],
    [
      'sort',
      i =>
        t.map(
          t.sort(i.lines, line => line.price),
          line => line.price,
        ),
      [1, 5, 10],
    ],
    [
      'sortDescending',
      i =>
        t.map(
          t.sortDescending(i.lines, line => line.sku),
          line => line.sku,
        ),
      ['b', 'b', 'a'],
    ],
    [
      'groupBy',
      i => t.groupBy(i.lines, line => line.sku),
      { b: [input.lines[0], input.lines[2]], a: [input.lines[1]] },
    ],
    ['groupBy', i => t.groupBy(i.none, line => line.sku), {}],
    [
      'zip',
      i => t.zip(i.words, i.numbers),
      [
        ['one', 3],
        ['two', 1],
      ],
    ],
    ['range', () => t.range(1, 7, 2), [1, 3, 5, 7]],
    ['partition', i => t.partition(i.numbers, 3), [[3, 1, 2], [3]]],
    ['merge', i => t.merge(i.counts, t.at(i.one, 0) as t.Expr<Line>), { x: 1, y: 2, sku: 'z', qty: 1, price: 1 }],
    ['pick', i => t.pick(i, 'id', 'n', 'gone'), { id: 'A-1', n: 7 }],
    ['omit', i => t.omit(t.at(i.one, 0) as t.Expr<Line>, 'qty', 'price'), { sku: 'z' }],
    ['keys', i => t.keys(i.counts), ['x', 'y']],
    ['keys', () => t.keys(t.jsonata<{ a: number }>("{'a': 1}")), ['a']],
    ['values', i => t.values(i.counts), [1, 2]],
    ['lookup', i => t.lookup(i.counts, t.lowercase('X')), 1],
    ['now', () => t.now(), '2027-03-14T01:59:00.000Z'],
    ['millis', () => t.millis(), Date.UTC(2027, 2, 14, 1, 59)],
    ['toMillis', i => t.toMillis(i.time), Date.UTC(2027, 2, 14, 1, 59)],
    ['fromMillis', i => t.fromMillis(t.toMillis(i.time), '[Y0001]-[M01]-[D01]'), '2027-03-14'],
    ['uuid', () => t.matches(t.uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/), true],
    ['random', () => t.lt(t.random(), 1), true],
    ['hash', i => t.hash(i.id, 'SHA-256'), createHash('sha256').update('A-1').digest('hex')],
    ['parse', i => t.parse<{ a: number[] }>(i.json).a, [1]],
  ];

test.each(CASES)('%s gives what plain TypeScript gives (%#)', (_, use, plain) => {
  expect(evaluate(input, use)).toEqual(plain);
});

test('every function of the vocabulary is compared', () => {
  const compared = new Set<string>(CASES.map(([name]) => name));
  expect(Object.keys(vocabulary).filter(name => !compared.has(name))).toEqual([]);
});

test('a literal text of any characters stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(evaluate({}, () => t.iff(t.jsonata<boolean>('true'), text, ''))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a field of any name can be reached', () => {
  fc.assert(
    fc.property(
      fc.string().filter(name => name !== '__proto__'),
      name => {
        expect(evaluate({ [name]: 1 } as Record<string, number>, i => i[name])).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['then', 'toJSON', 'constructor', 'and', 'a`b', '', 'a-b', '1'])('a field named "%s" is one', name => {
  expect(evaluate({ [name]: 1 } as Record<string, number>, i => i[name])).toBe(1);
});

test('arithmetic keeps the order in which it was written', () => {
  type Tree = number | { op: 'add' | 'sub' | 'mul'; a: Tree; b: Tree };
  const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -9, max: 9 }),
      fc.record({
        op: fc.constantFrom('add' as const, 'sub' as const, 'mul' as const),
        a: tie('tree'),
        b: tie('tree'),
      }),
    ),
  }));
  const plain = (at: Tree): number =>
    typeof at === 'number'
      ? at
      : at.op === 'add'
        ? plain(at.a) + plain(at.b)
        : at.op === 'sub'
          ? plain(at.a) - plain(at.b)
          : plain(at.a) * plain(at.b);
  const code = (at: Tree): t.Operand<number> => (typeof at === 'number' ? at : t[at.op](code(at.a), code(at.b)));
  fc.assert(
    fc.property(tree, at => {
      expect(evaluate({}, () => t.add(code(at), 0))).toBe(plain(at) + 0);
    }),
  );
});
