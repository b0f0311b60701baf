import { createHash } from 'node:crypto';
import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';
import type { TaskAnswer, TaskCall, TaskOutput } from '../interpreter';
import {
  callModel,
  defaultResult,
  failedResult,
  isUnknownError,
  meantError,
  modelDate,
  refusal,
  resultMismatches,
  type DefaultSources,
  type FieldValidation,
  type Mismatch,
  type TaskFailure,
} from '../services';

/** What a run does with a Task that has no mock: `refuse` is an error, and `default` returns a valid result made from the service's model. */
export type Unmocked = 'refuse' | 'default';

/** The options of a run that decide how calls are checked. */
export interface CallCheckOptions {
  /** How the results of mocks are compared with what the services return. @default "strict" for literal mocks, "present" for functions */
  readonly fieldValidation?: FieldValidation;
  /** Members of arguments that are newer than the models, by name. @default - none */
  readonly newMembers?: readonly string[];
  /** Decides what happens to a Task without a mock. @default "refuse" */
  readonly unmocked?: Unmocked;
  readonly seed?: string;
}

/** Checks what Tasks send and what their mocks return. */
export class CallChecks {
  private readonly newMembers: ReadonlySet<string>;
  /** Results of literal mocks that fit, with the Resource that they fit: a loop returns the same one again and again. */
  private readonly fitting = new WeakMap<object, string>();

  public constructor(private readonly options: CallCheckOptions) {
    this.newMembers = new Set(options.newMembers);
  }

  /** The answer to a call that Step Functions can't even make; undefined if it can. */
  public refused(call: TaskCall): TaskAnswer | undefined {
    const model = call.kind === 'Task' ? callModel(call.service, call.action) : undefined;
    const reason = model && refusal(model, call.input, this.newMembers);
    return reason === undefined ? undefined : { refused: reason };
  }

  /** The answer to a call without a mock; undefined if the run refuses it, or if the model of the call isn't known. */
  public unmocked(call: TaskCall): TaskAnswer | undefined {
    if (this.options.unmocked !== 'default') return undefined;
    if (call.kind !== 'Task' || call.pattern === 'WAIT_FOR_TASK_TOKEN') return { output: {} };
    const output = defaultResult(call, this.sources(call));
    return output === undefined ? undefined : { output };
  }

  /**
   * The answer of a mock, if the service can give it. A result that makes the Task fail on AWS becomes that failure.
   *
   * @throws StepwrightError RESULT_MISMATCH, MISSPELLED_ERROR
   */
  public checked(
    call: TaskCall,
    answer: TaskAnswer,
    { literal, warn }: { readonly literal: boolean; readonly warn: (text: string) => void },
  ): TaskAnswer {
    if (call.kind !== 'Task') return answer;
    if ('error' in answer) {
      if (answer.error !== undefined) checkError(call, answer.error, warn);
      return answer;
    }
    const notStarted = answer.submitted === undefined ? undefined : failedResult(call, answer.submitted);
    if (notStarted !== undefined) return { ...notStarted, submitFailed: true };
    if (!('output' in answer) || this.accepted(call, answer.output)) return answer;
    const failed = failedResult(call, answer.output);
    if (failed !== undefined) return asFailure(answer, failed);
    const mode = this.options.fieldValidation ?? (literal ? 'strict' : 'present');
    const [wrong] = resultMismatches(call, answer.output, mode);
    if (wrong !== undefined) throw mismatch(call, answer.output, wrong);
    if (literal && typeof answer.output === 'object' && answer.output !== null) {
      this.fitting.set(answer.output, call.resource);
    }
    return answer;
  }

  private accepted({ resource }: TaskCall, output: Json): boolean {
    return typeof output === 'object' && output !== null && this.fitting.get(output) === resource;
  }

  private sources(call: TaskCall): DefaultSources {
    const seed = `${this.options.seed ?? 'stepwright'}/${call.executionArn}/${call.stateName}/${call.callIndex}`;
    return {
      input: call.input,
      time: call.time,
      random: place => createHash('sha256').update(`${seed}${place}`).digest('hex'),
    };
  }
}

/** A failure instead of an output, at the same time. */
function asFailure({ output: _, ...timing }: TaskOutput, failure: TaskFailure): TaskAnswer {
  return { ...timing, ...failure };
}

function checkError(call: TaskCall, error: string, warn: (text: string) => void): void {
  const meant = meantError(call.service, call.action, error);
  if (meant === undefined) {
    if (isUnknownError(call.service, call.action, error)) {
      warn(`${nameOf(call)} isn't known to raise ${error}, which the mock of state '${call.stateName}' names`);
    }
    return;
  }
  throw new StepwrightError('MISSPELLED_ERROR', `${nameOf(call)} raises no error ${JSON.stringify(error)}`, {
    where: `the mock of state '${call.stateName}'`,
    received: JSON.stringify(error),
    allowed: 'error names are compared exactly',
    fix: `Write ${JSON.stringify(meant)}.`,
  });
}

const PROBLEMS: Readonly<Record<Mismatch['kind'], (wrong: Mismatch) => string>> = {
  unknown: ({ name }) => `has no member ${JSON.stringify(name)}`,
  case: ({ name }) => `has no member ${JSON.stringify(name)}`,
  missing: ({ name }) => `lacks the required member ${JSON.stringify(name)}`,
  type: ({ name, allowed }) => `has another type: ${name} must be ${allowed.toLowerCase()}`,
  value: ({ name }) => `has a value of ${name} that the service doesn't return`,
  length: ({ name }) => `has a ${name} of a wrong length`,
  range: ({ name }) => `has a ${name} outside of its range`,
  pattern: ({ name }) => `has a ${name} of another form`,
};

function mismatch(call: TaskCall, result: Json, wrong: Mismatch): StepwrightError {
  const pointer = wrong.path.map(step => `/${step}`).join('') || '/';
  return new StepwrightError('RESULT_MISMATCH', `the result of ${nameOf(call)} ${problem(wrong)}`, {
    where: `the mock of state '${call.stateName}', at ${pointer}`,
    received: JSON.stringify(result).slice(0, 200),
    allowed: ['value', 'length', 'range'].includes(wrong.kind) ? wrong.allowed.slice(0, 300) : undefined,
    fix: fixOf(call, result, wrong),
  });
}

function problem(wrong: Mismatch): string {
  return wrong.kind === 'unknown' || wrong.kind === 'case'
    ? `${PROBLEMS[wrong.kind](wrong)} (in the models of ${modelDate()})`
    : PROBLEMS[wrong.kind](wrong);
}

function fixOf(call: TaskCall, result: Json, wrong: Mismatch): string {
  if (call.service === 'lambda' && !(isJsonObject(result) && 'Payload' in result)) {
    return 'Use returnsPayload(…), which wraps what the function returns in Payload.';
  }
  const other = "or use fieldValidation: 'none'";
  if (call.pattern === 'SYNC') {
    return `Return what the Task outputs when the job has ended, ${other}. Only in testState is the mock the result of the polled call.`;
  }
  return wrong.kind === 'case' ? `Write ${wrong.allowed}.` : `Return what ${nameOf(call)} returns, ${other}.`;
}

function nameOf({ service, action, pattern, resource }: TaskCall): string {
  return pattern === 'REQUEST_RESPONSE' ? `${service}:${action}` : resource.slice(resource.indexOf(service));
}
