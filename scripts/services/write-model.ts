import { javaServiceName } from './java-names';
import type { BotocoreMember, BotocoreModel, BotocoreShape } from './botocore-model';

const LETTERS: Readonly<Record<string, string>> = {
  string: 's',
  character: 's',
  integer: 'i',
  long: 'i',
  double: 'n',
  float: 'n',
  boolean: 'b',
  timestamp: 't',
  blob: 'x',
};

/** Services whose IAM actions are HTTP methods on paths. */
const WITH_PATHS: ReadonlySet<string> = new Set(['API Gateway', 'ApiGatewayV2']);

/** The text of a service model; src/services/model-text.ts describes and reads it. */
export function writeModel(model: BotocoreModel, leftOut: ReadonlySet<string>): string {
  const { metadata, operations, shapes } = model;
  const errors = Object.keys(shapes).filter(name => shapes[name].exception);
  const write = shapeWriter(shapes);
  const reference = (member: BotocoreMember | undefined): string => (member === undefined ? '' : write(member.shape));
  const lines = inOrder(Object.keys(operations))
    .filter(name => !leftOut.has(name) && !streams(model, name))
    .map(name => {
      const { input, output, errors: own = [] } = operations[name];
      const numbers = own.map(({ shape }) => errors.indexOf(shape)).join(',');
      return `${name}\t${numbers}\t${httpOf(model, name)}\t${reference(input)}\t${reference(output)}\n`;
    });
  const head = `${javaServiceName(metadata.serviceId)}\t${metadata.signingName ?? metadata.endpointPrefix}`;
  return `${head}\n${errors.join(' ')}\n${lines.join('')}`;
}

/** By verb, then by noun. */
function inOrder(names: readonly string[]): string[] {
  const key = (name: string): string => {
    const [, verb, noun] = /^([a-z]+)(.*)$/.exec(name[0].toLowerCase() + name.slice(1))!;
    return `${verb} ${noun}`;
  };
  return [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Step Functions calls no operation that sends or gets a stream of events. */
function streams({ operations, shapes }: BotocoreModel, name: string): boolean {
  return [operations[name].input, operations[name].output].some(
    side =>
      side !== undefined &&
      Object.values(shapes[side.shape].members ?? {}).some(({ shape }) => shapes[shape].eventstream === true),
  );
}

function httpOf({ metadata, operations, shapes }: BotocoreModel, name: string): string {
  const { http, input } = operations[name];
  if (http === undefined || !WITH_PATHS.has(metadata.serviceId)) return '';
  const members = Object.entries(input === undefined ? {} : (shapes[input.shape].members ?? {}));
  const path = (http.requestUri ?? '/').replace(/\?.*$/, '').replace(/\{([^}+]+)\+?\}/g, (whole, part: string) => {
    const member = members.find(([own, { locationName }]) => (locationName ?? own) === part)?.[0];
    return member === undefined ? whole : `{${member}}`;
  });
  return `${http.method ?? 'POST'} ${path}`;
}

/** Writes a shape where it is first used, and its number after that. */
function shapeWriter(shapes: Readonly<Record<string, BotocoreShape>>): (name: string) => string {
  const known = new Map<string, string>();
  const scalars = new Map<string, string>();
  let count = 0;
  const number = (name: string): void => {
    known.set(name, String(count++));
  };
  const write = (name: string): string => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const shape = shapes[name];
    switch (shape.type) {
      case 'structure': {
        if (shape.document) {
          known.set(name, 'j');
          return 'j';
        }
        number(name);
        const required = new Set(shape.required ?? []);
        const members = Object.entries(shape.members ?? {}).map(
          ([member, { shape: type, idempotencyToken }]) =>
            `${member}${idempotencyToken ? '?' : required.has(member) ? '!' : ''} ${write(type)}`,
        );
        return `(${shape.union ? '|' : ''}${members.join('\n')})`;
      }
      case 'list':
        number(name);
        return `[${limits(shape)}${write(shape.member!.shape)}]`;
      case 'map':
        number(name);
        return `<${limits(shape)}${write(shape.key!.shape)},${write(shape.value!.shape)}>`;
      default:
        return scalar(name, shape);
    }
  };
  const scalar = (name: string, shape: BotocoreShape): string => {
    const letter = LETTERS[shape.type];
    if (letter === undefined) throw new Error(`${name} has the unknown type ${shape.type}`);
    const text = `${letter}${limits(shape)}${pattern(shape)}${values(shape)}`;
    if (text === letter) {
      known.set(name, letter);
      return letter;
    }
    const same = scalars.get(text);
    if (same !== undefined) {
      known.set(name, same);
      return same;
    }
    scalars.set(text, String(count));
    number(name);
    return `=${text}`;
  };
  return write;
}

function limits({ min, max }: BotocoreShape): string {
  return min === undefined && max === undefined ? '' : `${min ?? ''}:${max ?? ''} `;
}

function pattern({ pattern: source }: BotocoreShape): string {
  return source === undefined ? '' : `/${without(source, /\t/)}\t`;
}

function values({ enum: all }: BotocoreShape): string {
  return all === undefined ? '' : `{${all.map(value => without(value, /[\t}]/)).join('\t')}}`;
}

function without(text: string, marks: RegExp): string {
  if (marks.test(text)) throw new Error(`${JSON.stringify(text)} has a character that the table uses as a mark`);
  return text;
}
