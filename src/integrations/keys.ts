import type { aws_kms as kms } from 'aws-cdk-lib';

/** The ARN of the key with which something is encrypted, if it has one of its own. */
export function keys(key: kms.IKey | undefined): string[] | undefined {
  return key && [key.keyArn];
}
