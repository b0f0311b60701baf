import type { Call } from './call';
import { refuseLowerCase } from './capitals';
import { integrationArn } from './integration-arn';
import type { StateGrants } from './state-grants';

/** The arguments of a call by the service's own names. */
export interface Arguments {
  readonly [name: string]: any;
}

/**
 * A call of an optimized integration whose arguments are the service's own.
 *
 * @param api such as `glue:startJobRun`
 */
export function serviceCall(api: string, args: Arguments | undefined, grants?: StateGrants): Call {
  refuseLowerCase(api, args);
  return { resource: integrationArn(api), args, grants };
}
