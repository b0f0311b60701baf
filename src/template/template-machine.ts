import type { JsonObject, WorkflowType } from '../asl';
import type { Machine, MachineLogging, Role } from './app';
import { definitionTextOf, parsedDefinition } from './machine-definition';
import { own } from './own';
import { invalidTemplate, shown } from './resolve/failures';
import { below } from './resolve/place';
import type { StackScope, TemplateResource } from './resolve/stack-scope';
import { textOf } from './resolve/texts';
import { arnOf, nameOf } from './resources/physical';

/** The resource types that are state machines. */
export const MACHINE_TYPES: readonly string[] = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'];

/** A state machine of a template. Everything is read when it is asked for. */
export class TemplateMachine implements Machine {
  public readonly logicalId: string;
  public readonly stack: string;
  public readonly account: string;
  public readonly region: string;
  public readonly partition: string;
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
    return nameOf(this.resource, this.scope)!;
  }

  public get arn(): string {
    return arnOf(this.resource, this.scope)!;
  }

  public get type(): WorkflowType {
    const type = this.scope.propertyOf(this.resource, this.isServerless ? 'Type' : 'StateMachineType') ?? 'STANDARD';
    if (type === 'STANDARD' || type === 'EXPRESS') return type;
    throw invalidTemplate('there is no such type of state machine', below(this.resource.place, 'Properties'), { received: shown(type), allowed: 'STANDARD, EXPRESS' });
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
    return isTrue(own(this.scope.propertyOf(this.resource, this.isServerless ? 'Tracing' : 'TracingConfiguration'), 'Enabled'));
  }

  private get isServerless(): boolean {
    return this.resource.type === 'AWS::Serverless::StateMachine';
  }

  private reading(): { readonly text: string; readonly definition: JsonObject; readonly assumed: readonly string[] } {
    if (this.read) return this.read;
    if (!this.scope.isCreated(this.resource)) throw invalidTemplate('the state machine is not created, since its condition is false', this.resource.place);
    const { value: text, assumed } = this.scope.app.memo.collecting(() => definitionTextOf(this.resource, this.scope));
    this.read = { text, definition: parsedDefinition(text, this.resource), assumed: [...assumed].sort() };
    return this.read;
  }
}

/** The role of an ARN; of several, that of the same stack. */
function rolesOfArn(roles: readonly Role[], arn: string, stack: string): Role | undefined {
  const found = roles.filter(role => quietArn(role) === arn);
  return found.find(role => role.stack === stack) ?? found[0];
}

/** A role whose ARN cannot be resolved is nobody's. */
function quietArn(role: Role): string | undefined {
  try {
    return role.arn;
  } catch {
    return undefined;
  }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
