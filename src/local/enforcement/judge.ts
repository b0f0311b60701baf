import { ALLOWED, type DeniedBy, type Denial, type Judgment, type Needed } from './judgment';
import { keysOfBucket, knownFromApp } from './known-from-app';
import { requestOf } from './request-context';
import { ResourcePolicies } from './resource-policies';
import { RolePolicy } from './role-policy';
import { trustOf } from './trust';
import { isJsonObject, type JsonObject } from '../../asl';
import type { LocalApp, Machine, Role } from '../../cloudformation';
import type { MapRunStart, TaskCall } from '../../interpreter';
import {
  callRequirements,
  mapRequirements,
  requirementReader,
  type CallRequirement,
  type RequirementReader,
} from '../../permissions';

/** Judges the calls of one machine by its role. Equal needs are judged once. */
export class Judge {
  /** The policies of the machine's role. */
  public readonly own: RolePolicy;
  private readonly read: RequirementReader;
  private readonly judged = new WeakMap<readonly CallRequirement[], Judgment>();
  private readonly assumed = new Map<string, RolePolicy | undefined>();
  private readonly resources: ResourcePolicies;

  constructor(
    public readonly machine: Machine,
    private readonly app: LocalApp,
    role: Role,
  ) {
    this.own = new RolePolicy(role);
    this.read = requirementReader({ machineArn: machine.arn });
    this.resources = new ResourcePolicies(app);
  }

  public judge(call: TaskCall): Judgment {
    const needed = this.read(call);
    if (needed === undefined) {
      return { ...ALLOWED, unknown: [`what ${call.resource} needs is not known, so its calls are not checked`] };
    }
    const before = this.judged.get(needed);
    if (before) return before;
    const judgment = this.judgeAll(call, this.completed(call, needed));
    this.judged.set(needed, judgment);
    return judgment;
  }

  /** Judges what a Distributed Map needs. */
  public judgeMap({ state }: MapRunStart): Judgment {
    const buckets = ['ItemReader', 'ResultWriter'].flatMap(field => keysOfBucket(state[field], this.app));
    const known = buckets.length > 0 ? { keys: [...new Set(buckets)] } : undefined;
    return this.judgeAll({}, mapRequirements(state, { machineArn: this.machine.arn, known }), startsExpress(state));
  }

  /** The needs with what the app knows beside the call. */
  private completed(call: TaskCall, needed: readonly CallRequirement[]): readonly CallRequirement[] {
    const known = knownFromApp(call, this.app);
    return known === undefined ? needed : (callRequirements(call, { machineArn: this.machine.arn, known }) ?? needed);
  }

  /** @param endByThemselves whether what is started is never stopped */
  private judgeAll(
    call: Pick<TaskCall, 'credentialsRoleArn'>,
    needed: readonly CallRequirement[],
    endByThemselves = false,
  ): Judgment {
    const all: Needed[] = [];
    const denied: Denial[] = [];
    const deniedStops: Denial[] = [];
    const deniedRedrives: Denial[] = [];
    const unknown = new Set<string>(needed.length > 0 ? this.own.doubts : []);
    for (const requirement of needed) {
      const policy = requirement.principal === 'execution' ? this.own : this.assumedRole(call.credentialsRoleArn!);
      if (policy === undefined) {
        unknown.add(
          `the role ${call.credentialsRoleArn} of Credentials is not in the app: what it may do is not known`,
        );
        continue;
      }
      all.push({ policy, requirement });
      if (requirement.phase === 'stop' && endByThemselves) continue;
      if (requirement.principal === 'assumed') policy.doubts.forEach(doubt => unknown.add(doubt));
      const verdict = this.decide(requirement, policy);
      if (requirement.phase === 'redrive') {
        // asked of every Map, whether it is ever redriven or not: a doubt would say nothing of the run
        if (typeof verdict === 'object') deniedRedrives.push(verdict);
      } else if (typeof verdict === 'string') {
        unknown.add(verdict);
      } else if (verdict) {
        (requirement.phase === 'stop' ? deniedStops : denied).push(verdict);
      }
    }
    return { denied, deniedStops, deniedRedrives, unknown: [...unknown], needed: all };
  }

  /** Undefined if it is allowed, the reason if it cannot be told, else the denial. */
  private decide(requirement: CallRequirement, policy: RolePolicy): Denial | string | undefined {
    const roleArn = policy.role.arn;
    const request = requestOf(requirement, { roleArn, region: this.machine.region });
    const decision = policy.decide(request);
    const denial = (by: DeniedBy): Denial => ({ requirement, policy, decision, by, closest: policy.closest(request) });
    const subject = `${requirement.action} on ${requirement.resource}`;
    if (decision.effect === 'denied') return denial('identity');
    const resource = this.resources.decide(request, roleArn);
    if (resource === 'denied') return denial('resource');
    if (resource === 'unknown') {
      return `a resource policy of the app decides about ${subject}, and depends on what is not known here`;
    }
    if (decision.effect === 'unknown') {
      return `whether the role ${policy.role.logicalId} may ${subject} depends on ${(decision.unknownKeys ?? []).join(', ')}, which is not known here`;
    }
    if (decision.effect === 'allowed') {
      return this.alsoTrusted(requirement, roleArn) ?? (resource === 'keyRefuses' ? denial('key') : undefined);
    }
    if (resource === 'allowed') return undefined;
    if (requirement.unknown !== undefined && policy.mayAllow(requirement.action, requirement.resource)) {
      return `whether ${subject} is allowed is not known: ${requirement.unknown}`;
    }
    if (policy.isPartlyKnown) {
      return `whether the role ${policy.role.logicalId} may ${subject} is not known: a part of its policies is not in the app`;
    }
    return denial('nobody');
  }

  /** A role can be assumed only if it trusts the caller. */
  private alsoTrusted(requirement: CallRequirement, callerArn: string): string | undefined {
    if (requirement.action !== 'sts:AssumeRole') return undefined;
    const target = this.app.roles.find(role => arnOf(role) === requirement.resource);
    const trust = target === undefined ? 'unknown' : trustOf(target, callerArn);
    if (trust === 'trusted') return undefined;
    return `whether the role ${requirement.resource} trusts ${callerArn} is not known${target === undefined ? ': it is not in the app' : ''}`;
  }

  private assumedRole(arn: string): RolePolicy | undefined {
    if (!this.assumed.has(arn)) {
      const role = this.app.roles.find(one => arnOf(one) === arn);
      this.assumed.set(arn, role && new RolePolicy(role));
    }
    return this.assumed.get(arn);
  }
}

/** Express executions are not stopped: they end by themselves, in five minutes. */
function startsExpress({ ItemProcessor: processor }: JsonObject): boolean {
  return (
    isJsonObject(processor) &&
    isJsonObject(processor.ProcessorConfig) &&
    processor.ProcessorConfig.ExecutionType === 'EXPRESS'
  );
}

/** A role whose ARN cannot be resolved is nobody's. */
function arnOf(role: Role): string | undefined {
  try {
    return role.arn;
  } catch {
    return undefined;
  }
}
