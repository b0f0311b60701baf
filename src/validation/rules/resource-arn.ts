import { fieldPlace } from '../place';
import { SCHEMA, type Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const resourceArn: Rule = {
  id: 'resource-arn',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The Resource of a Task is no ARN.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition. AWS documents INVALID_RESOURCE, too, which nobody has seen.',
  find: ({ sites }) => sites.states.flatMap(site => {
    const resource = site.state.Resource;
    if (site.type !== 'Task' || typeof resource !== 'string' || isUnknown(resource) || resource.startsWith('arn:')) return [];
    return [{ at: fieldPlace(site, 'Resource'), message: 'Value is not a valid resource ARN', fix: 'Write an ARN: of a function, an activity, or arn:aws:states:::service:action.' }];
  }),
};
