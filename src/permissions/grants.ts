import type { Need, Resource } from './need';
import type { KnownOfState } from './options';
import { isOpaque, split } from './text';

/**
 * Needs with the resources that somebody knows of put in place of what the definition leaves open or says in another form.
 * An ARN that can be read replaces those of its own kind; a token replaces what the definition leaves open.
 */
export function withGrants(needs: readonly Need[], known: KnownOfState | undefined): readonly Need[] {
  const granted = known?.resources ?? [];
  if (known?.actions) {
    const resources = (granted.length > 0 ? granted : ['*']).map(arn => ({ arn }));
    return [{ actions: known.actions, resources, phase: 'call', reason: 'the Task names the actions itself' }];
  }
  if (granted.length === 0) return needs;
  return needs.map(need => need.passesRole || need.phase === 'rule' || need.selfReferencing ? need : { ...need, resources: replaced(need.resources, granted) });
}

function replaced(resources: readonly Resource[], granted: readonly string[]): readonly Resource[] {
  const result = resources.flatMap((resource): Resource[] => {
    if (resource.arn === '*') return [resource];
    const readable = granted.filter(arn => !isOpaque(arn) && sameKind(arn, resource.arn));
    if (readable.length > 0) return readable.map(arn => ({ arn }));
    const tokens = granted.filter(arn => isOpaque(arn));
    const open = (resource.gaps !== undefined || resource.opaque) && !derivedName(resource.arn);
    return open && tokens.length > 0 ? tokens.map(arn => ({ arn })) : [resource];
  });
  return [...new Map(result.map(resource => [resource.arn, resource])).values()];
}

/** Whether two ARNs are of one service and one kind of resource. */
function sameKind(a: string, b: string): boolean {
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  return kindA !== undefined && kindA === kindB;
}

function kindOf(arn: string): string | undefined {
  const [head, , service, , , ...rest] = split(arn, ':');
  if (head !== 'arn' || service === undefined) return undefined;
  const resource = rest.join(':');
  if (service === 's3') return resource.includes('/') ? 's3 object' : 's3 bucket';
  if (service === 'sqs' || service === 'sns') return service;
  return `${service} ${/^\/?([^/:*]*)/.exec(resource)![1]}`;
}

/** Executions of a machine have another ARN than the machine whose token is known. */
function derivedName(arn: string): boolean {
  return kindOf(arn) === 'states execution';
}
