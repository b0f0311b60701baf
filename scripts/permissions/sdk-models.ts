import {
  modelVersion,
  sdkMemberName,
  sdkServices,
  serviceModel,
  type Operation,
  type ServiceModel,
  type Shape,
  type Structure,
} from '../../src/services';

export type { Operation, ServiceModel, Shape, Structure };

/** What the tables are made of. */
export const MODELS_FROM = `the service models of botocore ${modelVersion()}`;

/** The model of every service that Step Functions calls. */
export function sdkModels(): readonly ServiceModel[] {
  return sdkServices()
    .sort()
    .map(name => serviceModel(name)!);
}

/** The members of an operation's input as Step Functions names them. */
export function membersOf({ input }: Operation): ReadonlyMap<string, Shape> {
  return new Map([...input.members].map(([name, { shape }]) => [sdkMemberName(name), shape]));
}
