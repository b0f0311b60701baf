import type { Json } from '../../asl';
import type { Naming } from '../stable-ids';

/** A resource, as the functions of the table see it. */
export interface ResourceView {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  /** The domain of the partition, such as `amazonaws.com`. */
  readonly suffix: string;
  /** A property, resolved. `A.B` reads nested ones. */
  property(path: string): Json | undefined;
  /** A property as a string. Throws if it is absent. */
  text(path: string): string;
  /** The physical name: the given one, or one made from the stack and the logical id. */
  name(): string;
  /** A name made from the stack and the logical id. */
  madeUpName(): string;
  /** The identifier that the service generates. */
  id(): string;
  arn(): string;
  /** Hexadecimal digits that differ on AWS. */
  hex(digits: number, purpose?: string): string;
  /** Lowercase letters and digits that differ on AWS. */
  letters(digits: number, purpose?: string): string;
  /** A UUID that differs on AWS. */
  uuid(purpose?: string): string;
  /** A value that can differ on AWS. */
  assumed(value: string): string;
}

/**
 * A rule that produces a value of a resource. In a string, `{region}`, `{account}`, `{partition}`, `{suffix}`,
 * `{name}`, `{id}`, `{arn}`, and `{Property}` are replaced.
 */
export type Made = string | ((resource: ResourceView) => Json | undefined);

/** The values that CloudFormation returns for resources of one type. */
export interface ResourceKind {
  /**
   * The property that names the resource, `A.B` for nested ones. If it is absent, the name is derived from the stack
   * and the logical ID.
   */
  readonly named?: string;
  /** The names that the service accepts. */
  readonly naming?: Naming;
  /** Produces the name if the property is absent. @default - from the stack and the logical ID */
  readonly defaultName?: Made;
  /** The identifier that the service generates. */
  readonly id?: Made;
  /** The result of `Ref`. */
  readonly ref: Made;
  readonly arn?: Made;
  /**
   * The results of `Fn::GetAtt`, by attribute. `Arn` need not be listed if `arn` is given and the type has that
   * attribute.
   */
  readonly attributes?: Readonly<Record<string, Made>>;
}

/** The resource types and the values that CloudFormation returns for them. */
export type ResourceKinds = Readonly<Record<string, ResourceKind>>;
