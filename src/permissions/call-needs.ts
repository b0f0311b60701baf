import { INTEGRATIONS } from './integrations';
import type { CallView, Need } from './need';
import { sdkNeeds } from './sdk/sdk-needs';
import type { TaskTarget } from './task-resource';

/** What a call needs; undefined where nothing is known of such a call. */
export function callNeeds(target: TaskTarget, view: CallView): readonly Need[] | undefined {
  switch (target.kind) {
    case 'activity':
      return []; // the worker asks for work; the role needs nothing
    case 'function':
      return [
        {
          actions: ['lambda:InvokeFunction'],
          resources: [{ arn: target.arn }],
          phase: 'call',
          reason: 'the Resource is a Lambda function',
        },
      ];
    case 'unknown':
      return undefined;
    case 'integration': {
      if (target.service.startsWith('aws-sdk:')) return sdkNeeds(view);
      const actions = Object.hasOwn(INTEGRATIONS, target.service) ? INTEGRATIONS[target.service] : {};
      return Object.hasOwn(actions, target.action) ? actions[target.action].flatMap(rule => rule(view)) : undefined;
    }
  }
}
