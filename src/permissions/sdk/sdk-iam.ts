import { sdkActions } from '../../services';

/** A resource of a call as the table has it. */
export interface ResourceTemplate {
  /** `service:r:a:rest`, where `r` and `a` stand for region and account, `{Member}` for an argument, `{Member|name}` for one that may be absent. */
  readonly text: string;
  /** The argument that is the whole ARN. */
  readonly whole?: string;
  /** `required` always counts; `optional` when its arguments are there; `choice` likewise, and all choices when none is. */
  readonly use: 'required' | 'optional' | 'choice';
}

/** One IAM action of a call. */
export interface IamAction {
  readonly action: string;
  /** Empty for an action without resource type. */
  readonly resources: readonly ResourceTemplate[];
}

/** What a call of the SDK needs of IAM. */
export interface IamOfCall {
  readonly actions: readonly IamAction[];
  /** Paths of arguments whose role is handed to a service. */
  readonly passedRoles: readonly string[];
}

interface ServiceLine {
  readonly prefix: string;
  readonly templates: readonly string[];
  readonly specs: readonly string[];
}

let lines: ReadonlyMap<string, string> | undefined;
const services = new Map<string, ServiceLine>();
const USES = { '?': 'optional', '~': 'choice' } as const;

/** What IAM asks of a call; undefined where the action, or its IAM action, is not known. */
export function iamOfCall(service: string, action: string): IamOfCall | undefined {
  const index = sdkActions(service)?.indexOf(action) ?? -1;
  if (index < 0) return undefined;
  const line = lineOf(service);
  const spec = line.specs[index];
  if (spec === '!') return undefined;
  if (spec === '-') return { actions: [], passedRoles: [] };
  const [actions, roles] = spec.split('&');
  return {
    actions: actions.split('+').map(part => iamAction(line, action, part)),
    passedRoles: roles === undefined ? [] : roles.split(','),
  };
}

/** The IAM prefix of a service's actions; undefined where IAM has none. */
export function iamPrefixOf(service: string): string | undefined {
  const { prefix } = lineOf(service);
  return prefix === '-' ? undefined : prefix;
}

/** Loaded when somebody asks: it is large. */
function lineOf(service: string): ServiceLine {
  if (lines === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
    const { SDK_IAM_TABLE } = require('./sdk-iam-table') as typeof import('./sdk-iam-table');
    lines = new Map(
      SDK_IAM_TABLE.slice(1, -1)
        .split('\n')
        .map(line => [line.slice(0, line.indexOf('\t')), line]),
    );
  }
  const known = services.get(service);
  if (known !== undefined) return known;
  const [, prefix, templates, specs] = lines.get(service)!.split('\t');
  const line = { prefix, templates: templates.split(' '), specs: specs.split(' ') };
  services.set(service, line);
  return line;
}

/** `Action@0,1?`: without a name the action's own, without resources `*`. */
function iamAction({ prefix, templates }: ServiceLine, operation: string, part: string): IamAction {
  const [name, numbers] = part.split('@');
  const own = name === '' ? operation[0].toUpperCase() + operation.slice(1) : name;
  return {
    action: own.includes(':') ? own : `${prefix}:${own}`,
    resources:
      numbers === undefined
        ? []
        : numbers.split(',').map(number => template(templates[Number.parseInt(number, 10)], number)),
  };
}

function template(source: string, number: string): ResourceTemplate {
  const [, whole, text] = /^(?:@([^|]+)\|)?(.*)$/.exec(source)!;
  return { text, use: USES[number.slice(-1) as '?' | '~'] ?? 'required', ...(whole === undefined ? {} : { whole }) };
}
