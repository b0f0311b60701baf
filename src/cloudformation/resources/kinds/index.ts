import type { ResourceKinds } from '../kind';
import { APPLICATION } from './application';
import { COMPUTE } from './compute';
import { DATA } from './data';
import { LEARNING } from './learning';
import { SECURITY } from './security';

/**
 * The results of `Ref` and `Fn::GetAtt` for the resource types that workflows use.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const RESOURCE_KINDS: ResourceKinds = { ...APPLICATION, ...COMPUTE, ...DATA, ...LEARNING, ...SECURITY };
