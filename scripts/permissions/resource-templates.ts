import { DEFAULT_NAMES, IGNORED_RESOURCE_TYPES, MEMBERS_OF_PLACEHOLDERS } from './overrides';
import type { Shape } from './sdk-models';

/** A resource type of an IAM action. */
export interface ResourceType {
  readonly name: string;
  readonly required: boolean;
  /** ARN format with `${Placeholders}`. */
  readonly arn: string;
}

/** A resource of a call: an ARN template whose parts are arguments, and when it counts. */
export interface Template {
  /** `service:r:a:rest`, where `r` and `a` stand for region and account, `{Member}` for an argument, `{Member|name}` for one that may be absent; `@Member|` before it for an argument that is the whole ARN. */
  readonly text: string;
  /** `required` always counts; `optional` when its arguments are there; `choice` likewise, and all choices when none is. */
  readonly use: 'required' | 'optional' | 'choice';
}

/** No call acts on more resources than this at once: where an action lists more as required, it means any of them. */
const MANY = 8;

/** The resources on which a call acts, as far as its arguments tell. */
export function templatesOf(
  service: string,
  operation: string,
  types: readonly ResourceType[],
  members: ReadonlyMap<string, Shape>,
): Template[] {
  const ignored = IGNORED_RESOURCE_TYPES[service] ?? [];
  const used = types.filter(({ name }) => !ignored.includes(name));
  const required = used.filter(type => type.required).length;
  const areChoices = required === 0 || required > MANY;
  const useOf = (type: ResourceType): Template['use'] =>
    areChoices ? 'choice' : type.required ? 'required' : 'optional';
  const templates = used.map((type): Template => ({
    text: templateOf(service, operation, type, members),
    use: useOf(type),
  }));
  const wanted = templates.filter(({ use, text }) => use !== 'optional' || /\{|@/.test(text));
  return [...new Map(wanted.map(template => [template.text, template])).values()];
}

function templateOf(
  service: string,
  operation: string,
  { name, arn }: ResourceType,
  members: ReadonlyMap<string, Shape>,
): string {
  const [, , arnService, region, account, ...rest] = arn.split(':');
  const placeholders = [...rest.join(':').matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
  const last = placeholders[placeholders.length - 1];
  const found = new Map<string, string | undefined>();
  for (const placeholder of placeholders) {
    const member = memberFor(service, operation, name, placeholder, placeholder === last, members);
    // a name stands for one part only: the other is what AWS makes up
    found.set(placeholder, [...found.values()].includes(member) ? undefined : member);
  }
  const body = rest.join(':').replace(/\$\{(\w+)\}/g, (_, placeholder: string) => {
    const member = found.get(placeholder);
    const absent = DEFAULT_NAMES[`${service} ${member}`];
    return member === undefined ? '*' : absent === undefined ? `{${member}}` : `{${member}|${absent}}`;
  });
  const whole = found.get(last) === undefined ? arnMember(name, last, members) : undefined;
  return `${whole === undefined ? '' : `@${whole}|`}${head(arnService, 'Service', '')}:${head(region, 'Region', 'r')}:${head(account, 'Account', 'a')}:${body.replace(/\*{2,}/g, '*')}`;
}

/** Region or account of the stack as a letter; those of somebody else stay open. */
function head(part: string, own: string, letter: string): string {
  if (part === `\${${own}}` || part === `\${${own}Id}`) return letter;
  return part.includes('${') ? '*' : part;
}

/** The member that gives a part of the ARN; with `[]` when it is a list of them. */
function memberFor(
  service: string,
  operation: string,
  type: string,
  placeholder: string,
  isLast: boolean,
  members: ReadonlyMap<string, Shape>,
): string | undefined {
  const base = normal(placeholder).replace(/(name|id|identifier)$/, '');
  const ofBase = (word: string): string[] => [word, `${word}name`, `${word}id`, `${word}identifier`];
  const aboutType = normal(operation).includes(normal(type)) || normal(operation).includes(base);
  const wanted = [
    ...(MEMBERS_OF_PLACEHOLDERS[`${service} ${placeholder}`] ?? []).map(normal),
    normal(placeholder),
    ...ofBase(base),
    ...(isLast ? ofBase(normal(type)) : []),
    ...(isLast && aboutType ? ['name', 'id', 'identifier'] : []),
  ].filter(name => name !== '');
  return pick(wanted, members);
}

/** The member that is the whole ARN. */
function arnMember(type: string, last: string | undefined, members: ReadonlyMap<string, Shape>): string | undefined {
  const base = normal(last ?? '').replace(/(name|id|identifier)$/, '');
  return pick(
    [`${normal(type)}arn`, `${base}arn`, 'resourcearn', 'arn', 'resource', 'resourceid', 'resourceidentifier'],
    members,
  );
}

function pick(wanted: readonly string[], members: ReadonlyMap<string, Shape>): string | undefined {
  const byName = new Map([...members].map(([name, shape]) => [normal(name), { name, shape }]));
  for (const name of wanted) {
    for (const candidate of [name, `${name}s`]) {
      const found = byName.get(candidate);
      if (found === undefined) continue;
      if (isText(found.shape)) return found.name;
      if (found.shape.kind === 'list' && isText(found.shape.item)) return `${found.name}[]`;
    }
  }
  return undefined;
}

function isText(shape: Shape): boolean {
  return shape.kind === 'string';
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
