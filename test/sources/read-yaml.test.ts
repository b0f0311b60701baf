import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json } from '../../src/asl';
import { readYaml } from '../../src/sources';

const valueOf = (text: string): Json => readYaml(text, 'template.yaml').value;
const lines = (...text: string[]): string => `${text.join('\n')}\n`;

describe('scalars of YAML 1.1', () => {
  // each value is what PyYAML 6.0.4 gives
  test.each<[string, Json]>([
    ['yes', true],
    ['Off', false],
    ['y', 'y'],
    ['NO', false],
    ['~', null],
    ['', null],
    ['0123', 83],
    ['08', '08'],
    ['0b11', 3],
    ['-0x1F', -31],
    ['1_000', 1000],
    ['190:20:30', 685230],
    ['1e3', '1e3'],
    ['1.5e+3', 1500],
    ['.5', 0.5],
    ['2012-10-17', '2012-10-17'],
    ['123456789012', 123456789012],
    ['"yes"', 'yes'],
    ["'010'", '010'],
    ['!!str 12', '12'],
    ['! 12', '12'],
  ])('%s is %j', (text, value) => {
    expect(valueOf(`key: ${text}\n`)).toEqual({ key: value });
  });

  test('keys stay as they are written', () => {
    expect(valueOf('on: 1\n200: 2\nyes: 3\n')).toEqual({ on: 1, 200: 2, yes: 3 });
  });

  test('rejects a number that JSON does not have', () => {
    expect(() => valueOf('a: 1\nkey: .inf\n')).toThrow(/JSON has no such number\n {2}at: template\.yaml:2:6/);
  });

  test('scalars that YAML 1.2 reads in another way are reported with their places', () => {
    expect(readYaml('a: yes\nb: "yes"\nc: 010\n', 'x').versionDependent).toEqual([
      { line: 1, column: 4, text: 'yes' },
      { line: 3, column: 4, text: '010' },
    ]);
  });
});

describe('short tags', () => {
  test.each<[string, Json]>([
    ['!Ref Table', { Ref: 'Table' }],
    ['!Condition IsProd', { Condition: 'IsProd' }],
    ['!GetAtt Nested.Outputs.Arn', { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }],
    ['!GetAtt [Table, Arn]', { 'Fn::GetAtt': ['Table', 'Arn'] }],
    ['!Sub 12', { 'Fn::Sub': '12' }],
    ['!GetAZs ""', { 'Fn::GetAZs': '' }],
    [
      '!Transform {Name: Macro, Parameters: {A: !Ref B}}',
      { 'Fn::Transform': { Name: 'Macro', Parameters: { A: { Ref: 'B' } } } },
    ],
    ["!Select [1, !Split [',', !Ref Names]]", { 'Fn::Select': [1, { 'Fn::Split': [',', { Ref: 'Names' }] }] }],
    [
      '!If [A, !Ref "AWS::NoValue", !Not [!Equals [a, b]]]',
      { 'Fn::If': ['A', { Ref: 'AWS::NoValue' }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] },
    ],
  ])('%s has its long form', (text, value) => {
    expect(valueOf(`key: ${text}\n`)).toEqual({ key: value });
  });

  test('a tag on a block sequence with a block scalar has its long form', () => {
    expect(valueOf(lines('key: !Sub', '  - |', '    to ${Name}', '  - Name: !Ref Table'))).toEqual({
      key: { 'Fn::Sub': ['to ${Name}\n', { Name: { Ref: 'Table' } }] },
    });
  });

  test('rejects a tag that CloudFormation does not have, with line, column, and the nearest name', () => {
    expect(() => valueOf('a: 1\nkey: [!Reff Stage]\n')).toThrow(
      /^UNKNOWN_YAML_TAG: the tag !Reff is not known; did you mean "!Ref"\?\n {2}at: template\.yaml:2:7/,
    );
  });

  test('rejects two tags in a row', () => {
    expect(() => valueOf('key: !Base64 !Sub x\n')).toThrow(/template\.yaml:1:/);
  });

  test('rejects a type that JSON does not have', () => {
    expect(() => valueOf('key: !!binary aGk=\n')).toThrow(/the tag !!binary is not supported here/);
  });
});

describe('what PyYAML accepts', () => {
  test('of a key that appears twice the last one counts, and it is reported', () => {
    const reading = readYaml('a: 1\nb: 2\na: 3\n', 'x');
    expect(reading.value).toEqual({ a: 3, b: 2 });
    expect(reading.duplicateKeys).toEqual([{ line: 3, column: 1, text: 'a' }]);
  });

  test('lines inside brackets and quotes may be indented less than their key', () => {
    const text = lines(
      'top:',
      '  inner:',
      '      list: [',
      ' 1, 2',
      ']',
      '      map: {',
      '"a": "it\'s {", # {',
      "b: don't",
      '  }',
      '      text: "one',
      'two"',
      '      block: |',
      '        { [',
      '      last: {a: 1}',
    );
    expect(valueOf(text)).toEqual({
      top: {
        inner: { list: [1, 2], map: { a: "it's {", b: "don't" }, text: 'one two', block: '{ [\n', last: { a: 1 } },
      },
    });
  });

  test('places in lines that were indented are those of the file', () => {
    const { positions } = readYaml(lines('a:', '    b: {', '"c": 1', '  }'), 'x');
    expect(positions.get('/a/b/c')).toEqual({ line: 3, column: 1 });
  });

  test('a BOM and CRLF are no part of the text', () => {
    expect(valueOf('\uFEFFa: |\r\n  one\r\n  two\r\nb: 1\r\n')).toEqual({ a: 'one\ntwo\n', b: 1 });
  });

  test('a merge key brings members, and the mapping itself wins', () => {
    expect(valueOf(lines('base: &base {a: 1, b: 2}', 'own:', '  b: 3', '  <<: *base'))).toEqual({
      base: { a: 1, b: 2 },
      own: { a: 1, b: 3 },
    });
  });

  test('of several merged mappings the first that has a key wins', () => {
    expect(valueOf(lines('x: &x {a: 1}', 'y: &y {a: 2, b: 2}', 'own:', '  <<: [*x, *y]'))).toEqual({
      x: { a: 1 },
      y: { a: 2, b: 2 },
      own: { a: 1, b: 2 },
    });
  });

  test('aliases and merge keys are reported with their places', () => {
    expect(readYaml('a: &a {b: 1}\nc: *a\nd: {<<: *a}\n', 'x').aliases).toEqual([
      { line: 2, column: 4, text: '*a' },
      { line: 3, column: 5, text: '<<' },
      { line: 3, column: 9, text: '*a' },
    ]);
  });
});

describe('hostile texts', () => {
  test('rejects aliases that multiply', () => {
    const steps = 'abcdefghij'.split('').map(
      (name, i, all) =>
        `${name}: &${name} [${Array(10)
          .fill(i === 0 ? 'x' : `*${all[i - 1]}`)
          .join(',')}]`,
    );
    expect(() => valueOf(lines(...steps))).toThrow(/the aliases expand to too many values/);
  });

  test('rejects an alias that contains itself', () => {
    expect(() => valueOf('a: &a [*a]\n')).toThrow(/an alias contains itself\n {2}at: template\.yaml:1:8/);
  });

  test('rejects an alias without an anchor', () => {
    expect(() => valueOf('a: *b\n')).toThrow(/template\.yaml:1:4/);
  });

  test('rejects brackets that are nested too deeply', () => {
    expect(() => valueOf(`a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`)).toThrow(/nested too deeply/);
  });

  test('keys of the prototype are plain keys', () => {
    const value = valueOf('__proto__: {a: 1}\nconstructor: 2\n') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
  });
});

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      // a YAML number needs a dot before its exponent
      fc.pre(!/\de/.test(JSON.stringify(value)));
      const known = JSON.parse(JSON.stringify({ key: value })) as Json;
      expect(valueOf(JSON.stringify(known))).toEqual(known);
    }),
  );
});

test('strings that the yaml library quotes for YAML 1.1 come back unchanged', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), value => {
      const known = Object.fromEntries(Object.entries(value));
      expect(valueOf(stringify(known, { version: '1.1', defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }))).toEqual(
        known,
      );
    }),
  );
});
