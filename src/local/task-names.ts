import { isJsonObject, sitesOf, type StateSite } from '../asl';
import type { LocalApp, Machine } from '../cloudformation';
import { didYouMean, StepwrightError } from '../errors';
import type { Mocks } from './mocks';
import { namesOf } from './targets';

/** A machine as a local run sees it. */
export interface NamedDefinition {
  /** The names that mocks can qualify its states with: `NAME/STATE`. */
  readonly names: readonly string[];
  readonly definition: Machine['definition'];
}

/** The types of resources that a mock can be named after. */
const TARGET_TYPES = new Set([
  'AWS::Lambda::Function',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::Activity',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
]);

/** `arn:aws:states:::lambda:invoke` becomes `lambda:invoke`; other ARNs stay. */
export function shortResource(resource: string): string {
  return resource.replace(/^arn:[^:]*:states:[^:]*:[^:]*:(?!activity:)/, '');
}

/** The names that the mocks of a workflow can have. */
export interface TaskNames {
  /** The states of all machines, by name. */
  readonly states: ReadonlyMap<string, StateSite>;
  /** The names of Tasks and their resources. */
  readonly known: ReadonlySet<string>;
  /** `MACHINE/STATE`. */
  readonly qualified: ReadonlySet<string>;
  /** The resources of the app that a name means. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Collects the names that mocks can have, once for many runs. */
export function taskNamesOf(machines: readonly NamedDefinition[], app: LocalApp | undefined): TaskNames {
  const sites = machines.flatMap(({ definition }) => sitesOf(definition).states);
  const known = new Set<string>();
  const qualified = new Set(
    machines.flatMap(({ names, definition }) =>
      sitesOf(definition)
        .states.filter(isTask)
        .flatMap(({ name }) => names.map(machine => `${machine}/${name}`)),
    ),
  );
  for (const site of sites.filter(isTask)) {
    known.add(site.name);
    const resource = site.state.Resource;
    if (typeof resource === 'string') {
      known
        .add(resource)
        .add(shortResource(resource))
        .add(shortResource(resource).replace(/\.(sync(:2)?|waitForTaskToken)$/, ''));
    }
  }
  const targets = new Map<string, Set<string>>();
  for (const neighbor of app?.resources ?? []) {
    if (!TARGET_TYPES.has(neighbor.type)) continue;
    for (const name of namesOf(neighbor)) {
      targets.set(name, (targets.get(name) ?? new Set()).add(`${neighbor.stack}/${neighbor.logicalId}`));
    }
  }
  return { states: new Map(sites.map(site => [site.name, site])), known, qualified, targets };
}

/**
 * Checks that every mock is for something that the workflow has.
 *
 * @throws StepwrightError UNKNOWN_TASK, NOT_A_TASK, or AMBIGUOUS_TASK
 */
export function checkTaskNames(mocks: Mocks, { states, known, qualified, targets }: TaskNames): void {
  for (const name of Object.keys(mocks)) {
    if (known.has(name) || qualified.has(name)) continue;
    if (states.has(name)) {
      throw new StepwrightError(
        'NOT_A_TASK',
        `'${name}' is a ${String(states.get(name)!.state.Type)} state, but only a Task can have a mock`,
        {
          where: 'mocks',
          received: name,
          allowed: quoted([...states.values()].filter(isTask).map(site => site.name)),
        },
      );
    }
    const owners = targets.get(name);
    if (owners && owners.size > 1) {
      throw new StepwrightError('AMBIGUOUS_TASK', `'${name}' matches several resources`, {
        where: 'mocks',
        received: name,
        allowed: quoted([...owners].map(owner => owner.split('/').pop()!)),
        fix: 'Use the logical id of one of them.',
      });
    }
    if (!owners) throw unknown(name, known, [...qualified, ...targets.keys()]);
  }
}

/** The definition's machines: itself, and those that it may start, directly or through others. */
export function reachableMachines(machine: Machine | undefined, app: LocalApp | undefined): Machine[] {
  const found = machine ? [machine] : [];
  for (const { definitionText } of found) {
    const startsComputed =
      /"[^"]*:(states:startExecution|aws-sdk:sfn:start(Sync)?Execution)/.test(definitionText) &&
      !/"StateMachineArn": ?"arn:/.test(definitionText);
    for (const other of app?.machines ?? []) {
      if (!found.includes(other) && isReadable(other) && (startsComputed || definitionText.includes(other.arn))) {
        found.push(other);
      }
    }
  }
  return found;
}

function isReadable(machine: Machine): boolean {
  try {
    return machine.definitionText.length > 0;
  } catch {
    return false;
  }
}

function isTask({ state }: StateSite): boolean {
  return isJsonObject(state) && state.Type === 'Task';
}

function unknown(name: string, known: ReadonlySet<string>, others: readonly string[]): StepwrightError {
  const candidates = [...known, ...others];
  const taskNames = [...known].filter(candidate => !candidate.startsWith('arn:'));
  return new StepwrightError(
    'UNKNOWN_TASK',
    `the workflow has no Task, function, or resource '${name}'${didYouMean(name, candidates)}`,
    {
      where: 'mocks',
      received: name,
      allowed: quoted(taskNames) || 'none: the workflow has no Task',
      fix: 'Use the name of a Task, the logical id or name of a function, or a resource such as "dynamodb:putItem".',
    },
  );
}

function quoted(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map(name => JSON.stringify(name))
    .join(', ');
  return names.length > 12 ? `${shown}, … (${names.length})` : shown;
}
