import type { JsonObject, WorkflowType } from '../asl';
import type { Machine, MachineLogging, Role } from './app';
import { refuseDependencyCycle } from './dependency-cycle';
import { transformsOf } from './for-each';
import { kept } from './kept';
import { definitionTextOf, parsedDefinition } from './machine-definition';
import { own } from './own';
import { quietly } from './quietly';
import { invalidTemplate, shown } from './resolve/failures';
import { below } from './resolve/template-place';
import type { StackScope, TemplateResource } from './resolve/template-scope';
import { textOf } from './resolve/texts';
import { arnOf, nameOf } from './resources/physical';

/** The resource types that are state machines. */
export const MACHINE_TYPES: readonly string[] = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'];

/** A state machine of a template. All values are resolved on first use. */
export class TemplateMachine implements Machine {
  public readonly logicalId: string;
  public readonly stack: string;
  public readonly account: string;
  public readonly region: string;
  public readonly partition: string;
  private readonly arnOnce = kept(() => arnOf(this.resource, this.scope)!);
  private readonly nameOnce = kept(() => nameOf(this.resource, this.scope)!);
  private read?: { readonly text: string; readonly definition: JsonObject; readonly assumed: readonly string[] };

  constructor(
    private readonly resource: TemplateResource,
    private readonly scope: StackScope,
    private readonly roles: () => readonly Role[],
    public readonly path: string | undefined,
  ) {
    this.logicalId = resource.logicalId;
    this.stack = scope.stack.name;
    this.account = scope.stack.account;
    this.region = scope.stack.region;
    this.partition = scope.stack.partition;
  }

  public get name(): string {
    return this.nameOnce();
  }

  public get arn(): string {
    return this.arnOnce();
  }

  public get type(): WorkflowType {
    const type = this.scope.propertyOf(this.resource, this.isServerless ? 'Type' : 'StateMachineType') ?? 'STANDARD';
    if (type === 'STANDARD' || type === 'EXPRESS') return type;
    throw invalidTemplate('the type of the state machine is not valid', below(this.resource.place, 'Properties'), {
      received: shown(type),
      allowed: 'STANDARD, EXPRESS',
    });
  }

  public get definition(): JsonObject {
    return this.reading().definition;
  }

  public get definitionText(): string {
    return this.reading().text;
  }

  public get assumed(): readonly string[] {
    return this.reading().assumed;
  }

  public get roleArn(): string | undefined {
    const property = this.isServerless ? 'Role' : 'RoleArn';
    const arn = this.scope.propertyOf(this.resource, property);
    return arn === undefined ? undefined : textOf(arn, below(below(this.resource.place, 'Properties'), property));
  }

  public get role(): Role | undefined {
    const arn = this.roleArn;
    return arn === undefined ? undefined : rolesOfArn(this.roles(), arn, this.stack);
  }

  public get roleLogicalId(): string | undefined {
    return this.role?.logicalId;
  }

  public get logging(): MachineLogging | undefined {
    const logging = this.scope.propertyOf(this.resource, this.isServerless ? 'Logging' : 'LoggingConfiguration');
    const level = own(logging, 'Level');
    if (level !== 'ALL' && level !== 'ERROR' && level !== 'FATAL' && level !== 'OFF') return undefined;
    return { level, includeExecutionData: isTrue(own(logging, 'IncludeExecutionData')) };
  }

  public get tracing(): boolean {
    return isTrue(
      own(this.scope.propertyOf(this.resource, this.isServerless ? 'Tracing' : 'TracingConfiguration'), 'Enabled'),
    );
  }

  public get encryptionKey(): string | undefined {
    const key = own(this.scope.propertyOf(this.resource, 'EncryptionConfiguration'), 'KmsKeyId');
    return typeof key === 'string' ? key : undefined;
  }

  private get isServerless(): boolean {
    return this.resource.type === 'AWS::Serverless::StateMachine';
  }

  private reading(): { readonly text: string; readonly definition: JsonObject; readonly assumed: readonly string[] } {
    if (this.read) return this.read;
    if (!this.scope.isCreated(this.resource)) {
      throw invalidTemplate("the state machine isn't created, because its condition is false", this.resource.place);
    }
    refuseDependencyCycle(this.resource, this.scope);
    const { value: text, assumed } = this.scope.app.memo.collecting(() => definitionTextOf(this.resource, this.scope));
    for (const macro of macrosOf(this.scope)) assumed.add(`AWS::CloudFormation::Macro ${macro}`);
    this.read = { text, definition: parsedDefinition(text, this.resource), assumed: [...assumed].sort() };
    return this.read;
  }
}

/** The account's own macros that process the template during deployment. Their changes are unknown. */
function macrosOf(scope: StackScope): readonly string[] {
  return transformsOf(scope.stack.template).filter(name => !name.startsWith('AWS::'));
}

/** Finds the role with an ARN, preferring the one in the same stack. */
function rolesOfArn(roles: readonly Role[], arn: string, stack: string): Role | undefined {
  // a role whose ARN can't be resolved isn't the role of any machine
  const found = roles.filter(role => quietly(() => role.arn) === arn);
  return found.find(role => role.stack === stack) ?? found[0];
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
