import type { StateSite } from '../../asl';
import { fieldPlace } from '../place';
import { resourceOf } from '../resource';
import type { Rule } from '../rule';

/** Errors of services that are known to refuse calls when they come too fast, as the integrations name them. */
const THROTTLES: Readonly<Record<string, string>> = {
  athena: 'Athena.TooManyRequestsException',
  batch: 'Batch.AWSBatchException',
  bedrock: 'Bedrock.ThrottlingException',
  bedrockruntime: 'BedrockRuntime.ThrottlingException',
  dynamodb: 'DynamoDB.ProvisionedThroughputExceededException',
  ecs: 'ECS.ThrottlingException',
  glue: 'Glue.ConcurrentRunsExceededException',
  lambda: 'Lambda.TooManyRequestsException',
  sagemaker: 'SageMaker.ThrottlingException',
  states: 'StepFunctions.ExecutionLimitExceededException',
};

export const throttlingNotHandled: Rule = {
  id: 'throttling-not-handled',
  severity: 'WARNING',
  summary: 'A Task calls a service that is known to throttle, and neither the Task nor a state around it retries or catches.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  find: ({ sites }) => sites.states.flatMap(site => {
    const resource = resourceOf(site);
    const error = resource && Object.hasOwn(THROTTLES, resource.service) ? THROTTLES[resource.service] : undefined;
    if (error === undefined || handles(site)) return [];
    const name = resource!.kind === 'sdk' ? error.replace('DynamoDB', 'DynamoDb').replace('ECS', 'Ecs').replace('StepFunctions', 'Sfn') : error;
    return [{ at: fieldPlace(site), message: `When the service throttles, this Task fails at once, and the execution with it (${name})`, fix: `Add a Retry for ${JSON.stringify(name)} with a BackoffRate, or a Catch.` }];
  }),
};

/** Whether the state, or one around it, does something about a failure. */
function handles(site: StateSite): boolean {
  for (let at: StateSite | undefined = site; at; at = at.scope.parent) if (hasItems(at.state.Retry) || hasItems(at.state.Catch)) return true;
  return false;
}

function hasItems(list: unknown): boolean {
  return list !== undefined && !(Array.isArray(list) && list.length === 0);
}
