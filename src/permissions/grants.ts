import type { Need, Resource } from './need';
import type { KnownOfState } from './options';
import { isOpaque, split } from './text';

/**
 * Needs with the resources that somebody knows of put in place of what the definition leaves open or says in another form.
 * An ARN that can be read replaces those of its own kind; a token replaces what the call itself acts on, where that is open.
 */
export function withGrants(needs: readonly Need[], known: KnownOfState | undefined): readonly Need[] {
  const granted = known?.resources ?? [];
  if (known?.actions) {
    const resources = (granted.length > 0 ? granted : ['*']).map(arn => ({ arn }));
    return [{ actions: known.actions, resources, phase: 'call', reason: 'the Task names the actions itself' }];
  }
  if (granted.length === 0) return needs;
  const acted = new Set(needs[0]?.resources.map(({ arn }) => kindOf(arn)));
  return needs.map(need =>
    need.passesRole || need.phase === 'rule' || need.selfReferencing
      ? need
      : { ...need, resources: replaced(need.resources, granted, acted) },
  );
}

function replaced(
  resources: readonly Resource[],
  granted: readonly string[],
  acted: ReadonlySet<string | undefined>,
): readonly Resource[] {
  const tokens = granted.filter(isOpaque);
  const result = resources.flatMap((resource): Resource[] => {
    const kind = kindOf(resource.arn);
    // a token that stands for an alias or version, say, and somebody knows what is behind it
    if (resource.opaque && isOpaque(resource.arn) && tokens.length > 0) return tokens.map(arn => ({ arn }));
    if (kind === undefined) return [resource];
    const readable = granted.filter(arn => !isOpaque(arn) && kindOf(arn) === kind);
    if (readable.length > 0) return readable.map(arn => ({ arn }));
    const open = resource.gaps !== undefined || resource.opaque;
    return open && acted.has(kind) && tokens.length > 0 ? tokens.map(arn => ({ arn })) : [resource];
  });
  return [...new Map(result.map(resource => [resource.arn, resource])).values()];
}

/** Service and type of an ARN; undefined where it is none, or a token. */
function kindOf(arn: string): string | undefined {
  const [head, , service, , , ...rest] = split(arn, ':');
  if (head !== 'arn' || service === undefined) return undefined;
  const resource = rest.join(':');
  if (service === 's3') return resource.includes('/') ? 's3 object' : 's3 bucket';
  if (service === 'sqs' || service === 'sns') return service;
  return `${service} ${/^\/?([^/:*]*)/.exec(resource)![1]}`;
}
