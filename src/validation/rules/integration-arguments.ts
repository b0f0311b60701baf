import { isJsonObject, OPTIMIZED_SERVICES } from '../../asl';
import { isKnownSdkAction } from '../../services';
import { fieldPlace } from '../definition-place';
import { ARGUMENTS_ASKED_FOR } from '../required-arguments';
import { resourceOf, type Resource } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const integrationArguments: Rule = {
  id: 'integration-arguments',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'A service call has no Parameters or Arguments, or lacks one that AWS requires when it creates the state machine.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      if (resource === undefined || !isKnown(resource)) return [];
      const [field, other] = site.language === 'JSONata' ? ['Arguments', 'Parameters'] : ['Parameters', 'Arguments'];
      const given = site.state[field];
      if (given === undefined) {
        // the field of the other language is told of by its own rule
        if (site.state[other] !== undefined) return [];
        return [
          {
            at: fieldPlace(site),
            message: `${field} field is required for resource ARN: ${resource.arn}`,
            fix: `Add "${field}" with the arguments of ${resource.service}:${resource.action}, or {} if it needs none.`,
          },
        ];
      }
      // an expression can give anything
      if (!isJsonObject(given) || resource.kind !== 'optimized') return [];
      return (ARGUMENTS_ASKED_FOR[`${resource.service}:${resource.action}`] ?? [])
        .filter(
          name => !Object.hasOwn(given, name) && !(site.language === 'JSONPath' && Object.hasOwn(given, `${name}.$`)),
        )
        .map(name => ({
          at: fieldPlace(site, field),
          message: `The field '${name}' is required but was missing`,
          fix: `Add ${name} to ${field}.`,
        }));
    }),
};

/** Of a service or action that does not exist, or is new, nothing is asked. */
function isKnown({ kind, service, action }: Resource): boolean {
  if (kind === 'sdk') return isKnownSdkAction(service, action);
  return (
    kind === 'optimized' &&
    Object.hasOwn(OPTIMIZED_SERVICES, service) &&
    Object.hasOwn(OPTIMIZED_SERVICES[service], action)
  );
}
