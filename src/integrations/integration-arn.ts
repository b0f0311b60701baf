import { Aws } from 'aws-cdk-lib';

/** Taken once, as the names in `tokens.ts` are. */
const { PARTITION } = Aws;

/**
 * The Resource of an integration, in whatever partition the stack lies.
 *
 * @param resource such as `lambda:invoke` or `sns:publish.waitForTaskToken`
 */
export function integrationArn(resource: string): string {
  return `arn:${PARTITION}:states:::${resource}`;
}
