import {
  Stack,
  type aws_apigateway as apigateway,
  type aws_apigatewayv2 as apigatewayv2,
  type aws_stepfunctions_tasks as tasks,
} from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';

/** A request to an API of API Gateway. */
export interface CallApiGatewayProps {
  /** The method. */
  readonly method: tasks.HttpMethod;

  /**
   * The path below the stage, with its slash: `/orders`, or `'{% … %}'`.
   *
   * @default - the root
   */
  readonly path?: string;

  /**
   * The headers; each has a list of values: `{ 'Idempotency-Key': ['{% $states.input.id %}'] }`.
   *
   * @default - none
   */
  readonly headers?: any;

  /**
   * The query; each name has a list of values.
   *
   * @default - none
   */
  readonly queryParameters?: any;

  /**
   * The body: JSON, or `'{% … %}'`.
   *
   * @default - none
   */
  readonly requestBody?: any;

  /**
   * How the request is authorized. `IAM_ROLE` signs it with the workflow's role.
   *
   * @default AuthType.NO_AUTH
   */
  readonly authType?: tasks.AuthType;

  /**
   * The stage.
   *
   * @default - for a REST API its deployment stage, for an HTTP API `$default`
   */
  readonly stage?: string;
}

/** `apigateway:invoke` on a REST API. */
export function restApiCall(api: apigateway.IRestApi, props: CallApiGatewayProps): Call {
  const stage = props.stage ?? (api as apigateway.RestApi).deploymentStage?.stageName;
  return invoke(Stack.of(api), api.restApiId, { ...props, stage });
}

/** `apigateway:invoke` on an HTTP API. */
export function httpApiCall(api: apigatewayv2.IHttpApi, props: CallApiGatewayProps): Call {
  return invoke(Stack.of(api), api.apiId, props);
}

function invoke(stack: Stack, apiId: string, props: CallApiGatewayProps): Call {
  return serviceCall('apigateway:invoke', {
    ApiEndpoint: `${apiId}.execute-api.${stack.region}.${stack.urlSuffix}`,
    Method: props.method,
    Stage: props.stage,
    Path: props.path,
    Headers: props.headers,
    QueryParameters: props.queryParameters,
    RequestBody: props.requestBody,
    AuthType: props.authType ?? 'NO_AUTH',
  });
}
