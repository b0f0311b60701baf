import { matchesPattern } from './event-pattern';
import { findResource, shown, type ResourceName } from '../find-resource';
import { STATUS_CHANGE, type BusEvent } from './status-events';
import { isJsonObject, type Json } from '../../asl';
import type { LocalApp, Neighbor } from '../../cloudformation';
import { StepwrightError } from '../../errors';

/** An event that a rule sends to its targets. */
export interface Notification {
  /** The rule's path, or its logical id. */
  readonly rule: string;
  readonly event: BusEvent;
  /** The ARNs of the targets. */
  readonly targets: readonly string[];
}

const RULE = 'AWS::Events::Rule';

/**
 * What one rule of the app would send: nothing if it is off, has no target, or listens to another bus.
 *
 * @throws StepwrightError UNKNOWN_EVENT_RULE; UNSUPPORTED_EVENT_RULE for a rule on events that no run emits: it is never taken as "not notified"
 */
export function notificationsOf(app: LocalApp, named: ResourceName, events: readonly BusEvent[]): Notification[] {
  const rule = findResource(app, [RULE], named, 'rule');
  const pattern = rule.property('EventPattern');
  const types = isJsonObject(pattern) ? pattern['detail-type'] : undefined;
  if (Array.isArray(types) && types.every((type: Json) => typeof type === 'string' && type !== STATUS_CHANGE)) {
    throw new StepwrightError(
      'UNSUPPORTED_EVENT_RULE',
      'a local run emits only status changes of executions, but the rule listens to other events',
      {
        where: `the rule ${shown(rule)}`,
        received: JSON.stringify(types),
        allowed: STATUS_CHANGE,
        fix: 'Match its pattern against an event of your own.',
      },
    );
  }
  return sent(rule, events);
}

/** What all rules of the app would send. */
export function allNotifications(app: LocalApp, events: readonly BusEvent[]): Notification[] {
  return app.resources.filter(({ type }) => type === RULE).flatMap(rule => sent(rule, events));
}

function sent(rule: Neighbor, events: readonly BusEvent[]): Notification[] {
  const pattern = rule.property('EventPattern');
  const targets = arnsOf(rule.property('Targets'));
  if (
    !isJsonObject(pattern) ||
    targets.length === 0 ||
    rule.property('State') === 'DISABLED' ||
    !onDefaultBus(rule.property('EventBusName'))
  ) {
    return [];
  }
  return events
    .filter(event => matchesPattern(pattern, event as unknown as Json, shown(rule)))
    .map(event => ({ rule: shown(rule), event, targets }));
}

function arnsOf(targets: Json | undefined): string[] {
  return Array.isArray(targets)
    ? targets.map((target: Json) => (isJsonObject(target) ? String(target.Arn) : '')).filter(arn => arn !== '')
    : [];
}

function onDefaultBus(bus: Json | undefined): boolean {
  return bus === undefined || (typeof bus === 'string' && /(^|event-bus\/)default$/.test(bus));
}
