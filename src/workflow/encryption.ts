import { ArnFormat, aws_iam as iam, aws_stepfunctions as sfn, Stack, type aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** How long a data key is used again, unless the user says otherwise. */
const REUSE_SECONDS = 300;

/** How a workflow is encrypted. */
export interface Encryption {
  readonly configuration?: sfn.CfnStateMachine.EncryptionConfigurationProperty;
  /** What the role needs and can have before the workflow exists. */
  readonly statements: iam.PolicyStatement[];
  /** What the role needs and what names the workflow's own ARN. */
  readonly ofItself: iam.PolicyStatement[];
}

/** The configuration and the permissions on the key, for the workflow's own executions only. */
export function encryption(
  workflow: Construct,
  wanted: sfn.EncryptionConfiguration | undefined,
  machineArn: string,
  logs: boolean,
): Encryption {
  if (wanted === undefined) return { statements: [], ofItself: [] };
  if (!(wanted instanceof sfn.CustomerManagedEncryptionConfiguration)) {
    return { configuration: { type: wanted.type }, statements: [], ofItself: [] };
  }
  const { kmsKey, kmsDataKeyReusePeriodSeconds } = wanted;
  if (logs) letLogsDecrypt(kmsKey);
  return {
    configuration: {
      type: wanted.type,
      kmsKeyId: kmsKey.keyArn,
      kmsDataKeyReusePeriodSeconds: kmsDataKeyReusePeriodSeconds?.toSeconds() ?? REUSE_SECONDS,
    },
    statements: logs ? [usage(kmsKey, ['kms:GenerateDataKey'], 'SourceArn', logDelivery(workflow))] : [],
    ofItself: [usage(kmsKey, ['kms:Decrypt', 'kms:GenerateDataKey'], 'aws:states:stateMachineArn', machineArn)],
  };
}

function logDelivery(workflow: Construct): string {
  return Stack.of(workflow).formatArn({ service: 'logs', resource: '*', arnFormat: ArnFormat.NO_RESOURCE_NAME });
}

function usage(key: kms.IKey, actions: string[], context: string, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: { StringEquals: { [`kms:EncryptionContext:${context}`]: arn } },
  });
}

/** Log delivery reads what it delivers. */
function letLogsDecrypt(key: kms.IKey): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt*'],
      resources: ['*'],
      principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
    }),
  );
}
