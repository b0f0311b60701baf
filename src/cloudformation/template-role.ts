import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { Role, RolePolicy } from './app';
import { kept } from './kept';
import { given, NO_VALUE } from './no-value';
import { own } from './own';
import { quietly } from './quietly';
import { below, type TemplatePlace } from './resolve/template-place';
import type { AppScope, StackScope, TemplateResource } from './resolve/template-scope';
import { arnOf, nameOf } from './resources/physical';

/** Resource types that attach statements to roles. */
const ATTACHING = ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'];

interface Attached {
  readonly policies: readonly RolePolicy[];
  readonly unreadPolicies: readonly string[];
  readonly unresolved: readonly string[];
}

/** A role of a template, with everything that the app attaches to it. */
export class TemplateRole implements Role {
  public readonly logicalId: string;
  public readonly stack: string;
  private attached?: Attached;
  private readonly arnOnce = kept(() => arnOf(this.resource, this.scope)!);
  private readonly nameOnce = kept(() => nameOf(this.resource, this.scope)!);

  constructor(
    private readonly resource: TemplateResource,
    private readonly scope: StackScope,
    public readonly path: string | undefined,
  ) {
    this.logicalId = resource.logicalId;
    this.stack = scope.stack.name;
  }

  public get arn(): string {
    return this.arnOnce();
  }

  public get name(): string {
    return this.nameOnce();
  }

  public get policies(): readonly RolePolicy[] {
    return this.reading().policies;
  }

  public get statements(): readonly JsonObject[] {
    return this.policies.flatMap(policy => policy.statements);
  }

  public get unreadPolicies(): readonly string[] {
    return this.reading().unreadPolicies;
  }

  public get unresolved(): readonly string[] {
    return this.reading().unresolved;
  }

  public get trustPolicy(): Json | undefined {
    return this.scope.propertyOf(this.resource, 'AssumeRolePolicyDocument');
  }

  public get permissionsBoundary(): string | undefined {
    const boundary = own(this.resource.properties, 'PermissionsBoundary');
    if (boundary === undefined) return undefined;
    try {
      const arn = this.scope.propertyOf(this.resource, 'PermissionsBoundary');
      return arn === undefined ? undefined : String(arn);
    } catch {
      return JSON.stringify(boundary); // a boundary exists, even if its ARN is unknown
    }
  }

  private reading(): Attached {
    this.attached ??= new Attachments(this.resource, this.scope, this.name).read();
    return this.attached;
  }
}

/** Collects the policies attached to one role. */
class Attachments {
  private readonly policies: RolePolicy[] = [];
  private readonly unread: string[] = [];
  private readonly unresolved: string[] = [];
  private readonly seen = new Set<TemplateResource>();

  constructor(
    private readonly role: TemplateResource,
    private readonly scope: StackScope,
    private readonly roleName: string,
  ) {}

  public read(): Attached {
    this.inlinePolicies();
    this.managedPolicies();
    for (const [policy, scope] of resourcesOf(this.scope.app, ATTACHING)) {
      if (scope.stack.account === this.scope.stack.account) this.attaching(policy, scope);
    }
    return { policies: this.policies, unreadPolicies: this.unread, unresolved: this.unresolved };
  }

  private inlinePolicies(): void {
    const place = below(below(this.role.place, 'Properties'), 'Policies');
    const inline = own(this.role.properties, 'Policies');
    if (!Array.isArray(inline)) return this.noting(() => this.inlineFromFunction(place));
    inline.forEach((policy: Json, i) =>
      this.add(policy, own(policy, 'PolicyName'), this.role, this.scope, below(place, i)),
    );
  }

  private inlineFromFunction(place: TemplatePlace): void {
    const policies = this.scope.propertyOf(this.role, 'Policies');
    if (Array.isArray(policies)) {
      policies.forEach((policy: Json, i) =>
        this.add(policy, own(policy, 'PolicyName'), this.role, this.scope, below(place, i)),
      );
    }
  }

  /** Adds the `ManagedPolicyArns` of the role. Policies of the app are read; others are only listed. */
  private managedPolicies(): void {
    const place = below(below(this.role.place, 'Properties'), 'ManagedPolicyArns');
    const listed = own(this.role.properties, 'ManagedPolicyArns');
    const items = Array.isArray(listed) ? (listed as readonly Json[]) : listed === undefined ? [] : [listed];
    items.forEach((item, i) =>
      this.noting(() => {
        const resolved = this.scope.property(item, below(place, i));
        for (const arn of Array.isArray(resolved) ? resolved : [resolved]) {
          if (arn !== NO_VALUE) this.managedPolicy(String(arn));
        }
      }),
    );
  }

  private managedPolicy(arn: string): void {
    for (const [policy, scope] of resourcesOf(this.scope.app, ['AWS::IAM::ManagedPolicy'])) {
      if (quietly(() => arnOf(policy, scope)) !== arn) continue;
      this.add(
        policy.properties,
        own(policy.properties, 'ManagedPolicyName'),
        policy,
        scope,
        below(policy.place, 'Properties'),
      );
      return;
    }
    this.unread.push(arn);
  }

  /** Adds a policy resource that lists its roles. */
  private attaching(policy: TemplateResource, scope: StackScope): void {
    const property = policy.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles';
    if (own(policy.properties, property) === undefined) return;
    this.noting(() => {
      const names = scope.propertyOf(policy, property);
      const isAttached = (Array.isArray(names) ? names : [names]).includes(this.roleName);
      if (isAttached && scope.isCreated(policy)) {
        this.add(
          policy.properties,
          own(policy.properties, 'PolicyName'),
          policy,
          scope,
          below(policy.place, 'Properties'),
        );
      }
    });
  }

  private add(
    policy: Json,
    name: Json | undefined,
    from: TemplateResource,
    scope: StackScope,
    place: TemplatePlace,
  ): void {
    if (from !== this.role) {
      if (this.seen.has(from)) return;
      this.seen.add(from);
    }
    this.noting(() => {
      const statements: JsonObject[] = [];
      const body =
        isJsonObject(policy) && own(policy, 'PolicyDocument') === undefined ? scope.property(policy, place) : policy;
      if (body === NO_VALUE) return;
      const document = own(body as Json, 'PolicyDocument');
      const raw =
        own(document, 'Statement') ??
        own(document && given(scope.property(document, below(place, 'PolicyDocument'))), 'Statement');
      const at = below(below(place, 'PolicyDocument'), 'Statement');
      const list = Array.isArray(raw) ? (raw as readonly Json[]) : raw === undefined ? [] : [raw];
      list.forEach((statement, i) =>
        this.noting(() => {
          const resolved = scope.property(statement, below(at, i));
          for (const one of Array.isArray(resolved) ? (resolved as readonly Json[]) : [resolved]) {
            if (isJsonObject(one)) statements.push(one);
          }
        }),
      );
      this.policies.push({ name: this.nameOf(name, from, scope, place), logicalId: from.logicalId, statements });
    });
  }

  private nameOf(name: Json | undefined, from: TemplateResource, scope: StackScope, place: TemplatePlace): string {
    const resolved = name === undefined ? undefined : quietly(() => scope.property(name, place));
    return typeof resolved === 'string' ? resolved : from.logicalId;
  }

  /** Runs a step. If a value can't be resolved, records the reason and skips it. */
  private noting(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.unresolved.push(error instanceof Error ? error.message : String(error));
    }
  }
}

function resourcesOf(app: AppScope, types: readonly string[]): Array<readonly [TemplateResource, StackScope]> {
  return app.stacks.flatMap(scope =>
    [...scope.resources.values()]
      .filter(resource => types.includes(resource.type))
      .map(resource => [resource, scope] as const),
  );
}
