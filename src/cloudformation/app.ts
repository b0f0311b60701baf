import type { Json, JsonObject, WorkflowType } from '../asl';

/**
 * What a synthesized app contains. Every value is read when it is first asked for, and then kept: what cannot be
 * resolved is an error where it is needed, and resources that nobody asks about never fail.
 */
export interface LocalApp {
  /** The state machines of all stacks, in the order of their templates. */
  readonly machines: readonly Machine[];
  /** The IAM roles of all stacks. */
  readonly roles: readonly Role[];
  /** All resources of all stacks, state machines and roles included; those with a false `Condition` are left out. */
  readonly resources: readonly Neighbor[];
}

/** Where a resource stands. */
export interface ResourcePlace {
  /** Its key below `Resources`. */
  readonly logicalId: string;
  /** The name of its stack; a nested stack is named `PARENT-LOGICALID`. */
  readonly stack: string;
  /** The construct's path, such as `Orders/OrderWorkflow/Resource`; absent where the template was written without it. */
  readonly path?: string;
}

/** A resource beside a state machine. */
export interface Neighbor extends ResourcePlace {
  /** Such as `AWS::Lambda::Function`. */
  readonly type: string;
  /** Its physical name: the given one, else one made of stack and logical id; undefined where it depends on what is not known. */
  readonly name: string | undefined;
  /** Its ARN; undefined for types that have none, and where it depends on what is not known. */
  readonly arn: string | undefined;
  /** What `Ref` gives; undefined where it depends on what is not known. */
  readonly ref: Json | undefined;
  /** Its properties as they stand in the template, not resolved. */
  readonly properties: JsonObject;
  /** A property with everything resolved; undefined where it is absent, and where it depends on what is not known. */
  property(name: string): Json | undefined;
  /** What `Fn::GetAtt` gives; undefined where there is no such attribute, and where it depends on what is not known. */
  attribute(name: string): Json | undefined;
}

/** A state machine. The getters throw a StepwrightError that names what could not be resolved. */
export interface Machine extends ResourcePlace {
  /** The physical name. */
  readonly name: string;
  /** The ARN. */
  readonly arn: string;
  /** The workflow type. */
  readonly type: WorkflowType;
  /** The definition with every function of the template resolved and every substitution made. */
  readonly definition: JsonObject;
  /** The text of the definition, as AWS receives it. */
  readonly definitionText: string;
  /** The account that the machine runs in. */
  readonly account: string;
  /** The region that the machine runs in. */
  readonly region: string;
  /** The partition that the machine runs in, such as `aws`. */
  readonly partition: string;
  /** The ARN of the role that the machine assumes. */
  readonly roleArn: string | undefined;
  /** That role's logical id, if the app defines the role. */
  readonly roleLogicalId: string | undefined;
  /** That role, if the app defines it. */
  readonly role: Role | undefined;
  /** What is logged; undefined where the machine does not log. */
  readonly logging: MachineLogging | undefined;
  /** Whether X-Ray tracing is on. */
  readonly tracing: boolean;
  /** The ARN or id of the customer's key that encrypts the machine's data; undefined where AWS's own key does. */
  readonly encryptionKey: string | undefined;
  /**
   * Values in the definition that only a deployment knows and that a made-up one stands for, such as a key's id, as
   * `TYPE LOGICALID.ATTRIBUTE` or `TYPE LOGICALID.Ref`; besides, macros of the account that may change the template, as
   * `AWS::CloudFormation::Macro NAME`. Names that CloudFormation makes are not among them.
   */
  readonly assumed: readonly string[];
}

/** What a state machine logs. */
export interface MachineLogging {
  /** Which events. */
  readonly level: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  /** Whether input, output and parameters are logged. */
  readonly includeExecutionData: boolean;
}

/** An IAM role with everything that the app attaches to it. */
export interface Role extends ResourcePlace {
  /** The ARN. */
  readonly arn: string;
  /** The physical name. */
  readonly name: string;
  /** The policies that the app attaches: inline ones, `AWS::IAM::Policy`, `AWS::IAM::RolePolicy`, `AWS::IAM::ManagedPolicy`. */
  readonly policies: readonly RolePolicy[];
  /** The statements of all policies, in IAM's own JSON, resolved. */
  readonly statements: readonly JsonObject[];
  /** ARNs of attached managed policies which the app does not define, such as AWS's own: their statements are not known. */
  readonly unreadPolicies: readonly string[];
  /** Why a statement or an attachment could not be resolved: one message each; such statements are left out. */
  readonly unresolved: readonly string[];
  /** The ARN of the managed policy that bounds the role; undefined where nothing does. */
  readonly permissionsBoundary: string | undefined;
  /** Who may assume the role, in IAM's own JSON, resolved. */
  readonly trustPolicy: Json | undefined;
}

/** One policy of a role. */
export interface RolePolicy {
  /** The policy's name. */
  readonly name: string;
  /** The logical id of the resource that it stands in. */
  readonly logicalId: string;
  /** The statements, in IAM's own JSON, resolved. */
  readonly statements: readonly JsonObject[];
}
