import { CfnResource, Fn, Reference, Tokenization, type IResolvable, type Stack } from 'aws-cdk-lib';
import type { OpaqueTexts } from '../../permissions';

/**
 * Resources whose `Ref` is an ARN; of all others it is a name, an id or a URL.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html, "Return values" of each type
 */
const REF_IS_ARN = new Set([
  'AWS::AppConfig::Extension',
  'AWS::Batch::ComputeEnvironment',
  'AWS::Batch::JobDefinition',
  'AWS::Batch::JobQueue',
  'AWS::CertificateManager::Certificate',
  'AWS::DMS::ReplicationTask',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Alias',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::MediaConvert::Queue',
  'AWS::SNS::Topic',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::EndpointConfig',
  'AWS::SageMaker::Model',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
]);

/** What the CDK knows of its tokens: whether they become ARNs, and how to take them apart in the template. */
export function tokenTexts(stack: Stack): OpaqueTexts {
  return {
    isArn: token => becomesArn(Tokenization.reverseString(token).firstToken, stack),
    part: (token, separator, index) => Fn.select(index, Fn.split(separator, token)),
    isActivity: token => resourceType(Tokenization.reverseString(token).firstToken) === 'AWS::StepFunctions::Activity',
  };
}

function becomesArn(token: IResolvable | undefined, stack: Stack): boolean {
  if (Reference.isReference(token)) {
    const type = resourceType(token);
    return token.displayName === 'Ref'
      ? type === undefined
        ? namesArn(token.target.node.id)
        : REF_IS_ARN.has(type)
      : namesArn(token.displayName);
  }
  return valueIsArn(stack.resolve(token));
}

/** A value of the template. */
function valueIsArn(value: any): boolean {
  if (typeof value === 'string') return value.startsWith('arn:');
  const [[intrinsic, argument]] = Object.entries<any>(value ?? {}).concat([['', undefined]]);
  switch (intrinsic) {
    case 'Fn::Join':
      return valueIsArn(argument?.[1]?.[0]);
    case 'Fn::Sub':
      return valueIsArn(Array.isArray(argument) ? argument[0] : argument);
    case 'Fn::GetAtt':
      return namesArn(String(Array.isArray(argument) ? argument[1] : argument));
    case 'Fn::ImportValue':
      return typeof argument === 'string' && namesArn(argument);
    case 'Ref':
      return namesArn(String(argument));
    default:
      return false;
  }
}

/** By its own name, since nothing else is known of it. */
function namesArn(name: string): boolean {
  return /arn[0-9A-F]*$/i.test(name);
}

function resourceType(token: IResolvable | undefined): string | undefined {
  return Reference.isReference(token) && CfnResource.isCfnResource(token.target)
    ? token.target.cfnResourceType
    : undefined;
}
