/** How a resource of the AWS provider of Terraform appears as a CloudFormation resource. */
export interface TerraformKind {
  readonly type: string;
  /** CloudFormation properties by name: the attribute of the AWS provider that has the value. */
  readonly properties: Readonly<Record<string, string>>;
  /** The attribute that `Ref` gives. */
  readonly ref: string;
}

const named = (type: string, property: string, attribute = 'name', ref = attribute): TerraformKind => ({
  type,
  properties: { [property]: attribute },
  ref,
});

/**
 * The neighbors of state machines, by type.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const TERRAFORM_KINDS: Readonly<Record<string, TerraformKind>> = {
  aws_athena_workgroup: named('AWS::Athena::WorkGroup', 'Name'),
  aws_batch_job_definition: named('AWS::Batch::JobDefinition', 'JobDefinitionName', 'name', 'arn'),
  aws_batch_job_queue: named('AWS::Batch::JobQueue', 'JobQueueName', 'name', 'arn'),
  aws_cloudwatch_event_bus: named('AWS::Events::EventBus', 'Name'),
  aws_codebuild_project: named('AWS::CodeBuild::Project', 'Name'),
  aws_dynamodb_table: named('AWS::DynamoDB::Table', 'TableName'),
  aws_ecs_cluster: named('AWS::ECS::Cluster', 'ClusterName'),
  aws_ecs_task_definition: named('AWS::ECS::TaskDefinition', 'Family', 'family', 'arn'),
  aws_glue_crawler: named('AWS::Glue::Crawler', 'Name'),
  aws_glue_job: named('AWS::Glue::Job', 'Name'),
  aws_kinesis_stream: named('AWS::Kinesis::Stream', 'Name'),
  aws_kms_key: { type: 'AWS::KMS::Key', properties: {}, ref: 'key_id' },
  aws_lambda_function: {
    type: 'AWS::Lambda::Function',
    properties: { FunctionName: 'function_name', Handler: 'handler', Runtime: 'runtime', Timeout: 'timeout' },
    ref: 'function_name',
  },
  aws_s3_bucket: named('AWS::S3::Bucket', 'BucketName', 'bucket'),
  aws_secretsmanager_secret: named('AWS::SecretsManager::Secret', 'Name', 'name', 'arn'),
  aws_sfn_activity: named('AWS::StepFunctions::Activity', 'Name', 'name', 'arn'),
  aws_sns_topic: named('AWS::SNS::Topic', 'TopicName', 'name', 'arn'),
  aws_sqs_queue: named('AWS::SQS::Queue', 'QueueName', 'name', 'url'),
};
