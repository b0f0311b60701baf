import type { Json, JsonObject } from '../../asl';

/** A resource of a Terraform plan or state. */
export interface TerraformResource {
  readonly address: string;
  readonly type: string;
  /** Attributes whose values are known. */
  readonly values: JsonObject;
}

/** What the conversions of resources look at. */
export interface TerraformApp {
  readonly resources: readonly TerraformResource[];
  /** An attribute as CloudFormation has it: its value, else an attribute of the resource that the argument refers to. */
  readonly attribute: (
    resource: TerraformResource,
    argument: string,
    targetTypes: readonly string[],
    attribute: 'Arn' | 'Ref',
  ) => Json | undefined;
}

/** The value of a JSON text, or the text. */
export function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
