import { isJsonObject } from '../asl';
import type { LocalApp, Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import { compile, type Machine as StartableMachine, type MachineFinder, type TaskCall } from '../interpreter';

/** The machine of the app with this ARN, also where the ARN names a version or an alias. */
export function machineOf(app: LocalApp | undefined, arn: string): Machine | undefined {
  return app?.machines.find(machine => arn === machine.arn || arn.startsWith(`${machine.arn}:`));
}

/** Finds the machines of an app that Tasks start; each is compiled when it is first started. */
export function machineFinder(app: LocalApp | undefined): MachineFinder {
  const found = new Map<Machine, StartableMachine>();
  return arn => {
    const machine = machineOf(app, arn);
    if (machine === undefined) return undefined;
    const before = found.get(machine);
    if (before) return before;
    const { type, definition, name, roleArn } = machine;
    const startable = {
      program: compile(definition, { type }),
      arn: machine.arn,
      name,
      ...(roleArn === undefined ? {} : { roleArn }),
    };
    found.set(machine, startable);
    return startable;
  };
}

/**
 * Refuses a Task that waits for the end of an Express workflow: Step Functions cannot.
 *
 * @throws StepwrightError EXPRESS_CANNOT_SYNC
 */
export function checkNestedStart(app: LocalApp | undefined, call: TaskCall): void {
  if (
    call.service !== 'states' ||
    call.pattern !== 'SYNC' ||
    !isJsonObject(call.input) ||
    typeof call.input.StateMachineArn !== 'string'
  ) {
    return;
  }
  const machine = machineOf(app, call.input.StateMachineArn);
  if (machine?.type !== 'EXPRESS') return;
  throw new StepwrightError(
    'EXPRESS_CANNOT_SYNC',
    `'${call.stateName}' waits for '${machine.name}' to end, but Step Functions can't wait for an Express workflow`,
    {
      where: `state '${call.stateName}'`,
      received: call.resource,
      fix: 'Call aws-sdk:sfn:startSyncExecution, or make it a Standard workflow.',
    },
  );
}
