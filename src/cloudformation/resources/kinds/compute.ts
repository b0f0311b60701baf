import type { ResourceView, ResourceKind, ResourceKinds } from '../kind';

/** A cluster, whether CloudFormation or a custom resource creates it. */
const EKS_CLUSTER: ResourceKind = {
  naming: { max: 100 },
  ref: '{name}',
  arn: 'arn:{partition}:eks:{region}:{account}:cluster/{name}',
  attributes: {
    Arn: '{arn}',
    CertificateAuthorityData: view => Buffer.from(`certificate ${view.hex(32)}`).toString('base64'),
    ClusterSecurityGroupId: view => `sg-${view.hex(17, 'sg')}`,
    Endpoint: view => `https://${view.hex(32).toUpperCase()}.gr7.${view.region}.eks.${view.suffix}`,
    OpenIdConnectIssuerUrl: view => `https://oidc.eks.${view.region}.${view.suffix}/id/${view.hex(32).toUpperCase()}`,
  },
};

/** Lambda, containers, batch jobs, clusters, virtual machines. */
export const COMPUTE: ResourceKinds = {
  'AWS::Lambda::Function': {
    named: 'FunctionName',
    naming: { max: 64 },
    ref: '{name}',
    arn: 'arn:{partition}:lambda:{region}:{account}:function:{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::Lambda::Version': {
    ref: '{arn}',
    arn: view => `${functionArn(view)}:${view.assumed('1')}`,
    attributes: { FunctionArn: '{arn}', Version: view => view.assumed('1') },
  },
  'AWS::Lambda::Alias': {
    named: 'Name',
    ref: '{arn}',
    arn: view => `${functionArn(view)}:${view.text('Name')}`,
    attributes: { AliasArn: '{arn}' },
  },
  'AWS::Lambda::Url': {
    ref: view => view.text('TargetFunctionArn'),
    attributes: {
      FunctionArn: view => view.text('TargetFunctionArn'),
      FunctionUrl: view => `https://${view.letters(32)}.lambda-url.${view.region}.on.aws/`,
    },
  },
  'AWS::Lambda::LayerVersion': {
    named: 'LayerName',
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:lambda:${view.region}:${view.account}:layer:${view.name()}:${view.assumed('1')}`,
    attributes: { LayerVersionArn: '{arn}' },
  },
  'AWS::Lambda::EventSourceMapping': {
    id: view => view.uuid(),
    ref: '{id}',
    arn: 'arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}',
    attributes: { Id: '{id}', EventSourceMappingArn: '{arn}' },
  },
  'AWS::Serverless::Function': {
    named: 'FunctionName',
    naming: { max: 64 },
    ref: '{name}',
    arn: 'arn:{partition}:lambda:{region}:{account}:function:{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::ECS::Cluster': {
    named: 'ClusterName',
    ref: '{name}',
    arn: 'arn:{partition}:ecs:{region}:{account}:cluster/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::ECS::TaskDefinition': {
    named: 'Family',
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:ecs:${view.region}:${view.account}:task-definition/${view.name()}:${view.assumed('1')}`,
    attributes: { TaskDefinitionArn: '{arn}' },
  },
  'AWS::ECS::Service': {
    named: 'ServiceName',
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:ecs:${view.region}:${view.account}:service/${lastPart(String(view.property('Cluster') ?? 'default'))}/${view.name()}`,
    attributes: { ServiceArn: '{arn}', Name: '{name}' },
  },
  'AWS::ECS::CapacityProvider': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:ecs:{region}:{account}:capacity-provider/{name}',
  },
  'AWS::ECR::Repository': {
    named: 'RepositoryName',
    naming: { lower: true },
    ref: '{name}',
    arn: 'arn:{partition}:ecr:{region}:{account}:repository/{name}',
    attributes: { Arn: '{arn}', RepositoryUri: '{account}.dkr.ecr.{region}.{suffix}/{name}' },
  },
  'AWS::Batch::JobDefinition': {
    named: 'JobDefinitionName',
    naming: { max: 128 },
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:batch:${view.region}:${view.account}:job-definition/${view.name()}:${view.assumed('1')}`,
    attributes: { JobDefinitionArn: '{arn}' },
  },
  'AWS::Batch::JobQueue': {
    named: 'JobQueueName',
    naming: { max: 128 },
    ref: '{arn}',
    arn: 'arn:{partition}:batch:{region}:{account}:job-queue/{name}',
    attributes: { JobQueueArn: '{arn}' },
  },
  'AWS::Batch::ComputeEnvironment': {
    named: 'ComputeEnvironmentName',
    naming: { max: 128 },
    ref: '{arn}',
    arn: 'arn:{partition}:batch:{region}:{account}:compute-environment/{name}',
    attributes: { ComputeEnvironmentArn: '{arn}' },
  },
  'AWS::Batch::SchedulingPolicy': {
    named: 'Name',
    naming: { max: 128 },
    ref: '{arn}',
    arn: 'arn:{partition}:batch:{region}:{account}:scheduling-policy/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::EKS::Cluster': { named: 'Name', ...EKS_CLUSTER },
  // the CDK's EKS construct creates the cluster with a custom resource
  'Custom::AWSCDK-EKS-Cluster': { named: 'Config.name', ...EKS_CLUSTER },
  'AWS::EKS::Nodegroup': {
    named: 'NodegroupName',
    naming: { max: 63 },
    ref: view => `${view.text('ClusterName')}/${view.name()}`,
    arn: view =>
      `arn:${view.partition}:eks:${view.region}:${view.account}:nodegroup/${view.text('ClusterName')}/${view.name()}/${view.uuid()}`,
    attributes: { Arn: '{arn}', ClusterName: '{ClusterName}', NodegroupName: '{name}' },
  },
  'AWS::EKS::FargateProfile': {
    named: 'FargateProfileName',
    naming: { max: 100 },
    ref: view => `${view.text('ClusterName')}|${view.name()}`,
    arn: view =>
      `arn:${view.partition}:eks:${view.region}:${view.account}:fargateprofile/${view.text('ClusterName')}/${view.name()}/${view.uuid()}`,
    attributes: { Arn: '{arn}' },
  },
  'AWS::EMR::Cluster': {
    named: 'Name',
    id: view => `j-${view.letters(13).toUpperCase()}`,
    ref: '{id}',
    arn: 'arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}',
    attributes: {
      Id: '{id}',
      MasterPublicDNS: view => `ec2-203-0-113-10.${view.assumed(view.region)}.compute.${view.suffix}`,
    },
  },
  'AWS::EMRServerless::Application': {
    named: 'Name',
    id: view => `00${view.letters(14)}`,
    ref: '{id}',
    arn: 'arn:{partition}:emr-serverless:{region}:{account}:/applications/{id}',
    attributes: { ApplicationId: '{id}', Arn: '{arn}' },
  },
  'AWS::EMRContainers::VirtualCluster': {
    named: 'Name',
    id: view => view.letters(25),
    ref: '{id}',
    arn: 'arn:{partition}:emr-containers:{region}:{account}:/virtualclusters/{id}',
    attributes: { Arn: '{arn}', Id: '{id}' },
  },
  'AWS::EC2::VPC': {
    id: view => `vpc-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:ec2:{region}:{account}:vpc/{id}',
    attributes: { CidrBlock: '{CidrBlock}', DefaultSecurityGroup: view => `sg-${view.hex(17, 'sg')}`, VpcId: '{id}' },
  },
  'AWS::EC2::Subnet': {
    id: view => `subnet-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:ec2:{region}:{account}:subnet/{id}',
    attributes: {
      AvailabilityZone: '{AvailabilityZone}',
      CidrBlock: '{CidrBlock}',
      SubnetId: '{id}',
      VpcId: '{VpcId}',
    },
  },
  'AWS::EC2::SecurityGroup': {
    id: view => `sg-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:ec2:{region}:{account}:security-group/{id}',
    attributes: { GroupId: '{id}', Id: '{id}', VpcId: '{VpcId}' },
  },
  'AWS::EC2::Instance': {
    id: view => `i-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:ec2:{region}:{account}:instance/{id}',
    attributes: { InstanceId: '{id}' },
  },
  'AWS::EC2::LaunchTemplate': {
    named: 'LaunchTemplateName',
    naming: { max: 128 },
    id: view => `lt-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:ec2:{region}:{account}:launch-template/{id}',
    attributes: {
      DefaultVersionNumber: view => view.assumed('1'),
      LatestVersionNumber: view => view.assumed('1'),
      LaunchTemplateId: '{id}',
    },
  },
  'AWS::EC2::InternetGateway': {
    id: view => `igw-${view.hex(17)}`,
    ref: '{id}',
    attributes: { InternetGatewayId: '{id}' },
  },
  'AWS::EC2::RouteTable': { id: view => `rtb-${view.hex(17)}`, ref: '{id}', attributes: { RouteTableId: '{id}' } },
  'AWS::EC2::VPCEndpoint': { id: view => `vpce-${view.hex(17)}`, ref: '{id}', attributes: { Id: '{id}' } },
  'AWS::EFS::FileSystem': {
    id: view => `fs-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}',
    attributes: { Arn: '{arn}', FileSystemId: '{id}' },
  },
  'AWS::EFS::AccessPoint': {
    id: view => `fsap-${view.hex(17)}`,
    ref: '{id}',
    arn: 'arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}',
    attributes: { AccessPointId: '{id}', Arn: '{arn}' },
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    named: 'Name',
    naming: { max: 32 },
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:elasticloadbalancing:${view.region}:${view.account}:loadbalancer/${loadBalancerKind(view)}/${view.name()}/${view.hex(16)}`,
    attributes: {
      DNSName: view => `${view.name()}-${view.hex(16)}.${view.region}.elb.${view.suffix}`,
      LoadBalancerArn: '{arn}',
      LoadBalancerFullName: view => `${loadBalancerKind(view)}/${view.name()}/${view.hex(16)}`,
      LoadBalancerName: '{name}',
    },
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    named: 'Name',
    naming: { max: 32 },
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:elasticloadbalancing:${view.region}:${view.account}:targetgroup/${view.name()}/${view.hex(16)}`,
    attributes: {
      TargetGroupArn: '{arn}',
      TargetGroupFullName: view => `targetgroup/${view.name()}/${view.hex(16)}`,
      TargetGroupName: '{name}',
    },
  },
  'AWS::CodeBuild::Project': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:codebuild:{region}:{account}:project/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::CodePipeline::Pipeline': {
    named: 'Name',
    naming: { max: 100 },
    ref: '{name}',
    arn: 'arn:{partition}:codepipeline:{region}:{account}:{name}',
    attributes: { Version: view => view.assumed('1') },
  },
};

/** The ARN behind a `FunctionName`, which may be a name, a partial ARN or an ARN, with or without a version. */
function functionArn(view: ResourceView): string {
  const given = view.text('FunctionName');
  const name = given.split(':function:').pop()!.split(':')[0];
  return given.startsWith('arn:')
    ? given.split(':').slice(0, 7).join(':')
    : `arn:${view.partition}:lambda:${view.region}:${view.account}:function:${name}`;
}

function loadBalancerKind(view: ResourceView): string {
  return view.property('Type') === 'network' ? 'net' : 'app';
}

function lastPart(text: string): string {
  return text.split('/').pop()!;
}
