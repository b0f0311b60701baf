import { nearest } from '../errors';

/** The actions of one service, and the arguments that each must have. */
type ServiceActions = ReadonlyMap<string, readonly string[]>;

interface ApiTable {
  /** The line of each service, as the table has it. */
  readonly lines: ReadonlyMap<string, string>;
  readonly otherNames: Readonly<Record<string, string>>;
}

let table: ApiTable | undefined;
const read = new Map<string, ServiceActions>();

/** The table is large, and most definitions name no action of the SDK: it is loaded when somebody asks. */
function api(): ApiTable {
  if (table === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
    const { SDK_API_TABLE, OTHER_SERVICE_NAMES } = require('./sdk-api-table') as typeof import('./sdk-api-table');
    const lines = new Map(
      SDK_API_TABLE.trim()
        .split('\n')
        .map(line => [line.slice(0, line.indexOf('\t')), line]),
    );
    table = { lines, otherNames: OTHER_SERVICE_NAMES };
  }
  return table;
}

/** The names of all services that Step Functions calls through the SDK, as in `arn:aws:states:::aws-sdk:SERVICE:action`. */
export function sdkServices(): string[] {
  return [...api().lines.keys()];
}

/** The actions of a service in the table's order, such as `getItem`; undefined if there is no such service. */
export function sdkActions(service: string): string[] | undefined {
  const actions = actionsOf(service);
  return actions && [...actions.keys()];
}

/** Whether Step Functions calls that action of that service through the SDK. */
export function isKnownSdkAction(service: string, action: string): boolean {
  return actionsOf(service)?.has(action) ?? false;
}

/** Whether Step Functions calls that service through the SDK. */
export function isKnownSdkService(service: string): boolean {
  return api().lines.has(service);
}

/** The arguments that a call must have, by their names in a definition; undefined if the action is not known. */
export function requiredSdkArguments(service: string, action: string): readonly string[] | undefined {
  return actionsOf(service)?.get(action);
}

/** AWS's name of a service that goes by another name elsewhere, or the nearest name; undefined if none is near. */
export function nearestSdkService(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const { lines, otherNames } = api();
  if (lines.has(plain)) return plain;
  return Object.hasOwn(otherNames, plain) ? otherNames[plain] : nearest(plain, lines.keys());
}

/** The name nearest to an action of a service; undefined if none is near. */
export function nearestSdkAction(service: string, action: string): string | undefined {
  const actions = actionsOf(service);
  return actions && nearest(action, actions.keys());
}

function actionsOf(service: string): ServiceActions | undefined {
  const line = api().lines.get(service);
  if (line === undefined) return undefined;
  const found = read.get(service) ?? actionsOfLine(line);
  read.set(service, found);
  return found;
}

/** `service`, the arguments, then a group for each verb: `get Item:0,1 Record`, with tabs between them. */
function actionsOfLine(line: string): ServiceActions {
  const [, args, ...groups] = line.split('\t');
  const names = args.split(' ');
  return new Map(
    groups.flatMap(group => {
      const [verb, ...nouns] = group.split(' ');
      return nouns.map((noun): [string, readonly string[]] => {
        const [word, numbers] = noun.split(':');
        return [verb + word, numbers === undefined ? [] : numbers.split(',').map(number => names[Number(number)])];
      });
    }),
  );
}
