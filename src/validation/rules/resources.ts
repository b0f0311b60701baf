import { OPTIMIZED_SERVICES, type ResourcePattern, type StateSite } from '../../asl';
import { didYouMean } from '../../errors';
import { isUnknown, schemaError, type Diagnostic, type Rule } from '../diagnostic';

const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:(?!activity:)(aws-sdk:)?([^:.]+):([^:.]+)(?:\.(.+))?$/;
const ACTIVITY = /^arn:[^:]*:states:[^:]*:[^:]*:activity:/;
const SDK_PATTERNS: readonly string[] = ['waitForTaskToken'];

/** A Resource that names no integration, action or pattern that AWS has, and what an Express workflow cannot call. */
export const resources: Rule = ({ sites, type }) => sites.states.flatMap(site => {
  const resource = site.state.Resource;
  if (site.type !== 'Task' || typeof resource !== 'string' || isUnknown(resource)) return [];
  const express = type === 'EXPRESS' ? notInExpress(site, resource) : [];
  return [...unrecognised(site, resource), ...express];
});

function at(site: StateSite): { pointer: string; location: string; state: string } {
  return { pointer: `${site.pointer}/Resource`, location: `${site.location}/Resource`, state: site.name };
}

function unrecognised(site: StateSite, resource: string): Diagnostic[] {
  const refuse = (fix: string): Diagnostic[] => [schemaError(at(site),
    `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`, fix)];
  if (!resource.startsWith('arn:')) return refuse('Write an ARN: of a function, an activity, or arn:aws:states:::service:action.');
  const [, sdk, service, action, pattern] = INTEGRATION.exec(resource) ?? [];
  if (service === undefined) return [];
  if (sdk) return pattern === undefined || SDK_PATTERNS.includes(pattern) ? [] : refuse(`SDK integrations have ${SDK_PATTERNS.map(p => `.${p}`).join(', ')} only.`);
  if (!Object.hasOwn(OPTIMIZED_SERVICES, service)) return refuse(`Use arn:aws:states:::aws-sdk:${service}:${action}${didYouMean(service, Object.keys(OPTIMIZED_SERVICES))}`);
  const actions = OPTIMIZED_SERVICES[service];
  if (!Object.hasOwn(actions, action)) {
    return refuse(`${service} has ${Object.keys(actions).join(', ')}${didYouMean(action, Object.keys(actions))}; any other action is arn:aws:states:::aws-sdk:${service}:${action}.`);
  }
  if (pattern === undefined || actions[action].includes(pattern as ResourcePattern)) return [];
  return refuse(actions[action].length ? `${service}:${action} has ${actions[action].map(p => `.${p}`).join(', ')}.` : `${service}:${action} has no pattern: remove .${pattern}.`);
}

function notInExpress(site: StateSite, resource: string): Diagnostic[] {
  if (ACTIVITY.test(resource)) return [schemaError(at(site), 'Express state machine does not support Activity ARN', 'Use a Standard workflow.')];
  const pattern = /\.(sync|sync:2|waitForTaskToken)$/.exec(resource)?.[1];
  // AWS writes the pattern without its version, and two spaces before the place
  return pattern ? [schemaError(at(site), `Express state machine does not support '.${pattern.replace(':2', '')}' service integration `, 'Use a Standard workflow, or call without waiting.')] : [];
}
