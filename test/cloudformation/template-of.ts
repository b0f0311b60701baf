import type { Json, JsonObject } from '../../src/asl';
import { readTemplate, type ReadOptions } from '../../src/cloudformation';

/** A template with the state machine `Machine`, whose definition is the given value, and other resources beside it. */
export function templateOf(definition: Json, resources: JsonObject = {}, sections: JsonObject = {}): JsonObject {
  return {
    ...sections,
    Resources: {
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: definition } },
      ...resources,
    },
  };
}

/** What a template's expression becomes inside a definition. */
export function valueOf(
  expression: Json,
  resources: JsonObject = {},
  sections: JsonObject = {},
  options: ReadOptions = {},
): Json | undefined {
  const [machine] = readTemplate(templateOf({ value: expression }, resources, sections), options).machines;
  return machine.definition.value;
}

/** The text of the error that a computation throws. */
export function failureOf(compute: () => unknown): string {
  try {
    compute();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
