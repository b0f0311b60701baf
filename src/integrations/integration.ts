import type {
  aws_apigateway as apigateway,
  aws_apigatewayv2 as apigatewayv2,
  aws_batch as batch,
  aws_bedrock as bedrock,
  aws_dynamodb as dynamodb,
  aws_ecs as ecs,
  aws_events as events,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import { httpApiCall, restApiCall, type CallApiGatewayProps } from './api-gateway';
import {
  getResultsCall,
  startQueryCall,
  type AthenaGetQueryResultsProps,
  type AthenaStartQueryExecutionProps,
} from './athena';
import { submitJobCall, type BatchSubmitJobProps } from './batch';
import { invokeModelCall, type BedrockInvokeModelProps } from './bedrock';
import { payloadOf, type Call } from './call';
import {
  dynamoCall,
  type DynamoDeleteItemProps,
  type DynamoGetItemProps,
  type DynamoPutItemProps,
  type DynamoUpdateItemProps,
} from './dynamo';
import { runTaskCall, type EcsRunTaskProps } from './ecs';
import { putEventsCall, type EventBridgeEntry } from './event-bridge';
import { startJobRunCall, type GlueStartJobRunProps } from './glue';
import { httpCall, type HttpInvokeProps } from './http';
import { lambdaCall, type LambdaInvokeProps } from './lambda';
import { snsCall, sqsCall, type SnsPublishProps, type SqsSendMessageProps } from './messages';
import { optimizedCall } from './optimized';
import { sdkCall } from './sdk';
import { serviceCall } from './service-call';
import { CodeBuildIntegrations } from './services/code-build';
import { EksIntegrations } from './services/eks';
import { EmrIntegrations } from './services/emr';
import { EmrContainersIntegrations } from './services/emr-containers';
import { EmrServerlessIntegrations } from './services/emr-serverless';
import { SageMakerIntegrations } from './services/sage-maker';
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
    return TokenIntegration._of(lambdaCall(fn, props));
  }

  /**
   * Reads an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoGetItem(table: dynamodb.ITable, props: DynamoGetItemProps): Integration {
    return Integration._of(dynamoCall('getItem', table, props));
  }

  /**
   * Writes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props the item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoPutItem(table: dynamodb.ITable, props: DynamoPutItemProps): Integration {
    return Integration._of(dynamoCall('putItem', table, props));
  }

  /**
   * Changes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item, and the change
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoUpdateItem(table: dynamodb.ITable, props: DynamoUpdateItemProps): Integration {
    return Integration._of(dynamoCall('updateItem', table, props));
  }

  /**
   * Deletes an item of a DynamoDB table.
   *
   * @param table the table
   * @param props which item
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
   */
  public static dynamoDeleteItem(table: dynamodb.ITable, props: DynamoDeleteItemProps): Integration {
    return Integration._of(dynamoCall('deleteItem', table, props));
  }

  /**
   * Publishes a message to an SNS topic.
   *
   * @param topic the topic
   * @param props the message
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html
   */
  public static snsPublish(topic: sns.ITopic, props: SnsPublishProps): TokenIntegration {
    return TokenIntegration._of(snsCall(topic, props));
  }

  /**
   * Sends a message to an SQS queue.
   *
   * @param queue the queue
   * @param props the message
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
   */
  public static sqsSendMessage(queue: sqs.IQueue, props: SqsSendMessageProps): TokenIntegration {
    return TokenIntegration._of(sqsCall(queue, props));
  }

  /**
   * Puts events on an EventBridge bus.
   *
   * @param entries the events, at most ten
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
   */
  public static eventBridgePutEvents(entries: EventBridgeEntry[]): TokenIntegration {
    return TokenIntegration._of(putEventsCall(entries));
  }

  /**
   * Starts another workflow. `sync()` waits for its end; the result then describes the execution, with its output as JSON (`.sync:2`).
   *
   * @param workflow the other workflow, or an alias or version of it
   * @param props what it receives
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
   */
  public static stepFunctionsStartExecution(
    workflow: sfn.IStateMachine,
    props: StartExecutionProps = {},
  ): WorkflowIntegration {
    return WorkflowIntegration._of(startExecutionCall(workflow, props));
  }

  /**
   * Runs a task of Amazon ECS, on Fargate or EC2.
   *
   * @param cluster the cluster
   * @param taskDefinition the task definition
   * @param props where and how it runs
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
   */
  public static ecsRunTask(
    cluster: ecs.ICluster,
    taskDefinition: ecs.TaskDefinition,
    props: EcsRunTaskProps = {},
  ): JobTokenIntegration {
    return JobTokenIntegration._of(runTaskCall(cluster, taskDefinition, props));
  }

  /**
   * Submits a job to AWS Batch.
   *
   * @param jobDefinition the job definition
   * @param jobQueue the queue
   * @param props the job
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html
   */
  public static batchSubmitJob(
    jobDefinition: batch.IJobDefinition,
    jobQueue: batch.IJobQueue,
    props: BatchSubmitJobProps,
  ): JobIntegration {
    return JobIntegration._of(submitJobCall(jobDefinition, jobQueue, props));
  }

  /**
   * Runs a job of AWS Glue.
   *
   * @param jobName the job's name
   * @param props how it runs
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html
   */
  public static glueStartJobRun(jobName: string, props: GlueStartJobRunProps = {}): JobIntegration {
    return JobIntegration._of(startJobRunCall(jobName, props));
  }

  /**
   * Runs a job of AWS Glue DataBrew.
   *
   * @param name the job's name
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html
   */
  public static glueDataBrewStartJobRun(name: string): JobIntegration {
    return JobIntegration._of(serviceCall('databrew:startJobRun', { Name: name }));
  }

  /**
   * Runs a query of Amazon Athena.
   *
   * @param props the query
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaStartQueryExecution(props: AthenaStartQueryExecutionProps): JobIntegration {
    return JobIntegration._of(startQueryCall(props));
  }

  /**
   * Reads how a query of Amazon Athena stands.
   *
   * @param queryExecutionId the query's id: `'{% $states.input.QueryExecutionId %}'`
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaGetQueryExecution(queryExecutionId: string, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('athena:getQueryExecution', { QueryExecutionId: queryExecutionId }, grants));
  }

  /**
   * Reads the rows of a query of Amazon Athena.
   *
   * @param props which rows
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaGetQueryResults(props: AthenaGetQueryResultsProps, grants: StateGrants = {}): Integration {
    return Integration._of(getResultsCall(props, grants));
  }

  /**
   * Stops a query of Amazon Athena.
   *
   * @param queryExecutionId the query's id: `'{% $states.input.QueryExecutionId %}'`
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaStopQueryExecution(queryExecutionId: string, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('athena:stopQueryExecution', { QueryExecutionId: queryExecutionId }, grants));
  }

  /**
   * Calls a REST API of API Gateway.
   *
   * @param api the API
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
   */
  public static callApiGatewayRestApiEndpoint(api: apigateway.IRestApi, props: CallApiGatewayProps): TokenIntegration {
    return TokenIntegration._of(restApiCall(api, props));
  }

  /**
   * Calls an HTTP API of API Gateway.
   *
   * @param api the API
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
   */
  public static callApiGatewayHttpApiEndpoint(
    api: apigatewayv2.IHttpApi,
    props: CallApiGatewayProps,
  ): TokenIntegration {
    return TokenIntegration._of(httpApiCall(api, props));
  }

  /**
   * Calls any HTTPS endpoint, with the credentials that an EventBridge connection holds.
   *
   * @param connection the connection
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
   */
  public static httpInvoke(connection: events.IConnection, props: HttpInvokeProps): Integration {
    return Integration._of(httpCall(connection, props));
  }

  /**
   * Asks a model of Amazon Bedrock. The result's `Body` is the model's answer.
   *
   * @param model the model
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
   */
  public static bedrockInvokeModel(model: bedrock.IModel, props: BedrockInvokeModelProps): TokenIntegration {
    return TokenIntegration._of(invokeModelCall(model, props));
  }

  /**
   * Customizes a model of Amazon Bedrock.
   *
   * @param args as `CreateModelCustomizationJob` takes them
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
   */
  public static bedrockCreateModelCustomizationJob(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): JobIntegration {
    return JobIntegration._of(serviceCall('bedrock:createModelCustomizationJob', args, grants));
  }

  /**
   * Runs a job of AWS Elemental MediaConvert.
   *
   * @param args as `CreateJob` takes them; `Role` is handed to the job
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html
   */
  public static mediaConvertCreateJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('mediaconvert:createJob', args, grants));
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
  public static awsSdk(
    service: string,
    action: string,
    args: { [name: string]: any } = {},
    grants: StateGrants = {},
  ): TokenIntegration {
    return TokenIntegration._of(sdkCall(service, action, args, grants));
  }

  /**
   * Any optimized integration, with its pattern: the way to what AWS adds next.
   *
   * @param resource such as `athena:getQueryResults` or `glue:startJobRun.sync`
   * @param args its arguments
   * @param grants what its permissions need beside what the arguments tell
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
   */
  public static optimized(resource: string, args: any = {}, grants: StateGrants = {}): Integration {
    return Integration._of(optimizedCall(resource, args, grants));
  }

  /**
   * Waits for a worker that polls the activity.
   *
   * @param activity the activity
   * @param input what the worker receives; by default the state's input
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
   */
  public static stepFunctionsInvokeActivity(activity: sfn.IActivity, input?: any): Integration {
    return Integration._of({ resource: activity.activityArn, args: input });
  }

  /**
   * Whatever the ARN names, such as a Lambda function's own ARN: `Integration.resource(fn.functionArn, …)`.
   *
   * @param arn the Task's Resource
   * @param args what it receives; by default the state's input
   * @param grants what its permissions need beside what the ARN and the arguments tell
   */
  public static resource(arn: string, args?: any, grants: StateGrants = {}): Integration {
    return Integration._of({ resource: arn, args, grants });
  }

  /** The calls of AWS CodeBuild. */
  public static get codeBuild(): CodeBuildIntegrations {
    return CodeBuildIntegrations._all;
  }

  /** The calls of Amazon EKS. */
  public static get eks(): EksIntegrations {
    return EksIntegrations._all;
  }

  /** The calls of Amazon EMR. */
  public static get emr(): EmrIntegrations {
    return EmrIntegrations._all;
  }

  /** The calls of Amazon EMR on EKS. */
  public static get emrContainers(): EmrContainersIntegrations {
    return EmrContainersIntegrations._all;
  }

  /** The calls of Amazon EMR Serverless. */
  public static get emrServerless(): EmrServerlessIntegrations {
    return EmrServerlessIntegrations._all;
  }

  /** The calls of Amazon SageMaker AI. */
  public static get sageMaker(): SageMakerIntegrations {
    return SageMakerIntegrations._all;
  }

  /** @internal */
  public static _of(call: Call): Integration {
    return withCall(new Integration(), call);
  }

  /** @internal */
  public _call!: Call;

  protected constructor() {
    /* values are made by the statics */
  }

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
    return ['resultSelector', 'resultPath', 'outputPath'].some(own => Object.hasOwn(jsonPath, own))
      ? {}
      : { OutputPath: `$.${field}` };
  }

  /** @internal */
  protected _pattern(pattern: 'waitForTaskToken' | 'sync' | 'sync:2', change: Partial<Call> = {}): Integration {
    return Integration._of({
      ...this._call,
      resource: `${this._call.resource}.${pattern}`,
      result: undefined,
      ...change,
    });
  }
}

/** An integration that can hand out a task token. */
export class TokenIntegration extends Integration {
  /** @internal */
  public static override _of(call: Call): TokenIntegration {
    return withCall(new TokenIntegration(), call);
  }

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
  /** @internal */
  public static override _of(call: Call): JobIntegration {
    return withCall(new JobIntegration(), call);
  }

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
  /** @internal */
  public static override _of(call: Call): JobTokenIntegration {
    return withCall(new JobTokenIntegration(), call);
  }

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

/** A nested workflow. */
export class WorkflowIntegration extends JobTokenIntegration {
  /** @internal */
  public static override _of(call: Call): WorkflowIntegration {
    return withCall(new WorkflowIntegration(), call);
  }

  /**
   * As `sync()`, in the older form `.sync`: the result's `Output` is JSON as text.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
   */
  public syncWithTextOutput(): Integration {
    return this._pattern('sync');
  }
}

function withCall<T extends Integration>(integration: T, call: Call): T {
  integration._call = call;
  return integration;
}
