import { isJsonObject, type Json, type JsonObject, type StateSite } from '../asl';
import { expressionText } from './condition-text';

/** The picture next to a state's name. */
export type Icon =
  | 'choice'
  | 'wait'
  | 'pass'
  | 'succeed'
  | 'fail'
  | 'parallel'
  | 'map'
  | 'task'
  | 'unknown'
  | 'function'
  | 'table'
  | 'queue'
  | 'topic'
  | 'bus'
  | 'workflow'
  | 'http'
  | 'container'
  | 'query'
  | 'storage'
  | 'api'
  | 'worker'
  | 'model';

/** Groups services by kind. A service that is not listed is a plain API. */
const SERVICE_ICONS: Readonly<Record<string, Icon>> = {
  lambda: 'function',
  dynamodb: 'table',
  rds: 'table',
  rdsdata: 'table',
  sqs: 'queue',
  kinesis: 'queue',
  firehose: 'queue',
  sns: 'topic',
  ses: 'topic',
  sesv2: 'topic',
  events: 'bus',
  eventbridge: 'bus',
  scheduler: 'bus',
  states: 'workflow',
  sfn: 'workflow',
  http: 'http',
  apigateway: 'http',
  ecs: 'container',
  eks: 'container',
  batch: 'container',
  codebuild: 'container',
  glue: 'query',
  athena: 'query',
  databrew: 'query',
  elasticmapreduce: 'query',
  emr: 'query',
  redshiftdata: 'query',
  s3: 'storage',
  s3control: 'storage',
  bedrock: 'model',
  bedrockruntime: 'model',
  sagemaker: 'model',
  textract: 'model',
  comprehend: 'model',
  rekognition: 'model',
  transcribe: 'model',
  translate: 'model',
};

/** Short names of services as people write them. Others are shown as the Resource spells them. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  lambda: 'Lambda',
  dynamodb: 'DynamoDB',
  sqs: 'SQS',
  sns: 'SNS',
  events: 'EventBridge',
  eventbridge: 'EventBridge',
  states: 'Step Functions',
  sfn: 'Step Functions',
  http: 'HTTP',
  apigateway: 'API Gateway',
  ecs: 'ECS',
  eks: 'EKS',
  batch: 'Batch',
  glue: 'Glue',
  athena: 'Athena',
  s3: 'S3',
  ses: 'SES',
  sesv2: 'SES',
  bedrock: 'Bedrock',
  bedrockruntime: 'Bedrock',
  sagemaker: 'SageMaker',
  codebuild: 'CodeBuild',
  elasticmapreduce: 'EMR',
  ssm: 'Systems Manager',
  ec2: 'EC2',
  rds: 'RDS',
};

const PATTERNS: Readonly<Record<string, string>> = {
  'sync': 'run a job',
  'sync:2': 'run a job',
  'waitForTaskToken': 'wait for callback',
};

/** The icon of a state, and the line below its name. */
export interface StateSummary {
  readonly icon: Icon;
  readonly subtitle: string;
}

/** The icon and the one-line description of a state. */
export function summaryOf({ state, type }: StateSite): StateSummary {
  switch (type) {
    case 'Task':
      return taskSummary(typeof state.Resource === 'string' ? state.Resource : '', state);
    case 'Wait':
      return { icon: 'wait', subtitle: waitText(state) };
    case 'Map':
      return { icon: 'map', subtitle: mapText(state) };
    case 'Parallel':
      return { icon: 'parallel', subtitle: `Parallel · ${countText(state.Branches, 'branch', 'branches')}` };
    case 'Fail':
      return {
        icon: 'fail',
        subtitle: typeof state.Error === 'string' ? `Fail · ${expressionText(state.Error)}` : 'Fail',
      };
    case 'Choice':
    case 'Pass':
    case 'Succeed':
      return { icon: type.toLowerCase() as Icon, subtitle: type };
    default:
      return { icon: 'unknown', subtitle: typeof state.Type === 'string' ? state.Type : 'no type' };
  }
}

function taskSummary(resource: string, state: JsonObject): StateSummary {
  const sdk = /^arn:[^:]*:states:[^:]*:[^:]*:aws-sdk:([^:]+):([^.:]+)(?:\.(.+))?$/.exec(resource);
  const optimized = /^arn:[^:]*:states:[^:]*:[^:]*:([a-z0-9-]+):([A-Za-z]+)(?:\.(.+))?$/.exec(resource);
  const [, service, action, pattern] = sdk ?? optimized ?? [];
  if (service === 'activity' || /:activity:/.test(resource)) {
    return { icon: 'worker', subtitle: `Activity · ${resource.split(':').pop() ?? ''}` };
  }
  if (service !== undefined) {
    const key = service.toLowerCase();
    const how = pattern === undefined ? undefined : PATTERNS[pattern];
    return {
      icon: SERVICE_ICONS[key] ?? 'api',
      subtitle: [`${SERVICE_NAMES[key] ?? service} · ${calledName(service, state) ?? action}`, how]
        .filter(part => part)
        .join(' · '),
    };
  }
  if (/:lambda:/.test(resource)) {
    const name = /:function:([^:]+)/.exec(resource)?.[1];
    return { icon: 'function', subtitle: name === undefined || /[${}]/.test(name) ? 'Lambda' : `Lambda · ${name}` };
  }
  return { icon: 'task', subtitle: 'Task' };
}

/** The name of the function that `lambda:invoke` calls, if the definition spells it out. */
function calledName(service: string, state: JsonObject): string | undefined {
  if (service !== 'lambda') return undefined;
  const given = isJsonObject(state.Parameters)
    ? state.Parameters
    : isJsonObject(state.Arguments)
      ? state.Arguments
      : {};
  const name = given.FunctionName;
  if (typeof name !== 'string' || /[${}%]/.test(name)) return undefined;
  return /:function:([^:]+)/.exec(name)?.[1] ?? (name.includes(':') ? undefined : name);
}

function waitText(state: JsonObject): string {
  const [field, value] =
    (['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'] as const)
      .map(name => [name, state[name]] as const)
      .find(([, given]) => given !== undefined) ?? [];
  if (typeof value === 'number') return `Wait · ${secondsText(value)}`;
  if (typeof value !== 'string') return 'Wait';
  return `Wait ${field?.startsWith('Timestamp') ? 'until' : '·'} ${expressionText(value)}`;
}

/** Seconds in the largest unit that divides them: `90 s`, `2 h`. */
function secondsText(seconds: number): string {
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0) return `${seconds / size} ${unit}`;
  }
  return `${seconds} s`;
}

function mapText(state: JsonObject): string {
  const processor = state.ItemProcessor ?? state.Iterator;
  const config = isJsonObject(processor) && isJsonObject(processor.ProcessorConfig) ? processor.ProcessorConfig : {};
  const mode = config.Mode === 'DISTRIBUTED' ? 'Distributed Map' : 'Map';
  const limit = state.MaxConcurrency;
  return typeof limit === 'number' && limit > 0 ? `${mode} · ${limit} at a time` : mode;
}

function countText(list: Json | undefined, one: string, many: string): string {
  const count = Array.isArray(list) ? list.length : 0;
  return `${count} ${count === 1 ? one : many}`;
}
