import { isJsonObject } from '../asl';
import type { TaskCall } from '../interpreter';

/** The settings of a function in its template, as far as they are known. */
export interface FunctionSettings {
  readonly name?: string;
  /** For example, `nodejs22.x`. */
  readonly runtime?: string;
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
}

/** Lambda's defaults. @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_MEMORY_MB = 128;

/**
 * The context that Lambda passes to a function.
 *
 * @param now the real time in milliseconds; the remaining time counts down from the first call
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export function lambdaContext(call: TaskCall, settings: FunctionSettings, now: () => number): Record<string, unknown> {
  const named = functionOf(call);
  const name = settings.name ?? nameOf(named);
  const timeoutMs = (settings.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000;
  const started = now();
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: qualifierOf(named) ?? '$LATEST',
    invokedFunctionArn: named,
    memoryLimitInMB: String(settings.memoryMb ?? DEFAULT_MEMORY_MB),
    awsRequestId: '00000000-0000-4000-8000-000000000000',
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: '2024/01/01/[$LATEST]00000000000000000000000000000000',
    getRemainingTimeInMillis: () => Math.max(0, timeoutMs - (now() - started)),
  };
}

/** The function that a call names: its name, its ARN, or a part of its ARN. */
export function functionOf({ input, resource, kind }: TaskCall): string {
  if (kind === 'LambdaFunction') return resource;
  return isJsonObject(input) && typeof input.FunctionName === 'string' ? input.FunctionName : resource;
}

function nameOf(named: string): string {
  return /(?:^|:)function:([^:]+)/.exec(named)?.[1] ?? named.split(':')[0];
}

function qualifierOf(named: string): string | undefined {
  return /(?:^|:)function:[^:]+:([^:]+)$/.exec(named)?.[1];
}
