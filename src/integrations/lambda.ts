import type { aws_lambda as lambda } from 'aws-cdk-lib';
import { INPUT, type Call } from './call';
import { integrationArn } from './integration-arn';

/** What a Lambda function receives. */
export interface LambdaInvokeProps {
  /**
   * The function's event.
   *
   * @default - the state's input
   */
  readonly payload?: any;

  /**
   * The version or alias to invoke.
   *
   * @default - what the function's ARN says
   */
  readonly qualifier?: string;

  /**
   * `RequestResponse`, `Event` (asynchronous: the result holds no payload) or `DryRun`.
   *
   * @default - RequestResponse
   */
  readonly invocationType?: string;

  /**
   * Up to 3,583 bytes of base64 for the function's context.
   *
   * @default - none
   */
  readonly clientContext?: string;
}

/** `lambda:invoke`. */
export function lambdaCall(fn: lambda.IFunction, props: LambdaInvokeProps): Call {
  const { payload = INPUT, qualifier, invocationType, clientContext } = props;
  return {
    resource: integrationArn('lambda:invoke'),
    args: {
      FunctionName: fn.functionArn,
      Payload: payload,
      Qualifier: qualifier,
      InvocationType: invocationType,
      ClientContext: clientContext,
    },
    result: invocationType === undefined || invocationType === 'RequestResponse' ? 'Payload' : undefined,
  };
}
