import { didYouMean, StepwrightError } from '../errors';
import type { LocalApp, Machine } from './app';
import { quietly } from './quietly';

/**
 * Finds a machine by construct ID, logical ID, construct path, name, or ARN. Without any of these, returns the app's
 * only machine. The stack can come first: `STACK/ID`.
 */
export function findMachine(app: Pick<LocalApp, 'machines'>, nameOrIdOrPath?: string): Machine {
  const { machines } = app;
  if (machines.length === 0) {
    throw new StepwrightError('UNKNOWN_MACHINE', 'the app has no state machine', {
      fix: 'Make sure that this is the right template, and that the Condition of the state machine is true.',
    });
  }
  if (nameOrIdOrPath === undefined) {
    if (machines.length === 1) return machines[0];
    throw new StepwrightError('AMBIGUOUS_MACHINE', `the app has ${machines.length} state machines`, {
      allowed: listed(machines),
      fix: 'Name one of them.',
    });
  }
  for (const fits of WAYS) {
    const found = machines.filter(machine => quietly(() => fits(machine, nameOrIdOrPath)));
    if (found.length === 1) return found[0];
    if (found.length > 1) {
      throw new StepwrightError(
        'AMBIGUOUS_MACHINE',
        `${found.length} state machines are named ${JSON.stringify(nameOrIdOrPath)}`,
        { allowed: listed(found), fix: 'Use the path, or put the stack first: STACK/LOGICALID.' },
      );
    }
  }
  const known = machines.flatMap(machine => [
    constructIdOf(machine),
    machine.logicalId,
    withoutHash(machine.logicalId),
    quietly(() => machine.name),
  ]);
  throw new StepwrightError(
    'UNKNOWN_MACHINE',
    `the app has no state machine ${JSON.stringify(nameOrIdOrPath)}${didYouMean(
      nameOrIdOrPath,
      known.filter(name => name !== undefined),
    )}`,
    { allowed: listed(machines) },
  );
}

/** The ways to name a machine, from the most specific to the least. */
const WAYS: ReadonlyArray<(machine: Machine, text: string) => boolean> = [
  (machine, text) => machine.arn === text,
  (machine, text) => pathOf(machine) === trimmed(text),
  (machine, text) => machine.logicalId === text || `${machine.stack}/${machine.logicalId}` === text,
  (machine, text) => machine.name === text,
  (machine, text) =>
    constructIdOf(machine) === text ||
    (machine.path !== undefined && `${machine.stack}/${constructIdOf(machine)}` === text),
  // in a stage, the path starts with the stage
  (machine, text) => pathOf(machine)?.endsWith(`/${trimmed(text)}`) ?? false,
  // the template has no paths; the CDK derives a logical ID from the path and eight digits
  (machine, text) => withoutHash(machine.logicalId) === text.replace(/[^A-Za-z0-9]/g, ''),
];

/** The construct's path without the `Resource` at its end. */
function pathOf(machine: Machine): string | undefined {
  return machine.path === undefined ? undefined : trimmed(machine.path);
}

function trimmed(path: string): string {
  return path.replace(/^\//, '').replace(/\/Resource$/, '');
}

function constructIdOf(machine: Machine): string | undefined {
  return pathOf(machine)?.split('/').pop();
}

function withoutHash(logicalId: string): string | undefined {
  return /^(.+)[0-9A-F]{8}$/.exec(logicalId)?.[1];
}

function listed(machines: readonly Machine[]): string {
  return machines
    .slice(0, 20)
    .map(machine => pathOf(machine) ?? `${machine.stack}/${machine.logicalId}`)
    .join(', ');
}
