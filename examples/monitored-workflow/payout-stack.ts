import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import {
  Fail,
  Flow,
  Integration,
  StandardWorkflow,
  StatusChangeEvent,
  Succeed,
  Task,
  Wait,
  type WorkflowAlarms,
} from 'stepwright';

/** Money is sent and confirmed. Whoever is on call hears of each payout that fails, and of alarms; a dashboard shows the rest. */
export class PayoutStack extends Stack {
  readonly alarms: WorkflowAlarms;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const bank = lambda.Function.fromFunctionName(this, 'Bank', 'bank-transfer');

    const refused = new Fail('Refused', {
      error: 'PayoutRefused',
      cause: "{% 'the bank refused: ' & $states.input.Cause %}",
    });
    const payout = Flow.of(
      new Task('Send money', {
        call: Integration.lambdaInvoke(bank),
        timeout: Duration.minutes(10),
        assign: { transfer: '{% $states.result.Payload.transfer %}' },
      })
        .retry({ errors: ['BankBusy'], interval: Duration.seconds(5), maxAttempts: 3 })
        .catch(refused, { errors: ['AccountClosed'] }),
      new Wait('Let the bank book it', { duration: Duration.minutes(30) }),
      new Task('Confirm', {
        call: Integration.lambdaInvoke(bank, { payload: { confirm: '{% $transfer %}' } }),
        timeout: Duration.minutes(10),
      }),
      new Succeed('Paid'),
    ).retryEach({
      errors: ['Lambda.TooManyRequestsException', 'Lambda.ServiceException'],
      interval: Duration.seconds(1),
      backoffRate: 2,
      maxAttempts: 4,
    });
    const workflow = new StandardWorkflow(this, 'Payout', {
      definition: payout,
      timeout: Duration.hours(2),
      logs: { level: sfn.LogLevel.ALL },
    });

    const onCall = this.encryptedTopic();
    const lost = new sqs.Queue(this, 'Lost', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });

    workflow.onFailed('TellOnCall', {
      target: new targets.SnsTopic(onCall, {
        message: events.RuleTargetInput.fromText(
          `Payout ${StatusChangeEvent.executionName} failed: ${StatusChangeEvent.error}`,
        ),
      }),
      deadLetterQueue: lost,
    });
    this.alarms = workflow.addAlarms({
      failed: { percentOfStarted: 10, period: Duration.hours(1) },
      duration: { threshold: Duration.minutes(40), statistic: 'Maximum' },
      composite: true,
      topics: [onCall],
    });
    new cloudwatch.Alarm(this, 'Undelivered', {
      metric: lost.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: 'Nobody was told of a payout that failed.',
    });
    workflow.addDashboard();
    workflow.addSavedQueries();
  }

  /** A topic with a key of its own, which EventBridge (the target sees to it) and CloudWatch may use; it takes messages over TLS only. */
  private encryptedTopic(): sns.Topic {
    const alarms = new iam.ServicePrincipal('cloudwatch.amazonaws.com');
    const key = new kms.Key(this, 'OnCallKey', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY });
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [alarms],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    ); // this key
    const topic = new sns.Topic(this, 'OnCall', { masterKey: key, enforceSSL: true });
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [alarms],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }
}
