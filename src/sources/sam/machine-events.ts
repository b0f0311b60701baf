import { generated, type SamResource } from './expansion';
import { defined, getAtt, own, ownObject } from './json';
import { samError } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';

type Event = {
  readonly id: string;
  readonly properties: JsonObject;
  readonly target: Json;
  readonly roleArn: Json;
  readonly suffixedName: Json;
};

/** What a state machine can be started by. */
const EVENTS: Readonly<
  Record<string, { readonly principal: string; readonly type?: string; readonly make?: (event: Event) => JsonObject }>
> = {
  Schedule: {
    principal: 'events.amazonaws.com',
    type: 'AWS::Events::Rule',
    make: ({ properties, ...event }) =>
      defined({
        ScheduleExpression: own(properties, 'Schedule'),
        State: stateOf(properties),
        Name: own(properties, 'Name'),
        Description: own(properties, 'Description'),
        Targets: [ruleTarget(properties, event)],
      }),
  },
  ScheduleV2: {
    principal: 'scheduler.amazonaws.com',
    type: 'AWS::Scheduler::Schedule',
    make: ({ properties, target, roleArn, suffixedName }) =>
      defined({
        ScheduleExpression: own(properties, 'ScheduleExpression'),
        ScheduleExpressionTimezone: own(properties, 'ScheduleExpressionTimezone'),
        FlexibleTimeWindow: own(properties, 'FlexibleTimeWindow') ?? { Mode: 'OFF' },
        State: own(properties, 'State'),
        Name: own(properties, 'Name') ?? (own(properties, 'OmitName') === true ? undefined : suffixedName),
        GroupName: own(properties, 'GroupName'),
        Target: defined({ Arn: target, RoleArn: roleArn, Input: own(properties, 'Input') }),
      }),
  },
  EventBridgeRule: { principal: 'events.amazonaws.com', type: 'AWS::Events::Rule', make: patternRule },
  CloudWatchEvent: { principal: 'events.amazonaws.com', type: 'AWS::Events::Rule', make: patternRule },
  Api: { principal: 'apigateway.amazonaws.com' },
};

/**
 * The rules, schedules, and roles that SAM generates for the events of a machine. The machine itself refers to none of them.
 *
 * @param target the logical ID of the machine, or of its alias
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-statemachine.html
 */
export function machineEvents(resource: SamResource, target: string): Record<string, JsonObject> {
  const all: Record<string, JsonObject> = {};
  for (const [name, event] of Object.entries(ownObject(resource.properties, 'Events'))) {
    const type = own(event, 'Type');
    if (typeof type !== 'string' || !Object.hasOwn(EVENTS, type)) {
      const near = didYouMean(String(type), Object.keys(EVENTS));
      throw samError(resource.logicalId, `the event ${name} has no type that starts a state machine${near}`, {
        received: String(type),
        allowed: Object.keys(EVENTS).join(', '),
      });
    }
    Object.assign(
      all,
      eventResources(type, `${resource.logicalId}${name}`, ownObject(event, 'Properties'), target, resource),
    );
  }
  return all;
}

function eventResources(
  type: string,
  id: string,
  properties: JsonObject,
  target: string,
  resource: SamResource,
): Record<string, JsonObject> {
  const { principal, type: ruleType, make } = EVENTS[type];
  const given = own(properties, 'RoleArn');
  const role = `${id}Role`;
  const rule = make?.({
    id,
    properties,
    target: { Ref: target },
    roleArn: given ?? getAtt(role, 'Arn'),
    suffixedName: id,
  });
  return {
    ...(rule && ruleType ? { [id]: generated(ruleType, rule, resource) } : {}),
    ...(given === undefined
      ? {
          [role]: generated(
            'AWS::IAM::Role',
            startingRole(
              principal,
              target,
              role,
              own(properties, 'PermissionsBoundary') ?? own(resource.properties, 'PermissionsBoundary'),
            ),
            resource,
          ),
        }
      : {}),
  };
}

function startingRole(principal: string, target: string, role: string, boundary: Json | undefined): JsonObject {
  return defined({
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: [principal] } }],
    },
    Policies: [
      {
        PolicyName: `${principal === 'scheduler.amazonaws.com' ? role.replace(/Role$/, '') : role}StartExecutionPolicy`,
        PolicyDocument: {
          Statement: [{ Action: 'states:StartExecution', Effect: 'Allow', Resource: { Ref: target } }],
        },
      },
    ],
    PermissionsBoundary: boundary,
  });
}

function patternRule({ properties, ...event }: Event): JsonObject {
  return defined({
    EventBusName: own(properties, 'EventBusName'),
    EventPattern: own(properties, 'Pattern'),
    Name: own(properties, 'RuleName'),
    State: own(properties, 'State'),
    Targets: [ruleTarget(properties, event)],
  });
}

function ruleTarget(properties: JsonObject, { id, target, roleArn }: Pick<Event, 'id' | 'target' | 'roleArn'>): Json {
  const given = own(own(properties, 'Target'), 'Id');
  return defined({
    Arn: target,
    Id: typeof given === 'string' ? given : `${id}StepFunctionsTarget`.slice(0, 64),
    RoleArn: roleArn,
    Input: own(properties, 'Input'),
    InputPath: own(properties, 'InputPath'),
    InputTransformer: own(properties, 'InputTransformer'),
    RetryPolicy: own(properties, 'RetryPolicy'),
  });
}

function stateOf(properties: JsonObject): Json | undefined {
  const enabled = own(properties, 'Enabled');
  if (isJsonObject(enabled)) return undefined;
  return enabled === undefined
    ? own(properties, 'State')
    : enabled === true || enabled === 'true'
      ? 'ENABLED'
      : 'DISABLED';
}
