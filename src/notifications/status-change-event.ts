import { aws_events as events } from 'aws-cdk-lib';

/**
 * The fields of a status change event, for what a target receives:
 * ``RuleTargetInput.fromText(`${StatusChangeEvent.executionName} failed: ${StatusChangeEvent.error}`)``.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export class StatusChangeEvent {
  /** The ARN of the execution. */
  public static get executionArn(): string {
    return field('executionArn');
  }

  /** The ARN of the workflow, without version and alias. */
  public static get stateMachineArn(): string {
    return field('stateMachineArn');
  }

  /** The name of the execution. */
  public static get executionName(): string {
    return field('name');
  }

  /** Its status. */
  public static get status(): string {
    return field('status');
  }

  /** When it started, in milliseconds since 1970. */
  public static get startDate(): string {
    return field('startDate');
  }

  /** When it ended, in milliseconds since 1970; null while it runs. */
  public static get stopDate(): string {
    return field('stopDate');
  }

  /** Its input as JSON text; null where it was left out for its size. */
  public static get input(): string {
    return field('input');
  }

  /** Its output as JSON text; null unless it succeeded. */
  public static get output(): string {
    return field('output');
  }

  /** The name of the error that it ended with, or null. */
  public static get error(): string {
    return field('error');
  }

  /** The cause that it ended with, or null. */
  public static get cause(): string {
    return field('cause');
  }

  /** How often it was redriven. */
  public static get redriveCount(): string {
    return field('redriveCount');
  }

  /** Whether it can be redriven now: `REDRIVABLE` or `NOT_REDRIVABLE`. */
  public static get redriveStatus(): string {
    return field('redriveStatus');
  }

  /** The version that it runs, if it was started through one or through an alias; else null. */
  public static get stateMachineVersionArn(): string {
    return field('stateMachineVersionArn');
  }

  /** The alias that it was started through, or null. */
  public static get stateMachineAliasArn(): string {
    return field('stateMachineAliasArn');
  }

  private constructor() {
    /* names only */
  }
}

function field(name: string): string {
  return events.EventField.fromPath(`$.detail.${name}`);
}
