import type {
  aws_apigateway as apigateway,
  aws_apigatewayv2 as apigatewayv2,
  aws_batch as batch,
  aws_bedrock as bedrock,
  aws_codebuild as codebuild,
  aws_dynamodb as dynamodb,
  aws_ecs as ecs,
  aws_eks as eks,
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
import { buildCall } from './code-build';
import {
  dynamoCall,
  type DynamoDeleteItemProps,
  type DynamoGetItemProps,
  type DynamoPutItemProps,
  type DynamoUpdateItemProps,
} from './dynamo';
import { runTaskCall, type EcsRunTaskProps } from './ecs';
import { kubernetesCall, kubernetesJobCall, type EksCallProps, type EksRunJobProps } from './eks';
import { putEventsCall, type EventBridgeEntry } from './event-bridge';
import { startJobRunCall, type GlueStartJobRunProps } from './glue';
import { httpCall, type HttpInvokeProps } from './http';
import { lambdaCall, type LambdaInvokeProps } from './lambda';
import { snsCall, sqsCall, type SnsPublishProps, type SqsSendMessageProps } from './messages';
import { optimizedCall } from './optimized';
import { sdkCall } from './sdk';
import { serviceCall } from './service-call';
import { startExecutionCall, type StartExecutionProps } from './start-execution';
import type { StateGrants } from './state-grants';

// jsii has no way to spread the static methods of one class over several files, so this file is long. What a call sends is in a file per service.

/**
 * The call of a Task. There is one method for each integration, named after the service and its action: `Integration.lambdaInvoke`,
 * `Integration.emrCreateCluster`. Any other AWS action is `Integration.awsSdk`.
 *
 * Arguments may hold JSONata expressions, `'{% … %}'`; in a JSONPath state, the values of the CDK's `JsonPath`. `sync()` exists on the calls that
 * AWS can run to their end, `waitForTaskToken()` on those that can pass on a task token. Both return a new value.
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
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaGetQueryExecution(queryExecutionId: string, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('athena:getQueryExecution', { QueryExecutionId: queryExecutionId }, grants));
  }

  /**
   * Reads the rows of a query of Amazon Athena.
   *
   * @param props which rows
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
   */
  public static athenaGetQueryResults(props: AthenaGetQueryResultsProps, grants: StateGrants = {}): Integration {
    return Integration._of(getResultsCall(props, grants));
  }

  /**
   * Stops a query of Amazon Athena.
   *
   * @param queryExecutionId the query's id: `'{% $states.input.QueryExecutionId %}'`
   * @param grants permissions that cannot be derived from the arguments
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
   * @param grants permissions that cannot be derived from the arguments
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
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html
   */
  public static mediaConvertCreateJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('mediaconvert:createJob', args, grants));
  }

  /**
   * Starts a build.
   *
   * @param project the project
   * @param args more arguments with the names of the service's API, such as `EnvironmentVariablesOverride`
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildStartBuild(project: codebuild.IProject, args: { [name: string]: any } = {}): JobIntegration {
    return JobIntegration._of(buildCall('startBuild', project, args));
  }

  /**
   * Starts a batch build.
   *
   * @param project the project
   * @param args more arguments with the names of the service's API, in Pascal case
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildStartBuildBatch(
    project: codebuild.IProject,
    args: { [name: string]: any } = {},
  ): JobIntegration {
    return JobIntegration._of(buildCall('startBuildBatch', project, args));
  }

  /**
   * Retries a batch build.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildRetryBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('codebuild:retryBuildBatch', args, grants));
  }

  /**
   * Stops a build.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildStopBuild(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:stopBuild', args, grants));
  }

  /**
   * Stops a batch build.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildStopBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:stopBuildBatch', args, grants));
  }

  /**
   * Deletes a batch build.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildDeleteBuildBatch(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:deleteBuildBatch', args, grants));
  }

  /**
   * Deletes builds.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildBatchDeleteBuilds(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:batchDeleteBuilds', args, grants));
  }

  /**
   * Reads reports.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
   */
  public static codeBuildBatchGetReports(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('codebuild:batchGetReports', args, grants));
  }

  /**
   * Calls the Kubernetes API of a cluster. The workflow's role also needs an access entry of the cluster; IAM permissions alone aren't enough.
   *
   * @param cluster the cluster
   * @param props the request
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksCall(cluster: eks.ICluster, props: EksCallProps): TokenIntegration {
    return TokenIntegration._of(kubernetesCall(cluster, props));
  }

  /**
   * Runs a Kubernetes job. The workflow's role also needs an access entry of the cluster; IAM permissions alone aren't enough.
   *
   * @param cluster the cluster
   * @param props the job
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksRunJob(cluster: eks.ICluster, props: EksRunJobProps): JobIntegration {
    return JobIntegration._of(kubernetesJobCall(cluster, props));
  }

  /**
   * Creates a cluster.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksCreateCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createCluster', args, grants));
  }

  /**
   * Deletes a cluster.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksDeleteCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteCluster', args, grants));
  }

  /**
   * Creates a Fargate profile.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksCreateFargateProfile(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createFargateProfile', args, grants));
  }

  /**
   * Deletes a Fargate profile.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksDeleteFargateProfile(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteFargateProfile', args, grants));
  }

  /**
   * Creates a node group.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksCreateNodegroup(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:createNodegroup', args, grants));
  }

  /**
   * Deletes a node group.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
   */
  public static eksDeleteNodegroup(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('eks:deleteNodegroup', args, grants));
  }

  /**
   * Creates a cluster (RunJobFlow). `sync()` waits until the cluster is ready.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrCreateCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:createCluster', args, grants));
  }

  /**
   * Turns the termination protection of a cluster on or off.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrSetClusterTerminationProtection(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): Integration {
    return Integration._of(serviceCall('elasticmapreduce:setClusterTerminationProtection', args, grants));
  }

  /**
   * Shuts down a cluster.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrTerminateCluster(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:terminateCluster', args, grants));
  }

  /**
   * Adds one step to a cluster. The argument is `Step`, not `Steps`.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrAddStep(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('elasticmapreduce:addStep', args, grants));
  }

  /**
   * Cancels a step.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrCancelStep(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:cancelStep', args, grants));
  }

  /**
   * Changes the capacity of the instance fleet that `InstanceFleetName` names.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrModifyInstanceFleetByName(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:modifyInstanceFleetByName', args, grants));
  }

  /**
   * Changes the size of the instance group that `InstanceGroupName` names.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
   */
  public static emrModifyInstanceGroupByName(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('elasticmapreduce:modifyInstanceGroupByName', args, grants));
  }

  /**
   * Creates a virtual cluster.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public static emrContainersCreateVirtualCluster(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): Integration {
    return Integration._of(serviceCall('emr-containers:createVirtualCluster', args, grants));
  }

  /**
   * Deletes a virtual cluster.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public static emrContainersDeleteVirtualCluster(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): JobIntegration {
    return JobIntegration._of(serviceCall('emr-containers:deleteVirtualCluster', args, grants));
  }

  /**
   * Starts a job run.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html
   */
  public static emrContainersStartJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-containers:startJobRun', args, grants));
  }

  /**
   * Creates an application.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessCreateApplication(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:createApplication', args, grants));
  }

  /**
   * Starts an application.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessStartApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:startApplication', args, grants));
  }

  /**
   * Stops an application.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessStopApplication(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:stopApplication', args, grants));
  }

  /**
   * Deletes an application.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessDeleteApplication(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:deleteApplication', args, grants));
  }

  /**
   * Starts a job run.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessStartJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:startJobRun', args, grants));
  }

  /**
   * Cancels a job run.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html
   */
  public static emrServerlessCancelJobRun(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('emr-serverless:cancelJobRun', args, grants));
  }

  /**
   * Starts a training job.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateTrainingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createTrainingJob', args, grants));
  }

  /**
   * Starts a batch transform job.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateTransformJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createTransformJob', args, grants));
  }

  /**
   * Starts a processing job.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateProcessingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createProcessingJob', args, grants));
  }

  /**
   * Starts a hyperparameter tuning job.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateHyperParameterTuningJob(
    args: { [name: string]: any },
    grants: StateGrants = {},
  ): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createHyperParameterTuningJob', args, grants));
  }

  /**
   * Starts a labeling job.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateLabelingJob(args: { [name: string]: any }, grants: StateGrants = {}): JobIntegration {
    return JobIntegration._of(serviceCall('sagemaker:createLabelingJob', args, grants));
  }

  /**
   * Creates a model.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateModel(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createModel', args, grants));
  }

  /**
   * Creates an endpoint configuration.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateEndpointConfig(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createEndpointConfig', args, grants));
  }

  /**
   * Creates an endpoint.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerCreateEndpoint(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:createEndpoint', args, grants));
  }

  /**
   * Updates an endpoint.
   *
   * @param args arguments with the names of the service's API, in Pascal case
   * @param grants permissions that cannot be derived from the arguments
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html
   */
  public static sageMakerUpdateEndpoint(args: { [name: string]: any }, grants: StateGrants = {}): Integration {
    return Integration._of(serviceCall('sagemaker:updateEndpoint', args, grants));
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
   * @param grants permissions that cannot be derived from the arguments
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
   * @param grants permissions that cannot be derived from the ARN and the arguments
   */
  public static resource(arn: string, args?: any, grants: StateGrants = {}): Integration {
    return Integration._of({ resource: arn, args, grants });
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
