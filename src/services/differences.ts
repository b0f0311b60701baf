/** How the optimized form of an action differs from the API. */
export interface Difference {
  /** The service and the action of the API, if their names are others. */
  readonly api?: readonly [service: string, action: string];
  /** Members that take any JSON where the API has a string or bytes. `Entries.Detail` is a member of the items of a list. */
  readonly anyJson?: readonly string[];
  /** Members that Step Functions adds. They take any JSON. */
  readonly added?: readonly string[];
  /** Members of the result that are parsed JSON where the API has a string or bytes. */
  readonly parsed?: readonly string[];
  /** The page or the report that says so. */
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';

/** The services of optimized integrations that the models have under another name. */
const API_SERVICES: Readonly<Record<string, string>> = {
  'states': 'sfn',
  'events': 'eventbridge',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
};

/** Optimized integrations whose arguments and results aren't those of an API, so the models can't judge them. */
const WITHOUT_MODEL: ReadonlySet<string> = new Set([
  'apigateway:invoke',
  'http:invoke',
  'eks:call',
  'eks:runJob',
  'bedrockagentcore:invokeHarness',
]);

/** The differences of optimized integrations, by service and action. */
export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'lambda:invoke': {
    anyJson: ['Payload'],
    parsed: ['Payload'],
    source: `${GUIDE}connect-lambda.html`,
  },
  'sns:publish': { anyJson: ['Message'], source: `${GUIDE}connect-sns.html` },
  'sqs:sendMessage': { anyJson: ['MessageBody'], source: `${GUIDE}connect-sqs.html` },
  'events:putEvents': { anyJson: ['Entries.Detail'], source: `${GUIDE}connect-eventbridge.html` },
  'states:startExecution': { anyJson: ['Input'], source: `${GUIDE}connect-stepfunctions.html` },
  // AWS's own samples give objects to the SDK integration of Step Functions; no recording shows that they are refused
  'aws-sdk:sfn:sendTaskSuccess': { anyJson: ['Output'], source: 'aws-samples, step-functions-workflows-collection' },
  'aws-sdk:sfn:startExecution': { anyJson: ['Input'], source: 'inferred from sendTaskSuccess' },
  'aws-sdk:sfn:startSyncExecution': { anyJson: ['Input'], source: 'inferred from sendTaskSuccess' },
  'bedrock:invokeModel': {
    api: ['bedrockruntime', 'invokeModel'],
    anyJson: ['Body'],
    added: ['Input', 'Output'],
    parsed: ['Body'],
    source: `${GUIDE}connect-bedrock.html`,
  },
};

/** The service and the action of the API behind an optimized integration; undefined if its shapes aren't known. */
export function apiOf(service: string, action: string): readonly [service: string, action: string] | undefined {
  const call = `${service}:${action}`;
  // the guide lists EMR's arguments by hand, and they are not those of the API
  if (WITHOUT_MODEL.has(call) || service === 'elasticmapreduce') return undefined;
  const difference = Object.hasOwn(DIFFERENCES, call) ? DIFFERENCES[call] : undefined;
  return difference?.api ?? [API_SERVICES[service] ?? service, action];
}
