import type { OpaqueTexts, Pattern } from './need';
import { leadingOpaque, split } from './text';

/** What the Resource of a Task names. */
export type TaskTarget =
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'activity' }
  | { readonly kind: 'integration'; readonly service: string; readonly action: string; readonly pattern: Pattern }
  | { readonly kind: 'unknown' };

const PATTERNS: readonly string[] = ['sync', 'sync:2', 'waitForTaskToken'];

/** Takes a Resource apart; partition, region and account may be tokens. */
export function taskTarget(resource: string, opaque: OpaqueTexts): TaskTarget {
  const token = leadingOpaque(resource);
  if (token !== undefined && /^(:[\w$-]+)?$/.test(resource.slice(token.length))) {
    return opaque.isActivity?.(token) ? { kind: 'activity' } : { kind: 'function', arn: resource };
  }
  const [head, , service, , , ...rest] = split(resource, ':');
  if (head !== 'arn' || rest.length === 0) return { kind: 'unknown' };
  if (service === 'lambda' && rest[0] === 'function') return { kind: 'function', arn: resource };
  if (service !== 'states') return { kind: 'unknown' };
  if (rest[0] === 'activity') return { kind: 'activity' };
  const text = rest.join(':');
  const [, name, action, pattern = 'requestResponse'] = /^((?:aws-sdk:)?[^:.]+):([^:.]+)(?:\.(.+))?$/.exec(text) ?? [];
  if (name === undefined || (pattern !== 'requestResponse' && !PATTERNS.includes(pattern))) return { kind: 'unknown' };
  return { kind: 'integration', service: name, action, pattern: pattern as Pattern };
}
