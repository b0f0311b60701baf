import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { Arguments } from './argument';
import { withKeys } from './integrations/data';
import type { CallView, Need, NeedRule, ResourceRule } from './need';
import { call } from './needs';
import { arn } from './resources';

/** Reads arguments: those of a definition in its query language, or concrete ones. */
export type Reader = (value: Json) => Arguments;

/** What a Distributed Map needs: its child executions, its reader and its writer. Other Maps need nothing. */
export function mapNeeds(state: JsonObject, view: Omit<CallView, 'args'>, read: Reader): readonly Need[] {
  if (!isDistributed(state)) return [];
  const label = typeof state.Label === 'string' ? state.Label : '*';
  return [...childNeeds(view.place, label), ...readerNeeds(state, view, read), ...writerNeeds(state, view, read)];
}

/** Whether a Map runs its items as executions of their own. */
export function isDistributed(state: JsonObject): boolean {
  const processor = state.ItemProcessor;
  return (
    state.Type === 'Map' &&
    isJsonObject(processor) &&
    isJsonObject(processor.ProcessorConfig) &&
    processor.ProcessorConfig.Mode === 'DISTRIBUTED'
  );
}

/** Child executions run under the machine itself. */
function childNeeds({ partition, region, account, machine }: CallView['place'], label: string): Need[] {
  const head = `arn:${partition}:states:${region}:${account}`;
  const own = (action: string, resource: string, phase: Need['phase'], reason: string): Need => ({
    actions: [`states:${action}`],
    resources: [{ arn: `${head}:${resource}` }],
    phase,
    reason,
    selfReferencing: true,
  });
  const executions = `execution:${machine}`;
  return [
    own(
      'StartExecution',
      `stateMachine:${machine}`,
      'call',
      'a Distributed Map starts a child execution for each item or batch',
    ),
    own('DescribeExecution', `${executions}:*`, 'poll', 'a Distributed Map asks for the state of its child executions'),
    own(
      'StopExecution',
      `${executions}:*`,
      'stop',
      'a Distributed Map stops its child executions when the execution is stopped',
    ),
    own(
      'RedriveExecution',
      `${executions}/${label}:*`,
      'redrive',
      'redriving the execution redrives the child executions of its Map Runs',
    ),
  ];
}

const bucket = arn('s3', '{Bucket}', 'global');
const object = arn('s3', '{Bucket}/{Key}', 'global');

function readerNeeds(state: JsonObject, view: Omit<CallView, 'args'>, read: Reader): readonly Need[] {
  const reader = state.ItemReader;
  if (!isJsonObject(reader) || typeof reader.Resource !== 'string') return [];
  const config = isJsonObject(reader.ReaderConfig) ? reader.ReaderConfig : {};
  const rules = reader.Resource.endsWith(':listObjectsV2') ? listRules(config) : readRules(config);
  return needsOf(rules, { ...view, args: read(reader.Parameters ?? reader.Arguments ?? {}) }, 'ItemReader');
}

function listRules(config: JsonObject): readonly NeedRule[] {
  const list: NeedRule = view => {
    const prefix = view.args.text('Prefix');
    const narrowed =
      prefix === undefined || prefix.pattern === '*'
        ? {}
        : {
            conditions: { StringLike: { 's3:prefix': [`${prefix.pattern}*`.replace(/\*{2,}$/, '*')] } },
            context: { 's3:prefix': [prefix.pattern] },
          };
    return call('s3:ListBucket', bucket, 'the ItemReader lists the objects of the bucket', narrowed)(view);
  };
  const objects = arn('s3', '{Bucket}/{Prefix|}*', 'global');
  return config.Transformation === 'LOAD_AND_FLATTEN'
    ? [
        list,
        call('s3:GetObject', objects, 'the ItemReader loads the objects that it lists'),
        withKeys(['kms:Decrypt'], 'the objects of the ItemReader are encrypted with this key'),
      ]
    : [list];
}

function readRules(config: JsonObject): readonly NeedRule[] {
  return [
    call('s3:GetObject', object, 'the ItemReader reads the object'),
    ...(config.InputType === 'MANIFEST' || config.ManifestType !== undefined
      ? [call('s3:GetObject', manifested(config), 'the ItemReader reads the objects that the manifest lists')]
      : []),
    withKeys(['kms:Decrypt'], 'the object of the ItemReader is encrypted with this key'),
  ];
}

/** An inventory keeps its data in `data/` beside the folders of its manifests; a query's result names any objects of the bucket. */
function manifested(config: JsonObject): ResourceRule {
  return view => {
    const key = view.args.text('Key');
    const [, folder] = /^(.*\/)[^/]+\/manifest\.json$/.exec(key?.pattern ?? '') ?? [];
    if (config.ManifestType === 'ATHENA_DATA' || folder === undefined || key?.known === false) {
      return arn(
        's3',
        '{Bucket}/*',
        'global',
      )(view).map(resource => ({ ...resource, gaps: [...(resource.gaps ?? []), 'Key'] }));
    }
    return arn('s3', `{Bucket}/${folder}data/*`, 'global')(view);
  };
}

const WRITER_ACTIONS = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'];

function writerNeeds(state: JsonObject, view: Omit<CallView, 'args'>, read: Reader): readonly Need[] {
  const writer = state.ResultWriter;
  if (!isJsonObject(writer)) return [];
  const target: Json | undefined = writer.Parameters ?? writer.Arguments;
  if (target === undefined) return [];
  return needsOf(
    [
      call(WRITER_ACTIONS, written, 'the ResultWriter writes the results'),
      withKeys(
        ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        'the results of the ResultWriter are encrypted with this key',
      ),
    ],
    { ...view, args: read(target) },
    'ResultWriter',
  );
}

/** Everything below the prefix. */
const written: ResourceRule = view => {
  const prefix = view.args.text('Prefix');
  const folder = prefix === undefined ? '' : `${prefix.pattern.replace(/\/$/, '')}/`;
  const [{ arn: bucketArn, gaps = [] }] = bucket(view);
  const unknown = [...gaps, ...(prefix === undefined || prefix.known ? [] : ['Prefix'])];
  return [
    {
      arn: `${bucketArn}/${folder}*`.replace(/\*\/\*$/, '*').replace(/:\*$/, ':*/*'),
      ...(unknown.length ? { gaps: unknown } : {}),
    },
  ];
};

function needsOf(rules: readonly NeedRule[], view: CallView, field: string): Need[] {
  return rules
    .flatMap(rule => rule(view))
    .map(need => ({
      ...need,
      resources: need.resources.map(resource =>
        resource.gaps ? { ...resource, gaps: resource.gaps.map(gap => `${field}.${gap}`) } : resource,
      ),
    }));
}
