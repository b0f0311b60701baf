import { createHash } from 'node:crypto';
import { generated, replaced, type Expansion, type SamResource, type SamTemplate } from './expansion';
import { defined, own, ownObject } from './json';
import type { Json, JsonObject } from '../../asl';

/**
 * `AWS::Serverless::Api`: the API, a deployment and a stage.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
export function expandApi(resource: SamResource, template: SamTemplate): Expansion {
  const { logicalId, properties } = resource;
  const stageName = own(properties, 'StageName');
  const name = template.literal(stageName);
  const deployment = `${logicalId}Deployment${hash(own(properties, 'DefinitionBody') ?? null)}`;
  const stage = `${logicalId}${typeof name === 'string' ? name.replace(/[^A-Za-z0-9]/g, '') : ''}Stage`;
  return {
    resources: {
      [logicalId]: replaced(
        'AWS::ApiGateway::RestApi',
        defined({ Name: own(properties, 'Name'), Body: own(properties, 'DefinitionBody') }),
        resource,
      ),
      [deployment]: generated('AWS::ApiGateway::Deployment', { RestApiId: { Ref: logicalId } }, resource),
      [stage]: generated(
        'AWS::ApiGateway::Stage',
        defined({ RestApiId: { Ref: logicalId }, DeploymentId: { Ref: deployment }, StageName: stageName }),
        resource,
      ),
    },
    references: { [`${logicalId}.Deployment`]: deployment, [`${logicalId}.Stage`]: stage },
  };
}

/** `AWS::Serverless::HttpApi`: the API and a stage. */
export function expandHttpApi(resource: SamResource, template: SamTemplate): Expansion {
  const { logicalId, properties } = resource;
  const stageName = own(properties, 'StageName');
  const name = template.literal(stageName);
  const stage =
    stageName === undefined
      ? `${logicalId}ApiGatewayDefaultStage`
      : `${logicalId}${typeof name === 'string' ? name.replace(/[^A-Za-z0-9]/g, '') : ''}Stage`;
  return {
    resources: {
      [logicalId]: replaced(
        'AWS::ApiGatewayV2::Api',
        defined({ Name: own(properties, 'Name'), Body: own(properties, 'DefinitionBody') }),
        resource,
      ),
      [stage]: generated(
        'AWS::ApiGatewayV2::Stage',
        { ApiId: { Ref: logicalId }, StageName: stageName ?? '$default' },
        resource,
      ),
    },
    references: { [`${logicalId}.Stage`]: stage },
  };
}

/** The APIs that SAM generates for events that name none. */
const IMPLICIT: Readonly<
  Record<
    string,
    { readonly id: string; readonly type: string; readonly apiProperty: string; readonly properties: JsonObject }
  >
> = {
  Api: {
    id: 'ServerlessRestApi',
    type: 'AWS::Serverless::Api',
    apiProperty: 'RestApiId',
    properties: { StageName: 'Prod', DefinitionBody: {} },
  },
  HttpApi: { id: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi', apiProperty: 'ApiId', properties: {} },
};

/** The implicit APIs that the events of functions and state machines need, as SAM resources. */
export function implicitApis(resources: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  const apis: Record<string, JsonObject> = {};
  for (const resource of Object.values(resources)) {
    for (const event of Object.values(ownObject(ownObject(resource, 'Properties'), 'Events'))) {
      const type = own(event, 'Type');
      if (typeof type !== 'string' || !Object.hasOwn(IMPLICIT, type)) continue;
      const { id, type: apiType, apiProperty, properties } = IMPLICIT[type];
      if (own(own(event, 'Properties'), apiProperty) === undefined) {
        apis[id] = { Type: apiType, Properties: properties };
      }
    }
  }
  return apis;
}

function hash(value: Json): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 10);
}
