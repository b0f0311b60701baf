import type { Json, JsonObject, WorkflowType } from '../asl';

/**
 * The contents of a synthesized app. Each value is resolved on first use and then cached. If it can't be resolved, only
 * the code that uses it fails.
 */
export interface LocalApp {
  /** The state machines of all stacks, in the order of their templates. */
  readonly machines: readonly Machine[];
  /** The IAM roles of all stacks. */
  readonly roles: readonly Role[];
  /** All resources of all stacks, including state machines and roles, except those whose `Condition` is false. */
  readonly resources: readonly Neighbor[];
}

/** The location of a resource. */
export interface ResourcePlace {
  /** The key below `Resources`. */
  readonly logicalId: string;
  /** The name of its stack. A nested stack is named `PARENT-LOGICALID`. */
  readonly stack: string;
  /** The construct's path, such as `Orders/OrderWorkflow/Resource`. Undefined if the template doesn't contain it. */
  readonly path?: string;
}

/** A resource next to a state machine. */
export interface Neighbor extends ResourcePlace {
  /** The type, such as `AWS::Lambda::Function`. */
  readonly type: string;
  /**
   * The physical name: the given one, or one derived from the stack and the logical ID. Undefined if it depends on an
   * unknown value.
   */
  readonly name: string | undefined;
  /** The ARN. Undefined for types without one, and if it depends on an unknown value. */
  readonly arn: string | undefined;
  /** The result of `Ref`. Undefined if it depends on an unknown value. */
  readonly ref: Json | undefined;
  /** The properties as written in the template, not resolved. */
  readonly properties: JsonObject;
  /** Returns a property, fully resolved. Undefined if it is absent or depends on an unknown value. */
  property(name: string): Json | undefined;
  /** Returns the result of `Fn::GetAtt`. Undefined if there is no such attribute or it depends on an unknown value. */
  attribute(name: string): Json | undefined;
}

/** A state machine. Its getters throw a StepwrightError that names the value that couldn't be resolved. */
export interface Machine extends ResourcePlace {
  /** The physical name. */
  readonly name: string;
  /** The ARN. */
  readonly arn: string;
  /** The workflow type. */
  readonly type: WorkflowType;
  /** The definition, with all intrinsic functions resolved and all substitutions made. */
  readonly definition: JsonObject;
  /** The definition as a string, as AWS receives it. */
  readonly definitionText: string;
  /** The account that the machine runs in. */
  readonly account: string;
  /** The region that the machine runs in. */
  readonly region: string;
  /** The partition that the machine runs in, such as `aws`. */
  readonly partition: string;
  /** The ARN of the role that the machine assumes. */
  readonly roleArn: string | undefined;
  /** The logical ID of the role, if the app defines it. */
  readonly roleLogicalId: string | undefined;
  /** The role, if the app defines it. */
  readonly role: Role | undefined;
  /** The logging configuration. Undefined if the machine doesn't log. */
  readonly logging: MachineLogging | undefined;
  /** True if X-Ray tracing is on. */
  readonly tracing: boolean;
  /** The ARN or ID of the customer managed key that encrypts the machine's data. Undefined for an AWS owned key. */
  readonly encryptionKey: string | undefined;
  /**
   * Values in the definition that are known only after deployment, for which a placeholder is used, such as a key's ID.
   * Written as `TYPE LOGICALID.ATTRIBUTE` or `TYPE LOGICALID.Ref`. Also lists account macros that may change the
   * template, as `AWS::CloudFormation::Macro NAME`. Names that CloudFormation generates aren't listed.
   */
  readonly assumed: readonly string[];
}

/** The logging configuration of a state machine. */
export interface MachineLogging {
  /** The log level. */
  readonly level: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  /** True if input, output, and parameters are logged. */
  readonly includeExecutionData: boolean;
}

/** An IAM role with everything that the app attaches to it. */
export interface Role extends ResourcePlace {
  /** The ARN. */
  readonly arn: string;
  /** The physical name. */
  readonly name: string;
  /**
   * The policies that the app attaches: inline policies, `AWS::IAM::Policy`, `AWS::IAM::RolePolicy`, and
   * `AWS::IAM::ManagedPolicy`.
   */
  readonly policies: readonly RolePolicy[];
  /** The resolved statements of all policies, as IAM JSON. */
  readonly statements: readonly JsonObject[];
  /**
   * The ARNs of attached managed policies that the app doesn't define, such as AWS managed policies. Their statements
   * are unknown.
   */
  readonly unreadPolicies: readonly string[];
  /** A message for each statement or attachment that couldn't be resolved and was left out. */
  readonly unresolved: readonly string[];
  /** The ARN of the role's permissions boundary, if it has one. */
  readonly permissionsBoundary: string | undefined;
  /** The resolved trust policy of the role, as IAM JSON. */
  readonly trustPolicy: Json | undefined;
}

/** One policy of a role. */
export interface RolePolicy {
  /** The policy's name. */
  readonly name: string;
  /** The logical ID of the resource that contains it. */
  readonly logicalId: string;
  /** The resolved statements, as IAM JSON. */
  readonly statements: readonly JsonObject[];
}
