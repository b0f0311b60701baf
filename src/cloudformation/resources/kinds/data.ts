import type { ResourceView, ResourceKinds } from '../kind';

/** Databases, buckets, streams, catalogs, searches. */
export const DATA: ResourceKinds = {
  'AWS::DynamoDB::Table': {
    named: 'TableName',
    ref: '{name}',
    arn: 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
    attributes: { Arn: '{arn}', StreamArn: streamArn },
  },
  'AWS::DynamoDB::GlobalTable': {
    named: 'TableName',
    ref: '{name}',
    arn: 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
    attributes: { Arn: '{arn}', StreamArn: streamArn, TableId: view => view.uuid() },
  },
  'AWS::Serverless::SimpleTable': {
    named: 'TableName',
    ref: '{name}',
    arn: 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::S3::Bucket': {
    named: 'BucketName',
    naming: { max: 63, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:s3:::{name}',
    attributes: {
      Arn: '{arn}',
      DomainName: '{name}.s3.{suffix}',
      DualStackDomainName: '{name}.s3.dualstack.{region}.{suffix}',
      RegionalDomainName: '{name}.s3.{region}.{suffix}',
      WebsiteURL: 'http://{name}.s3-website-{region}.{suffix}',
    },
  },
  'AWS::S3::AccessPoint': {
    named: 'Name',
    naming: { max: 50, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:s3:{region}:{account}:accesspoint/{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::S3Express::DirectoryBucket': {
    named: 'BucketName',
    defaultName: view => `${view.letters(20)}--${view.text('LocationName')}--x-s3`,
    ref: '{name}',
    arn: 'arn:{partition}:s3express:{region}:{account}:bucket/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::S3Tables::TableBucket': {
    named: 'TableBucketName',
    naming: { max: 63, lower: true },
    ref: '{arn}',
    arn: 'arn:{partition}:s3tables:{region}:{account}:bucket/{name}',
    attributes: { TableBucketARN: '{arn}' },
  },
  'AWS::Kinesis::Stream': {
    named: 'Name',
    naming: { max: 128 },
    ref: '{name}',
    arn: 'arn:{partition}:kinesis:{region}:{account}:stream/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    named: 'DeliveryStreamName',
    naming: { max: 64 },
    ref: '{name}',
    arn: 'arn:{partition}:firehose:{region}:{account}:deliverystream/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::Glue::Job': { named: 'Name', ref: '{name}', arn: 'arn:{partition}:glue:{region}:{account}:job/{name}' },
  'AWS::Glue::Database': {
    named: 'DatabaseInput.Name',
    naming: { lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:glue:{region}:{account}:database/{name}',
  },
  'AWS::Glue::Table': {
    named: 'TableInput.Name',
    naming: { lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:glue:{region}:{account}:table/{DatabaseName}/{name}',
  },
  'AWS::Glue::Crawler': { named: 'Name', ref: '{name}', arn: 'arn:{partition}:glue:{region}:{account}:crawler/{name}' },
  'AWS::Glue::Workflow': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:glue:{region}:{account}:workflow/{name}',
  },
  'AWS::Glue::Trigger': { named: 'Name', ref: '{name}', arn: 'arn:{partition}:glue:{region}:{account}:trigger/{name}' },
  'AWS::Glue::Connection': {
    named: 'ConnectionInput.Name',
    ref: '{name}',
    arn: 'arn:{partition}:glue:{region}:{account}:connection/{name}',
  },
  'AWS::Athena::WorkGroup': {
    named: 'Name',
    naming: { max: 128 },
    ref: '{name}',
    arn: 'arn:{partition}:athena:{region}:{account}:workgroup/{name}',
  },
  'AWS::Athena::DataCatalog': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:athena:{region}:{account}:datacatalog/{name}',
  },
  'AWS::Athena::NamedQuery': { id: view => view.uuid(), ref: '{id}', attributes: { NamedQueryId: '{id}' } },
  'AWS::Athena::PreparedStatement': { named: 'StatementName', ref: '{name}' },
  'AWS::DataBrew::Job': { named: 'Name', ref: '{name}', arn: 'arn:{partition}:databrew:{region}:{account}:job/{name}' },
  'AWS::DataBrew::Dataset': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:databrew:{region}:{account}:dataset/{name}',
  },
  'AWS::DataBrew::Project': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:databrew:{region}:{account}:project/{name}',
  },
  'AWS::DataBrew::Recipe': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:databrew:{region}:{account}:recipe/{name}',
  },
  'AWS::RDS::DBInstance': {
    named: 'DBInstanceIdentifier',
    naming: { max: 63, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:rds:{region}:{account}:db:{name}',
    attributes: {
      'DBInstanceArn': '{arn}',
      'DbiResourceId': view => `db-${view.letters(26).toUpperCase()}`,
      'Endpoint.Address': view => `${view.name()}.${view.letters(12)}.${view.region}.rds.${view.suffix}`,
      'Endpoint.Port': '{Port}',
    },
  },
  'AWS::RDS::DBCluster': {
    named: 'DBClusterIdentifier',
    naming: { max: 63, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:rds:{region}:{account}:cluster:{name}',
    attributes: {
      'DBClusterArn': '{arn}',
      'DBClusterResourceId': view => `cluster-${view.letters(26).toUpperCase()}`,
      'Endpoint.Address': view => `${view.name()}.cluster-${view.letters(12)}.${view.region}.rds.${view.suffix}`,
      'Endpoint.Port': '{Port}',
      'MasterUserSecret.SecretArn': view =>
        `arn:${view.partition}:secretsmanager:${view.region}:${view.account}:secret:rds!cluster-${view.uuid()}-${view.letters(6)}`,
      'ReadEndpoint.Address': view => `${view.name()}.cluster-ro-${view.letters(12)}.${view.region}.rds.${view.suffix}`,
    },
  },
  'AWS::Redshift::Cluster': {
    named: 'ClusterIdentifier',
    naming: { max: 63, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:redshift:{region}:{account}:cluster:{name}',
  },
  'AWS::RedshiftServerless::Namespace': { named: 'NamespaceName', naming: { max: 64, lower: true }, ref: '{name}' },
  'AWS::RedshiftServerless::Workgroup': {
    named: 'WorkgroupName',
    naming: { max: 64, lower: true },
    ref: '{name}',
    arn: view => `arn:${view.partition}:redshift-serverless:${view.region}:${view.account}:workgroup/${view.uuid()}`,
    attributes: { 'Workgroup.WorkgroupArn': '{arn}', 'Workgroup.WorkgroupName': '{name}' },
  },
  'AWS::OpenSearchService::Domain': {
    named: 'DomainName',
    naming: { max: 28, lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:es:{region}:{account}:domain/{name}',
    attributes: {
      Arn: '{arn}',
      DomainEndpoint: view => `search-${view.name()}-${view.letters(26)}.${view.region}.es.${view.suffix}`,
    },
  },
  'AWS::Logs::LogGroup': {
    named: 'LogGroupName',
    ref: '{name}',
    arn: 'arn:{partition}:logs:{region}:{account}:log-group:{name}:*',
    attributes: { Arn: '{arn}' },
  },
  'AWS::Logs::LogStream': { named: 'LogStreamName', ref: '{name}' },
  'AWS::CloudWatch::Alarm': {
    named: 'AlarmName',
    ref: '{name}',
    arn: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::MediaConvert::Queue': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:mediaconvert:{region}:{account}:queues/{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::MediaConvert::JobTemplate': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:mediaconvert:{region}:{account}:jobTemplates/{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::CloudFront::Distribution': {
    id: view => `E${view.letters(13).toUpperCase()}`,
    ref: '{id}',
    arn: 'arn:{partition}:cloudfront::{account}:distribution/{id}',
    attributes: { DomainName: view => `d${view.letters(13)}.cloudfront.net`, Id: '{id}' },
  },
};

function streamArn(view: ResourceView): string | undefined {
  if (view.property('StreamSpecification') === undefined) return undefined;
  return `${view.arn()}/stream/${view.assumed('2024-01-01T00:00:00.000')}`;
}
