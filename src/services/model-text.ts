import type {
  ListShape,
  MapShape,
  Member,
  Operation,
  Scalar,
  ScalarKind,
  ServiceModel,
  Shape,
  Structure,
} from './shape';

/*
 * The text of one service model. A shape is written where it is first used, and is its number after that:
 *
 *   service   className TAB signingName LF  error SPACE error … LF  operation LF operation …
 *   operation Name TAB numbers-of-errors TAB [METHOD path] TAB input TAB output      an absent input or output is empty
 *   shape     number | letter | scalar | list | map | structure
 *   scalar    = letter limits [/ pattern TAB] [{ value TAB value … }]
 *   list      [ limits shape ]
 *   map       < limits shape , shape >
 *   structure ( [|] Name [! or ?] SPACE shape LF … )     | marks a union, ! a required member, ? one that the SDK fills in
 *   limits    nothing, or min : max SPACE
 */
const KINDS: Readonly<Record<string, ScalarKind>> = {
  s: 'string',
  i: 'integer',
  n: 'number',
  b: 'boolean',
  t: 'timestamp',
  x: 'blob',
  j: 'document',
};

const PLAIN: Readonly<Record<string, Scalar>> = Object.fromEntries(
  Object.entries(KINDS).map(([letter, kind]) => [letter, { kind }]),
);

/** The least and the greatest, where either may be absent. A shape's number is never followed by a colon. */
const LIMITS = /([-+.\deE]*):([-+.\deE]*) /y;

const NOTHING: Structure = { kind: 'structure', members: new Map(), union: false };

/** Parses the text of a service model. */
export function parseModel(name: string, text: string): ServiceModel {
  const [head, errorLine, ...rest] = splitTwice(text);
  const [className, signingName] = head.split('\t');
  const errors = errorLine.split(' ');
  const reader = new ShapeReader(rest[0]);
  const operations = new Map<string, Operation>();
  while (!reader.atEnd()) {
    const operation = reader.until('\t');
    const numbers = reader.until('\t');
    const http = reader.until('\t');
    const input = reader.structure('\t');
    const output = reader.structure('\n');
    const [method, path] = http.split(' ');
    operations.set(operation.charAt(0).toLowerCase() + operation.slice(1), {
      name: operation,
      input,
      output,
      errors: numbers === '' ? [] : numbers.split(',').map(number => errors[Number(number)]),
      ...(path === undefined ? {} : { http: { method, path } }),
    });
  }
  return { name, className, signingName, operations };
}

function splitTwice(text: string): readonly [string, string, string] {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

class ShapeReader {
  private at = 0;
  private readonly shapes: Shape[] = [];

  public constructor(private readonly text: string) {}

  public atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The text up to a mark, and past it. */
  public until(mark: string): string {
    const end = this.text.indexOf(mark, this.at);
    const found = this.text.slice(this.at, end);
    this.at = end + 1;
    return found;
  }

  /** A structure up to a mark, and past it; one without members if nothing is written. */
  public structure(mark: string): Structure {
    if (this.text[this.at] === mark) {
      this.at++;
      return NOTHING;
    }
    const shape = this.shape();
    this.at++;
    return shape as Structure;
  }

  private shape(): Shape {
    const first = this.text[this.at++];
    switch (first) {
      case '(':
        return this.members();
      case '[':
        return this.list();
      case '<':
        return this.map();
      case '=':
        return this.scalar();
      default:
        return PLAIN[first] ?? this.known();
    }
  }

  private known(): Shape {
    const from = this.at - 1;
    while (this.text.charCodeAt(this.at) >= 48 && this.text.charCodeAt(this.at) <= 57) this.at++;
    return this.shapes[Number(this.text.slice(from, this.at))];
  }

  private members(): Structure {
    const members = new Map<string, Member>();
    const union = this.taken('|');
    // it is known before its members are, since it may contain itself
    const structure: Structure = { kind: 'structure', members, union };
    this.shapes.push(structure);
    while (!this.taken(')')) {
      const written = this.until(' ');
      const mark = written.slice(-1);
      const required = mark === '!';
      const filledIn = mark === '?';
      const shape = this.shape();
      members.set(required || filledIn ? written.slice(0, -1) : written, { shape, required, filledIn });
      this.taken('\n');
    }
    return structure;
  }

  private list(): ListShape {
    const list = { kind: 'list' as const } as { -readonly [name in keyof ListShape]: ListShape[name] };
    this.shapes.push(list);
    Object.assign(list, this.limits());
    list.item = this.shape();
    this.at++;
    return list;
  }

  private map(): MapShape {
    const map = { kind: 'map' as const } as { -readonly [name in keyof MapShape]: MapShape[name] };
    this.shapes.push(map);
    Object.assign(map, this.limits());
    map.key = this.shape();
    this.at++;
    map.value = this.shape();
    this.at++;
    return map;
  }

  private scalar(): Scalar {
    const kind = KINDS[this.text[this.at++]];
    const scalar: Scalar = {
      kind,
      ...this.limits(),
      ...(this.taken('/') ? { pattern: this.until('\t') } : {}),
      ...(this.taken('{') ? { oneOf: this.until('}').split('\t') } : {}),
    };
    this.shapes.push(scalar);
    return scalar;
  }

  private limits(): { readonly min?: number; readonly max?: number } {
    LIMITS.lastIndex = this.at;
    const found = LIMITS.exec(this.text);
    if (found === null) return {};
    this.at = LIMITS.lastIndex;
    const [, min, max] = found;
    return { ...(min === '' ? {} : { min: Number(min) }), ...(max === '' ? {} : { max: Number(max) }) };
  }

  private taken(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at++;
    return true;
  }
}
