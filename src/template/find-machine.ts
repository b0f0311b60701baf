import { StepwrightError } from '../errors';
import type { LocalApp, Machine } from './app';

/** The machine of that construct id, logical id, construct path, name or ARN; without one, the app's only machine. */
export function findMachine(app: LocalApp, nameOrIdOrPath?: string): Machine {
  const found = app.machines.find(machine => machine.logicalId === nameOrIdOrPath);
  if (!found) throw new StepwrightError('UNKNOWN_MACHINE', `the app has no state machine ${JSON.stringify(nameOrIdOrPath)}`);
  return found;
}
