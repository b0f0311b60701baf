import { aws_iam as iam } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import type { Call } from './call';
import { integrationArn } from './integration-arn';
import { iamActionsOf } from './sdk-services';

/** What a call of the SDK needs to be allowed. */
export interface AwsSdkProps {
  /**
   * The ARNs on which the action is allowed.
   *
   * @default - all; name them where the action allows it
   */
  readonly resources?: string[];

  /**
   * The IAM action, where it is another than the SDK's.
   *
   * @default - found from service and action
   */
  readonly iamAction?: string;

  /**
   * What the call needs beside.
   *
   * @default - nothing
   */
  readonly policyStatements?: iam.PolicyStatement[];
}

/** `aws-sdk:SERVICE:ACTION`. */
export function sdkCall(service: string, action: string, args: { [name: string]: any }, props: AwsSdkProps): Call {
  check(service, /^[a-z][a-z0-9]*$/, 'A service', 'as in the ARN of a Task: lower case without hyphens', service.toLowerCase().replace(/[^a-z0-9]/g, ''));
  check(action, /^[a-z][A-Za-z0-9]*$/, 'An action', 'in lower camel case', action.charAt(0).toLowerCase() + action.slice(1).replace(/[^A-Za-z0-9]/g, ''));
  for (const name of Object.keys(args)) {
    check(name, /^[A-Z]/, `An argument of ${service}:${action}`, 'in Pascal case, as Step Functions takes them', name.charAt(0).toUpperCase() + name.slice(1));
  }
  const actions = props.iamAction === undefined ? iamActionsOf(service, action) : [props.iamAction];
  return {
    resource: integrationArn(`aws-sdk:${service}:${action}`),
    args,
    statements: [new iam.PolicyStatement({ actions, resources: props.resources ?? ['*'] }), ...props.policyStatements ?? []],
  };
}

function check(name: string, form: RegExp, what: string, allowed: string, fix: string): void {
  if (form.test(name)) return;
  throw new StepwrightError('SDK_NAME', `${what} is written in a way that Step Functions refuses`, { where: 'Integration.awsSdk', received: JSON.stringify(name), allowed, fix: JSON.stringify(fix) });
}
