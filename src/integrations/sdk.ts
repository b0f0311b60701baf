import { StepwrightError } from '../errors';
import type { Call } from './call';
import { integrationArn } from './integration-arn';
import type { StateGrants } from './state-grants';

/** `aws-sdk:SERVICE:ACTION`. */
export function sdkCall(service: string, action: string, args: { [name: string]: any }, grants: StateGrants): Call {
  check(service, /^[a-z][a-z0-9]*$/, 'A service', 'as in the ARN of a Task: lower case without hyphens', service.toLowerCase().replace(/[^a-z0-9]/g, ''));
  check(action, /^[a-z][A-Za-z0-9]*$/, 'An action', 'in lower camel case', action.charAt(0).toLowerCase() + action.slice(1).replace(/[^A-Za-z0-9]/g, ''));
  for (const name of Object.keys(args)) {
    check(name, /^[A-Z]/, `An argument of ${service}:${action}`, 'in Pascal case, as Step Functions takes them', name.charAt(0).toUpperCase() + name.slice(1));
  }
  return { resource: integrationArn(`aws-sdk:${service}:${action}`), args, grants };
}

function check(name: string, form: RegExp, what: string, allowed: string, fix: string): void {
  if (form.test(name)) return;
  throw new StepwrightError('SDK_NAME', `${what} is written in a way that Step Functions refuses`, { where: 'Integration.awsSdk', received: JSON.stringify(name), allowed, fix: JSON.stringify(fix) });
}
