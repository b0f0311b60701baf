import type { aws_events as events, aws_sqs as sqs, Duration } from 'aws-cdk-lib';
import type { ExecutionStatus } from './execution-status';
import type { TextFilter } from './text-filter';

/** How a rule reaches its target. */
export interface DeliveryOptions {
  /**
   * Where the event goes: any target of the CDK. More can be added to the rule with `addTarget`.
   *
   * @default - no target yet
   */
  readonly target?: events.IRuleTarget;

  /**
   * Takes the events that could not be delivered. A target with a queue of its own keeps that.
   *
   * @default - undelivered events are lost after the last try
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * How often a delivery is tried again, 0 to 185.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * How old an event may become before it is given up: 60 seconds to 24 hours.
   *
   * @default Duration.hours(24)
   */
  readonly maxEventAge?: Duration;

  /**
   * The rule's physical name.
   *
   * @default - CloudFormation makes one
   */
  readonly ruleName?: string;

  /**
   * What the rule is for.
   *
   * @default - a sentence of ours
   */
  readonly description?: string;
}

/** A rule on the executions of a workflow: what it lets pass, and where that goes. All filters must let an event pass. */
export interface ExecutionEventOptions extends DeliveryOptions {
  /**
   * Only executions with such an input, as JSON text. A large input is left out of the event: see `TextFilter.none`.
   *
   * @default - any
   */
  readonly input?: TextFilter[];

  /**
   * Only executions with such an output, as JSON text: there is one on success only.
   *
   * @default - any
   */
  readonly output?: TextFilter[];

  /**
   * Only executions of such a name.
   *
   * @default - any
   */
  readonly executionName?: TextFilter[];

  /**
   * Only executions that ended with such an error name.
   *
   * @default - any
   */
  readonly error?: TextFilter[];

  /**
   * Only executions that ended with such a cause.
   *
   * @default - any
   */
  readonly cause?: TextFilter[];
}

/** A rule on chosen statuses of a workflow's executions. */
export interface StatusChangeOptions extends ExecutionEventOptions {
  /**
   * Which statuses.
   *
   * @default - all of them
   */
  readonly statuses?: ExecutionStatus[];
}
