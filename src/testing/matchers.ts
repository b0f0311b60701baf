import { didYouMean, StepwrightError } from '../errors';
import { durationText, RunResult, type DurationLike } from '../local';
import type { ExpectedFailure } from './run-matchers';
import { assignments, catches } from './told';
import type { MetricPoint } from '../local/cloudwatch';
import type { ResourceName } from '../local/find-resource';

/** What jest and vitest give to a matcher. */
interface MatcherContext {
  readonly utils: {
    printExpected(value: unknown): string;
    printReceived(value: unknown): string;
    diff(expected: unknown, received: unknown): string | null | undefined;
  };
  equals(received: unknown, expected: unknown): boolean;
}

/** What a matcher gives back. */
interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The last lines of the timeline that a message shows. */
const LINES = 30;

function outcome(run: RunResult, pass: boolean, says: (not: string) => string): Outcome {
  return {
    pass,
    message: () => {
      const lines = run.timelineText({ width: 110 }).split('\n');
      const shown = lines.length > LINES ? [`… ${lines.length - LINES} lines before`, ...lines.slice(-LINES)] : lines;
      return `${says(pass ? 'not ' : '')}\n\n${shown.join('\n')}`;
    },
  };
}

/** The matchers, for `expect.extend` of jest and vitest. */
export const matchers = {
  toHaveSucceeded(this: MatcherContext, received: unknown, ...expected: [output?: unknown]): Outcome {
    const run = runOf(received, 'toHaveSucceeded');
    const succeeded = run.status === 'SUCCEEDED';
    if (!succeeded || expected.length === 0) {
      return outcome(run, succeeded, not => `expected the run ${not}to succeed, but it ${endOf(run)}`);
    }
    return outcome(run, this.equals(run.output, expected[0]), not =>
      not
        ? `expected the run not to succeed with ${this.utils.printExpected(expected[0])}`
        : `expected the run to succeed with another output\n\n${difference(this, expected[0], run.output)}`,
    );
  },

  toHaveFailed(this: MatcherContext, received: unknown, expected: string | ExpectedFailure = {}): Outcome {
    const run = runOf(received, 'toHaveFailed');
    const { error, cause } = typeof expected === 'string' ? { error: expected, cause: undefined } : expected;
    const fits = (value: string | undefined, wanted: unknown): boolean =>
      wanted === undefined ||
      (wanted instanceof RegExp ? value !== undefined && wanted.test(value) : this.equals(value, wanted));
    const pass = run.status === 'FAILED' && fits(run.error, error) && fits(run.cause, cause);
    const wanted = [
      ['error', error],
      ['cause', cause],
    ]
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${String(name)} ${printed(this, value)}`);
    return outcome(
      run,
      pass,
      not =>
        `expected the run ${not}to fail${wanted.length ? ` with ${wanted.join(' and ')}` : ''}, but it ${endOf(run)}`,
    );
  },

  toHaveTimedOut(this: MatcherContext, received: unknown): Outcome {
    const run = runOf(received, 'toHaveTimedOut');
    return outcome(run, run.status === 'TIMED_OUT', not => `expected the run ${not}to time out, but it ${endOf(run)}`);
  },

  toHaveBeenAborted(this: MatcherContext, received: unknown): Outcome {
    const run = runOf(received, 'toHaveBeenAborted');
    return outcome(run, run.status === 'ABORTED', not => `expected the run ${not}to be aborted, but it ${endOf(run)}`);
  },

  toHaveBeenDenied(this: MatcherContext, received: unknown, action?: string): Outcome {
    const run = runOf(received, 'toHaveBeenDenied');
    const { denied } = run.permissions;
    const pass = action === undefined ? denied.length > 0 : denied.some(call => call.action === action);
    const found =
      denied.length === 0
        ? 'everything was allowed'
        : `it was denied ${quoted([...new Set(denied.map(call => call.action))])}`;
    return outcome(run, pass, not => `expected the run ${not}to be denied ${action ?? 'a permission'}, but ${found}`);
  },

  toHaveNotified(this: MatcherContext, received: unknown, rule: ResourceName, event: unknown = undefined): Outcome {
    const run = runOf(received, 'toHaveNotified');
    const sent = run.notificationsOf(rule);
    const pass = sent.some(notification => event === undefined || this.equals(notification.event, event));
    const told =
      sent.length > 0
        ? `it sent ${this.utils.printReceived(sent.map(({ event: one }) => one))}`
        : `it matched none of ${run.events.length} events`;
    return outcome(run, pass, not => `expected the rule ${named(rule)} ${not}to notify its targets, but ${told}`);
  },

  toHaveRaised(
    this: MatcherContext,
    received: unknown,
    alarm: ResourceName,
    more: readonly MetricPoint[] = [],
  ): Outcome {
    const runs =
      Array.isArray(received) && received.length > 0
        ? received.map(one => runOf(one, 'toHaveRaised'))
        : [runOf(received, 'toHaveRaised')];
    const [first, ...others] = runs;
    const pass = first.raises(alarm, [...others.flatMap(run => run.metricPoints), ...more]);
    return outcome(
      first,
      pass,
      not =>
        `expected the alarm ${named(alarm)} ${not}to sound over ${runs.length === 1 ? 'the run' : `${runs.length} runs`}`,
    );
  },

  toHaveVisited(this: MatcherContext, received: unknown, ...states: string[]): Outcome {
    const run = runOf(received, 'toHaveVisited');
    knownStates(run, states);
    const missed = states.filter(state => !run.visited.includes(state));
    return outcome(run, missed.length === 0, not =>
      not
        ? `expected the run not to visit ${quoted(states)}`
        : `expected the run to visit ${quoted(states)}, but it never entered ${quoted(missed)}`,
    );
  },

  toHaveVisitedInOrder(this: MatcherContext, received: unknown, ...states: string[]): Outcome {
    const run = runOf(received, 'toHaveVisitedInOrder');
    knownStates(run, states);
    let at = 0;
    for (const visited of run.visited) if (visited === states[at]) at++;
    const before = at === 0 ? 'at all' : `after ${quoted(states.slice(0, at))}`;
    return outcome(run, at === states.length, not =>
      not
        ? `expected the run not to visit ${quoted(states)} in this order`
        : `expected the run to visit ${quoted(states)} in this order, but it did not enter ${quoted(states.slice(at, at + 1))} ${before}`,
    );
  },

  toHaveCalled(this: MatcherContext, received: unknown, task: string, ...expected: [input?: unknown]): Outcome {
    const run = runOf(received, 'toHaveCalled');
    const calls = run.callsOf(task);
    if (expected.length === 0 || calls.length === 0) {
      return outcome(
        run,
        calls.length > 0,
        not => `expected the run ${not}to call '${task}', but it did so ${calls.length} times`,
      );
    }
    const pass = calls.some(({ input }) => this.equals(input, expected[0]));
    return outcome(run, pass, not =>
      not
        ? `expected the run not to call '${task}' with ${this.utils.printExpected(expected[0])}`
        : `expected the run to call '${task}' with another input\n\n${calls
            .slice(0, 3)
            .map(({ input }) => difference(this, expected[0], input))
            .join('\n\n')}`,
    );
  },

  toHaveCalledTimes(this: MatcherContext, received: unknown, task: string, times: number): Outcome {
    const run = runOf(received, 'toHaveCalledTimes');
    const { length } = run.callsOf(task);
    return outcome(
      run,
      length === times,
      not => `expected the run ${not}to call '${task}' ${times} times, but it did so ${length} times`,
    );
  },

  toHaveRetried(this: MatcherContext, received: unknown, task: string, times?: number): Outcome {
    const run = runOf(received, 'toHaveRetried');
    const { length } = run.callsOf(task).filter(({ retryCount }) => retryCount > 0);
    const pass = times === undefined ? length > 0 : length === times;
    return outcome(
      run,
      pass,
      not =>
        `expected the run ${not}to retry '${task}'${times === undefined ? '' : ` ${times} times`}, but it did so ${length} times`,
    );
  },

  toHaveCaught(this: MatcherContext, received: unknown, state: string, error?: string): Outcome {
    const run = runOf(received, 'toHaveCaught');
    knownStates(run, [state]);
    const caught = catches(run.history)
      .filter(entry => entry.state === state)
      .map(entry => entry.error);
    const pass = error === undefined ? caught.length > 0 : caught.includes(error);
    const found = caught.length === 0 ? 'it caught nothing there' : `it caught ${quoted(caught)}`;
    return outcome(
      run,
      pass,
      not => `expected '${state}' ${not}to catch ${error === undefined ? 'an error' : `'${error}'`}, but ${found}`,
    );
  },

  toHaveAssigned(this: MatcherContext, received: unknown, variable: string, ...expected: [value?: unknown]): Outcome {
    const run = runOf(received, 'toHaveAssigned');
    const all = assignments(run.history);
    const values = all.filter(({ name }) => name === variable).map(({ value }) => value);
    const pass = expected.length === 0 ? values.length > 0 : values.some(value => this.equals(value, expected[0]));
    const names = [...new Set(all.map(({ name }) => name))];
    const found =
      values.length > 0
        ? `it got ${values.map(value => this.utils.printReceived(value)).join(', then ')}`
        : `only ${quoted(names) || 'nothing'} was assigned`;
    return outcome(
      run,
      pass,
      not =>
        `expected $${variable} ${not}to be assigned${expected.length === 0 ? '' : ` ${this.utils.printExpected(expected[0])}`}, but ${found}`,
    );
  },

  toHaveTaken(this: MatcherContext, received: unknown, duration: number | DurationLike): Outcome {
    const run = runOf(received, 'toHaveTaken');
    const seconds = typeof duration === 'number' ? duration : duration.toMilliseconds() / 1000;
    return outcome(
      run,
      run.durationSeconds === seconds,
      not =>
        `expected the run ${not}to take ${durationText(seconds * 1000)} of virtual time, but it took ${durationText(run.durationSeconds * 1000)}`,
    );
  },
};

function runOf(received: unknown, matcher: string): RunResult {
  if (received instanceof RunResult) return received;
  const promise = received instanceof Promise;
  throw new StepwrightError('NOT_A_RUN', `${matcher}() needs the result of a local run`, {
    received: promise ? 'a promise' : typeof received,
    fix: promise ? 'Await the run first.' : 'Pass the value that LocalWorkflow.run() resolves to.',
  });
}

function knownStates(run: RunResult, states: readonly string[]): void {
  const known = run.stateNames;
  for (const state of states) {
    if (known.includes(state)) continue;
    throw new StepwrightError('UNKNOWN_STATE', `the workflow has no state '${state}'${didYouMean(state, known)}`, {
      received: state,
      allowed: quoted(known.slice(0, 20)),
    });
  }
}

function endOf({ status, error, cause, output }: RunResult): string {
  if (status === 'SUCCEEDED') return `succeeded with ${shortened(JSON.stringify(output))}`;
  const why = [error, cause].filter(part => part !== undefined).join(': ');
  return `ended as ${status}${why === '' ? '' : ` with ${shortened(why)}`}`;
}

function difference({ utils }: MatcherContext, expected: unknown, received: unknown): string {
  return (
    utils.diff(expected, received) ??
    `expected ${utils.printExpected(expected)}, received ${utils.printReceived(received)}`
  );
}

function printed({ utils }: MatcherContext, value: unknown): string {
  return value instanceof RegExp ? String(value) : utils.printExpected(value);
}

function quoted(names: readonly string[]): string {
  return names.map(name => `'${name}'`).join(', ');
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function named(resource: ResourceName): string {
  return JSON.stringify(typeof resource === 'string' ? resource : resource.node.path);
}
