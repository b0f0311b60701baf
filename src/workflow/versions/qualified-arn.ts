import { Fn } from 'aws-cdk-lib';

/** Parts of a state machine's ARN: `arn:PARTITION:states:REGION:ACCOUNT:stateMachine:NAME`. */
const PARTS = 7;

/** The state machine's own ARN, and the qualifier after it: the number of a version or the name of an alias. */
export function splitQualifiedArn(arn: string): { machineArn: string; qualifier: string } {
  const parts = Fn.split(':', arn, PARTS + 1);
  return { machineArn: parts.slice(0, PARTS).join(':'), qualifier: parts[PARTS] };
}
