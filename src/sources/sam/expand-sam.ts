import { expandApi, expandHttpApi, implicitApis } from './apis';
import { connectorPolicies } from './connector';
import { replaced, type Expansion, type SamResource, type SamTemplate } from './expansion';
import { expandFunction } from './function';
import { checkGlobals, withGlobals } from './globals';
import { defined, own, ownObject } from './json';
import { renamed } from './references';
import { expandStateMachine } from './state-machine';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { transformsOf } from '../../cloudformation';
import { StepwrightError } from '../../errors';

/** Whether the SAM transform is among the transforms of a template. */
export function expandsSam(transforms: readonly string[]): boolean {
  return transforms.includes(SAM_TRANSFORM);
}

/** The transform that SAM templates name. */
export const SAM_TRANSFORM = 'AWS::Serverless-2016-10-31';

const EXPANSIONS: Readonly<Record<string, (resource: SamResource, template: SamTemplate) => Expansion>> = {
  'AWS::Serverless::StateMachine': expandStateMachine,
  'AWS::Serverless::Function': expandFunction,
  'AWS::Serverless::Api': expandApi,
  'AWS::Serverless::HttpApi': expandHttpApi,
  'AWS::Serverless::SimpleTable': resource => ({
    resources: {
      [resource.logicalId]: replaced(
        'AWS::DynamoDB::Table',
        defined({ TableName: own(resource.properties, 'TableName') }),
        resource,
      ),
    },
  }),
  'AWS::Serverless::LayerVersion': resource => ({
    resources: {
      [resource.logicalId]: replaced(
        'AWS::Lambda::LayerVersion',
        defined({ LayerName: own(resource.properties, 'LayerName') ?? resource.logicalId }),
        resource,
      ),
    },
  }),
  'AWS::Serverless::Application': resource => ({
    resources: {
      [resource.logicalId]: replaced('AWS::CloudFormation::Stack', ownObject(resource.whole, 'Properties'), resource),
    },
  }),
  'AWS::Serverless::Connector': () => ({ resources: {} }),
};

/**
 * The template that the SAM transform makes of a SAM template, as far as workflows see it: state machines, functions, tables and
 * APIs, with their roles, versions, aliases, stages and rules. Logical IDs are SAM's own. Other templates stay as they are.
 *
 * @param parameter gives the value of a parameter, where it is known
 * @throws StepwrightError INVALID_TEMPLATE for what SAM rejects
 */
export function expandSam(template: JsonObject, parameter: (name: string) => Json | undefined): JsonObject {
  const original = ownObject(template, 'Resources') as Readonly<Record<string, JsonObject>>;
  const serverless = Object.entries(original).filter(([, resource]) =>
    /^AWS::Serverless::/.test(String(own(resource, 'Type'))),
  );
  if (!expandsSam(transformsOf(template))) {
    if (serverless.length === 0) return template;
    throw new StepwrightError(
      'INVALID_TEMPLATE',
      'the template has SAM resources but does not name the SAM transform',
      {
        where: `Resources/${serverless[0][0]}`,
        received: String(own(serverless[0][1], 'Type')),
        fix: `Add "Transform: ${SAM_TRANSFORM}" to the template; CloudFormation rejects it without.`,
      },
    );
  }
  const globals = own(template, 'Globals');
  checkGlobals(globals);
  const context: SamTemplate = { resources: original, literal: value => literalOf(value, parameter) };
  const resources: Record<string, JsonObject> = {};
  const references: Record<string, string> = {};
  for (const [logicalId, whole] of Object.entries({ ...original, ...missing(implicitApis(original), original) })) {
    const type = String(own(whole, 'Type'));
    if (!isJsonObject(whole) || !Object.hasOwn(EXPANSIONS, type)) {
      resources[logicalId] = whole;
      continue;
    }
    const expansion = EXPANSIONS[type](
      { logicalId, type, whole, properties: withGlobals(globals, logicalId, whole) },
      context,
    );
    Object.assign(resources, expansion.resources);
    Object.assign(references, expansion.references);
  }
  Object.assign(resources, connectorPolicies(original, resources));
  const { Globals: _, ...rest } = template;
  return renamed({ ...rest, Resources: resources }, references) as JsonObject;
}

function missing(
  added: Record<string, JsonObject>,
  present: Readonly<Record<string, JsonObject>>,
): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(added).filter(([id]) => !Object.hasOwn(present, id)));
}

function literalOf(value: Json | undefined, parameter: (name: string) => Json | undefined): Json | undefined {
  const ref = own(value, 'Ref');
  return typeof ref === 'string' ? (parameter(ref) ?? value) : value;
}
