import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** The value of an own key; undefined for others, and for values that aren't objects. */
export function own(object: Json | undefined, key: string): Json | undefined {
  return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object under an own key, or an empty one. */
export function ownObject(object: Json | undefined, key: string): JsonObject {
  const value = own(object, key);
  return isJsonObject(value) ? value : {};
}

/** The list under an own key: one value alone is a list of one. */
export function ownList(object: Json | undefined, key: string): readonly Json[] {
  const value = own(object, key);
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** Properties without those that are undefined. */
export function defined(properties: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** An attribute of a resource. */
export const getAtt = (logicalId: string, attribute: string): Json => ({ 'Fn::GetAtt': [logicalId, attribute] });

/** Whether a value is a call of an intrinsic function. */
export function isIntrinsic(value: Json | undefined): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0] === 'Condition' || keys[0].startsWith('Fn::'));
}

/** The logical ID that `Ref`, `Fn::GetAtt` or `Fn::Sub` of one name refers to. */
export function referredId(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return undefined;
  const ref = own(value, 'Ref');
  if (typeof ref === 'string') return ref;
  const attribute = own(value, 'Fn::GetAtt');
  if (Array.isArray(attribute)) return typeof attribute[0] === 'string' ? attribute[0] : undefined;
  if (typeof attribute === 'string') return attribute.split('.')[0];
  const sub = own(value, 'Fn::Sub');
  return typeof sub === 'string' ? /^\$\{(\w+)(?:\.\w+)*\}$/.exec(sub)?.[1] : undefined;
}
