import { OPTIMIZED_SERVICES } from '../asl';
import { isKnownSdkAction, isKnownSdkService, sdkActions } from '../services';
import type { Resource } from './resource';

/** The service and action of a Resource as AWS spells them, if only upper and lower case differ; undefined if they are right, or are not known. */
export function respelled({
  kind,
  service,
  action,
}: Resource): { readonly service: string; readonly action: string } | undefined {
  const right =
    kind === 'sdk'
      ? sdkSpelling(service, action)
      : kind === 'optimized'
        ? optimizedSpelling(service, action)
        : undefined;
  return right === undefined || (right.service === service && right.action === action) ? undefined : right;
}

function sdkSpelling(service: string, action: string): { service: string; action: string } | undefined {
  const lower = service.toLowerCase();
  // no service has capitals, and no action begins with one: that is wrong also of those that are new
  const known = isKnownSdkService(lower) ? lower : service;
  if (isKnownSdkAction(known, action)) return { service: known, action };
  const same = sdkActions(known)?.find(each => each.toLowerCase() === action.toLowerCase());
  return { service: known, action: same ?? action.charAt(0).toLowerCase() + action.slice(1) };
}

function optimizedSpelling(service: string, action: string): { service: string; action: string } | undefined {
  const known = sameName(service, Object.keys(OPTIMIZED_SERVICES));
  return known === undefined
    ? undefined
    : { service: known, action: sameName(action, Object.keys(OPTIMIZED_SERVICES[known])) ?? action };
}

function sameName(name: string, known: readonly string[]): string | undefined {
  return known.includes(name) ? name : known.find(each => each.toLowerCase() === name.toLowerCase());
}
