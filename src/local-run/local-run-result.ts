import type { RunResult } from '../local';
import type { LocalRedriveProps } from './local-redrive-props';

/** A finished local run: how it ended, and all that happened. JSON is text here. */
export class LocalRunResult {
  /** @internal */
  public static _of(run: RunResult): LocalRunResult {
    return new LocalRunResult(run);
  }

  /** `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED`. */
  public readonly status: string;

  /** The output as JSON text; undefined unless it succeeded. */
  public readonly outputJson?: string;

  /** The error name; undefined unless it failed with one. */
  public readonly error?: string;

  /** The cause; undefined unless it failed with one. */
  public readonly cause?: string;

  /** The names of the states entered, in order. */
  public readonly visited: string[];

  /** State transitions as AWS bills them: states entered, retries, redrives, and states that a redrive runs again from their start. */
  public readonly transitions: number;

  /** Virtual time from start to end, in seconds, with the time that passed before a redrive. */
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

  /** How often the execution was redriven. */
  public get redriveCount(): number {
    return this._run.redriveCount;
  }

  /** When the execution was redriven last, virtual time in milliseconds since 1970; undefined if it was not. */
  public get redriveDate(): number | undefined {
    return this._run.redriveDate;
  }

  /**
   * Whether the execution could be redriven when it ended, as DescribeExecution says it: `REDRIVABLE` or `NOT_REDRIVABLE`.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
   */
  public get redriveStatus(): string {
    return this._run.redriveStatus;
  }

  /** Why it could not; undefined if it could. The words are those of AWS; for Express executions, for which AWS gives none, they are ours. */
  public get redriveStatusReason(): string | undefined {
    return this._run.redriveStatusReason;
  }

  /** The events as GetExecutionHistory returns them, as JSON text. */
  public get historyJson(): string {
    return JSON.stringify(this._run.history);
  }

  /** What happened, state by state, in virtual time: for people. */
  public get timeline(): string {
    return this._run.timelineText();
  }

  /** What the run needed and the workflow's role does not allow: one text each, with what to add. */
  public get deniedCalls(): string[] {
    return this._run.permissions.denied.map(({ text }) => text);
  }

  /** What could not be told about permissions: one sentence each. */
  public get unknownPermissions(): string[] {
    return [...this._run.permissions.unknown];
  }

  /** The paths of the rules of the app that sent an event of this run to their targets. */
  public get notifiedRules(): string[] {
    return [...new Set(this._run.notifications.map(({ rule }) => rule))];
  }

  /**
   * What a Task was asked for, attempt by attempt, as JSON texts.
   *
   * @param name the name of the state, of a function or another target, or of a resource such as `dynamodb:putItem`
   * @throws StepwrightError UNKNOWN_TASK, with the nearest name
   */
  public inputsOf(name: string): string[] {
    return this._run.callsOf(name).map(({ input }) => JSON.stringify(input));
  }

  /**
   * Redrives the execution from where it stopped: what was successful is not run again, and its results are kept. The result has the whole
   * history; this one stays as it is. Standard executions that failed, timed out or were stopped, up to 14 days after their end.
   *
   * @param props who answers which Task now, and more
   * @throws StepwrightError EXECUTION_NOT_REDRIVABLE with the reason, REDRIVE_TIME and ABORT_TIME for what is no time, TOO_MANY_TO_REDRIVE for a Map Run
   * with more than 10,000 unsuccessful child executions, and what `LocalRun.run` throws
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
   */
  public redrive(props: LocalRedriveProps = {}): LocalRunResult {
    const { tasks, after, enforcePermissions, files, abortAfter } = props;
    return LocalRunResult._of(
      this._run.redriveSync({
        ...(tasks
          ? { tasks: Object.fromEntries(Object.entries(tasks).map(([name, behaviour]) => [name, behaviour._handler])) }
          : {}),
        ...(after ? { afterSeconds: after.toMilliseconds() / 1000 } : {}),
        ...(enforcePermissions === undefined ? {} : { permissions: enforcePermissions ? 'enforce' : 'ignore' }),
        ...(files ? { files } : {}),
        ...(abortAfter ? { abortAfterSeconds: abortAfter.toMilliseconds() / 1000 } : {}),
      }),
    );
  }

  /**
   * Whether an alarm of the app sounds over this run.
   *
   * @param alarm its construct id, path, logical id or name
   * @throws StepwrightError UNKNOWN_ALARM, with the nearest name, and others for what the evaluation does not know
   */
  public raises(alarm: string): boolean {
    return this._run.raises(alarm);
  }
}
