import { own, ownObject } from './json';
import { samError, shown } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';

/** The sections of `Globals`. @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
const SECTIONS: readonly string[] = [
  'Api',
  'CapacityProvider',
  'Function',
  'HttpApi',
  'LayerVersion',
  'MicroVMImage',
  'NetworkConnector',
  'SimpleTable',
  'StateMachine',
  'WebSocketApi',
];

/** The properties of a SAM resource, with those that `Globals` has for its type. */
export function withGlobals(globals: Json | undefined, logicalId: string, resource: JsonObject): JsonObject {
  const properties = ownObject(resource, 'Properties');
  const type = String(resource.Type).replace('AWS::Serverless::', '');
  const ignored = own(resource, 'IgnoreGlobals');
  if (ignored === '*') return properties;
  const section = Object.fromEntries(
    Object.entries(ownObject(globals, type)).filter(([name]) => !(Array.isArray(ignored) && ignored.includes(name))),
  );
  if (type === 'StateMachine') {
    const wrong = Object.keys(section).find(name => name !== 'PropagateTags');
    if (wrong !== undefined) {
      throw samError(logicalId, `Globals has no ${JSON.stringify(wrong)} for state machines`, {
        allowed: 'PropagateTags',
        fix: `Move ${wrong} to the state machine.`,
      });
    }
  }
  return merged(section, properties) as JsonObject;
}

/** Rejects a `Globals` section that SAM does not have. */
export function checkGlobals(globals: Json | undefined): void {
  if (globals === undefined) return;
  if (!isJsonObject(globals)) throw samError('Globals', 'Globals is an object', { received: shown(globals) });
  for (const name of Object.keys(globals)) {
    if (SECTIONS.includes(name)) continue;
    throw samError('Globals', `Globals has no section ${JSON.stringify(name)}${didYouMean(name, SECTIONS)}`, {
      allowed: SECTIONS.join(', '),
    });
  }
}

/** Objects are merged, lists appended, and other values replaced. */
function merged(global: Json, local: Json): Json {
  if (Array.isArray(global) && Array.isArray(local)) return [...(global as Json[]), ...(local as Json[])];
  if (!isJsonObject(global) || !isJsonObject(local) || isFunction(global) || isFunction(local)) return local;
  const both: Record<string, Json> = { ...global };
  for (const [key, value] of Object.entries(local)) {
    both[key] = Object.hasOwn(global, key) ? merged(global[key], value) : value;
  }
  return both;
}

function isFunction(value: JsonObject): boolean {
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'));
}
