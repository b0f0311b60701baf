import type { aws_dynamodb as dynamodb, aws_lambda as lambda, aws_sns as sns, aws_sqs as sqs, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { payloadOf, type Call } from './call';
import { dynamoCall, type DynamoDeleteItemProps, type DynamoGetItemProps, type DynamoPutItemProps, type DynamoUpdateItemProps } from './dynamo';
import { putEventsCall, type EventBridgeEntry } from './event-bridge';
import { integrationArn } from './integration-arn';
import { lambdaCall, type LambdaInvokeProps } from './lambda';
import { snsCall, sqsCall, type SnsPublishProps, type SqsSendMessageProps } from './messages';
import { sdkCall } from './sdk';
import { startExecutionCall, type StartExecutionProps } from './start-execution';
import type { StateGrants } from './state-grants';

/**
 * What a Task calls. Values in arguments may be JSONata expressions, `'{% … %}'`; in a JSONPath state what the CDK's `JsonPath` makes.
 * An integration is a value: its methods give new ones.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
export class Integration {
  /**
   * Invokes a Lambda function. The Task's output is the function's own answer, not the envelope with its status and headers, unless the Task
   * has an `output` (which finds the envelope in `$states.result`) or, in a JSONPath state, a resultSelector, resultPath or outputPath.
   *
   * @param fn the function, an alias or a version
   * @param props what it receives
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
   */
  public static lambdaInvoke(fn: lambda.IFunction, props: LambdaInvokeProps = {}): TokenIntegration {
    return Integration._made(new TokenIntegration(), lambdaCall(fn, props));
  }

  /**
   * Reads an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoGetItem(table: dynamodb.ITable, props: DynamoGetItemProps): Integration {
    return Integration._made(new Integration(), dynamoCall('getItem', table, props));
  }

  /**
   * Writes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props the item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoPutItem(table: dynamodb.ITable, props: DynamoPutItemProps): Integration {
    return Integration._made(new Integration(), dynamoCall('putItem', table, props));
  }

  /**
   * Changes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item, and the change
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoUpdateItem(table: dynamodb.ITable, props: DynamoUpdateItemProps): Integration {
    return Integration._made(new Integration(), dynamoCall('updateItem', table, props));
  }

  /**
   * Deletes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoDeleteItem(table: dynamodb.ITable, props: DynamoDeleteItemProps): Integration {
    return Integration._made(new Integration(), dynamoCall('deleteItem', table, props));
  }

  /**
   * Publishes a message to an SNS topic.
   *
   * @param topic the topic
   * @param props the message
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html
   */
  public static snsPublish(topic: sns.ITopic, props: SnsPublishProps): TokenIntegration {
    return Integration._made(new TokenIntegration(), snsCall(topic, props));
  }

  /**
   * Sends a message to an SQS queue.
   *
   * @param queue the queue
   * @param props the message
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
   */
  public static sqsSendMessage(queue: sqs.IQueue, props: SqsSendMessageProps): TokenIntegration {
    return Integration._made(new TokenIntegration(), sqsCall(queue, props));
  }

  /**
   * Puts events on an EventBridge bus.
   *
   * @param entries the events, at most ten
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
   */
  public static eventBridgePutEvents(entries: EventBridgeEntry[]): TokenIntegration {
    return Integration._made(new TokenIntegration(), putEventsCall(entries));
  }

  /**
   * Starts another workflow. `sync()` waits for its end and gives its output as JSON (`.sync:2`).
   *
   * @param workflow the other workflow
   * @param props what it receives
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
   */
  public static stepFunctionsStartExecution(workflow: sfn.IStateMachine, props: StartExecutionProps = {}): JobTokenIntegration {
    return Integration._made(new JobTokenIntegration(), startExecutionCall(workflow, props));
  }

  /**
   * Calls any action of the AWS SDK.
   *
   * @param service as Step Functions names it, in lower case: `s3`, `dynamodb`, `rekognition`
   * @param action in lower camel case: `getObject`
   * @param args the action's arguments, their names in Pascal case: `{ Bucket: …, Key: … }`
   * @param grants on which resources
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
   */
  public static awsSdk(service: string, action: string, args: { [name: string]: any } = {}, grants: StateGrants = {}): TokenIntegration {
    return Integration._made(new TokenIntegration(), sdkCall(service, action, args, grants));
  }

  /**
   * An optimized integration that has no method here, with its pattern.
   *
   * @param resource such as `athena:getQueryResults` or `glue:startJobRun.sync`
   * @param args its arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
   */
  public static optimized(resource: string, args: any = {}, grants: StateGrants = {}): Integration {
    return Integration._made(new Integration(), { resource: integrationArn(resource), args, grants });
  }

  /**
   * Waits for a worker that polls the activity.
   *
   * @param activity the activity
   * @param input what the worker receives; by default the state's input
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
   */
  public static invokeActivity(activity: sfn.IActivity, input?: any): Integration {
    return Integration._made(new Integration(), { resource: activity.activityArn, args: input });
  }

  /**
   * Whatever the ARN names, such as a Lambda function's own ARN: `Integration.resource(fn.functionArn, …)`.
   *
   * @param arn the Task's Resource
   * @param args what it receives; by default the state's input
   * @param grants what its permissions need beside what the ARN and the arguments tell
   */
  public static resource(arn: string, args?: any, grants: StateGrants = {}): Integration {
    return Integration._made(new Integration(), { resource: arn, args, grants });
  }

  /** @internal */
  private static _made<T extends Integration>(integration: T, call: Call): T {
    integration._call = call;
    return integration;
  }

  /** @internal */
  protected _call!: Call;

  protected constructor() { /* values are made by the statics */ }

  /**
   * The field of `$states.result` that holds the result itself: `Payload` for a Lambda function. Undefined when `$states.result` is it.
   */
  public get resultField(): string | undefined {
    return this._call.result;
  }

  /** @internal */
  public get _resource(): string {
    return this._call.resource;
  }

  /** @internal */
  public get _grants(): StateGrants | undefined {
    const { grants } = this._call;
    return grants && Object.values(grants).some(given => given !== undefined) ? grants : undefined;
  }

  /** @internal */
  public _payload(language: 'JSONata' | 'JSONPath', state: string, place: () => string | undefined): unknown {
    return payloadOf(this._call, language, state, place);
  }

  /**
   * The fields that take the result out of its envelope.
   *
   * @internal
   */
  public _unwrapping(language: 'JSONata' | 'JSONPath', jsonPath: object = {}): Record<string, string> {
    const field = this._call.result;
    if (field === undefined) return {};
    if (language === 'JSONata') return { Output: `{% $states.result.${field} %}` };
    return ['resultSelector', 'resultPath', 'outputPath'].some(own => Object.hasOwn(jsonPath, own)) ? {} : { OutputPath: `$.${field}` };
  }

  /** @internal */
  protected _pattern(pattern: 'waitForTaskToken' | 'sync' | 'sync:2', change: Partial<Call> = {}): Integration {
    return Integration._made(new Integration(), { ...this._call, resource: `${this._call.resource}.${pattern}`, result: undefined, ...change });
  }
}

/** An integration that can hand out a task token. */
export class TokenIntegration extends Integration {
  /**
   * Waits until the task token comes back: `SendTaskSuccess` gives the result, `SendTaskFailure` the error. The arguments must hold the token:
   * `'{% $states.context.Task.Token %}'`, in a JSONPath state `JsonPath.taskToken`. Only Standard workflows can.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
   */
  public waitForTaskToken(): Integration {
    return this._pattern('waitForTaskToken', { token: true });
  }
}

/** An integration that can run a job to its end. */
export class JobIntegration extends Integration {
  /**
   * Waits until the job has ended. Only Standard workflows can.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
   */
  public sync(): Integration {
    return this._pattern(this._call.job ?? 'sync');
  }
}

/** An integration that can do both. */
export class JobTokenIntegration extends JobIntegration {
  /**
   * Waits until the task token comes back: `SendTaskSuccess` gives the result, `SendTaskFailure` the error. The arguments must hold the token:
   * `'{% $states.context.Task.Token %}'`, in a JSONPath state `JsonPath.taskToken`. Only Standard workflows can.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
   */
  public waitForTaskToken(): Integration {
    return this._pattern('waitForTaskToken', { token: true });
  }
}
