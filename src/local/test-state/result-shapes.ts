import { serviceModel, sdkMemberName, optimizedMemberName, type MemberNames, type Structure } from '../../services';

/** The services of optimized integrations, by their names in the SDK. */
const SDK_NAMES: Readonly<Record<string, string>> = {
  'states': 'sfn',
  'events': 'eventbridge',
  'elasticmapreduce': 'emr',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
};

/** Actions of optimized integrations that another service of the SDK has. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'bedrock:invokeModel': 'bedrockruntime' };

/** Optimized integrations whose answers are not those of the API: what they answer beside, or instead, is any JSON. */
const OF_ANY_SHAPE: ReadonlySet<string> = new Set(['apigateway:invoke', 'http:invoke', 'eks:call', 'eks:runJob']);

/** Fields that an integration gives as JSON where the API has bytes or text. */
const PARSED: ReadonlySet<string> = new Set(['lambda:invoke Payload', 'bedrock:invokeModel Body']);

/** What an operation answers, and what its members are called; undefined for operations that are not known. */
export function resultShape(
  service: string,
  action: string,
): { readonly shape: Structure; readonly nameOf: MemberNames } | undefined {
  if (OF_ANY_SHAPE.has(`${service}:${action}`)) return undefined;
  const sdk = service.startsWith('aws-sdk:');
  const name = sdk
    ? service.slice('aws-sdk:'.length)
    : (ELSEWHERE[`${service}:${action}`] ?? SDK_NAMES[service] ?? service);
  const operation = serviceModel(name)?.operations.get(action);
  if (operation === undefined) return undefined;
  return {
    shape: withParsed(operation.output, `${service}:${action}`),
    nameOf: sdk ? sdkMemberName : optimizedMemberName,
  };
}

/** What is parsed can be any JSON. */
function withParsed(shape: Structure, call: string): Structure {
  const members = [...shape.members].map(
    ([name, member]) =>
      [
        name,
        PARSED.has(`${call} ${optimizedMemberName(name)}`)
          ? { ...member, shape: { kind: 'document' as const } }
          : member,
      ] as const,
  );
  return { ...shape, members: new Map(members) };
}
