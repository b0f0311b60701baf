/** A type of the service models. */
export type Shape = Scalar | ListShape | MapShape | Structure;

/** The types without members. `document` is any JSON value. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'timestamp' | 'blob' | 'document';

/** A string, a number, a Boolean, a time, bytes, or any JSON. */
export interface Scalar {
  readonly kind: ScalarKind;
  /** The least number, or the least length of a string. */
  readonly min?: number;
  /** The greatest number, or the greatest length of a string. */
  readonly max?: number;
  /** A regular expression of Java or Smithy; JavaScript can't compile all of them. */
  readonly pattern?: string;
  readonly oneOf?: readonly string[];
}

/** A list with its least and greatest number of items. */
export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** A map from strings to values. */
export interface MapShape {
  readonly kind: 'map';
  readonly key: Shape;
  readonly value: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** A structure. Shapes can contain themselves, as the attribute values of DynamoDB do. */
export interface Structure {
  readonly kind: 'structure';
  /** The members by the API's own names. */
  readonly members: ReadonlyMap<string, Member>;
  /** Exactly one member may be present. */
  readonly union: boolean;
}

/** A member of a structure. */
export interface Member {
  readonly shape: Shape;
  readonly required: boolean;
  /** The SDK fills the member in if the call doesn't have it. */
  readonly filledIn: boolean;
}

/** An action of a service. */
export interface Operation {
  /** The API's name, with a capital: `GetItem`. */
  readonly name: string;
  readonly input: Structure;
  readonly output: Structure;
  /** The names of its errors as the API has them. */
  readonly errors: readonly string[];
  /** The method and the path with the members in it; only for API Gateway, whose IAM actions are made of them. */
  readonly http?: { readonly method: string; readonly path: string };
}

/** The model of one service. */
export interface ServiceModel {
  /** As in the Resource of a Task: `dynamodb`. */
  readonly name: string;
  /** As in the names of errors that an SDK integration raises: `DynamoDb`. */
  readonly className: string;
  /** The name that requests are signed with. */
  readonly signingName: string;
  /** By the names of a Resource, such as `getItem`, in the order of the table. */
  readonly operations: ReadonlyMap<string, Operation>;
}
