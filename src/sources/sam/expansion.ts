import type { Json, JsonObject } from '../../asl';

/** A SAM resource whose expansion is under way. */
export interface SamResource {
  readonly logicalId: string;
  readonly type: string;
  /** Its properties, with those of `Globals`. */
  readonly properties: JsonObject;
  /** The resource as the template has it. */
  readonly whole: JsonObject;
}

/** What a SAM resource becomes: CloudFormation resources by logical ID, and names that refer to them, such as `Work.Alias`. */
export interface Expansion {
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly references?: Readonly<Record<string, string>>;
}

/** What expansions look at besides their own resource. */
export interface SamTemplate {
  readonly resources: Readonly<Record<string, JsonObject>>;
  /** The value of a `Ref` to a parameter, where it is known; other values as they are. */
  readonly literal: (value: Json | undefined) => Json | undefined;
}

/** A generated resource: it has the condition of the resource that it is generated for. */
export function generated(type: string, properties: JsonObject, from: SamResource): JsonObject {
  const { Condition: condition } = from.whole;
  return { Type: type, ...(condition === undefined ? {} : { Condition: condition }), Properties: properties };
}

/** The resource itself, with another type and other properties. */
export function replaced(type: string, properties: JsonObject, from: SamResource): JsonObject {
  const { Connectors: _, ...rest } = from.whole;
  return { ...rest, Type: type, Properties: properties };
}
