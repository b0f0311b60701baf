import { mayOverlap } from './overlap';
import type { Json, JsonObject } from '../../asl';
import type { Role } from '../../cloudformation';
import {
  compilePolicy,
  evaluatePolicy,
  type Closeness,
  type CompiledPolicy,
  type Decision,
  type PolicyRequest,
} from '../../permissions';

/** The policies of a role of the app, made ready to be asked. */
export class RolePolicy {
  /** Why the role may have more or fewer permissions than its statements say: one sentence each. */
  public readonly doubts: readonly string[];
  /** Whether more statements than those that are known may allow something. */
  public readonly isPartlyKnown: boolean;
  private readonly policy: CompiledPolicy;
  private readonly origins: readonly StatementOrigin[];

  constructor(public readonly role: Role) {
    this.origins = role.policies.flatMap(({ name, logicalId, statements }) =>
      statements.map((statement, index) => ({ policy: name, logicalId, index, statement })),
    );
    this.policy = compilePolicy(this.origins.map(({ statement }) => statement));
    this.isPartlyKnown = role.unreadPolicies.length > 0 || role.unresolved.length > 0;
    this.doubts = doubtsOf(role);
  }

  public decide(request: PolicyRequest): Decision {
    return this.policy.decide(request);
  }

  /** The statement that comes closest to a request. */
  public closest(request: PolicyRequest): ClosestStatement | undefined {
    const found = this.policy.closest(request);
    return found && { missing: found.missing, ...this.origins[found.statement] };
  }

  /** Whether a statement may allow an action on one of the resources for which a pattern stands; conditions do not count. */
  public mayAllow(action: string, pattern: string): boolean {
    return this.origins.some(({ statement }) => {
      if (statement.Effect !== 'Allow' || !allowsAction(statement, action)) return false;
      return (
        statement.Resource === undefined ||
        textsOf(statement.Resource).some(resource => mayOverlap(resource.replace(/\$\{[^}]*\}/g, '*'), pattern))
      );
    });
  }

  /** Where a statement stands. */
  public originOf(statement: number): StatementOrigin {
    return this.origins[statement];
  }
}

/** Where a statement of a role stands. */
export interface StatementOrigin {
  readonly policy: string;
  /** The logical id of the resource that holds the policy. */
  readonly logicalId: string;
  /** The statement's index in its policy. */
  readonly index: number;
  readonly statement: JsonObject;
}

/** The statement that comes closest, and what of it does not fit. */
export interface ClosestStatement extends StatementOrigin {
  readonly missing: Closeness['missing'];
}

function allowsAction({ Action, NotAction }: JsonObject, action: string): boolean {
  const named: JsonObject = NotAction === undefined ? { Action } : { NotAction };
  return evaluatePolicy([{ ...named, Effect: 'Allow', Resource: '*' }], { action, resource: '*' }).effect === 'allowed';
}

function textsOf(value: Json): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter(item => typeof item === 'string');
}

function doubtsOf({ logicalId, unreadPolicies, unresolved, permissionsBoundary }: Role): string[] {
  return [
    ...unreadPolicies.map(
      arn => `the policy ${arn} of the role ${logicalId} is not in the app: what it allows or denies is not known`,
    ),
    ...unresolved.map(message => `a part of the role ${logicalId} could not be read: ${message.split('\n')[0]}`),
    ...(permissionsBoundary === undefined
      ? []
      : [
          `the permission boundary ${permissionsBoundary} of the role ${logicalId} is not read: it may deny what the role allows`,
        ]),
  ];
}
