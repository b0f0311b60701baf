import type { CallView, Need } from '../need';
import { roleResource } from '../needs';
import { iamOfCall } from './sdk-iam';
import { resourcesOf } from './sdk-resources';
import { specialNeeds } from './special-calls';

/** What a call of the SDK needs; undefined where service, action or its IAM action is not known. */
export function sdkNeeds(view: CallView): readonly Need[] | undefined {
  const service = view.service.slice('aws-sdk:'.length);
  const special = specialNeeds(service, view);
  if (special !== undefined) return special;
  const iam = iamOfCall(service, view.action);
  if (iam === undefined) return undefined;
  return [
    ...iam.actions.map(({ action, resources }): Need => ({
      actions: [action],
      resources: resourcesOf(view, resources),
      phase: 'call',
      reason: reasonOf(service, view.action, action, resources.length === 0),
    })),
    ...iam.passedRoles.flatMap(path => passedRole(view, service, path)),
  ];
}

function reasonOf(service: string, operation: string, action: string, hasNoResourceType: boolean): string {
  return `aws-sdk:${service}:${operation} is authorized as ${action}${hasNoResourceType ? ', which has no resource type' : ''}`;
}

/** The service that the role is handed to is not in the models: the role alone narrows the statement. */
function passedRole(view: CallView, service: string, path: string): Need[] {
  const argument = view.args.at(path);
  const text = view.args.text(path);
  if (text === undefined || (argument.kind === 'run' && argument.maybe)) return [];
  return [
    {
      actions: ['iam:PassRole'],
      resources: [roleResource(view, path, text.pattern, text.known)],
      phase: 'call',
      reason: `aws-sdk:${service}:${view.action} hands the role in ${path} to the service`,
      passesRole: true,
    },
  ];
}
