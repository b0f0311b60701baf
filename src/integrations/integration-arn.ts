import { Aws } from 'aws-cdk-lib';

/**
 * The Resource of an integration, in whatever partition the stack lies.
 *
 * @param resource such as `lambda:invoke` or `sns:publish.waitForTaskToken`
 */
export function integrationArn(resource: string): string {
  return `arn:${Aws.PARTITION}:states:::${resource}`;
}
