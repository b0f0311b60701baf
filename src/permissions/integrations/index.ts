import { COMPUTE } from './compute';
import { DATA } from './data';
import { EMR } from './emr';
import { MACHINE_LEARNING } from './machine-learning';
import { MESSAGING } from './messaging';
import type { IntegrationTable } from './table';
import { WEB } from './web';

/**
 * What the optimized integrations need.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */
export const INTEGRATIONS: IntegrationTable = {
  ...COMPUTE,
  ...DATA,
  ...EMR,
  ...MACHINE_LEARNING,
  ...MESSAGING,
  ...WEB,
};

export { lambdaFunction } from './compute';
