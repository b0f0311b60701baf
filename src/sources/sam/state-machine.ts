import { executionRole } from './execution-role';
import { generated, replaced, type Expansion, type SamResource } from './expansion';
import { defined, getAtt, isIntrinsic, own, ownList, ownObject } from './json';
import { machineEvents } from './machine-events';
import { samError, shown } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
const PROPERTIES = [
  'AutoPublishAlias',
  'Definition',
  'DefinitionSubstitutions',
  'DefinitionUri',
  'DeploymentPreference',
  'Events',
  'Logging',
  'Name',
  'PermissionsBoundary',
  'Policies',
  'PropagateTags',
  'Role',
  'RolePath',
  'Tags',
  'Tracing',
  'Type',
  'UseAliasAsEventTarget',
];

/** `AWS::Serverless::StateMachine`: the machine, its role, its version and alias, and what its events need. */
export function expandStateMachine(resource: SamResource): Expansion {
  const { logicalId, properties } = resource;
  for (const name of Object.keys(properties)) {
    if (PROPERTIES.includes(name)) continue;
    throw samError(logicalId, `a state machine has no property ${JSON.stringify(name)}${didYouMean(name, PROPERTIES)}`);
  }
  const role = own(properties, 'Role');
  if (given(role) && given(own(properties, 'Policies'))) {
    throw samError(logicalId, 'a state machine has either Role or Policies, not both', {
      fix: 'Remove Policies if the role allows all that the workflow calls; else remove Role.',
    });
  }
  const machine = defined({
    ...definitionOf(resource),
    RoleArn: given(role) ? role : getAtt(`${logicalId}Role`, 'Arn'),
    StateMachineName: own(properties, 'Name'),
    StateMachineType: own(properties, 'Type'),
    LoggingConfiguration: own(properties, 'Logging'),
    TracingConfiguration: own(properties, 'Tracing'),
  });
  const versions = versionsOf(resource);
  return {
    resources: {
      [logicalId]: replaced('AWS::StepFunctions::StateMachine', machine, resource),
      ...(given(role) ? {} : { [`${logicalId}Role`]: generated('AWS::IAM::Role', roleOf(resource), resource) }),
      ...versions.resources,
      ...machineEvents(resource, versions.alias ?? logicalId),
    },
    references: versions.references,
  };
}

function given(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function roleOf({ logicalId, properties }: SamResource): JsonObject {
  const isTraced = own(own(properties, 'Tracing'), 'Enabled') === true;
  return executionRole({
    logicalId,
    service: 'states.amazonaws.com',
    policies: ownList(properties, 'Policies'),
    managed: isTraced ? ['AWSXrayWriteOnlyAccess'] : [],
    path: own(properties, 'RolePath'),
    permissionsBoundary: own(properties, 'PermissionsBoundary'),
  });
}

/** The definition with its substitutions: SAM puts a substitution in the place of every function in it. */
function definitionOf({ logicalId, properties }: SamResource): Record<string, Json | undefined> {
  const definition = own(properties, 'Definition');
  const uri = own(properties, 'DefinitionUri');
  if (given(definition) === given(uri)) {
    throw samError(
      logicalId,
      `a state machine has ${given(uri) ? 'either Definition or DefinitionUri, not both' : 'Definition or DefinitionUri'}`,
      {
        received: given(uri) ? 'both' : 'neither',
      },
    );
  }
  const substitutions = ownObject(properties, 'DefinitionSubstitutions');
  if (given(uri)) {
    return {
      DefinitionUri: uri,
      DefinitionSubstitutions: Object.keys(substitutions).length > 0 ? substitutions : undefined,
    };
  }
  if (!isJsonObject(definition) || isIntrinsic(definition)) {
    throw samError(logicalId, 'Definition is an object', {
      received: shown(definition),
      fix: 'For a definition in a file, use DefinitionUri.',
    });
  }
  const functions: Record<string, Json> = {};
  const text = withoutFunctions(definition, functions);
  const all = { ...substitutions, ...functions };
  return { Definition: text, DefinitionSubstitutions: Object.keys(all).length > 0 ? all : undefined };
}

/** In the translator the functions are numbered along the sorted keys. */
function withoutFunctions(value: Json, functions: Record<string, Json>): Json {
  if (isIntrinsic(value) || (typeof value === 'string' && /\{\{resolve:[^}]+\}\}/.test(value))) {
    const name = `definition_substitution_${Object.keys(functions).length + 1}`;
    functions[name] = value;
    return `\${${name}}`;
  }
  if (Array.isArray(value)) return value.map((item: Json) => withoutFunctions(item, functions));
  if (!isJsonObject(value)) return value;
  const changed = new Map<string, Json>();
  for (const key of Object.keys(value).sort()) changed.set(key, withoutFunctions(value[key], functions));
  return Object.fromEntries(Object.keys(value).map(key => [key, changed.get(key)!]));
}

function versionsOf(resource: SamResource): {
  readonly resources: Record<string, JsonObject>;
  readonly references: Record<string, string>;
  readonly alias?: string;
} {
  const { logicalId, properties } = resource;
  const alias = own(properties, 'AutoPublishAlias');
  const useAlias = own(properties, 'UseAliasAsEventTarget') === true;
  if (alias === undefined) {
    if (!useAlias) return { resources: {}, references: {} };
    throw samError(logicalId, 'UseAliasAsEventTarget needs AutoPublishAlias');
  }
  if (typeof alias !== 'string') {
    throw samError(logicalId, 'AutoPublishAlias of a state machine is a string', { received: shown(alias) });
  }
  const version = `${logicalId}Version`;
  const aliasId = `${logicalId}Alias${alias}`;
  return {
    resources: {
      [version]: generated(
        'AWS::StepFunctions::StateMachineVersion',
        { StateMachineArn: { Ref: logicalId } },
        resource,
      ),
      [aliasId]: generated(
        'AWS::StepFunctions::StateMachineAlias',
        { Name: alias, DeploymentPreference: { Type: 'ALL_AT_ONCE', StateMachineVersionArn: { Ref: version } } },
        resource,
      ),
    },
    references: { [`${logicalId}.Version`]: version, [`${logicalId}.Alias`]: aliasId },
    ...(useAlias ? { alias: aliasId } : {}),
  };
}
