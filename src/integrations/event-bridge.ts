import type { aws_events as events } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import type { Call } from './call';
import { integrationArn } from './integration-arn';

/** An event. */
export interface EventBridgeEntry {
  /** What happened, as JSON. */
  readonly detail: any;

  /** The kind of event: `OrderShipped`. */
  readonly detailType: string;

  /** Who says so: `shop.orders`. */
  readonly source: string;

  /**
   * The bus.
   *
   * @default - the account's default bus
   */
  readonly eventBus?: events.IEventBus;

  /**
   * ARNs of what the event is about.
   *
   * @default - none
   */
  readonly resources?: string[];

  /**
   * When it happened: RFC 3339, or `'{% … %}'`.
   *
   * @default - now
   */
  readonly time?: string;
}

/** EventBridge takes no more events in a call. */
const MOST_ENTRIES = 10;

/** `events:putEvents`. */
export function putEventsCall(entries: EventBridgeEntry[]): Call {
  if (entries.length === 0 || entries.length > MOST_ENTRIES) {
    throw new StepwrightError('INVALID_ENTRY_COUNT', `A putEvents call must have 1 to ${MOST_ENTRIES} events`, {
      where: 'Integration.eventBridgePutEvents',
      received: `${entries.length} events`,
      fix: 'split them across several Tasks, or use a Map',
    });
  }
  return {
    resource: integrationArn('events:putEvents'),
    args: {
      Entries: entries.map(entry => ({
        Detail: entry.detail,
        DetailType: entry.detailType,
        Source: entry.source,
        EventBusName: entry.eventBus?.eventBusArn,
        Resources: entry.resources,
        Time: entry.time,
      })),
    },
  };
}
