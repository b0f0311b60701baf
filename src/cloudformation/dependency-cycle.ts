import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';
import { own } from './own';
import { quietly } from './quietly';
import { placeText } from './resolve/template-place';
import type { StackScope, TemplateResource } from './resolve/template-scope';

/** Rejects a resource that depends on itself. CloudFormation can't deploy such a stack. */
export function refuseDependencyCycle(resource: TemplateResource, scope: StackScope): void {
  const reachedFrom = new Map<string, string>();
  const work = [resource.logicalId];
  while (work.length > 0) {
    const at = work.pop()!;
    const known = scope.resources.get(at);
    if (!known) continue;
    for (const next of dependenciesOf(known.whole, scope)) {
      if (next === resource.logicalId) throw cycle(resource, at, reachedFrom);
      if (reachedFrom.has(next)) continue;
      reachedFrom.set(next, at);
      work.push(next);
    }
  }
}

function cycle(resource: TemplateResource, last: string, reachedFrom: ReadonlyMap<string, string>): StepwrightError {
  const path = [resource.logicalId];
  for (let at: string | undefined = last; at !== undefined && at !== resource.logicalId; at = reachedFrom.get(at)) {
    path.unshift(at);
  }
  return new StepwrightError('TEMPLATE_CYCLE', "the state machine depends on itself, so its stack can't be deployed", {
    where: placeText(resource.place),
    received: [resource.logicalId, ...path].join(' → '),
    fix: "Break the cycle, for example with a separate policy that the state machine doesn't depend on.",
  });
}

/** Returns the logical IDs that a resource refers to, in the branches that its conditions take. */
function dependenciesOf(whole: Json, scope: StackScope): ReadonlySet<string> {
  const found = new Set<string>();
  const dependsOn = own(whole, 'DependsOn');
  for (const id of Array.isArray(dependsOn) ? (dependsOn as readonly Json[]) : [dependsOn]) {
    if (typeof id === 'string') found.add(id);
  }
  const work: Json[] = [own(whole, 'Properties') ?? null];
  while (work.length > 0) {
    const value = work.pop()!;
    if (Array.isArray(value)) for (const item of value as readonly Json[]) work.push(item);
    if (!isJsonObject(value)) continue;
    for (const id of namedBy(value)) found.add(id);
    for (const branch of branchesOf(value, scope)) work.push(branch);
  }
  return found;
}

/** Returns the logical IDs in `Ref`, `Fn::GetAtt`, and `Fn::Sub`. */
function namedBy(value: Json): readonly string[] {
  const ref = own(value, 'Ref');
  const attribute = own(value, 'Fn::GetAtt');
  const sub = own(value, 'Fn::Sub');
  const [text, variables] = Array.isArray(sub) ? (sub as readonly Json[]) : [sub];
  return [
    ...(typeof ref === 'string' ? [ref] : []),
    ...(Array.isArray(attribute) && typeof attribute[0] === 'string'
      ? [attribute[0]]
      : typeof attribute === 'string'
        ? [attribute.split('.')[0]]
        : []),
    ...(typeof text === 'string'
      ? [...text.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g)].map(([, id]) => id).filter(id => own(variables, id) === undefined)
      : []),
  ];
}

function branchesOf(value: Json, scope: StackScope): readonly Json[] {
  const branches = own(value, 'Fn::If');
  if (!Array.isArray(branches)) return isJsonObject(value) ? Object.values(value) : [];
  const [name, whenTrue, whenFalse] = branches as readonly Json[];
  const holds = typeof name === 'string' ? quietly(() => scope.condition(name, scope.place)) : undefined;
  return holds === undefined ? [] : [(holds ? whenTrue : whenFalse) ?? null];
}
