/**
 * Services whose models have no AccessDeniedException: the SDK raises their base exception. They are the older ones; newer services have it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const WITHOUT_ACCESS_DENIED: ReadonlySet<string> = new Set(
  `
acm acmpca apigateway apigatewayv2 applicationautoscaling applicationdiscovery athena autoscaling autoscalingplans backup batch cloudformation
cloudfront cloudhsm cloudsearch cloudtrail cloudwatch cloudwatchevents codebuild codecommit codedeploy codepipeline cognitoidentity
cognitoidentityprovider cognitosync config costandusagereport databasemigration datapipeline dax devicefarm directconnect docdb
dynamodb dynamodbstreams ebs ec2 ec2instanceconnect ecr efs elasticache elasticbeanstalk elasticloadbalancing elasticloadbalancingv2 elastictranscoder
emr eventbridge firehose gamelift glacier health iam inspector iot iotdataplane kafka kinesis kinesisanalytics kinesisanalyticsv2 kms lambda
machinelearning mediaconvert mq neptune opsworks opsworkscm pricing rds rdsdata redshift redshiftdata resourcegroups resourcegroupstaggingapi route53
route53domains s3 s3control sagemaker sagemakerruntime secretsmanager servicecatalog servicediscovery ses sesv2 sfn sns snowball sqs ssm
storagegateway sts support swf waf wafregional wafv2 workdocs workspaces xray emrcontainers emrserverless eks`
    .trim()
    .split(/\s+/),
);

/** Whether a denied call raises `PREFIX.AccessDeniedException`; else it is the base exception of the service. */
export function answersAccessDenied(service: string): boolean {
  return !WITHOUT_ACCESS_DENIED.has(service.toLowerCase());
}
