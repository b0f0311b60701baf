import { createHash } from 'node:crypto';
import { type JsonObject } from '../../src/asl';
import { callRequirements } from '../../src/permissions';
import { callModel, refusal, requiredSdkArguments, sdkActions, sdkServices } from '../../src/services';

/** One call of the SDK, with the arguments that it must have. */
export interface SdkCall {
  readonly resource: string;
  readonly given: JsonObject;
}

const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Proof';

/** A sample of SDK calls, at most one of each service, the same at each run: those whose IAM actions are known. */
export function sdkSample(count: number): SdkCall[] {
  return byHash(sdkServices())
    .flatMap(service => firstKnown(service))
    .slice(0, count);
}

function firstKnown(service: string): SdkCall[] {
  for (const action of byHash(sdkActions(service)!)) {
    const call = { resource: `aws-sdk:${service}:${action}`, given: argumentsOf(service, action) };
    const needed = callRequirements(
      { resource: `arn:aws:states:::${call.resource}`, input: call.given },
      { machineArn: MACHINE },
    );
    if (needed !== undefined && needed.length > 0 && fits(service, action, call.given)) return [call];
  }
  return [];
}

/** Whether the made-up arguments have the types that the model of the service asks for. */
function fits(service: string, action: string, given: JsonObject): boolean {
  const model = callModel(`aws-sdk:${service}`, action);
  return model === undefined || refusal(model, given) === undefined;
}

function argumentsOf(service: string, action: string): JsonObject {
  return Object.fromEntries((requiredSdkArguments(service, action) ?? []).map(name => [name, valueOf(name, service)]));
}

function valueOf(name: string, service: string): string {
  if (/role/i.test(name)) return 'arn:aws:iam::111122223333:role/passed';
  return /arn$/i.test(name) ? `arn:aws:${service}:eu-west-1:111122223333:thing/one` : 'one';
}

function byHash(names: readonly string[]): string[] {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
  return [...names].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
}
