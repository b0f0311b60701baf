import { MAX_EXECUTION_MS, type Json, type WorkflowType } from '../../asl';
import { Execution, executionOf } from '../execution';
import type { ExecutionSettings } from '../execution-settings';
import type { Ending } from '../execution-status';
import type { Frame } from '../frame';
import type { Program } from '../program';
import { Random } from '../random';
import { BLOCKED } from '../signal';
import type { ChildResult } from './result-writer';
import { childAgain, indexOf, UnsuccessfulChildren } from './unsuccessful-children';

/** How many failed children a Map Run takes: both limits hold, the share is in percent. */
export interface Tolerance {
  readonly count: number;
  readonly percentage: number;
}

/** What a Map Run runs. */
export interface MapRunPlan {
  readonly frame: Frame;
  readonly program: Program;
  readonly mapRunArn: string;
  readonly label: string;
  readonly children: number;
  /** The input of a child; computed when the child starts. */
  readonly input: (index: number) => Json;
  readonly sideBySide: number;
  readonly tolerance: Tolerance;
  /** Whether what a result writer needs is kept of each child. */
  readonly keepResults: boolean;
  /** The same Map Run before its redrive. @default - it starts */
  readonly before?: MapRun;
}

/**
 * A Map Run with more children keeps only those that failed, and at most 10,000 of them: the histories of all would not
 * fit in memory. The result of the run says so.
 */
const MOST_KEPT = 100_000;
const MOST_FAILED_KEPT = 10_000;
const PROGRESS_EVERY = 1024;

/**
 * The child executions of one Map Run. A child runs as far as it comes before the next one starts, so only those that wait for something are there
 * at the same time. Of a child that has ended, a large Map Run keeps the output alone.
 */
export class MapRun {
  readonly results: ChildResult[];
  /** By index; holes where a child failed. */
  private readonly outputs: Json[];
  /** The children that failed, timed out or were stopped: a redrive runs them again. */
  private readonly unsuccessful = new UnsuccessfulChildren();
  /** The children of the Map Run before its redrive that run again. */
  private again: readonly Execution[] = [];
  private nextAgain = 0;
  /** The children that run, by slot. A Set would link all the tables that it outgrows, and with them what the collector could take. */
  private readonly running: Array<Execution | undefined> = [];
  private readonly freeSlots: number[] = [];
  private readonly type: WorkflowType;
  private readonly stateMachineName: string;
  private readonly stateMachineArn: string;
  private readonly arnPrefix: string;
  private next = 0;
  private open: number;
  private failures = 0;
  private transitions = 0;
  private starting = false;
  private over = false;

  constructor(
    private readonly plan: MapRunPlan,
    private readonly ended: (exceeded: boolean) => void,
  ) {
    this.outputs = plan.before ? plan.before.outputs.slice() : new Array<Json>(plan.children);
    this.results = plan.before ? plan.before.results.filter(({ ending }) => ending.status === 'SUCCEEDED') : [];
    this.open = plan.children;
    const { settings } = plan.frame.execution;
    this.type = plan.program.type ?? 'STANDARD';
    this.stateMachineName = `${settings.stateMachineName}/${plan.label}`;
    this.stateMachineArn = `${settings.stateMachineArn}/${plan.label}`;
    const kind = this.type === 'EXPRESS' ? 'express' : 'execution';
    this.arnPrefix = `arn:${settings.partition}:states:${settings.region}:${settings.account}:${kind}:${this.stateMachineName}:`;
    if (plan.before) this.goOnFrom(plan.before);
    else if (plan.children > MOST_KEPT) executionOf(plan.frame).childrenNotKept += plan.children;
  }

  /** What was successful stays, and so does a failure that is final. */
  private goOnFrom(before: MapRun): void {
    const { frame, children, keepResults } = this.plan;
    const { again, final } = before.unsuccessful.sorted(
      before.pending(),
      frame.execution.scheduler.time,
      frame.state.name,
    );
    this.next = before.next;
    this.again = again;
    this.open = children - this.next + again.length;
    for (const child of final) {
      this.failures++;
      this.unsuccessful.keep(child);
      if (keepResults) this.results.push(resultOf(child, child.ending!));
    }
  }

  /** Starts children as long as they may run side by side; the others follow as these end. */
  start(): void {
    if (this.starting) return;
    this.starting = true;
    const { children, sideBySide } = this.plan;
    if (!this.over && this.isExceeded()) this.end(true);
    while (!this.over && this.nextAgain < this.again.length && this.hasRoom(sideBySide)) {
      this.startAgain(this.again[this.nextAgain++]);
    }
    while (!this.over && this.next < children && this.hasRoom(sideBySide)) this.startNext();
    this.starting = false;
    if (this.open === 0 && !this.over) this.end(false);
  }

  /** Starts no more children, and stops those that run; Express executions cannot be stopped: they go on to their end. */
  stop(): void {
    this.over = true;
    const { executions } = executionOf(this.plan.frame).world;
    for (const child of [...this.running]) {
      if (this.type === 'STANDARD') child?.stop();
      else if (child) executions.push(child);
    }
  }

  /** Whether its redrive calls RedriveExecution: it has Standard children that were not successful. */
  get redrivesExecutions(): boolean {
    return this.type === 'STANDARD' && (this.unsuccessful.any || this.pending().length > 0);
  }

  /** The children to be redriven whose turn has not come. */
  private pending(): readonly Execution[] {
    return this.again.slice(this.nextAgain);
  }

  /** The outputs of the children that succeeded, in the order of the items. */
  succeeded(): Json[] {
    return this.failures === 0 ? this.outputs : this.outputs.filter(() => true);
  }

  private startNext(): void {
    const { frame, program, children } = this.plan;
    const index = this.next;
    const settings = this.settingsOf(index);
    this.next++;
    const execution = executionOf(frame);
    const slot = this.freeSlots.pop() ?? this.running.length;
    const child = new Execution(program, settings, new Random(settings.executionArn), execution.world, ending =>
      this.childEnded(index, slot, child, ending),
    );
    if (children <= MOST_KEPT) execution.children.push(child);
    this.running[slot] = child;
    child.startNow();
    this.limit(child);
  }

  /** An Express child that has not ended at once ends after five minutes at the latest. */
  private limit(child: Execution): void {
    if (this.type !== 'EXPRESS' || child.ending || child.settings.withoutLimits.has('executionDuration')) return;
    child.scheduler.at(child.settings.startTime + MAX_EXECUTION_MS.EXPRESS, () => child.timeOut());
  }

  private hasRoom(sideBySide: number): boolean {
    return this.running.length - this.freeSlots.length < sideBySide;
  }

  private isExceeded(): boolean {
    const { tolerance, children } = this.plan;
    return this.failures > tolerance.count || this.failures > (tolerance.percentage / 100) * children;
  }

  private startAgain(before: Execution): void {
    const execution = executionOf(this.plan.frame);
    const slot = this.freeSlots.pop() ?? this.running.length;
    const { child, run } = childAgain(before, execution, ending =>
      this.childEnded(indexOf(before), slot, child, ending),
    );
    const place = execution.children.indexOf(before);
    if (place >= 0) execution.children[place] = child;
    this.running[slot] = child;
    run();
    this.limit(child);
  }

  /** Written out: a million copies of one object by its members cost the garbage collector more than all else. */
  private settingsOf(index: number): ExecutionSettings {
    const { frame } = this.plan;
    const { settings, random, scheduler } = frame.execution;
    const { partition, region, account } = settings;
    const { type, stateMachineName, stateMachineArn, arnPrefix } = this;
    const executionName = random.uuid();
    const input = this.plan.input(index);
    return {
      input,
      type,
      synchronous: settings.synchronous,
      executionName,
      executionArn: arnPrefix + executionName,
      stateMachineName,
      stateMachineArn,
      roleArn: settings.roleArn,
      region,
      account,
      partition,
      startTime: scheduler.time,
      asOf: settings.asOf,
      onTask: settings.onTask,
      answersItself: settings.answersItself,
      authorizeMap: settings.authorizeMap,
      withoutLimits: settings.withoutLimits,
      mapItem: { index, value: input },
      objects: settings.objects,
      onProgress: settings.onProgress,
    };
  }

  private childEnded(index: number, slot: number, child: Execution, ending: Ending): void {
    const { plan } = this;
    this.running[slot] = undefined;
    this.freeSlots.push(slot);
    this.open--;
    this.transitions += child.transitions;
    const succeeded = ending.status === 'SUCCEEDED';
    if (succeeded) this.outputs[index] = ending.output!;
    else this.unsuccessful.keep(child);
    if (plan.keepResults && (succeeded || !this.over)) this.results.push(resultOf(child, ending));
    if (this.over) return;
    if (!succeeded) this.childFailed(child);
    if (this.open % PROGRESS_EVERY === 0) this.tellProgress();
    if (this.isExceeded()) this.end(true);
    else this.startFurther();
  }

  /** The Map fails where the input of a further child cannot be made, not the child that has just ended. */
  private startFurther(): void {
    const { frame } = this.plan;
    frame.execution.resume(frame, () => {
      try {
        this.start();
      } catch (error) {
        this.stop();
        frame.job = undefined;
        throw error;
      }
      return BLOCKED;
    });
  }

  private childFailed(child: Execution): void {
    const { children } = executionOf(this.plan.frame);
    this.failures++;
    if (
      this.plan.children > MOST_KEPT &&
      children.length < MOST_FAILED_KEPT &&
      !(this.plan.before && children.includes(child))
    ) {
      children.push(child);
    }
  }

  private end(exceeded: boolean): void {
    this.over = true;
    this.plan.frame.execution.scheduler.soon(() => this.ended(exceeded));
  }

  private tellProgress(): void {
    const { settings, transitions, scheduler } = this.plan.frame.execution;
    settings.onProgress?.({ transitions: transitions + this.transitions, time: scheduler.time });
  }
}

function resultOf({ settings, stopTime }: Execution, ending: Ending): ChildResult {
  const { executionName, executionArn, stateMachineArn, input, startTime } = settings;
  return { name: executionName, executionArn, stateMachineArn, input, startTime, stopTime, ending };
}
