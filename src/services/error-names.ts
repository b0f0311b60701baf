import { ERROR_SPELLINGS, SERVICE_ERRORS } from '../asl';
import { nearest } from '../errors';
import { callModel } from './call-model';
import { serviceModel } from './service-model';
import type { ServiceModel } from './shape';

/** Prefixes of optimized integrations that are neither the service's name in the SDK for Java 2 nor in ERROR_SPELLINGS. */
const OPTIMIZED_PREFIXES: Readonly<Record<string, string>> = { eventbridge: 'EventBridge' };

const before = new Map<string, ReadonlySet<string>>();

/**
 * The names of the errors that a call of this service can raise, as Step Functions names them: the errors of the model, and those that have been
 * measured or reported. Empty if the service isn't known. A service can raise others, too: every SDK has errors that no model names.
 */
export function errorNamesOf(service: string, action: string): ReadonlySet<string> {
  const key = service;
  let names = before.get(key);
  if (names === undefined) {
    names = namesOf(service, action);
    before.set(key, names);
  }
  return names;
}

function namesOf(service: string, action: string): ReadonlySet<string> {
  const sdk = service.startsWith('aws-sdk:');
  const model = sdk ? serviceModel(service.slice('aws-sdk:'.length)) : modelBehind(service, action);
  const reported = Object.hasOwn(SERVICE_ERRORS, service) ? SERVICE_ERRORS[service].map(({ name }) => name) : [];
  if (model === undefined) return new Set(reported);
  const prefix = sdk ? model.className : optimizedPrefix(model);
  const modeled = [...model.operations.values()].flatMap(({ errors }) => errors);
  return new Set([
    ...reported,
    ...[...new Set(modeled)].map(error => `${prefix}.${sdk ? sdkErrorName(error) : optimizedErrorName(error)}`),
    ...(sdk ? [`${prefix}.${model.className}Exception`, `${prefix}.SdkClientException`] : []),
  ]);
}

function modelBehind(service: string, action: string): ServiceModel | undefined {
  const known = callModel(service, action);
  return known && serviceModel(known.service);
}

function optimizedPrefix({ name, className }: ServiceModel): string {
  const spelling = ERROR_SPELLINGS.find(([, sdk]) => sdk === className);
  return spelling?.[0] ?? OPTIMIZED_PREFIXES[name] ?? className;
}

/** An error's name in the SDK for Java 2: `DBInstanceNotFoundFault` is `DbInstanceNotFoundException`. */
export function sdkErrorName(error: string): string {
  return `${javaWords(error.replace(/(Fault|Exception)$/, ''))}Exception`;
}

function optimizedErrorName(error: string): string {
  return error.endsWith('Exception') ? error : `${error.replace(/Fault$/, '')}Exception`;
}

/** `EC2Throttled` is `Ec2Throttled`: a run of capitals becomes one word. */
function javaWords(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([a-z])(?=[A-Z][a-zA-Z0-9])/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .split(/ +/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** The name that is meant by one that the service doesn't raise but nearly does; undefined if the name can be right. */
export function meantError(service: string, action: string, error: string): string | undefined {
  if (!isUnknownError(service, action, error)) return undefined;
  const names = errorNamesOf(service, action);
  return (
    [`${error}Exception`, error.replace(/(Error|Fault)$/, 'Exception'), inJava(error)].find(name => names.has(name)) ??
    [...names].find(name => name.toLowerCase() === error.toLowerCase()) ??
    nearest(error, names, 2)
  );
}

/** The name after the prefix as the SDK for Java 2 has it. */
function inJava(error: string): string {
  const start = error.indexOf('.') + 1;
  return error.slice(0, start) + sdkErrorName(error.slice(start));
}

/** Whether the name has the prefix of the service, in any case, but isn't one of those that the service is known to raise. */
export function isUnknownError(service: string, action: string, error: string): boolean {
  const dot = error.indexOf('.');
  if (dot < 0) return false;
  const names = errorNamesOf(service, action);
  const prefix = error.slice(0, dot + 1).toLowerCase();
  return !names.has(error) && [...names].some(name => name.toLowerCase().startsWith(prefix));
}
