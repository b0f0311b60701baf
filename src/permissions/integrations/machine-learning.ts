import type { NeedRule, Resource, ResourceRule } from '../need';
import { call, managedRule, passRole, poll, stop, when } from '../needs';
import { all, arn, arnHead, arnOrName, isArn } from '../resources';
import { outsideOpaque, type Text } from '../text';
import { s3Uri } from './data';
import type { IntegrationTable } from './table';

/** Geographies of cross-region inference, and those that keep within one partition. */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\.(.+)$/;

/** A model of Bedrock: a foundation model by id, an inference profile and the models behind it, or an ARN. */
export function bedrockModel(field: string): ResourceRule {
  return view => {
    const text: Text | undefined = view.args.text(field);
    if (text === undefined || text.pattern === '*') {
      return [
        { arn: `${arnHead(view, 'bedrock', 'service-owned')}foundation-model/*`, gaps: [field] },
        { arn: `${arnHead(view, 'bedrock')}provisioned-model/*`, gaps: [field] },
      ];
    }
    const gaps = text.known ? {} : { gaps: [field] };
    const inAnyRegion = (model: string): Resource => ({
      arn: `arn:${view.place.partition}:bedrock:*::foundation-model/${model}`,
      ...gaps,
    });
    if (isArn(view, text.pattern)) {
      const [, kind, profile] = /:(application-)?inference-profile\/(.+)$/.exec(text.pattern) ?? [];
      if (profile === undefined) return [{ arn: text.pattern, ...gaps }];
      const model = kind === undefined ? PROFILE.exec(profile)?.[1] : undefined;
      return [
        { arn: text.pattern, ...gaps },
        model === undefined ? { ...inAnyRegion('*'), gaps: [field] } : inAnyRegion(model),
      ];
    }
    const model = PROFILE.exec(text.pattern)?.[1];
    if (model === undefined) {
      return [{ arn: `${arnHead(view, 'bedrock', 'service-owned')}foundation-model/${text.pattern}`, ...gaps }];
    }
    return [{ arn: `${arnHead(view, 'bedrock')}inference-profile/${text.pattern}`, ...gaps }, inAnyRegion(model)];
  };
}

const customizationJobs = arn('bedrock', 'model-customization-job/*');
const customModels = arn('bedrock', 'custom-model/*');

/** A job of SageMaker: made with a role, tagged by Step Functions when it waits for it. */
function job(
  name: string,
  kind: string,
  nameField: string,
  rule: string | undefined,
  role: string | undefined,
): readonly NeedRule[] {
  const action = `create${name}`;
  const jobs = arn('sagemaker', `${kind}/{${nameField}}*`);
  return [
    call(`sagemaker:Create${name}`, jobs, `sagemaker:${action} creates the job`),
    call('sagemaker:ListTags', jobs, `sagemaker:${action} reads the job's tags`),
    ...tagging(action, jobs),
    ...(role === undefined ? [] : [passRole(role, 'sagemaker.amazonaws.com')]),
    poll(`sagemaker:Describe${name}`, jobs, `sagemaker:${action}.sync asks for the job's state`),
    stop(`sagemaker:Stop${name}`, jobs, `sagemaker:${action}.sync stops the job when the execution is stopped`),
    ...(rule === undefined ? [] : [managedRule(rule)]),
  ];
}

/** Step Functions tags what it waits for; a call may tag as well. */
function tagging(action: string, resources: ResourceRule): readonly NeedRule[] {
  const add = call('sagemaker:AddTags', resources, `sagemaker:${action} tags what it creates`);
  return [view => (view.pattern === 'sync' ? add(view) : when('Tags', add)(view))];
}

function definedWith(action: string, resources: ResourceRule, role?: string): readonly NeedRule[] {
  return [
    call(`sagemaker:${action[0].toUpperCase()}${action.slice(1)}`, resources, `sagemaker:${action} creates it`),
    call('sagemaker:ListTags', resources, `sagemaker:${action} reads its tags`),
    ...tagging(action, resources),
    ...(role === undefined ? [] : [passRole(role, 'sagemaker.amazonaws.com')]),
  ];
}

/** Names of endpoints are in lower case in their ARNs. */
function lowered(kind: string, field: string): ResourceRule {
  return view =>
    arn(
      'sagemaker',
      `${kind}/{${field}}`,
    )(view).map(resource => ({
      ...resource,
      arn: resource.arn.replace(/[^/]*$/, name => outsideOpaque(name, text => text.toLowerCase())),
    }));
}

const endpoint = all(lowered('endpoint', 'EndpointName'), lowered('endpoint-config', 'EndpointConfigName'));

/** Bedrock and SageMaker. */
export const MACHINE_LEARNING: IntegrationTable = {
  bedrock: {
    invokeModel: [
      call('bedrock:InvokeModel', bedrockModel('ModelId'), 'bedrock:invokeModel calls the model'),
      when('Input.S3Uri', call('s3:GetObject', s3Uri('Input.S3Uri'), 'bedrock:invokeModel reads its input from S3')),
      when('Output.S3Uri', call('s3:PutObject', s3Uri('Output.S3Uri'), 'bedrock:invokeModel writes its output to S3')),
      when(
        'GuardrailIdentifier',
        call(
          'bedrock:ApplyGuardrail',
          arnOrName('GuardrailIdentifier', 'bedrock', 'guardrail/{}'),
          'bedrock:invokeModel applies the guardrail',
        ),
      ),
    ],
    createModelCustomizationJob: [
      call(
        'bedrock:CreateModelCustomizationJob',
        all(bedrockModel('BaseModelIdentifier'), customModels, customizationJobs),
        'bedrock:createModelCustomizationJob makes a custom model of the base model',
      ),
      passRole('RoleArn', 'bedrock.amazonaws.com'),
      when(
        'JobTags',
        call('bedrock:TagResource', customizationJobs, 'bedrock:createModelCustomizationJob with JobTags tags the job'),
      ),
      when(
        'CustomModelTags',
        call(
          'bedrock:TagResource',
          customModels,
          'bedrock:createModelCustomizationJob with CustomModelTags tags the model',
        ),
      ),
      poll(
        'bedrock:GetModelCustomizationJob',
        customizationJobs,
        "bedrock:createModelCustomizationJob.sync asks for the job's state",
      ),
      stop(
        'bedrock:StopModelCustomizationJob',
        customizationJobs,
        'bedrock:createModelCustomizationJob.sync stops the job when the execution is stopped',
      ),
    ],
  },
  sagemaker: {
    createTrainingJob: job(
      'TrainingJob',
      'training-job',
      'TrainingJobName',
      'StepFunctionsGetEventsForSageMakerTrainingJobsRule',
      'RoleArn',
    ),
    createTransformJob: job(
      'TransformJob',
      'transform-job',
      'TransformJobName',
      'StepFunctionsGetEventsForSageMakerTransformJobsRule',
      undefined,
    ),
    createProcessingJob: job(
      'ProcessingJob',
      'processing-job',
      'ProcessingJobName',
      'StepFunctionsGetEventsForSageMakerProcessingJobsRule',
      'RoleArn',
    ),
    createHyperParameterTuningJob: job(
      'HyperParameterTuningJob',
      'hyper-parameter-tuning-job',
      'HyperParameterTuningJobName',
      'StepFunctionsGetEventsForSageMakerTuningJobsRule',
      'TrainingJobDefinition.RoleArn',
    ),
    createLabelingJob: job('LabelingJob', 'labeling-job', 'LabelingJobName', undefined, 'RoleArn'),
    createModel: definedWith('createModel', arn('sagemaker', 'model/{ModelName}*'), 'ExecutionRoleArn'),
    createEndpointConfig: definedWith('createEndpointConfig', lowered('endpoint-config', 'EndpointConfigName')),
    createEndpoint: [
      call(
        'sagemaker:CreateEndpoint',
        endpoint,
        'sagemaker:createEndpoint creates the endpoint from its configuration',
      ),
      call('sagemaker:ListTags', lowered('endpoint', 'EndpointName'), 'sagemaker:createEndpoint reads its tags'),
      when(
        'Tags',
        call(
          'sagemaker:AddTags',
          lowered('endpoint', 'EndpointName'),
          'sagemaker:createEndpoint with Tags tags the endpoint',
        ),
      ),
    ],
    updateEndpoint: [
      call('sagemaker:UpdateEndpoint', endpoint, 'sagemaker:updateEndpoint changes the endpoint to the configuration'),
      call('sagemaker:ListTags', lowered('endpoint', 'EndpointName'), 'sagemaker:updateEndpoint reads its tags'),
    ],
  },
};
