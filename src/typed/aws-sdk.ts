import type { SdkActionNames } from '../../generated/sdk-names';
import { Integration, type StateGrants, type TokenIntegration } from '../integrations';

/** The arguments of a call: those that it must have, and any other. */
type Arguments<Required extends string> = { readonly [name in Required]: any } & { readonly [name: string]: any };

/**
 * `Integration.awsSdk` with names that an editor completes, and that the compiler checks: service, action, and the arguments that must be there.
 * What AWS has added since is called by `Integration.awsSdk` itself.
 *
 * @param service as Step Functions names it: `s3`, `dynamodb`, `sfn`
 * @param action in lower camel case: `listObjectsV2`
 * @param args the action's arguments, their names in Pascal case
 * @param grants on which resources
 */
export function awsSdk<S extends keyof SdkActionNames, A extends keyof SdkActionNames[S] & string>(
  service: S,
  action: A,
  args: Arguments<SdkActionNames[S][A] & string>,
  grants?: StateGrants,
): TokenIntegration {
  return Integration.awsSdk(service, action, args, grants);
}
