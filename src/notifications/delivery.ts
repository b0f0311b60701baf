import { aws_events as events, aws_iam as iam, type aws_sqs as sqs } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { StepwrightError } from '../errors';
import type { DeliveryOptions } from './status-change-options';

/** What EventBridge takes. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const RETRIES = { min: 0, max: 185 };
const AGE_SECONDS = { min: 60, max: 86_400 };

/** A rule with its target; the target gets the queue and the retries that it does not have itself. */
export function ruleTo(
  scope: IConstruct,
  id: string,
  pattern: events.EventPattern,
  options: DeliveryOptions,
  description: string,
): events.Rule {
  checkDelivery(options, `${scope.node.path}/${id}`);
  const rule = new events.Rule(scope, id, {
    eventPattern: pattern,
    ruleName: options.ruleName,
    description: options.description ?? description,
  });
  if (options.target !== undefined) rule.addTarget(withDelivery(options.target, options));
  return rule;
}

function withDelivery(
  target: events.IRuleTarget,
  { deadLetterQueue, retryAttempts, maxEventAge }: DeliveryOptions,
): events.IRuleTarget {
  if (deadLetterQueue === undefined && retryAttempts === undefined && maxEventAge === undefined) return target;
  return {
    bind: (rule, id) => {
      const config = target.bind(rule, id);
      const ofItsOwn = config.deadLetterConfig !== undefined;
      if (deadLetterQueue !== undefined && !ofItsOwn) allowEvents(deadLetterQueue, rule);
      return {
        ...config,
        deadLetterConfig:
          ofItsOwn || deadLetterQueue === undefined ? config.deadLetterConfig : { arn: deadLetterQueue.queueArn },
        retryPolicy: {
          maximumRetryAttempts: retryAttempts ?? config.retryPolicy?.maximumRetryAttempts,
          maximumEventAgeInSeconds: maxEventAge?.toSeconds() ?? config.retryPolicy?.maximumEventAgeInSeconds,
        },
      };
    },
  };
}

function allowEvents(queue: sqs.IQueue, rule: events.IRule): void {
  queue.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: `AllowEventsOf${rule.node.addr.slice(-8)}`,
      principals: [new iam.ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
    }),
  );
}

function checkDelivery({ retryAttempts, maxEventAge }: DeliveryOptions, where: string): void {
  if (
    retryAttempts !== undefined &&
    !(Number.isInteger(retryAttempts) && retryAttempts >= RETRIES.min && retryAttempts <= RETRIES.max)
  ) {
    throw new StepwrightError('INVALID_RULE_RETRY', "EventBridge doesn't retry that often", {
      where,
      received: `retryAttempts: ${retryAttempts}`,
      allowed: `a whole number from ${RETRIES.min} to ${RETRIES.max}`,
      fix: 'leave it out for the default, 185',
    });
  }
  const age = maxEventAge?.toSeconds();
  if (age !== undefined && (age < AGE_SECONDS.min || age > AGE_SECONDS.max)) {
    throw new StepwrightError('INVALID_RULE_RETRY', "EventBridge doesn't keep an event that long", {
      where,
      received: `maxEventAge: ${age} seconds`,
      allowed: '1 minute to 24 hours',
      fix: 'leave it out for the default, 24 hours',
    });
  }
}
