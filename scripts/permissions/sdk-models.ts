import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A shape of a service model, as far as it is used here. */
export interface Shape {
  readonly type?: string;
  readonly shape?: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Shape>>;
  readonly member?: Shape;
  readonly location?: string;
  readonly locationName?: string;
}

/** An operation of a service model. */
export interface Operation {
  readonly http?: { readonly method?: string; readonly requestUri?: string };
  readonly input?: Shape;
}

/** A service model of the SDK. */
export interface Model {
  readonly name: string;
  /** The name that requests are signed with. */
  readonly signingName: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const ROOT = dirname(require.resolve('aws-sdk/package.json'));

/** The version of the SDK that the models are from. */
export const SDK_VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;

/** The newest model of every service, by the name that Step Functions uses: the service's id without spaces and without a last `Service`. */
export function sdkModels(): ReadonlyMap<string, Model> {
  const newest = new Map<string, string>();
  for (const file of readdirSync(join(ROOT, 'apis')).sort()) {
    const [, service] = /^(.*)-\d{4}-\d\d-\d\d\.min\.json$/.exec(file) ?? [];
    if (service !== undefined) newest.set(service, file);
  }
  return new Map(
    [...newest].map(([service, file]) => {
      const json = JSON.parse(readFileSync(join(ROOT, 'apis', file), 'utf8'));
      const { serviceId = service, signingName, endpointPrefix } = json.metadata;
      const name = String(serviceId)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replace(/service$/, '');
      return [
        name,
        { name, signingName: signingName ?? endpointPrefix, operations: json.operations, shapes: json.shapes ?? {} },
      ];
    }),
  );
}

/** A member's shape with what it refers to. */
export function resolved(model: Model, shape: Shape): Shape {
  return shape.shape === undefined ? shape : { ...model.shapes[shape.shape], ...shape, shape: undefined };
}

/** The members of an operation's input, in Pascal case, as Step Functions takes them. */
export function membersOf(model: Model, operation: Operation): ReadonlyMap<string, Shape> {
  const input = operation.input === undefined ? {} : resolved(model, operation.input);
  return new Map(Object.entries(input.members ?? {}).map(([name, shape]) => [pascal(name), resolved(model, shape)]));
}

/** The members that must be there. */
export function requiredOf(model: Model, operation: Operation): string[] {
  return (operation.input === undefined ? [] : (resolved(model, operation.input).required ?? [])).map(pascal);
}

/** With a capital at the start. */
export function pascal(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}

/** With a small letter at the start, as the actions of a Resource are written. */
export function camel(name: string): string {
  return name[0].toLowerCase() + name.slice(1);
}
