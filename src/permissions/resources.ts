import type { CallView, Resource, ResourceRule } from './need';
import { GAP, isOpaque, leadingOpaque, split, type Text } from './text';

/** The action has no resource type. */
export const ANY: ResourceRule = () => [{ arn: '*' }];

/** What an ARN template needs of a place. */
export type ArnForm = 'regional' | 'account' | 'service-owned' | 'global';

/** The ARN up to its resource. `regional`: region and account; `account`: no region; `service-owned`: no account; `global`: neither. */
export function arnHead({ place }: CallView, service: string, form: ArnForm = 'regional'): string {
  const region = form === 'regional' || form === 'service-owned' ? place.region : '';
  const account = form === 'regional' || form === 'account' ? place.account : '';
  return `arn:${place.partition}:${service}:${region}:${account}:`;
}

/**
 * An ARN whose resource is a template: `{Field}` stands for an argument, `{Field|default}` for one that may be absent.
 * A star is part of the pattern.
 */
export function arn(service: string, template: string, form?: ArnForm): ResourceRule {
  return call => [filled(call, arnHead(call, service, form), template)];
}

/** An argument that is an ARN or a name; a name follows the template, in which `{}` stands for it. */
export function arnOrName(field: string, service: string, template: string, absent?: string): ResourceRule {
  return call => {
    const text = call.args.text(field) ?? (absent === undefined ? undefined : { pattern: absent, known: true });
    return [named(call, field, text, name => `${arnHead(call, service)}${template.replace('{}', () => name)}`)];
  };
}

/** An argument that is always an ARN; `kind` is what any resource of its kind looks like. */
export function arnOf(field: string, kind: ResourceRule): ResourceRule {
  return call => {
    const text = call.args.text(field);
    if (text === undefined || text.pattern === '*') return kind(call).map(resource => gapped(resource, [field]));
    return [{ arn: text.pattern, ...(text.known ? {} : { gaps: [field] }) }];
  };
}

/** The resource that a text which is an ARN or a name stands for. */
export function named(
  call: CallView,
  field: string,
  text: Text | undefined,
  byName: (name: string) => string,
): Resource {
  if (text === undefined || text.pattern === '*') return { arn: byName('*'), gaps: [field] };
  if (mayBeArn(call, text.pattern)) return { arn: byName('*'), gaps: [field] };
  const gaps = text.known ? {} : { gaps: [field] };
  if (isArn(call, text.pattern)) return { arn: text.pattern, ...gaps };
  return { arn: byName(text.pattern), ...gaps, ...(isOpaque(text.pattern) ? { opaque: true as const } : {}) };
}

/** Whether a text begins with a placeholder that may become a whole ARN: it can't be put into another ARN. */
function mayBeArn(call: CallView, text: string): boolean {
  const token = leadingOpaque(text);
  if (token === undefined || call.opaque.isArn(token) || call.opaque.mayBeArn?.(token) !== true) return false;
  return /^(?:$|[:/])/.test(text.slice(token.length));
}

/** Whether a known text is an ARN; of a token only the caller can tell. */
export function isArn(call: CallView, text: string): boolean {
  const token = leadingOpaque(text);
  return token === undefined ? text.startsWith('arn:') : call.opaque.isArn(token);
}

/** The part of an ARN between colons; from the sixth on, the rest stays together. Of a token only the caller can tell. */
export function arnPart(call: CallView, arnText: string, index: number): string | undefined {
  if (isOpaque(arnText)) return call.opaque.part(arnText, ':', index);
  const parts = split(arnText, ':');
  return index < 5 ? parts[index] : parts.slice(index).join(':') || undefined;
}

/** Several rules together. */
export function all(...rules: readonly ResourceRule[]): ResourceRule {
  return call => rules.flatMap(rule => rule(call));
}

function filled(call: CallView, head: string, template: string): Resource {
  const gaps: string[] = [];
  const tail = template.replace(/\{([^}|]+)(?:\|([^}]*))?\}/g, (_, field: string, absent: string | undefined) => {
    const text = call.args.text(field);
    if (text === undefined && absent !== undefined) return absent;
    if (text === undefined || !text.known) gaps.push(field);
    return (text ?? GAP).pattern;
  });
  return gapped({ arn: head + tail.replace(/\*{2,}/g, '*') }, gaps);
}

function gapped(resource: Resource, gaps: readonly string[]): Resource {
  return gaps.length === 0 ? resource : { ...resource, gaps: [...new Set([...(resource.gaps ?? []), ...gaps])] };
}
