import { nearest } from '../errors';
import { sdkMemberName } from './names';
import { isConfirmed, isLeftOut, modeledServices, serviceModel } from './service-model';

/** Names that other lists use for a service, and AWS does not accept. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  applicationdiscoveryservice: 'applicationdiscovery',
  cloudwatchevents: 'eventbridge',
  configservice: 'config',
  costandusagereportservice: 'costandusagereport',
  databasemigrationservice: 'databasemigration',
  directoryservice: 'directory',
  elasticsearchservice: 'elasticsearch',
  lexmodelbuildingservice: 'lexmodelbuilding',
  lexruntimeservice: 'lexruntime',
  marketplaceentitlementservice: 'marketplaceentitlement',
};

/** The names of all services that Step Functions calls through the SDK, as in `arn:aws:states:::aws-sdk:SERVICE:action`. */
export function sdkServices(): string[] {
  return modeledServices().filter(isConfirmed);
}

/** The actions of a service in the table's order, such as `getItem`; undefined if there is no such service. */
export function sdkActions(service: string): string[] | undefined {
  const model = isConfirmed(service) ? serviceModel(service) : undefined;
  return model && [...model.operations.keys()];
}

/** Whether Step Functions calls that action of that service through the SDK. */
export function isKnownSdkAction(service: string, action: string): boolean {
  return isConfirmed(service) && (serviceModel(service)?.operations.has(action) ?? false);
}

/** Reports whether Step Functions can call the service through its SDK integration. */
export function isKnownSdkService(service: string): boolean {
  return isConfirmed(service);
}

/** The arguments that a call must have, by their names in a definition; undefined if the action is not known. */
export function requiredSdkArguments(service: string, action: string): readonly string[] | undefined {
  const operation = isConfirmed(service) ? serviceModel(service)?.operations.get(action) : undefined;
  return (
    operation &&
    [...operation.input.members].filter(([, { required }]) => required).map(([name]) => sdkMemberName(name))
  );
}

/** AWS's name of a service that goes by another name elsewhere, or the nearest name; undefined if none is near. */
export function nearestSdkService(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (isConfirmed(plain)) return plain;
  return Object.hasOwn(OTHER_NAMES, plain) ? OTHER_NAMES[plain] : nearest(plain, sdkServices());
}

/** The name nearest to an action of a service; undefined if none is near, or if Step Functions leaves the action out on purpose. */
export function nearestSdkAction(service: string, action: string): string | undefined {
  const actions = isLeftOut(service, action) ? undefined : sdkActions(service);
  return actions && nearest(action, actions);
}
