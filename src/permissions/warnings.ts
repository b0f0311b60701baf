import { type StateSite } from '../asl';
import { isKnownSdkAction, isKnownSdkService, nearestSdkAction, nearestSdkService } from '../services';
import type { Need } from './need';
import type { PermissionWarning } from './statement';
import type { TaskTarget } from './task-resource';

/** What a need leaves open. */
export function needWarnings(site: StateSite, need: Need): PermissionWarning[] {
  const state = site.name;
  const place = argumentsField(site);
  if (need.onlyIf !== undefined) {
    return [
      {
        code: 'UNKNOWN_OPTION',
        state,
        field: `${place}.${need.onlyIf}`,
        message: `If a run gives ${need.onlyIf}, it needs ${need.actions.join(', ')}, which is not allowed`,
        fix: `Write ${place} so that it shows whether ${need.onlyIf} is there, or add the statement to the role.`,
      },
    ];
  }
  if (need.broad !== undefined) {
    return [
      {
        code: 'BROAD_ACTION',
        state,
        message: `${need.broad}: ${need.actions.join(', ')} is allowed on ${need.resources.map(({ arn }) => arn).join(', ')}`,
        fix: 'Give `{ resources: [ARN] }` after the arguments of the call.',
      },
    ];
  }
  return need.resources.flatMap(({ arn, gaps = [] }) =>
    gaps.map(gap =>
      gapWarning(
        state,
        gap.startsWith('Credentials') || gap.startsWith('Item') || gap.startsWith('Result') ? gap : `${place}.${gap}`,
        arn,
        need,
      ),
    ),
  );
}

function gapWarning(state: string, field: string, arn: string, need: Need): PermissionWarning {
  if (need.actions.includes('sts:AssumeRole')) {
    return {
      code: 'UNKNOWN_ASSUME_ROLE',
      state,
      field,
      message: 'Only a run knows the role that the Task assumes, so that none may be assumed',
      fix: "Write the role's ARN into Credentials, or allow sts:AssumeRole on the roles in question.",
    };
  }
  if (need.passesRole) {
    return {
      code: 'UNKNOWN_PASS_ROLE',
      state,
      field,
      message: `${need.reason}, but the definition does not tell which roles: none may be passed`,
      fix: 'Give `{ passRoles: [ARN] }` after the arguments of the call, or write the ARN into the arguments.',
    };
  }
  return {
    code: 'RUNTIME_RESOURCE',
    state,
    field,
    message: `Only a run knows ${field}, so that ${need.actions.join(', ')} is allowed on ${arn}`,
    fix: 'Give `{ resources: [ARN] }` after the arguments of the call, or write a fixed value or a fixed beginning.',
  };
}

/** A call of which nothing is known. */
export function unknownCall(site: StateSite, target: TaskTarget): PermissionWarning {
  const resource = String(site.state.Resource);
  const place = { state: site.name, field: 'Resource' };
  if (target.kind === 'integration' && target.service.startsWith('aws-sdk:')) {
    return {
      code: 'UNKNOWN_SDK_ACTION',
      ...place,
      ...unknownSdkCall(target.service.slice('aws-sdk:'.length), target.action),
    };
  }
  return {
    code: 'UNKNOWN_RESOURCE',
    ...place,
    message: `${resource} is nothing that a Task can call, so that nothing is allowed for it`,
    fix: 'Write the ARN of a function, of an activity, or of an integration: arn:aws:states:::service:action.',
  };
}

function unknownSdkCall(service: string, action: string): { message: string; fix: string } {
  const [nearService, nearAction] = [nearestSdkService(service), nearestSdkAction(service, action)];
  if (!isKnownSdkService(service)) {
    return {
      message: `The SDK has no service ${service}, so that nothing is allowed for it`,
      fix: nearService === undefined ? 'Correct the service.' : `Write ${nearService}.`,
    };
  }
  if (!isKnownSdkAction(service, action)) {
    return {
      message: `Step Functions calls no action ${action} of ${service}, so that nothing is allowed for it`,
      fix: nearAction === undefined ? 'Correct the action.' : `Write ${nearAction}.`,
    };
  }
  return {
    message: `What IAM asks for ${service}:${action} is not known, so that nothing is allowed for it`,
    fix: 'Give `{ actions: [IAM_ACTION], resources: [ARN] }` after the arguments of the call, or add a statement to the role.',
  };
}

function argumentsField(site: StateSite): string {
  return site.language === 'JSONata' ? 'Arguments' : 'Parameters';
}
