import type { Json } from '../../asl';
import type { Naming } from '../stable-ids';
import type { ResourceView } from './view';

/**
 * How a value of a resource is made. In a text, `{region}`, `{account}`, `{partition}`, `{suffix}`, `{name}`, `{id}`, `{arn}` and
 * `{Property}` are filled in.
 */
export type Made = string | ((resource: ResourceView) => Json | undefined);

/** What CloudFormation gives for resources of one type. */
export interface ResourceKind {
  /** The property that names the resource, `A.B` for nested ones; without it, or where it is absent, the name is made of stack and logical id. */
  readonly named?: string;
  /** Which names the service takes. */
  readonly naming?: Naming;
  /** Makes the name where the property is absent. @default - stack and logical id */
  readonly defaultName?: Made;
  /** The identifier that the service makes up. */
  readonly id?: Made;
  /** What `Ref` gives. */
  readonly ref: Made;
  readonly arn?: Made;
  /** What `Fn::GetAtt` gives, by attribute. `Arn` need not be listed if `arn` is given and the type has that attribute. */
  readonly attributes?: Readonly<Record<string, Made>>;
}

/** Resource types with what CloudFormation gives for them. */
export type ResourceKinds = Readonly<Record<string, ResourceKind>>;
