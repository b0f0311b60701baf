import type { Json, WorkflowType } from '../asl';

/** What a name was used for. */
interface Used {
  readonly input: Json;
  running: boolean;
}

/**
 * The names of the executions of Standard workflows: each can be used once. The same name with the same input, while that execution
 * runs, is that execution. Express workflows take every name again.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export class ExecutionNames {
  private readonly used = new Map<string, Used>();

  /**
   * Takes a name: `START` if the execution is to be started, `RUNNING` if that very execution runs already, `EXISTS` if the name
   * was used for something else or the execution has ended.
   */
  take(type: WorkflowType, executionArn: string, input: Json): 'START' | 'RUNNING' | 'EXISTS' {
    if (type === 'EXPRESS') return 'START';
    const before = this.used.get(executionArn);
    if (before) return before.running && JSON.stringify(before.input) === JSON.stringify(input) ? 'RUNNING' : 'EXISTS';
    this.used.set(executionArn, { input, running: true });
    return 'START';
  }

  /** Whether a name was used. */
  has(executionArn: string): boolean {
    return this.used.has(executionArn);
  }

  /** An execution that has ended runs again, under its name. */
  runAgain(executionArn: string): void {
    const used = this.used.get(executionArn);
    if (used) used.running = true;
  }

  /** The same names, kept apart from these. */
  copy(): ExecutionNames {
    const copy = new ExecutionNames();
    this.used.forEach((used, executionArn) => copy.used.set(executionArn, { ...used }));
    return copy;
  }

  /** The execution has ended. */
  end(executionArn: string): void {
    const used = this.used.get(executionArn);
    if (used) used.running = false;
  }
}
