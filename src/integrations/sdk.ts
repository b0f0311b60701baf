import { nearest, StepwrightError } from '../errors';
import {
  isKnownSdkAction,
  isKnownSdkService,
  nearestSdkAction,
  nearestSdkService,
  requiredSdkArguments,
  sdkActions,
} from '../services';
import type { Call } from './call';
import { capital } from './capitals';
import { integrationArn } from './integration-arn';
import type { StateGrants } from './state-grants';

/** Where these calls are made. */
const WHERE = 'Integration.awsSdk';

/** The way around a refusal, for what AWS has added since. */
const NEWER = (service: string, action: string): string =>
  `Integration.resource('arn:aws:states:::aws-sdk:${service}:${action}', …) if AWS has added it since`;

/** Arguments that the SDK fills in by itself. */
const FILLED_IN = /Client(Request)?Token$|^IdempotencyToken$/;

/** `aws-sdk:SERVICE:ACTION`. A service or action that is not known, and not near to one that is, is let through: AWS adds some every week. */
export function sdkCall(service: string, action: string, args: { [name: string]: any }, grants: StateGrants): Call {
  refuseForm(
    service,
    /^[a-z][a-z0-9]*$/,
    'A service',
    'as in the ARN of a Task: lower case without hyphens',
    nearestSdkService(service) ?? service.toLowerCase().replace(/[^a-z0-9]/g, ''),
  );
  refuseForm(
    action,
    /^[a-z][A-Za-z0-9]*$/,
    'An action',
    'in lower camel case',
    action.charAt(0).toLowerCase() + action.slice(1).replace(/[^A-Za-z0-9]/g, ''),
  );
  refuseNearMiss(service, action);
  refuseArguments(service, action, args);
  return { resource: integrationArn(`aws-sdk:${service}:${action}`), args, grants };
}

function refuseForm(name: string, form: RegExp, what: string, allowed: string, fix: string): void {
  if (form.test(name)) return;
  throw new StepwrightError('INVALID_SDK_NAME', `${what} has the wrong form, so Step Functions rejects it`, {
    where: WHERE,
    received: JSON.stringify(name),
    allowed,
    fix: JSON.stringify(fix),
  });
}

function refuseNearMiss(service: string, action: string): void {
  if (!isKnownSdkService(service)) {
    const near = nearestSdkService(service);
    if (near === undefined) return;
    throw new StepwrightError(
      'UNKNOWN_SDK_SERVICE',
      `Step Functions has no SDK integration for '${service}'; did you mean "${near}"?`,
      {
        where: WHERE,
        received: JSON.stringify(service),
        fix: `'${near}'; ${NEWER(service, action)}`,
      },
    );
  }
  if (isKnownSdkAction(service, action)) return;
  const near = nearestSdkAction(service, action);
  if (near === undefined) return;
  throw new StepwrightError('UNKNOWN_SDK_ACTION', `${service} has no action '${action}'; did you mean "${near}"?`, {
    where: WHERE,
    received: JSON.stringify(action),
    allowed: `one of its ${sdkActions(service)!.length} actions`,
    fix: `'${near}'; ${NEWER(service, action)}`,
  });
}

/** Refuses names that Step Functions would not take, and arguments without which the service would refuse the call. */
function refuseArguments(service: string, action: string, args: unknown): void {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return;
  const given = Object.keys(args)
    .filter(name => (args as Record<string, unknown>)[name] !== undefined)
    .map(name => name.replace(/\.\$$/, ''));
  const small = given.filter(name => /^[a-z]/.test(name));
  if (small.length > 0) {
    throw new StepwrightError(
      'INVALID_ARGUMENT_NAME',
      `An argument of ${service}:${action} has a name that Step Functions rejects`,
      {
        where: WHERE,
        received: small.join(', '),
        allowed: "names in Pascal case, even if the service's own API uses another case",
        fix: small.map(capital).join(', '),
      },
    );
  }
  const missing = (requiredSdkArguments(service, action) ?? []).filter(
    name => !given.includes(name) && !FILLED_IN.test(name),
  );
  if (missing.length === 0) return;
  const misspelled = nearest(missing[0], given);
  throw new StepwrightError(
    'MISSING_ARGUMENT',
    `${service}:${action} needs ${missing.join(', ')}${misspelled === undefined ? '' : `; did you misspell it as '${misspelled}'?`}`,
    {
      where: WHERE,
      received: given.length === 0 ? 'no arguments' : given.join(', '),
      allowed: 'all required arguments',
      fix: `add ${missing.map(name => `${name}: …`).join(', ')}`,
    },
  );
}
