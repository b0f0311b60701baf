import type { Json } from '../../../src/asl';
import type { Run, TaskAnswer, TaskCall, TaskRunner } from '../../../src/interpreter';

/** Answers each Task with its name and input, unless it is told otherwise. */
export function answers(by: { readonly [state: string]: (call: TaskCall) => TaskAnswer } = {}): TaskRunner {
  return call => by[call.stateName]?.(call) ?? { output: `${call.stateName}(${JSON.stringify(call.input)})` };
}

/** Fails always. */
export const failing = (): TaskAnswer => ({ error: 'Down' });

/** Never answers. */
export const hanging = (): TaskAnswer => ({ pending: true });

/** The events after the last redrive, its own included: type, state or item, and the type of the event that each links to. */
export function sinceRedrive({ history }: Run): string[] {
  const from = history.map(({ type }) => type).lastIndexOf('ExecutionRedriven');
  return history.slice(from).map(event => {
    const name = event.stateEnteredEventDetails?.name ?? event.stateExitedEventDetails?.name;
    const index = event.mapIterationStartedEventDetails?.index ?? event.mapIterationSucceededEventDetails?.index;
    return [event.type, name, index === undefined ? undefined : `[${index}]`]
      .filter(part => part !== undefined)
      .join(' ');
  });
}

/** The calls of a run, in order: state and input. */
export function recorded(runner: TaskRunner): { readonly calls: Json[]; readonly onTask: TaskRunner } {
  const calls: Json[] = [];
  return {
    calls,
    onTask: call => {
      calls.push([call.stateName, call.input]);
      return runner(call);
    },
  };
}
