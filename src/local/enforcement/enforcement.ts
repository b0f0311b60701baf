import { denialError, mapDenialError } from './denial-error';
import { deniedCallOf, type DeniedCall } from './denied-call';
import { Judge } from './judge';
import { ALLOWED, type Denial, type Judgment } from './judgment';
import type { LocalApp, Machine, Role } from '../../cloudformation';
import { StepwrightError } from '../../errors';
import type { HistoryEvent, MapRunStart, TaskAnswer, TaskCall } from '../../interpreter';
import type { CallRequirement } from '../../permissions';

/** Whether calls are checked against the roles of the app. */
export type PermissionsMode = 'enforce' | 'ignore';

/** What a run found out about permissions. */
export interface RunPermissions {
  /** What the run needed and the roles do not give, in order. */
  readonly denied: readonly DeniedCall[];
  /** What could not be told, each sentence once. */
  readonly unknown: readonly string[];
  /** The roles of the machines that ran, with all that the run needed of them. */
  readonly used: readonly RoleUse[];
}

/** A role, and what a run needed of it. */
export interface RoleUse {
  readonly role: Role;
  readonly needed: readonly CallRequirement[];
  /** The machines that ran with it. */
  readonly machines: readonly Machine[];
}

/** Checks the calls of one run, nested executions included, against the roles of their machines. */
export class Enforcement implements RunPermissions {
  private readonly denials: DeniedCall[] = [];
  private readonly doubts = new Set<string>();
  private readonly judgments = new Set<Judgment>();
  /** What the Distributed Maps need, by their execution and the name of the state: however often a Map Run starts or is redriven, that stays the same. */
  private readonly maps = new Map<string, ReadonlyMap<string, Judgment>>();
  /** The jobs and Map Runs whose stop is noted, by the event that tells of them: a redrive has the whole history. */
  private readonly stops = new Set<string>();
  private readonly kept: JudgesOfApp;
  private readonly judges = new Map<string, Judge | undefined>();
  private last?: { readonly call: TaskCall; readonly judgment: Judgment };

  constructor(
    private readonly app: LocalApp,
    machine?: Machine,
  ) {
    this.kept = judgesOf(app);
    if (machine) this.judgeOf(machine.arn);
  }

  /** The same checks with what they have found out so far, kept apart from these. */
  public copy(): Enforcement {
    const copy = new Enforcement(this.app);
    copy.denials.push(...this.denials);
    for (const [executionArn, maps] of this.maps) copy.maps.set(executionArn, maps);
    for (const stop of this.stops) copy.stops.add(stop);
    for (const doubt of this.doubts) copy.doubts.add(doubt);
    for (const judgment of this.judgments) copy.judgments.add(judgment);
    for (const [arn, judge] of this.judges) copy.judges.set(arn, judge);
    return copy;
  }

  public get denied(): readonly DeniedCall[] {
    return [...this.denials];
  }

  public get unknown(): readonly string[] {
    return [...this.doubts];
  }

  /** What is shown of it in a snapshot, or where a matcher fails; the roles hold the whole template. */
  public toJSON(): Pick<RunPermissions, 'denied' | 'unknown'> {
    return { denied: this.denied, unknown: this.unknown };
  }

  public get used(): readonly RoleUse[] {
    const needed = [...this.judgments].flatMap(judgment => judgment.needed);
    const policies = new Set([
      ...[...this.judges.values()].flatMap(judge => judge?.own ?? []),
      ...needed.map(({ policy }) => policy),
    ]);
    return [...policies].map(policy => ({
      role: policy.role,
      needed: needed.filter(one => one.policy === policy).map(({ requirement }) => requirement),
      machines: [...this.judges.values()].flatMap(judge => (judge?.own === policy ? [judge.machine] : [])),
    }));
  }

  /** The answer with which AWS refuses a call; undefined for a call that may be made. */
  public refusal(call: TaskCall): TaskAnswer | undefined {
    const { denied } = this.judgmentOf(call);
    return denied.length === 0 ? undefined : this.refuse(call, denied);
  }

  /** The failure with which AWS ends a Map Run that may not start; undefined for one that may. */
  public mapRefusal(start: MapRunStart): { readonly error: string; readonly cause: string } | undefined {
    const judgment = this.judgeOf(start.stateMachineArn)?.judgeMap(start) ?? ALLOWED;
    this.note(judgment);
    this.maps.set(
      start.executionArn,
      new Map([...(this.maps.get(start.executionArn) ?? []), [start.stateName, judgment]]),
    );
    const denied = [
      ...judgment.denied.filter(({ requirement }) => requirement.phase !== 'poll'),
      ...(start.redrives ? judgment.deniedRedrives : []),
    ];
    for (const one of judgment.denied) if (!denied.includes(one)) this.doubts.add(undecided(start, one));
    this.denials.push(...denied.map(denial => deniedCallOf(denial, start.stateName, start.stateMachineArn)));
    return denied[0] && mapDenialError(start, denied[0]);
  }

  /** Notes that AWS would have stopped the job that an event tells of, and that the role does not allow it. */
  public stopped(call: TaskCall, event: HistoryEvent): void {
    this.noteStop(call, event, this.judgmentOf(call));
  }

  private judgmentOf(call: TaskCall): Judgment {
    if (this.last?.call === call) return this.last.judgment;
    const judgment = this.judgeOf(call.stateMachineArn)?.judge(call) ?? ALLOWED;
    this.note(judgment);
    this.last = { call, judgment };
    return judgment;
  }

  /** The executions whose Distributed Maps have started Map Runs. */
  public get executionsWithMaps(): ReadonlySet<string> {
    return new Set(this.maps.keys());
  }

  /** Notes that AWS would have stopped the child executions of the Map Run that an event tells of, and that the role does not allow it. */
  public mapStopped(
    map: Pick<MapRunStart, 'executionArn' | 'stateMachineArn' | 'stateName'>,
    event: HistoryEvent,
  ): void {
    this.noteStop(map, event, this.maps.get(map.executionArn)?.get(map.stateName) ?? ALLOWED);
  }

  private noteStop(
    { executionArn, stateMachineArn, stateName }: Pick<MapRunStart, 'executionArn' | 'stateMachineArn' | 'stateName'>,
    event: HistoryEvent,
    { deniedStops }: Judgment,
  ): void {
    const stop = `${executionArn} ${event.id}`;
    if (this.stops.has(stop)) return;
    this.stops.add(stop);
    for (const denial of deniedStops) this.denials.push(deniedCallOf(denial, stateName, stateMachineArn));
  }

  private note(judgment: Judgment): void {
    if (this.judgments.has(judgment)) return;
    this.judgments.add(judgment);
    for (const sentence of judgment.unknown) this.doubts.add(sentence);
  }

  private refuse(call: TaskCall, denied: readonly Denial[]): TaskAnswer {
    for (const denial of denied) this.denials.push(deniedCallOf(denial, call.stateName, call.stateMachineArn));
    const rule = denied.find(({ requirement }) => requirement.phase === 'rule');
    if (rule && !denied.some(({ requirement }) => requirement.phase === 'call')) throw notDeployable(call, rule);
    const first = denied.find(({ requirement }) => requirement.phase === 'call') ?? denied[0];
    const error = denialError(call, first);
    const waits = call.pattern !== 'REQUEST_RESPONSE' && call.kind === 'Task';
    return waits && first.requirement.phase === 'call' ? { ...error, submitFailed: true } : error;
  }

  private judgeOf(machineArn: string): Judge | undefined {
    // the child executions of a Distributed Map run under the machine's own role: their machine is named MACHINE/LABEL
    const arn = machineArn.split('/')[0];
    if (!this.judges.has(arn)) {
      const machine = this.app.machines.find(one => arnOf(one) === arn);
      this.judges.set(arn, machine && this.kept.of(machine, reason => this.doubts.add(reason)));
    }
    return this.judges.get(arn);
  }
}

/** The judges of an app's machines. */
export class JudgesOfApp {
  private readonly judges = new Map<Machine, Judge>();

  constructor(private readonly app: LocalApp) {}

  /** The judge of a machine; undefined where its role is not known, and then the reason is told. */
  public of(machine: Machine, unknown: (reason: string) => void): Judge | undefined {
    const before = this.judges.get(machine);
    if (before) return before;
    const { role, roleArn, logicalId } = machine;
    if (role === undefined) {
      unknown(
        roleArn === undefined
          ? `the machine ${logicalId} has no role in the template: what it may do is not known`
          : `the role ${roleArn} of the machine ${logicalId} is not in the app: what it may do is not known`,
      );
      return undefined;
    }
    const judge = new Judge(machine, this.app, role);
    this.judges.set(machine, judge);
    return judge;
  }
}

const JUDGES = new WeakMap<LocalApp, JudgesOfApp>();

/** The judges of an app, kept over runs: what was decided once stays so. */
export function judgesOf(app: LocalApp): JudgesOfApp {
  const judges = JUDGES.get(app) ?? new JudgesOfApp(app);
  JUDGES.set(app, judges);
  return judges;
}

/** Without the permission for the managed rule AWS does not create the state machine at all: a Catch must not hide that. */
function notDeployable(call: TaskCall, { requirement, policy }: Denial): StepwrightError {
  return new StepwrightError(
    'ROLE_CANNOT_CREATE_RULE',
    `AWS rejects this state machine: '${policy.role.arn}' is not authorized to create managed-rule`,
    {
      where: `state '${call.stateName}'`,
      received: `${requirement.action} on ${requirement.resource} is not allowed by the role ${policy.role.logicalId}`,
      fix: `Add to the role: ${JSON.stringify({ Effect: 'Allow', Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], Resource: requirement.resource })}`,
    },
  );
}

/**
 * AWS documents that a Distributed Map needs states:DescribeExecution, yet the CDK has long granted it on what is no execution, and such Maps run.
 *
 * @see https://github.com/aws/aws-cdk/issues/35390
 */
function undecided({ stateName }: MapRunStart, { requirement, policy }: Denial): string {
  return `AWS documents that the Distributed Map '${stateName}' needs ${requirement.action} on ${requirement.resource}, which the role ${policy.role.logicalId} lacks; whether it fails without is not known`;
}

function arnOf(machine: Machine): string | undefined {
  try {
    return machine.arn;
  } catch {
    return undefined;
  }
}
