import { isKnownSdkAction, isKnownSdkService, nearestSdkAction, nearestSdkService } from '../../services';
import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { respelled } from '../resource-spelling';
import type { Finding, Rule } from '../rule';

export const sdkAction: Rule = {
  id: 'sdk-action',
  severity: 'WARNING',
  summary:
    "The Resource of a Task names an unknown service or action of the SDK. This isn't an error, because AWS adds new ones.",
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      if (resource?.kind !== 'sdk' || isKnownSdkAction(resource.service, resource.action) || respelled(resource)) {
        return [];
      }
      const { arn, service, action } = resource;
      const at = fieldPlace(site, 'Resource');
      const mean = (near: string | undefined): string =>
        near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
      if (!isKnownSdkService(service)) {
        return [
          {
            at,
            message: notRecognized(arn),
            fix: `${JSON.stringify(service)} is not a known service of the SDK integration${mean(nearestSdkService(service))}`,
          },
        ];
      }
      return [
        {
          at,
          message: notRecognized(arn),
          fix: `${JSON.stringify(action)} is not a known action of ${service}${mean(nearestSdkAction(service, action))}`,
        },
      ];
    }),
};
