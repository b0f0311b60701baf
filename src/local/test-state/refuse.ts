import { StepwrightError } from '../../errors';
import { apiAnswer, validate } from '../../validation';

/** Refuses a request as the API does. */
export function refuse(message: string, fix?: string): never {
  throw new StepwrightError('ValidationException', message, { fix });
}

/** Refuses a definition as the API does, if something is wrong with it. */
export function refuseDefinition(diagnostics: ReturnType<typeof validate>, fix?: string): void {
  const { message } = apiAnswer('CreateStateMachine', diagnostics);
  if (message !== undefined) throw new StepwrightError('InvalidDefinition', message, { fix });
}
