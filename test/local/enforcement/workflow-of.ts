import type { Json, JsonObject } from '../../../src/asl';
import { readTemplate } from '../../../src/cloudformation';
import { runLocally, compileMachine, type LocalRunOptions, type RunResult } from '../../../src/local';

/** A statement that allows. */
export function allow(action: Json, resource: Json, more: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}

/** A workflow of Tasks one after another, its role with these statements, and resources beside it. */
export function workflow(
  tasks: Record<string, JsonObject>,
  statements: readonly Json[],
  resources: JsonObject = {},
): JsonObject {
  const names = Object.keys(tasks);
  const states = Object.fromEntries(
    names.map((name, i) => [
      name,
      { Type: 'Task', ...tasks[name], ...(i + 1 < names.length ? { Next: names[i + 1] } : { End: true }) },
    ]),
  );
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'runner',
          Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: statements } }],
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'flow',
          RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Definition: { StartAt: names[0], States: states },
        },
      },
      ...resources,
    },
  };
}

/** Runs the machine `Machine` of a template; every Task answers with an empty object. */
export function run(template: JsonObject, options: LocalRunOptions = {}): RunResult {
  const app = readTemplate(template);
  const machine = app.machines.find(one => one.logicalId === 'Machine')!;
  const states = Object.keys(machine.definition.States as JsonObject);
  return runLocally(
    compileMachine(machine, app),
    {},
    { mocks: Object.fromEntries(states.map(name => [name, { returns: {} }])), ...options },
  );
}
