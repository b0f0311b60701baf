import { copyJson, freezeDeep, sitesOf } from '../asl';
import type { LocalApp } from '../cloudformation';
import { costOf, type ChildUsage, type Cost } from '../cost';
import { StepwrightError } from '../errors';
import type { ExecutionStatus, HistoryEvent, RedriveStatus, Run, TaskCall } from '../interpreter';
import { isRaised, logPoints, metricPoints, type MetricPoint } from './cloudwatch';
import { mockNames, type CompiledWorkflow } from './compiled-workflow';
import type { RunPermissions } from './enforcement';
import { allNotifications, notificationsOf, statusEvents, type BusEvent, type Notification } from './event-bridge';
import type { ResourceName } from './find-resource';
import { machineOf } from './machine-finder';
import { returns } from './mock';
import type { PageOptions, RunToShow } from './page';
import type { LocalRedriveOptions } from './run-options';
import { checkTaskNames } from './task-names';
import type { RecordedCall, TaskAnswers } from './task-runner';
import { timelineOf, type TimelineEntry } from './timeline';
import { timelineText, type TextOptions } from './timeline-text';
import { usageOf } from './usage';

/** Redrives a run. */
export interface Redriver {
  readonly sync: (options: LocalRedriveOptions) => RunResult;
  readonly async: (options: LocalRedriveOptions) => Promise<RunResult>;
}

/** A finished local run: how it ended, and all that happened. */
export class RunResult {
  /** How it ended. */
  readonly status: ExecutionStatus;
  /** The error name; undefined unless it failed with one. */
  readonly error: string | undefined;
  /** The cause; undefined unless it failed with one. */
  readonly cause: string | undefined;
  /** State transitions as AWS bills them: states entered, retries, redrives, and states that a redrive runs again from their start. */
  readonly transitions: number;
  /** Virtual time from start to end, in seconds, with the time that passed before a redrive. */
  readonly durationSeconds: number;
  readonly executionArn: string;
  /** What might differ on AWS, each sentence once: for example, a function whose result Lambda would ignore. */
  readonly warnings: readonly string[];
  /** What the run needed and the roles of the app do not give, and what could not be told. */
  readonly permissions: RunPermissions;
  private readonly run: Run;
  private readonly recorded: readonly RecordedCall[];
  readonly #redriver: Redriver;
  private views: readonly TaskCall[] | undefined;
  private costs: Cost | undefined;
  private lines: readonly TimelineEntry[] | undefined;

  constructor(
    run: Run,
    private readonly workflow: CompiledWorkflow,
    { recorded, warnings }: Pick<TaskAnswers, 'recorded' | 'warnings'>,
    permissions: RunPermissions = { denied: [], unknown: [], used: [] },
    redriver: Redriver,
  ) {
    this.permissions = permissions;
    this.#redriver = redriver;
    this.run = run;
    this.status = run.status;
    this.error = run.error;
    this.cause = run.cause;
    this.transitions = run.transitions;
    this.durationSeconds = (run.stopTime - run.startTime) / 1000;
    this.executionArn = run.executionArn;
    this.recorded = recorded;
    this.warnings = Object.freeze([...warnings, ...childrenWarnings(run)]);
  }

  /**
   * Redrives the execution from where it stopped: what was successful is not run again, and its results are kept. The result has the whole history
   * and all calls; this one stays as it is, and can be redriven again in another way. Standard executions that failed, timed out or were stopped.
   *
   * @throws StepwrightError EXECUTION_NOT_REDRIVABLE with the reason, INVALID_REDRIVE_TIME and INVALID_ABORT_TIME for what is no time, TOO_MANY_TO_REDRIVE for a Map Run
   * with more than 10,000 unsuccessful child executions, and what `run` throws
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
   */
  redrive(options: LocalRedriveOptions = {}): Promise<RunResult> {
    return this.#redriver.async(options);
  }

  /**
   * Redrives the execution with mocks that don't return promises.
   *
   * @throws StepwrightError as `redrive` does, and MOCK_RETURNED_PROMISE if a mock returns a promise
   */
  redriveSync(options: LocalRedriveOptions = {}): RunResult {
    return this.#redriver.sync(options);
  }

  /** The output, or undefined unless it succeeded. Each read gives a new copy. */
  get output(): any {
    return this.run.output;
  }

  /** Every attempt of every Task, in order, including those of nested executions. */
  get calls(): readonly TaskCall[] {
    return (this.views ??= Object.freeze(this.recorded.map(({ call }) => readOnly(call))));
  }

  /** How often the execution was redriven. */
  get redriveCount(): number {
    return this.run.redriveCount;
  }

  /** When the execution was redriven last, virtual time in milliseconds since 1970; undefined if it was not. */
  get redriveDate(): number | undefined {
    return this.run.redriveDate;
  }

  /** Whether the execution could be redriven when it ended, as DescribeExecution says it. */
  get redriveStatus(): RedriveStatus {
    return this.run.redriveStatus;
  }

  /** Why it could not; undefined if it could. The words are those of AWS; for Express executions, for which AWS gives none, they are ours. */
  get redriveStatusReason(): string | undefined {
    return this.run.redriveStatusReason;
  }

  /** The names of the states entered, in order. */
  get visited(): readonly string[] {
    return this.run.visited;
  }

  /** The executions that Tasks of this run have started, in order. */
  get nested(): readonly Run[] {
    return this.run.nested;
  }

  /** The child executions of Distributed Maps, in order. */
  get children(): readonly Run[] {
    return this.run.children;
  }

  /** The events as GetExecutionHistory returns them. */
  get history(): HistoryEvent[] {
    return this.run.history as HistoryEvent[];
  }

  /** What this run costs as a Standard and as an Express workflow, list prices, without free tier. The time between an end and a redrive costs nothing. */
  get cost(): Cost {
    const { definition, app, machine } = this.workflow;
    this.costs ??= freezeDeep(
      costOf({ ...usageOf(this.run, definition), children: childrenUsage(this.run, app) }, machine?.region),
    );
    return this.costs;
  }

  /** What happened, state by state, in virtual time. */
  get timeline(): readonly TimelineEntry[] {
    this.lines ??= freezeDeep(timelineOf(this.run));
    return this.lines;
  }

  /**
   * The attempts of a Task, by the name of the state, of a function or another target, or of a resource such as `dynamodb:putItem`.
   *
   * @throws StepwrightError UNKNOWN_TASK if the workflow has nothing of that name
   */
  callsOf(name: string): TaskCall[] {
    checkTaskNames({ [name]: returns(null) }, mockNames(this.workflow));
    return this.recorded.filter(({ names }) => names.includes(name)).map(({ call }) => readOnly(call));
  }

  /** The status changes that EventBridge is told of: Standard executions only. */
  get events(): readonly BusEvent[] {
    return statusEvents(this.run);
  }

  /** What the rules of the app send to their targets. */
  get notifications(): readonly Notification[] {
    return allNotifications(this.app('notifications'), this.events);
  }

  /** The points that the run adds to the metrics of Step Functions, and to those that metric filters make of its log. */
  get metricPoints(): readonly MetricPoint[] {
    const { app, machine } = this.workflow;
    return [...metricPoints(this.run), ...(app && machine ? logPoints(this.run, machine, app) : [])];
  }

  /**
   * What one rule of the app sends to its targets.
   *
   * @param rule the rule's construct, its id, path, logical id or name
   * @throws StepwrightError UNKNOWN_EVENT_RULE, with the nearest name
   */
  notificationsOf(rule: ResourceName): Notification[] {
    return notificationsOf(this.app('rules'), rule, this.events);
  }

  /**
   * Whether an alarm of the app sounds over this run, and over points that are given beside: throttles, quotas, other runs.
   *
   * @param alarm the alarm's construct, its id, path, logical id or name
   * @throws StepwrightError UNKNOWN_ALARM, with the nearest name; UNSUPPORTED_ALARM, UNSUPPORTED_METRIC_MATH, UNKNOWN_STATISTIC, UNSUPPORTED_LOG_FILTER for what is not understood
   */
  raises(alarm: ResourceName, more: readonly MetricPoint[] = []): boolean {
    return isRaised(this.app('alarms'), alarm, [...this.metricPoints, ...more]);
  }

  /** The names of all states of the workflow, visited or not. */
  get stateNames(): string[] {
    return sitesOf(this.workflow.definition).states.map(({ name }) => name);
  }

  /** The timeline as text. */
  timelineText(options: TextOptions = {}): string {
    return [timelineText(this.timeline, options), ...this.permissions.denied.map(({ text }) => text)].join('\n');
  }

  /**
   * A page that plays the run back: one HTML document that needs no network. It contains every payload of the run; `redact` removes some.
   *
   * @param options the title, and the values to redact
   */
  toHtml(options: PageOptions = {}): string {
    return pictures().runsHtml([this.shownAs(titleOf(this.workflow))], options);
  }

  /** The picture of the workflow with the status of each state in this run, as SVG. */
  toSvg(): string {
    return pictures().runSvg(this.run, this.workflow);
  }

  /**
   * The picture of the workflow with the status of each state in this run, as a Mermaid diagram.
   *
   * @throws StepwrightError MERMAID_TOO_LARGE
   */
  toMermaid(): string {
    return pictures().runMermaid(this.run, this.workflow);
  }

  /** This run with a name, for a page of several runs. */
  shownAs(name: string): RunToShow {
    return { name, result: this, run: this.run, workflow: this.workflow };
  }

  private app(what: string): LocalApp {
    if (this.workflow.app) return this.workflow.app;
    throw new StepwrightError('NO_APP', `a definition on its own has no ${what}`, {
      allowed: 'a workflow from a stack, a template, or a cloud assembly',
      fix: 'Load it with LocalWorkflow.fromStack(stack, …).',
    });
  }
}

/** A call that no reader can edit. Each read of its input gives a new copy. */
function readOnly(call: TaskCall): TaskCall {
  const view = { ...call, iterations: freezeDeep(call.iterations.map(iteration => ({ ...iteration }))) };
  Object.defineProperty(view, 'input', { get: () => copyJson(call.input), enumerable: true });
  return Object.freeze(view);
}

function childrenWarnings({ childrenNotKept }: Run): string[] {
  return childrenNotKept === 0
    ? []
    : [
        `Distributed Maps of this run have ${childrenNotKept} child executions, which is too many to keep. children, nested, and cost leave out those that succeeded.`,
      ];
}

/** Drawing is loaded when something is drawn. */
function pictures(): typeof import('./page') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('./page') as typeof import('./page');
}

function titleOf({ machine, definition }: CompiledWorkflow): string {
  return machine?.name ?? (typeof definition.Comment === 'string' ? definition.Comment : 'Workflow');
}

function childrenUsage(run: Run, app: LocalApp | undefined): ChildUsage[] {
  return [...run.nested, ...run.children].map(child => ({
    type: child.type,
    ...usageOf(child, machineOf(app, child.stateMachineArn)?.definition),
    children: childrenUsage(child, app),
  }));
}
