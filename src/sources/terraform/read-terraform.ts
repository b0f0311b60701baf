import { Configuration, get, listIn, objectIn, withoutKeys } from './configuration';
import { iamResources } from './iam';
import { TERRAFORM_KINDS } from './resource-table';
import { parsed, type TerraformApp, type TerraformResource } from './terraform-app';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import {
  ADVICE_IN_CODE,
  localApp,
  partitionOf,
  type Advice,
  type LocalApp,
  type ReadOptions,
} from '../../cloudformation';
import { didYouMean, StepwrightError } from '../../errors';

/** Whether a value is the JSON of `terraform show -json`: a plan or a state. */
export function isTerraformJson(value: Json): value is JsonObject {
  return (
    isJsonObject(value) &&
    typeof value.format_version === 'string' &&
    (isJsonObject(value.planned_values) || isJsonObject(value.values) || value.terraform_version !== undefined)
  );
}

/**
 * Reads the JSON of `terraform show -json`, of a plan or of a state: state machines, roles and their policies, and neighbors.
 * Logical IDs are Terraform's addresses.
 *
 * @throws StepwrightError KNOWN_AFTER_APPLY when a value is needed that only `terraform apply` knows
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readTerraform(json: JsonObject, options: ReadOptions = {}, advice: Advice = ADVICE_IN_CODE): LocalApp {
  const root = get(get(json, 'planned_values') ?? get(json, 'values'), 'root_module');
  const resources = overlaid(resourcesIn(root ?? null), options.values ?? {});
  const configuration = new Configuration(get(json, 'configuration'));
  const app: TerraformApp = {
    resources,
    attribute: (resource, argument, types, attribute) => {
      const value = get(resource.values, argument);
      if (value !== undefined && value !== null && value !== '') return value;
      const target = referred(resource, configuration.referredBy(resource.address, argument), types, resources);
      if (target === undefined) return undefined;
      return attribute === 'Ref' ? { Ref: target } : { 'Fn::GetAtt': [target, attribute] };
    },
  };
  const location = locationOf(json, resources, options);
  const values: Record<string, Json> = {};
  for (const { address, type, values: known } of resources) {
    if (typeof known.arn === 'string') values[`${address}.Arn`] = known.arn;
    const ref = Object.hasOwn(TERRAFORM_KINDS, type) ? get(known, TERRAFORM_KINDS[type].ref) : undefined;
    if (typeof ref === 'string') values[address] = ref;
  }
  const template = { Resources: Object.fromEntries([...convert(app), ...iamResources(app)]) };
  return localApp({
    stacks: [
      {
        ...location,
        name: 'terraform',
        template,
        paths: new Map(),
        parameters: new Map(),
        readAsset: () => undefined,
        readFile: () => undefined,
        nested: new Map(),
      },
    ],
    options: { ...options, values, parameters: {} },
    advice: { ...advice, afterApply: key => knownAfterApply(key, advice) },
  });
}

function knownAfterApply(key: string, advice: Advice): StepwrightError {
  return new StepwrightError('KNOWN_AFTER_APPLY', `${key} is known only after apply: the plan has no value for it`, {
    where: key,
    fix: `Apply the configuration and give its state (terraform show -json > state.json). Or: ${advice.value(key)}`,
  });
}

function resourcesIn(module: Json): TerraformResource[] {
  const own = listIn(module, 'resources').flatMap(resource => {
    const [address, type] = [get(resource, 'address'), get(resource, 'type')];
    if (typeof address !== 'string' || typeof type !== 'string' || get(resource, 'mode') === 'data') return [];
    return [{ address, type, values: objectIn(resource, 'values') }];
  });
  return [...own, ...listIn(module, 'child_modules').flatMap(resourcesIn)];
}

/** The resources with values that the user gives, as `ADDRESS.ATTRIBUTE`. */
function overlaid(
  resources: readonly TerraformResource[],
  given: Readonly<Record<string, Json>>,
): readonly TerraformResource[] {
  const more = new Map<string, Record<string, Json>>();
  for (const [key, value] of Object.entries(given)) {
    const dot = key.lastIndexOf('.');
    const address = key.slice(0, dot);
    if (!resources.some(one => one.address === address)) {
      const near = didYouMean(
        address,
        resources.map(one => one.address),
      );
      throw new StepwrightError(
        'UNKNOWN_RESOURCE',
        `the plan or state has no resource ${JSON.stringify(address)}${near}`,
        {
          where: 'values',
          allowed: 'ADDRESS.ATTRIBUTE, with the names of Terraform',
        },
      );
    }
    more.set(address, { ...more.get(address), [key.slice(dot + 1)]: value });
  }
  return resources.map(resource => ({ ...resource, values: { ...resource.values, ...more.get(resource.address) } }));
}

/** The instance that a reference means: with the same key if there are several. */
function referred(
  from: TerraformResource,
  addresses: readonly string[],
  types: readonly string[],
  resources: readonly TerraformResource[],
): string | undefined {
  const key = /\[[^\]]*\]$/.exec(from.address)?.[0] ?? '';
  const found = resources.filter(one => types.includes(one.type) && addresses.includes(withoutKeys(one.address)));
  return (found.find(one => key !== '' && one.address.endsWith(key)) ?? found[0])?.address;
}

function locationOf(
  json: JsonObject,
  resources: readonly TerraformResource[],
  options: ReadOptions,
): { region: string; account: string; partition: string } {
  const arns = [...resources]
    .sort((a, b) => Number(b.type === 'aws_sfn_state_machine') - Number(a.type === 'aws_sfn_state_machine'))
    .map(one => (typeof one.values.arn === 'string' ? one.values.arn.split(':') : []));
  const configured = Object.values(objectIn(get(json, 'configuration'), 'provider_config'))
    .map(provider => get(get(get(provider, 'expressions'), 'region'), 'constant_value'))
    .find(region => typeof region === 'string');
  const region = options.region ?? arns.find(arn => arn[3])?.[3] ?? (configured as string | undefined) ?? 'us-east-1';
  const account = options.account ?? arns.find(arn => arn[4])?.[4] ?? '123456789012';
  return { region, account, partition: options.partition ?? partitionOf(region) };
}

function convert(app: TerraformApp): Array<[string, JsonObject]> {
  const converted: Array<[string, JsonObject]> = [];
  for (const resource of app.resources) {
    const { address, type, values } = resource;
    if (type === 'aws_sfn_state_machine') {
      converted.push([address, machineOf(resource, app)]);
      // the machine refers to it if the definition is not known yet
      converted.push([`${address}.definition`, { Type: 'Terraform::Unknown' }]);
    } else if (type === 'aws_cloudwatch_event_rule') {
      converted.push([address, ruleOf(resource, app)]);
    } else if (Object.hasOwn(TERRAFORM_KINDS, type)) {
      const kind = TERRAFORM_KINDS[type];
      const properties = Object.entries(kind.properties).map(
        ([name, attribute]) => [name, get(values, attribute)] as const,
      );
      converted.push([
        address,
        {
          Type: kind.type,
          Properties: Object.fromEntries(
            properties.filter(([, value]) => value !== undefined && value !== null),
          ) as JsonObject,
        },
      ]);
    }
  }
  return converted;
}

function machineOf(resource: TerraformResource, app: TerraformApp): JsonObject {
  const { address, values } = resource;
  const [logging] = listIn(values, 'logging_configuration');
  const [tracing] = listIn(values, 'tracing_configuration');
  const definition = get(values, 'definition');
  const role = app.attribute(resource, 'role_arn', ['aws_iam_role'], 'Arn');
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      DefinitionString:
        typeof definition === 'string'
          ? definition
          : isJsonObject(definition)
            ? JSON.stringify(definition)
            : { Ref: `${address}.definition` },
      ...(typeof values.name === 'string' ? { StateMachineName: values.name } : {}),
      ...(typeof values.type === 'string' ? { StateMachineType: values.type } : {}),
      ...(role === undefined ? {} : { RoleArn: role }),
      ...(typeof get(logging, 'level') === 'string'
        ? {
            LoggingConfiguration: {
              Level: get(logging, 'level')!,
              IncludeExecutionData: get(logging, 'include_execution_data') ?? false,
            },
          }
        : {}),
      TracingConfiguration: { Enabled: get(tracing, 'enabled') ?? false },
    },
  };
}

function ruleOf(rule: TerraformResource, app: TerraformApp): JsonObject {
  const pattern = get(rule.values, 'event_pattern');
  const targets = app.resources.filter(
    one =>
      one.type === 'aws_cloudwatch_event_target' &&
      (get(one.values, 'rule') === rule.values.name ||
        get(app.attribute(one, 'rule', ['aws_cloudwatch_event_rule'], 'Ref'), 'Ref') === rule.address),
  );
  return {
    Type: 'AWS::Events::Rule',
    Properties: {
      ...(typeof rule.values.name === 'string' ? { Name: rule.values.name } : {}),
      ...(typeof pattern === 'string' ? { EventPattern: parsed(pattern) } : {}),
      ...(typeof rule.values.schedule_expression === 'string'
        ? { ScheduleExpression: rule.values.schedule_expression }
        : {}),
      Targets: targets.flatMap((target, i) => {
        const arn = app.attribute(target, 'arn', Object.keys(TERRAFORM_KINDS).concat('aws_sfn_state_machine'), 'Arn');
        return arn === undefined ? [] : [{ Arn: arn, Id: String(target.values.target_id ?? i) }];
      }),
    },
  };
}
