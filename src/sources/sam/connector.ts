import { CFN_TYPES, MACHINE_CONNECTORS, REF_IS_ARN } from './connector-table';
import { defined, getAtt, own, ownList, ownObject, referredId } from './json';
import { samError, shown } from './sam-error';
import type { Json, JsonObject } from '../../asl';

interface Connector {
  readonly id: string;
  readonly source: Json;
  readonly destination: Json;
  readonly permissions: readonly Json[];
  readonly condition: Json | undefined;
}

/**
 * The managed policies that connectors attach to the roles of state machines: those of `AWS::Serverless::Connector` and of
 * `Connectors` of a resource. `expanded` has the resources with the types of CloudFormation.
 */
export function connectorPolicies(
  original: Readonly<Record<string, JsonObject>>,
  expanded: Readonly<Record<string, JsonObject>>,
): Record<string, JsonObject> {
  const policies: Record<string, JsonObject> = {};
  for (const connector of Object.entries(original).flatMap(([id, resource]) => connectorsOf(id, resource))) {
    const source = end(connector.source, connector, expanded);
    const destination = end(connector.destination, connector, expanded);
    if (source.type !== 'AWS::StepFunctions::StateMachine') continue;
    if (source.roleId === undefined) {
      throw samError(connector.id, 'the role of the source is not in the template, so a connector cannot add to it', {
        fix: 'Leave Role of the state machine out, or define the role in the template.',
      });
    }
    policies[connector.id] = defined({
      Type: 'AWS::IAM::ManagedPolicy',
      Condition: connector.condition,
      Properties: {
        PolicyDocument: { Version: '2012-10-17', Statement: statementsOf(connector, destination) },
        Roles: [{ Ref: source.roleId }],
      },
    });
  }
  return policies;
}

/** The connectors of a resource, or the resource itself if it is a connector. Each has one destination. */
function connectorsOf(id: string, resource: JsonObject): readonly Connector[] {
  const condition = own(resource, 'Condition');
  if (own(resource, 'Type') === 'AWS::Serverless::Connector') {
    const properties = ownObject(resource, 'Properties');
    return split(id, own(properties, 'Source') ?? null, properties, condition);
  }
  return Object.entries(ownObject(resource, 'Connectors')).flatMap(([name, connector]) =>
    split(
      `${id}${name}`,
      { ...ownObject(connector, 'SourceReference'), Id: id },
      ownObject(connector, 'Properties'),
      condition,
    ),
  );
}

function split(id: string, source: Json, properties: JsonObject, condition: Json | undefined): readonly Connector[] {
  const destination = own(properties, 'Destination');
  const permissions = ownList(properties, 'Permissions');
  if (!Array.isArray(destination)) {
    return [{ id: `${id}Policy`, source, destination: destination ?? null, permissions, condition }];
  }
  return destination.map((one: Json, i) => ({
    id: `${id}PolicyDestination${i}`,
    source,
    destination: one,
    permissions,
    condition,
  }));
}

interface End {
  readonly type: string;
  readonly arn: Json | undefined;
  readonly name: Json | undefined;
  readonly roleId: string | undefined;
}

function end(reference: Json, { id }: Connector, expanded: Readonly<Record<string, JsonObject>>): End {
  const logicalId = own(reference, 'Id');
  if (typeof logicalId !== 'string') {
    const type = String(own(reference, 'Type'));
    const cfnType = Object.hasOwn(CFN_TYPES, type) ? CFN_TYPES[type] : type;
    return {
      type: cfnType,
      arn: own(reference, 'Arn'),
      name: own(reference, 'Name'),
      roleId: referredId(own(reference, 'RoleName')),
    };
  }
  const resource = Object.hasOwn(expanded, logicalId) ? expanded[logicalId] : undefined;
  if (!resource) {
    throw samError(id, `a connector names a resource that the template does not have`, { received: logicalId });
  }
  const type = String(resource.Type);
  return {
    type,
    arn: REF_IS_ARN.includes(type) ? { Ref: logicalId } : getAtt(logicalId, 'Arn'),
    name: getAtt(logicalId, 'Name'),
    roleId: referredId(own(ownObject(resource, 'Properties'), 'RoleArn')),
  };
}

function statementsOf({ id, permissions }: Connector, destination: End): Json {
  const profile = Object.hasOwn(MACHINE_CONNECTORS, destination.type)
    ? MACHINE_CONNECTORS[destination.type]
    : undefined;
  if (!profile) {
    throw samError(id, `there is no connector from a state machine to ${destination.type}`, {
      allowed: Object.keys(MACHINE_CONNECTORS).join(', '),
    });
  }
  const categories = Object.keys(profile.categories);
  const given = [...new Set(permissions.map(String))].sort();
  const isAccepted =
    profile.combinations?.some(combination => combination.join() === given.join()) ??
    given.every(one => categories.includes(one));
  if (given.length === 0 || !isAccepted) {
    throw samError(id, 'the connector has no such Permissions', {
      received: shown(permissions),
      allowed: (profile.combinations ?? categories.map(one => [one])).map(one => one.join(' with ')).join(', '),
    });
  }
  return categories
    .filter(category => given.includes(category))
    .flatMap(category => profile.categories[category])
    .map(line => {
      const [actions, resources] = line.split(' -> ');
      return {
        Effect: 'Allow',
        Action: actions.split(' '),
        Resource: resources.split(' ').map(one => filled(one, destination)),
      };
    });
}

function filled(resource: string, { arn, name }: End): Json {
  if (resource === '{Arn}') return arn ?? null;
  const variables: Record<string, Json> = {};
  if (resource.includes('{Arn}')) variables.Arn = arn ?? null;
  if (resource.includes('{Name}')) variables.Name = name ?? null;
  const text = resource
    .replace('{p}', '${AWS::Partition}')
    .replace('{r}', '${AWS::Region}')
    .replace('{a}', '${AWS::AccountId}')
    .replace(/\{(Arn|Name)\}/g, '${$1}');
  return { 'Fn::Sub': Object.keys(variables).length > 0 ? [text, variables] : text };
}
