import type { ResourceKinds } from '../kind';

/** SageMaker, Bedrock, Comprehend. */
export const LEARNING: ResourceKinds = {
  'AWS::SageMaker::Model': { named: 'ModelName', naming: { max: 63 }, ref: '{arn}', arn: 'arn:{partition}:sagemaker:{region}:{account}:model/{name}', attributes: { ModelName: '{name}' } },
  'AWS::SageMaker::EndpointConfig': {
    named: 'EndpointConfigName', naming: { max: 63 }, ref: '{arn}', arn: 'arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{name}', attributes: { EndpointConfigName: '{name}' },
  },
  'AWS::SageMaker::Endpoint': {
    named: 'EndpointName', naming: { max: 63 }, ref: '{arn}', arn: 'arn:{partition}:sagemaker:{region}:{account}:endpoint/{name}', attributes: { EndpointArn: '{arn}', EndpointName: '{name}' },
  },
  'AWS::SageMaker::Pipeline': { named: 'PipelineName', ref: '{name}', arn: 'arn:{partition}:sagemaker:{region}:{account}:pipeline/{name}' },
  'AWS::SageMaker::NotebookInstance': {
    named: 'NotebookInstanceName', naming: { max: 63 }, ref: '{arn}', arn: 'arn:{partition}:sagemaker:{region}:{account}:notebook-instance/{name}', attributes: { NotebookInstanceName: '{name}' },
  },
  'AWS::Bedrock::Agent': {
    named: 'AgentName', id: view => view.letters(10).toUpperCase(), ref: '{id}', arn: 'arn:{partition}:bedrock:{region}:{account}:agent/{id}', attributes: { AgentArn: '{arn}', AgentId: '{id}' },
  },
  'AWS::Bedrock::AgentAlias': {
    named: 'AgentAliasName',
    id: view => view.letters(10).toUpperCase(),
    ref: '{AgentId}|{id}',
    arn: 'arn:{partition}:bedrock:{region}:{account}:agent-alias/{AgentId}/{id}',
    attributes: { AgentAliasArn: '{arn}', AgentAliasId: '{id}' },
  },
  'AWS::Bedrock::KnowledgeBase': {
    named: 'Name',
    id: view => view.letters(10).toUpperCase(),
    ref: '{id}',
    arn: 'arn:{partition}:bedrock:{region}:{account}:knowledge-base/{id}',
    attributes: { KnowledgeBaseArn: '{arn}', KnowledgeBaseId: '{id}' },
  },
  'AWS::Bedrock::DataSource': { named: 'Name', id: view => view.letters(10).toUpperCase(), ref: '{KnowledgeBaseId}|{id}', attributes: { DataSourceId: '{id}' } },
  'AWS::Bedrock::Guardrail': {
    named: 'Name', id: view => view.letters(12), ref: '{arn}', arn: 'arn:{partition}:bedrock:{region}:{account}:guardrail/{id}', attributes: { GuardrailArn: '{arn}', GuardrailId: '{id}', Version: view => view.assumed('DRAFT') },
  },
  'AWS::Bedrock::Prompt': {
    named: 'Name', id: view => view.letters(10).toUpperCase(), ref: '{arn}', arn: 'arn:{partition}:bedrock:{region}:{account}:prompt/{id}', attributes: { Arn: '{arn}', Id: '{id}' },
  },
  'AWS::Bedrock::Flow': { named: 'Name', id: view => view.letters(10).toUpperCase(), ref: '{arn}', arn: 'arn:{partition}:bedrock:{region}:{account}:flow/{id}', attributes: { Arn: '{arn}', Id: '{id}' } },
  'AWS::Bedrock::ApplicationInferenceProfile': {
    named: 'InferenceProfileName',
    id: view => view.letters(12),
    ref: '{arn}',
    arn: 'arn:{partition}:bedrock:{region}:{account}:application-inference-profile/{id}',
    attributes: { InferenceProfileArn: '{arn}', InferenceProfileId: '{id}', InferenceProfileIdentifier: '{arn}' },
  },
  'AWS::Comprehend::Flywheel': { named: 'FlywheelName', naming: { max: 63 }, ref: '{arn}', arn: 'arn:{partition}:comprehend:{region}:{account}:flywheel/{name}', attributes: { Arn: '{arn}' } },
};
