import { type StateSite } from '../asl';
import { isKnownSdkAction, isKnownSdkService, nearestSdkAction, nearestSdkService } from '../services';
import type { Need } from './need';
import type { PermissionWarning } from './statement';
import type { TaskTarget } from './task-resource';

/** The warnings about parts of a need that aren't known before a run. */
export function needWarnings(site: StateSite, need: Need): PermissionWarning[] {
  const state = site.name;
  const place = argumentsField(site);
  if (need.onlyIf !== undefined) {
    return [
      {
        code: 'UNKNOWN_OPTION',
        state,
        field: `${place}.${need.onlyIf}`,
        message: `An execution that sets ${need.onlyIf} needs ${need.actions.join(', ')}, which the role does not allow`,
        fix: `Write ${place} so that the definition shows if ${need.onlyIf} is set, or add the statement to the role.`,
      },
    ];
  }
  if (need.broad !== undefined) {
    return [
      {
        code: 'BROAD_ACTION',
        state,
        message: `${need.broad}: ${need.actions.join(', ')} is allowed on ${need.resources.map(({ arn }) => arn).join(', ')}`,
        fix: 'Pass `{ resources: [ARN] }` after the arguments of the call.',
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
      message: 'The role that the Task assumes is known only at run time, so sts:AssumeRole is not allowed',
      fix: "Write the role's ARN into Credentials, or allow sts:AssumeRole on the roles.",
    };
  }
  if (need.passesRole) {
    return {
      code: 'UNKNOWN_PASS_ROLE',
      state,
      field,
      message: `${need.reason}, but the definition does not name the roles, so iam:PassRole is not allowed`,
      fix: 'Pass `{ passRoles: [ARN] }` after the arguments of the call, or write the ARN into the arguments.',
    };
  }
  return {
    code: 'RUNTIME_RESOURCE',
    state,
    field,
    message: `${field} is known only at run time, so ${need.actions.join(', ')} is allowed on ${arn}`,
    fix: 'Pass `{ resources: [ARN] }` after the arguments of the call, or use a fixed value or a fixed prefix.',
  };
}

/** The warning about a call with unknown permissions. */
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
    message: `A Task can't call ${resource}, so the role allows nothing for it`,
    fix: 'Use the ARN of a function, an activity, or an integration: arn:aws:states:::service:action.',
  };
}

function unknownSdkCall(service: string, action: string): { message: string; fix: string } {
  const [nearService, nearAction] = [nearestSdkService(service), nearestSdkAction(service, action)];
  if (!isKnownSdkService(service)) {
    return {
      message: `The SDK has no service ${service}, so the role allows nothing for it`,
      fix: nearService === undefined ? 'Fix the name of the service.' : `Write ${nearService}.`,
    };
  }
  if (!isKnownSdkAction(service, action)) {
    return {
      message: `Step Functions can't call the action ${action} of ${service}, so the role allows nothing for it`,
      fix: nearAction === undefined ? 'Fix the name of the action.' : `Write ${nearAction}.`,
    };
  }
  return {
    message: `The IAM actions of ${service}:${action} are unknown, so the role allows nothing for it`,
    fix: 'Pass `{ actions: [IAM_ACTION], resources: [ARN] }` after the arguments of the call, or add a statement to the role.',
  };
}

function argumentsField(site: StateSite): string {
  return site.language === 'JSONata' ? 'Arguments' : 'Parameters';
}
