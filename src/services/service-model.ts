import { modelIndex, modelText } from './model-file';
import { parseModel } from './model-text';
import type { ServiceModel } from './shape';

const models = new Map<string, ServiceModel | undefined>();

/** The model of a service by its name in a Resource, such as `dynamodb`; undefined if the models don't have it. Reads the service on the first call. */
export function serviceModel(name: string): ServiceModel | undefined {
  if (models.has(name)) return models.get(name);
  const text = modelText(name);
  const model = text === undefined ? undefined : parseModel(name, text);
  models.set(name, model);
  return model;
}

/** The names of all services in the models. */
export function modeledServices(): string[] {
  return Object.keys(modelIndex().services);
}

/** The month of the models, such as `2026-11`; messages name it. */
export function modelDate(): string {
  return modelIndex().date;
}

/** The version of botocore that the models are from. */
export function modelVersion(): string {
  return modelIndex().version;
}

/** Whether AWS's guide, or an announcement, says that Step Functions calls the service through the SDK. The models run ahead of Step Functions. */
export function isConfirmed(service: string): boolean {
  const { services } = modelIndex();
  return Object.hasOwn(services, service) && services[service][2] === 1;
}

/** Whether the API has the action, and AWS's guide says that Step Functions doesn't call it. */
export function isLeftOut(service: string, action: string): boolean {
  const { leftOut } = modelIndex();
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  return Object.hasOwn(leftOut, service) && leftOut[service].includes(operation);
}
