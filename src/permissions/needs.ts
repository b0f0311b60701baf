import type { CallView, Need, NeedRule, Phase, ResourceRule } from './need';
import type { Conditions } from './statement';

type Details = Partial<Pick<Need, 'conditions' | 'context' | 'broad'>>;

/** What the call itself needs. */
export function call(
  actions: string | readonly string[],
  resources: ResourceRule,
  reason: string,
  details: Details = {},
): NeedRule {
  return view => [need(view, 'call', actions, resources, reason, details)];
}

/** What `.sync` needs while it waits. */
export function poll(actions: string | readonly string[], resources: ResourceRule, reason: string): NeedRule {
  return waiting(view => [need(view, 'poll', actions, resources, reason)]);
}

/** What `.sync` needs when the execution is stopped or the Task times out. */
export function stop(actions: string | readonly string[], resources: ResourceRule, reason: string): NeedRule {
  return waiting(view => [need(view, 'stop', actions, resources, reason)]);
}

/** The rule with which AWS learns of the end of a `.sync` call. */
export function managedRule(name: string): NeedRule {
  return waiting(view => [
    need(
      view,
      'rule',
      ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
      ({ place }) => [{ arn: `arn:${place.partition}:events:${place.region}:${place.account}:rule/${name}` }],
      `.sync learns of the end through the managed rule ${name}`,
    ),
  ]);
}

/** A role is handed to a service: the one that an argument names. */
export function passRole(field: string, service: string): NeedRule {
  return view => {
    const text = view.args.text(field);
    const named = text === undefined ? [] : [roleResource(view, field, text.pattern, text.known)];
    const roles = view.passRoles?.length ? view.passRoles.map(arn => ({ arn })) : named;
    return roles.length ? [passing(roles, service, `${field} is handed to ${service}`)] : [];
  };
}

/** The need to hand over roles. */
export function passing(resources: Need['resources'], service: string, reason: string): Need {
  return {
    actions: ['iam:PassRole'],
    resources,
    conditions: { StringEquals: { 'iam:PassedToService': [service] } },
    phase: 'call',
    reason,
    passesRole: true,
  };
}

/** A role by its name or ARN. */
export function roleResource(
  view: CallView,
  field: string,
  pattern: string,
  known: boolean,
): Need['resources'][number] {
  if (!known) return { arn: pattern, gaps: [field] };
  const isArn = pattern.startsWith('arn:') || (pattern.startsWith('${') && view.opaque.isArn(pattern));
  return { arn: isArn ? pattern : `arn:${view.place.partition}:iam::${view.place.account}:role/${pattern}` };
}

/** A service-linked role may be made by the first call in an account. */
export function serviceLinkedRole(path: string, conditions: Conditions, reason: string): NeedRule {
  return view => [
    {
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [{ arn: `arn:${view.place.partition}:iam::${view.place.account}:role/aws-service-role/${path}` }],
      conditions,
      context: Object.fromEntries(
        Object.values(conditions).flatMap(keys =>
          Object.entries(keys).map(([key, values]) => [key, values.slice(0, 1)]),
        ),
      ),
      phase: 'call',
      reason,
    },
  ];
}

/** Rules that hold only where an argument is there. */
export function when(field: string, ...rules: readonly NeedRule[]): NeedRule {
  return view => {
    if (view.args.at(field).kind === 'absent') return [];
    const needs = rules.flatMap(rule => rule(view));
    return view.args.has(field) ? needs : needs.map(one => ({ ...one, onlyIf: field }));
  };
}

/** Rules that hold for calls whose end is awaited. */
export function waiting(...rules: readonly NeedRule[]): NeedRule {
  return view => (view.pattern === 'sync' || view.pattern === 'sync:2' ? rules.flatMap(rule => rule(view)) : []);
}

function need(
  view: CallView,
  phase: Phase,
  actions: string | readonly string[],
  resources: ResourceRule,
  reason: string,
  details: Details = {},
): Need {
  return {
    actions: typeof actions === 'string' ? [actions] : actions,
    resources: resources(view),
    phase,
    reason,
    ...details,
  };
}
