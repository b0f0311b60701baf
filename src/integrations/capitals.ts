import { StepwrightError } from '../errors';

/**
 * Refuses arguments whose names Step Functions would not take: it writes those of every service in Pascal case.
 *
 * @throws StepwrightError INVALID_ARGUMENT_NAME
 */
export function refuseLowerCase(call: string, args: unknown): void {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return;
  const wrong = Object.keys(args).filter(name => /^[a-z]/.test(name));
  if (wrong.length === 0) return;
  throw new StepwrightError('INVALID_ARGUMENT_NAME', `An argument of ${call} has a name that Step Functions rejects`, {
    where: call,
    received: wrong.join(', '),
    allowed: "names in Pascal case, even if the service's own API uses another case",
    fix: wrong.map(capital).join(', '),
  });
}

/** `tableName` becomes `TableName`. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
