import type { aws_sns as sns, aws_sqs as sqs, Duration } from 'aws-cdk-lib';
import type { Call } from './call';
import { integrationArn } from './integration-arn';
import { keys } from './keys';
import { wholeSeconds } from './whole-seconds';

/** A message to a topic. */
export interface SnsPublishProps {
  /** The message: text, or JSON, which is then sent as its text. */
  readonly message: any;

  /**
   * The subject of an e-mail.
   *
   * @default - none
   */
  readonly subject?: string;

  /**
   * The message differs by protocol: `json`.
   *
   * @default - one message for all protocols
   */
  readonly messageStructure?: string;

  /**
   * Attributes: `{ kind: { DataType: 'String', StringValue: 'order' } }`.
   *
   * @default - none
   */
  readonly messageAttributes?: { [name: string]: any };

  /**
   * FIFO topics: messages of one group keep their order.
   *
   * @default - none
   */
  readonly messageGroupId?: string;

  /**
   * FIFO topics: messages with one id count once.
   *
   * @default - none
   */
  readonly messageDeduplicationId?: string;
}

/** A message to a queue. */
export interface SqsSendMessageProps {
  /** The message: text, or JSON, which is then sent as its text. */
  readonly messageBody: any;

  /**
   * How long the message stays hidden, up to 15 minutes.
   *
   * @default - what the queue says
   */
  readonly delay?: Duration;

  /**
   * Attributes: `{ kind: { DataType: 'String', StringValue: 'order' } }`.
   *
   * @default - none
   */
  readonly messageAttributes?: { [name: string]: any };

  /**
   * FIFO queues: messages of one group keep their order.
   *
   * @default - none
   */
  readonly messageGroupId?: string;

  /**
   * FIFO queues: messages with one id count once.
   *
   * @default - none
   */
  readonly messageDeduplicationId?: string;
}

/** `sns:publish`. */
export function snsCall(topic: sns.ITopic, props: SnsPublishProps): Call {
  return {
    resource: integrationArn('sns:publish'),
    args: {
      TopicArn: topic.topicArn,
      Message: props.message,
      Subject: props.subject,
      MessageStructure: props.messageStructure,
      MessageAttributes: props.messageAttributes,
      MessageGroupId: props.messageGroupId,
      MessageDeduplicationId: props.messageDeduplicationId,
    },
    grants: { encryptionKeys: keys(topic.masterKey) },
  };
}

/** `sqs:sendMessage`. */
export function sqsCall(queue: sqs.IQueue, props: SqsSendMessageProps): Call {
  return {
    resource: integrationArn('sqs:sendMessage'),
    args: {
      QueueUrl: queue.queueUrl,
      MessageBody: props.messageBody,
      DelaySeconds: wholeSeconds(props.delay, 'sqsSendMessage, delay'),
      MessageAttributes: props.messageAttributes,
      MessageGroupId: props.messageGroupId,
      MessageDeduplicationId: props.messageDeduplicationId,
    },
    grants: { resources: [queue.queueArn], encryptionKeys: keys(queue.encryptionMasterKey) },
  };
}
