import { isJsonObject, type Json, type ScopeSite, type StateSite } from '../../asl';
import { didYouMean } from '../../errors';
import { isUnknown, type Diagnostic, type Rule } from '../diagnostic';

const CODE = 'MISSING_TRANSITION_TARGET';

/** One mention of a state's name. */
interface Target { readonly name: Json; readonly field: string; readonly pointer: string }

/** Targets that do not exist, a machine that cannot end, and states that nothing reaches. */
export const transitions: Rule = ({ sites }) => {
  const dangling = sites.scopes.flatMap(scope => danglingTargets(scope));
  const top = sites.scopes[0];
  if (top.states.length > 0 && !top.states.some(isTerminal)) {
    return [...dangling, {
      code: 'MISSING_END_STATE', severity: 'ERROR', message: 'Workflow has no terminal state', pointer: '/States',
      fix: 'End a state with "End": true, or add a Succeed or Fail state.',
    }];
  }
  return [...dangling, ...sites.scopes.flatMap(scope => unreachable(scope))];
};

/** The targets that a state names. */
function targetsOf(site: StateSite): Target[] {
  const { state } = site;
  const targets: Target[] = [];
  const add = (name: Json | undefined, field: string): void => {
    if (name !== undefined) targets.push({ name, field, pointer: `/${field.replace(/\[(\d+)\]/g, '/$1')}` });
  };
  add(state.Next, 'Next');
  add(state.Default, 'Default');
  for (const field of ['Choices', 'Catch']) {
    const items = state[field];
    if (Array.isArray(items)) items.forEach((item: Json, i) => { if (isJsonObject(item)) add(item.Next, `${field}[${i}]/Next`); });
  }
  return targets;
}

function danglingTargets(scope: ScopeSite): Diagnostic[] {
  const names = scope.states.map(site => site.name);
  const known = new Set(names);
  const dangling = (target: Target, pointer: string, location: string, state?: string): Diagnostic[] => {
    if (typeof target.name !== 'string' || isUnknown(target.name) || known.has(target.name)) return [];
    return [{
      code: CODE, severity: 'ERROR', message: `Missing 'Next' target: ${target.name}`, pointer: pointer + target.pointer, location: `${location}/${target.field}`, state,
      fix: `Name a state of the same scope: ${names.slice(0, 10).join(', ')}${didYouMean(target.name, names)}`,
    }];
  };
  const start = scope.scope.StartAt === undefined ? [] : dangling({ name: scope.scope.StartAt, field: 'StartAt', pointer: '/StartAt' }, scope.pointer, scope.location, scope.parent?.name);
  return [...start, ...scope.states.flatMap(site => targetsOf(site).flatMap(target => dangling(target, site.pointer, site.location, site.name)))];
}

function unreachable(scope: ScopeSite): Diagnostic[] {
  const byName = new Map(scope.states.map(site => [site.name, site]));
  if (scope.scope.StartAt === undefined || isUnknown(scope.scope.StartAt)) return [];
  const reached = new Set<string>();
  const work: Json[] = [scope.scope.StartAt];
  while (work.length > 0) {
    const name = work.pop();
    const site = typeof name === 'string' ? byName.get(name) : undefined;
    if (site === undefined || reached.has(site.name)) continue;
    reached.add(site.name);
    const targets = targetsOf(site);
    if (targets.some(target => isUnknown(target.name))) return [];
    work.push(...targets.map(target => target.name));
  }
  return scope.states.filter(site => !reached.has(site.name)).map(site => ({
    code: CODE, severity: 'ERROR', message: `State "${site.name}" is not reachable.`, pointer: site.pointer, location: site.location, state: site.name,
    fix: 'Let a state lead to it, or remove it.',
  }));
}

function isTerminal({ state, type }: StateSite): boolean {
  return type === 'Succeed' || type === 'Fail' || type === undefined || state.End === true || isUnknown(state.End);
}
