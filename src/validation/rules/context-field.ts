import type { StateSite } from '../../asl';
import { resourceOf } from '../resource';
import type { Finding, Rule } from '../rule';
import { suggestion } from '../suggestion';

/** A member of the Context Object: those inside it, or null where anything may follow. */
interface Members {
  readonly [name: string]: Members | null;
}

const EXECUTION: Members = {
  Id: null,
  Input: null,
  Name: null,
  RoleArn: null,
  StartTime: null,
  RedriveCount: null,
  RedriveTime: null,
};
const CONTEXT: Members = {
  Execution: EXECUTION,
  State: { EnteredTime: null, Name: null, RetryCount: null },
  StateMachine: { Id: null, Name: null },
  Task: { Token: null },
  Map: { Item: { Index: null, Value: null, Key: null, Source: null } },
};

export const contextField: Rule = {
  id: 'context-field',
  severity: 'WARNING',
  summary: "A path or an expression reads a field that the Context object doesn't have, or doesn't have in this state.",
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html',
  find: ({ expressions }) =>
    expressions.flatMap(expression =>
      expression.facts.reads.flatMap((read): Finding[] => {
        if (read.root !== 'context') return [];
        const finding = unknownMember(read.steps) ?? absentHere(read.steps, expression.site);
        return finding === undefined ? [] : [{ at: expression.place, ...finding }];
      }),
    ),
};

function unknownMember(steps: readonly string[]): { message: string; fix: string } | undefined {
  let at: Members | null = CONTEXT;
  for (let i = 0; i < steps.length && at !== null; i++) {
    const members: Members = at;
    if (!Object.hasOwn(members, steps[i])) {
      const names = Object.keys(members);
      return {
        message: `The Context object has no ${steps.slice(0, i + 1).join('.')}${suggestion(steps[i], names)}`,
        fix: `${['The Context Object', ...steps.slice(0, i)].join('.')} has ${names.join(', ')}.`,
      };
    }
    at = members[steps[i]];
  }
  return undefined;
}

function absentHere([first]: readonly string[], site: StateSite): { message: string; fix: string } | undefined {
  if (first === 'Map' && !inMap(site)) {
    return {
      message: 'Map.Item is not available here, because the state is not in a Map',
      fix: 'Read it in the ItemSelector of a Map, or in a state inside the Map.',
    };
  }
  if (first !== 'Task') return undefined;
  const resource = resourceOf(site);
  const waits = resource === undefined ? site.type === 'Task' : resource.pattern === 'waitForTaskToken';
  return waits
    ? undefined
    : {
        message: "Task.Token is not available here, because the state doesn't wait for a callback",
        fix: 'Add .waitForTaskToken to the Resource.',
      };
}

function inMap(site: StateSite): boolean {
  if (site.type === 'Map') return true;
  for (let around = site.scope.parent; around; around = around.scope.parent) if (around.type === 'Map') return true;
  return false;
}
