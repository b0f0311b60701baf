import { OPTIMIZED_SERVICES } from '../asl';
import { didYouMean, nearest, StepwrightError } from '../errors';
import type { Call } from './call';
import { serviceCall } from './service-call';
import type { StateGrants } from './state-grants';

/** Where these calls are made. */
const WHERE = 'Integration.optimized';

/**
 * A call of an optimized integration by its name. What is near to a known name is taken for a mistake; what is not near to any is taken for
 * something that AWS has added.
 *
 * @param resource `service:action` or `service:action.pattern`
 */
export function optimizedCall(resource: string, args: unknown, grants: StateGrants): Call {
  const [, service, action, pattern] = /^([^:.]+):([^:.]+)(?:\.(.+))?$/.exec(resource) ?? refuseForm(resource);
  refuseNear('service', service, Object.keys(OPTIMIZED_SERVICES));
  const actions = own(OPTIMIZED_SERVICES, service);
  if (actions) refuseNear(`action of ${service}`, action, Object.keys(actions));
  const patterns = actions && own(actions, action);
  if (patterns && pattern !== undefined && !(patterns as readonly string[]).includes(pattern)) {
    throw new StepwrightError(
      'UNSUPPORTED_PATTERN',
      `${service}:${action} does not support the pattern '${pattern}'${didYouMean(pattern, patterns)}`,
      {
        where: WHERE,
        received: JSON.stringify(resource),
        allowed: [`${service}:${action}`, ...patterns.map(known => `${service}:${action}.${known}`)].join(', '),
        fix: `use one of them, or call the SDK and wait in a loop: Integration.awsSdk('${service.replace(/-/g, '')}', '${action}', …)`,
      },
    );
  }
  return {
    ...serviceCall(resource, args as { [name: string]: any }, grants),
    ...(pattern === 'waitForTaskToken' ? { token: true as const } : {}),
  };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function refuseNear(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  // short names lie near to each other: 'ses' is no misspelled 'sns'
  const near = name.length < 5 ? known.find(one => one.toLowerCase() === name.toLowerCase()) : nearest(name, known);
  if (near === undefined) return;
  throw new StepwrightError(
    'UNKNOWN_INTEGRATION',
    `Unknown ${what}: '${name}' has no optimized integration; did you mean "${near}"?`,
    {
      where: WHERE,
      received: JSON.stringify(name),
      allowed: known.join(', '),
      fix: `'${near}'; or Integration.awsSdk(…) if there is no optimized integration, or Integration.resource('arn:aws:states:::…') if it is newer than this library`,
    },
  );
}

function refuseForm(resource: string): never {
  throw new StepwrightError('INVALID_RESOURCE', 'An optimized integration needs a service and an action', {
    where: WHERE,
    received: JSON.stringify(resource),
    allowed: "'service:action', or with a pattern 'service:action.sync'",
    fix: resource.startsWith('arn:')
      ? 'remove everything before the service, or use Integration.resource(…)'
      : "for example 'glue:startJobRun.sync'",
  });
}
