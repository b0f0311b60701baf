import type { aws_events as events, aws_stepfunctions_tasks as tasks } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import type { Call } from './call';
import { serviceCall } from './service-call';
import { isUnresolved } from './tokens';

/** A request to any HTTPS endpoint. */
export interface HttpInvokeProps {
  /** The address with `https://` and path: text, or `'{% … %}'`. The workflow may call what the literal part of it says. */
  readonly apiEndpoint: string;

  /** The method: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS. */
  readonly method: string;

  /**
   * The headers.
   *
   * @default - what the connection adds
   */
  readonly headers?: any;

  /**
   * The query.
   *
   * @default - what the connection adds
   */
  readonly queryParameters?: any;

  /**
   * The body: JSON, or `'{% … %}'`.
   *
   * @default - none
   */
  readonly requestBody?: any;

  /**
   * Sends the body as a form instead of JSON, with lists written so.
   *
   * @default - JSON
   */
  readonly urlEncodingFormat?: tasks.URLEncodingFormat;
}

/** `http:invoke`. */
export function httpCall(connection: events.IConnection, props: HttpInvokeProps): Call {
  const { apiEndpoint } = props;
  if (!/^https:\/\/|^\{%|^\$/.test(apiEndpoint) && !isUnresolved(apiEndpoint)) {
    throw new StepwrightError('INVALID_HTTP_ENDPOINT', 'An HTTP Task can only call HTTPS addresses', {
      where: 'Integration.httpInvoke, apiEndpoint',
      received: JSON.stringify(apiEndpoint),
      allowed: "'https://…', or '{% … %}'",
      fix: `https://${apiEndpoint.replace(/^\w+:\/\//, '')}`,
    });
  }
  return serviceCall('http:invoke', {
    ApiEndpoint: props.apiEndpoint,
    Method: props.method,
    Authentication: { ConnectionArn: connection.connectionArn },
    Headers: props.headers,
    QueryParameters: props.queryParameters,
    RequestBody: props.requestBody,
    Transform: transform(props.urlEncodingFormat),
  });
}

/** The form of the body; `NONE` and `DEFAULT` are the CDK's own words. */
function transform(format: tasks.URLEncodingFormat | undefined): object | undefined {
  if (format === undefined || format === ('NONE' as tasks.URLEncodingFormat)) return undefined;
  if (format === ('DEFAULT' as tasks.URLEncodingFormat)) return { RequestBodyEncoding: 'URL_ENCODED' };
  return { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: format } };
}
