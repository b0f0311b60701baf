import { lambdaFunction } from '../integrations/compute';
import { queue } from '../integrations/messaging';
import type { CallView, Resource } from '../need';
import { isArn } from '../resources';
import { GAP, type Text } from '../text';
import type { ResourceTemplate } from './sdk-iam';

/** More choices than this are written as one pattern: any resource of the service. */
const MANY_CHOICES = 3;

/** The resources on which a call acts. */
export function resourcesOf(view: CallView, templates: readonly ResourceTemplate[]): readonly Resource[] {
  if (templates.length === 0) return [{ arn: '*' }];
  const there = templates.filter(
    template =>
      template.use === 'required' ||
      (hasMembers(template) && membersOf(template).every(member => isThere(view, member))),
  );
  const used = there.filter(template => !there.some(other => isMoreExact(other, template)));
  const counted = used.length > 0 ? used : templates;
  const resources = distinct(counted.flatMap(template => filled(view, template)));
  const areChoices = counted.every(({ use }) => use === 'choice');
  return areChoices && resources.length > MANY_CHOICES ? collapsed(view, counted, resources) : resources;
}

/** One pattern for each account and region instead of one for each type; what is known exactly stays. */
function collapsed(
  view: CallView,
  templates: readonly ResourceTemplate[],
  resources: readonly Resource[],
): readonly Resource[] {
  const exact = resources.filter(({ arn }) => !arn.includes('*'));
  if (exact.length > 0) return exact;
  const gaps = [...new Set(resources.flatMap(resource => resource.gaps ?? []))];
  return distinct(templates.map(({ text }) => withGaps(arnOf(view, anyOf(text)), ...gaps)));
}

/** Of two choices, the one that takes all arguments of the other and more: a rule on a bus that the call names, not one on the default bus. */
function isMoreExact(template: ResourceTemplate, than: ResourceTemplate): boolean {
  const [members, others] = [membersOf(template), membersOf(than)];
  return than.use === 'choice' && members.length > others.length && others.every(member => members.includes(member));
}

function hasMembers(template: ResourceTemplate): boolean {
  return membersOf(template).length > 0;
}

function membersOf({ text, whole }: ResourceTemplate): string[] {
  return [...(whole === undefined ? [] : [whole]), ...[...text.matchAll(/\{([^}]+)\}/g)].map(([, member]) => member)];
}

function isThere(view: CallView, member: string): boolean {
  return member.includes('|') || view.args.at(member.replace('[]', '')).kind !== 'absent';
}

function anyOf(text: string): string {
  return `${text.split(':').slice(0, 3).join(':')}:*`;
}

/** The template with every combination of its arguments. */
function filled(view: CallView, template: ResourceTemplate): Resource[] {
  if (template.text.includes('{QueueUrl}')) return [...queue(view)];
  if (template.text === 'lambda:r:a:function:{FunctionName}') return [...lambdaFunction(view)];
  if (template.whole !== undefined) {
    return texts(view, template.whole).map(({ text, gap }) => {
      if (text !== undefined && text.pattern !== '*' && isArn(view, text.pattern.replace(/\*$/, ''))) {
        return withGaps(text.pattern, gap);
      }
      return withGaps(arnOf(view, template.text), gap);
    });
  }
  const members = membersOf(template);
  return combinations(members.map(member => texts(view, member))).map(values => {
    const gaps = values.flatMap(({ gap }) => gap ?? []);
    const last = values[values.length - 1]?.text;
    // a name may be given as the whole ARN
    if (last !== undefined && last.pattern !== '*' && isArn(view, last.pattern)) return withGaps(last.pattern, ...gaps);
    let index = 0;
    const text = template.text.replace(/\{[^}]+\}/g, () => partOf(template, values[index++].text));
    return withGaps(arnOf(view, text), ...gaps);
  });
}

/** A part of an ARN. Secrets have six random characters behind their name; the source of a copy may start with a slash and name a version. */
function partOf({ text }: ResourceTemplate, value: Text | undefined): string {
  const pattern = value?.pattern ?? '*';
  if (text.startsWith('secretsmanager:') && value?.known && !/-\w{6}$/.test(pattern)) return `${pattern}-??????`;
  if (text === 's3:::{CopySource}') return pattern.replace(/^\//, '').replace(/\?versionId=.*$/, '');
  return pattern;
}

function arnOf({ place }: CallView, text: string): string {
  const [service, region, account, ...rest] = text.split(/:(?![^$]*\})/);
  const body = rest
    .join(':')
    .replace(/\/{2,}/g, '/')
    .replace(/\*{2,}/g, '*');
  return `arn:${place.partition}:${service}:${region === 'r' ? place.region : region}:${account === 'a' ? place.account : account}:${body}`;
}

/** The texts of an argument, which may be a list; an argument that is not there leaves the part open without being a gap. */
function texts(view: CallView, member: string): Array<{ text: Text | undefined; gap?: string }> {
  if (!member.endsWith('[]')) {
    const [name, absent] = member.split('|');
    const text = view.args.text(name) ?? (absent === undefined ? undefined : { pattern: absent, known: true });
    // the alias of a key does not tell the key
    if (/KeyId$/.test(name) && text?.pattern.startsWith('alias/')) return [{ text: GAP, gap: name }];
    return [{ text, ...(text?.known === false ? { gap: name } : {}) }];
  }
  const name = member.slice(0, -2);
  const items = view.args.items(name);
  if (items === undefined) return [{ text: undefined, gap: name }];
  if (items.length === 0) return [{ text: undefined }];
  return items.map(item => {
    const text = item.text('');
    return { text, ...(text?.known === false ? { gap: name } : {}) };
  });
}

function combinations<T>(lists: readonly T[][]): T[][] {
  return lists.reduce<T[][]>((found, list) => found.flatMap(start => list.map(item => [...start, item])), [[]]);
}

function withGaps(arn: string, ...gaps: Array<string | undefined>): Resource {
  const known = gaps.filter(gap => gap !== undefined);
  return known.length === 0 ? { arn } : { arn, gaps: [...new Set(known)] };
}

function distinct(resources: readonly Resource[]): Resource[] {
  return [...new Map(resources.map(resource => [resource.arn, resource])).values()];
}
