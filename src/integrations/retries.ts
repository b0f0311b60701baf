import { aws_stepfunctions as sfn, Duration } from 'aws-cdk-lib';
import { SERVICE_ERRORS } from '../asl';
import { Errors } from './error-names';

/** Passes by itself, but nobody knows whether the other side has acted: only for calls that may be made twice. */
const UNSURE: readonly string[] = [Errors.HTTP_SOCKET];

/**
 * Retriers for transient errors: throttling, service failures, lost connections. Pass one to `retry` of a Task, or to `retryEach` of a flow,
 * which adds to each Task only the errors of its own service. The props that you pass replace the retrier's own values.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class Retries {
  /**
   * The transient errors of every service, with 6 attempts from 2 seconds up to 2 minutes, and jitter. Use it with `retryEach`:
   * `flow.retryEach(Retries.transientErrors())`.
   *
   * @param props values to replace
   */
  public static transientErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: transientErrors(Object.keys(SERVICE_ERRORS)),
      interval: Duration.seconds(2),
      maxAttempts: 6,
      ...growing(Duration.minutes(2)),
      ...props,
    };
  }

  /**
   * For Lambda functions: what AWS recommends and the CDK adds by itself, and throttling.
   *
   * @param props values to replace
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html
   */
  public static lambdaErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: [
        Errors.LAMBDA_CLIENT_EXECUTION_TIMEOUT,
        Errors.LAMBDA_SERVICE,
        Errors.LAMBDA_AWS_LAMBDA,
        Errors.LAMBDA_SDK_CLIENT,
        Errors.LAMBDA_TOO_MANY_REQUESTS,
      ],
      interval: Duration.seconds(2),
      maxAttempts: 6,
      backoffRate: 2,
      jitterStrategy: sfn.JitterType.FULL,
      ...props,
    };
  }

  /**
   * For DynamoDB: throttling and trouble of the service. A Task keeps the spelling of its own kind of integration.
   *
   * @param props values to replace
   */
  public static dynamoErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: transientErrors(['dynamodb']),
      interval: Duration.seconds(1),
      maxAttempts: 5,
      ...growing(),
      ...props,
    };
  }

  /**
   * For HTTP endpoints: statuses 429, 502, 503 and 504. Add `Errors.HTTP_SOCKET` for calls that may be made twice.
   *
   * @param props values to replace
   */
  public static httpErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: [429, 502, 503, 504].map(status => Errors.httpStatus(status)),
      interval: Duration.seconds(1),
      maxAttempts: 3,
      ...growing(),
      ...props,
    };
  }

  /**
   * For ECS tasks: throttling, no capacity, trouble of the service, and the lookup of subnets and security groups when EC2 throttles it.
   *
   * @param props values to replace
   */
  public static ecsErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: [Errors.ECS_AMAZON_ECS, Errors.ECS_SERVER, Errors.ECS_INVALID_PARAMETER],
      interval: Duration.seconds(5),
      maxAttempts: 6,
      ...growing(Duration.minutes(2)),
      ...props,
    };
  }

  /**
   * For Batch jobs: throttling and trouble of the service when the job is submitted.
   *
   * @param props values to replace
   */
  public static batchErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: transientErrors(['batch']),
      interval: Duration.seconds(30),
      maxAttempts: 8,
      ...growing(Duration.minutes(5)),
      ...props,
    };
  }

  /**
   * For Glue jobs that run as often as they may: 10 attempts from 1 minute up to 10 minutes.
   *
   * @param props values to replace
   */
  public static glueConcurrencyErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: [Errors.GLUE_CONCURRENT_RUNS_EXCEEDED],
      interval: Duration.minutes(1),
      maxAttempts: 10,
      backoffRate: 1.5,
      maxDelay: Duration.minutes(10),
      ...props,
    };
  }

  /**
   * For models of Bedrock: throttling, a model that is not ready, trouble of the service.
   *
   * @param props values to replace
   */
  public static bedrockErrors(props: sfn.RetryProps = {}): sfn.RetryProps {
    return {
      errors: transientErrors(['bedrock']),
      interval: Duration.seconds(2),
      maxAttempts: 6,
      ...growing(Duration.minutes(1)),
      ...props,
    };
  }

  private constructor() {
    /* statics only */
  }
}

function growing(maxDelay?: Duration): sfn.RetryProps {
  return { backoffRate: 2, jitterStrategy: sfn.JitterType.FULL, ...(maxDelay ? { maxDelay } : {}) };
}

/** The errors of services that pass by themselves; those of DynamoDB in the spelling of its SDK integration too. */
function transientErrors(services: readonly string[]): string[] {
  const names = services
    .flatMap(service => SERVICE_ERRORS[service])
    .flatMap(({ name, transient, transientStatuses = [] }) => [
      ...(transient && !UNSURE.includes(name) ? [name] : []),
      ...transientStatuses.map(status => name.replace('<code>', String(status))),
    ]);
  return [
    ...new Set(
      names.flatMap(name => (name.startsWith('DynamoDB.') ? [name, name.replace('DynamoDB.', 'DynamoDb.')] : [name])),
    ),
  ];
}
