import type { RunResult } from '../local';
import type { LocalRedriveOptions } from './local-redrive-options';
import { Mock } from './mock';
import { runPermissionsOf, type RunPermissions } from './run-permissions';
import { taskCallOf, type TaskCall } from './task-call';

/** A finished local run. JSON values are strings here. */
export class LocalRunResult {
  /** @internal */
  public static _of(run: RunResult): LocalRunResult {
    return new LocalRunResult(run);
  }

  /** `SUCCEEDED`, `FAILED`, `TIMED_OUT`, or `ABORTED`. */
  public readonly status: string;

  /** The output, as a JSON string; undefined unless it succeeded. */
  public readonly outputJson?: string;

  /** The error name; undefined unless it failed with one. */
  public readonly error?: string;

  /** The cause; undefined unless it failed with one. */
  public readonly cause?: string;

  /** The names of the states entered, in order. */
  public readonly visited: string[];

  /** State transitions as AWS bills them: states entered, retries, redrives, and states that a redrive runs again from their start. */
  public readonly transitions: number;

  /** The virtual time from start to end in seconds, including the time before a redrive. */
  public readonly durationSeconds: number;

  /** @internal */
  private readonly _run: RunResult;

  private constructor(run: RunResult) {
    this._run = run;
    this.status = run.status;
    this.outputJson = run.output === undefined ? undefined : JSON.stringify(run.output);
    this.error = run.error;
    this.cause = run.cause;
    this.visited = [...run.visited];
    this.transitions = run.transitions;
    this.durationSeconds = run.durationSeconds;
  }

  /** The ARN of the execution. */
  public get executionArn(): string {
    return this._run.executionArn;
  }

  /** The number of redrives of the execution. */
  public get redriveCount(): number {
    return this._run.redriveCount;
  }

  /** The time of the last redrive, in milliseconds of virtual time since 1970. Undefined if there was none. */
  public get redriveDate(): number | undefined {
    return this._run.redriveDate;
  }

  /**
   * The redrive status of the execution when it ended, as in DescribeExecution: `REDRIVABLE` or `NOT_REDRIVABLE`.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
   */
  public get redriveStatus(): string {
    return this._run.redriveStatus;
  }

  /**
   * The reason why it can't be redriven. Undefined if it can. The wording is AWS's, except for Express executions, for
   * which AWS has none.
   */
  public get redriveStatusReason(): string | undefined {
    return this._run.redriveStatusReason;
  }

  /** The events as GetExecutionHistory returns them, as a JSON string. */
  public get historyJson(): string {
    return JSON.stringify(this._run.history);
  }

  /** The permissions that the run needed and that the roles of the app don't give. */
  public get permissions(): RunPermissions {
    return runPermissionsOf(this._run.permissions);
  }

  /** The paths of the app's rules that sent an event of this run to their targets. */
  public get notifiedRules(): string[] {
    return [...new Set(this._run.notifications.map(({ rule }) => rule))];
  }

  /** The timeline as text: every state and attempt, in virtual time. */
  public timelineText(): string {
    return this._run.timelineText();
  }

  /**
   * A page that plays the run back: one HTML document that needs no network. It contains every payload of the run.
   *
   * @param redact paths of values that the page doesn't show, such as `card.number` or `items.*.secret`; they match at any depth
   */
  public toHtml(redact: string[] = []): string {
    return this._run.toHtml({ redact });
  }

  /** The picture of the workflow with the status of each state in this run, as SVG. */
  public toSvg(): string {
    return this._run.toSvg();
  }

  /**
   * The calls of a Task, one for each attempt.
   *
   * @param name the name of the state, of a function or other target, or of a resource such as `dynamodb:putItem`
   * @throws StepwrightError UNKNOWN_TASK, with the nearest name
   */
  public callsOf(name: string): TaskCall[] {
    return this._run.callsOf(name).map(taskCallOf);
  }

  /**
   * Redrives the execution from where it stopped. Successful states don't run again, and their results are kept. The result has the whole
   * history, and this one stays as it is. Only Standard executions that failed, timed out, or were aborted can be redriven, up to 14 days after
   * their end.
   *
   * @param options mocks for the redrive, and more
   * @throws StepwrightError EXECUTION_NOT_REDRIVABLE with the reason, INVALID_REDRIVE_TIME and INVALID_ABORT_TIME for an invalid time, TOO_MANY_TO_REDRIVE
   * for a Map Run with more than 10,000 unsuccessful child executions, and the errors of `LocalRun.run`
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
   */
  public redrive(options: LocalRedriveOptions = {}): LocalRunResult {
    const { mocks, after, permissions, files, abortAfter } = options;
    return LocalRunResult._of(
      this._run.redriveSync({
        ...(mocks ? { mocks: Mock._all(mocks) } : {}),
        ...(after ? { after } : {}),
        ...(permissions ? { permissions: `${permissions}` } : {}),
        ...(files ? { files } : {}),
        ...(abortAfter ? { abortAfter } : {}),
      }),
    );
  }

  /**
   * Reports whether this run makes an alarm of the app fire.
   *
   * @param alarm its construct ID, path, logical ID, or name
   * @throws StepwrightError UNKNOWN_ALARM, with the nearest name, and others if the alarm uses properties that can't be
   * evaluated locally
   */
  public raises(alarm: string): boolean {
    return this._run.raises(alarm);
  }
}
