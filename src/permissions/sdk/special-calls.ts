import { isJsonObject } from '../../asl';
import type { Arguments } from '../argument';
import { INTEGRATIONS } from '../integrations';
import type { CallView, Need, NeedRule, Resource, ResourceRule } from '../need';
import { call } from '../needs';
import { arn, arnHead, named } from '../resources';
import type { Text } from '../text';

/** Calls that an optimized integration makes as well: its rules know more than the table. */
const AS_OPTIMIZED: Readonly<Record<string, readonly [service: string, action: string]>> = {
  'batch:submitJob': ['batch', 'submitJob'],
  'bedrock:createModelCustomizationJob': ['bedrock', 'createModelCustomizationJob'],
  'bedrockruntime:converse': ['bedrock', 'invokeModel'],
  'bedrockruntime:invokeModel': ['bedrock', 'invokeModel'],
  'codebuild:startBuild': ['codebuild', 'startBuild'],
  'codebuild:startBuildBatch': ['codebuild', 'startBuildBatch'],
  'databrew:startJobRun': ['databrew', 'startJobRun'],
  'ecs:runTask': ['ecs', 'runTask'],
  'emr:runJobFlow': ['elasticmapreduce', 'createCluster'],
  'emrserverless:startJobRun': ['emr-serverless', 'startJobRun'],
  'eventbridge:putEvents': ['events', 'putEvents'],
  'glue:startJobRun': ['glue', 'startJobRun'],
  'lambda:invoke': ['lambda', 'invoke'],
  'mediaconvert:createJob': ['mediaconvert', 'createJob'],
  'sfn:startExecution': ['states', 'startExecution'],
  'sns:publish': ['sns', 'publish'],
  'sqs:sendMessage': ['sqs', 'sendMessage'],
};

/** What a call needs whose resources lie deeper than names can tell; undefined for all others. */
export function specialNeeds(service: string, view: CallView): readonly Need[] | undefined {
  const key = `${service}:${view.action}`;
  const rules = Object.hasOwn(SPECIAL, key) ? SPECIAL[key] : optimized(key);
  return rules
    ?.flatMap(rule => rule(view))
    .map(need => ({ ...need, reason: need.reason.replace(/^[\w-]+:\w+(?= )/, `aws-sdk:${key}`) }));
}

function optimized(key: string): readonly NeedRule[] | undefined {
  if (!Object.hasOwn(AS_OPTIMIZED, key)) return undefined;
  const [service, action] = AS_OPTIMIZED[key];
  return INTEGRATIONS[service][action];
}

const tableHead = (view: CallView): string => `${arnHead(view, 'dynamodb')}table/`;

function table(view: CallView, text: Text | undefined, field: string): Resource {
  return named(view, field, text, name => `${tableHead(view)}${name}`);
}

/** The tables that are the keys of `RequestItems`. */
const requestedTables: ResourceRule = view => {
  const items = view.args.at('RequestItems');
  const names =
    items.kind === 'json' && isJsonObject(items.value)
      ? Object.keys(items.value).map(key => key.replace(/\.\$$/, ''))
      : [];
  if (names.length === 0) return [{ arn: `${tableHead(view)}*`, gaps: ['RequestItems'] }];
  return names.map(name => table(view, { pattern: name, known: true }, 'RequestItems'));
};

/** What each item of a transaction does, on its table. */
function transaction(kinds: Readonly<Record<string, string>>): NeedRule {
  return view => {
    const items = view.args.items('TransactItems');
    const kindsOf = (item: Arguments): string[] => Object.keys(kinds).filter(kind => item.at(kind).kind !== 'absent');
    const used = items?.some(item => item.at('').kind === 'run') ?? true;
    const all = used || items!.length === 0 ? Object.keys(kinds) : [...new Set(items!.flatMap(kindsOf))];
    return all.flatMap(kind => {
      const own = used ? [] : items!.filter(item => item.at(kind).kind !== 'absent');
      const resources: ResourceRule = () =>
        own.length === 0
          ? [{ arn: `${tableHead(view)}*`, gaps: ['TransactItems'] }]
          : own.map(item => table(view, item.text(`${kind}.TableName`), `TransactItems[].${kind}.TableName`));
      return call(kinds[kind], resources, `dynamodb:${view.action} is authorized as ${kinds[kind]}`)(view);
    });
  };
}

const STATEMENT =
  /^\s*(?:(select)\b.*?\bfrom|(insert)\s+into|(update)|(delete)\s+from)\s+"?([\w.-]+)"?(?:\."?([\w.-]+)"?)?/is;
const PARTIQL = ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate'].map(name => `dynamodb:${name}`);

/** A PartiQL statement that is written in the definition tells verb, table and index; any other may be any. */
function partiQl(view: CallView, text: Text | undefined, field: string): readonly Need[] {
  const [, select, insert, update, , name, index] =
    (text?.pattern.includes('*FROM') ? null : STATEMENT.exec(text?.pattern.replace(/\$\{\*\}/g, '*') ?? '')) ?? [];
  const reason = `dynamodb:${view.action} is authorized by what its PartiQL does`;
  if (name === undefined) return call(PARTIQL, () => [{ arn: `${tableHead(view)}*`, gaps: [field] }], reason)(view);
  const action = select ? 'Select' : insert ? 'Insert' : update ? 'Update' : 'Delete';
  return call(
    `dynamodb:PartiQL${action}`,
    () => [{ arn: `${tableHead(view)}${name}${index === undefined ? '' : `/index/${index}`}` }],
    reason,
  )(view);
}

function partiQlOf(list: string): NeedRule {
  return view => {
    const items = view.args.items(list);
    return items === undefined || items.length === 0
      ? partiQl(view, undefined, list)
      : items.flatMap(item => partiQl(view, item.text('Statement'), `${list}[].Statement`));
  };
}

/** Reading a version of an object is an action of its own. */
const readObject: NeedRule = view => {
  const versioned = view.args.at('VersionId').kind !== 'absent' && view.args.at('VersionId').kind === 'json';
  return call(
    versioned ? 's3:GetObjectVersion' : 's3:GetObject',
    arn('s3', '{Bucket}/{Key}', 'global'),
    `s3:${view.action} reads the object`,
  )(view);
};

const SPECIAL: Readonly<Record<string, readonly NeedRule[]>> = {
  'dynamodb:batchGetItem': [
    call('dynamodb:BatchGetItem', requestedTables, 'dynamodb:batchGetItem reads items of the tables'),
  ],
  'dynamodb:batchWriteItem': [
    call('dynamodb:BatchWriteItem', requestedTables, 'dynamodb:batchWriteItem writes items of the tables'),
  ],
  'dynamodb:transactGetItems': [transaction({ Get: 'dynamodb:GetItem' })],
  'dynamodb:transactWriteItems': [
    transaction({
      ConditionCheck: 'dynamodb:ConditionCheckItem',
      Delete: 'dynamodb:DeleteItem',
      Put: 'dynamodb:PutItem',
      Update: 'dynamodb:UpdateItem',
    }),
  ],
  'dynamodb:executeStatement': [view => partiQl(view, view.args.text('Statement'), 'Statement')],
  'dynamodb:batchExecuteStatement': [partiQlOf('Statements')],
  'dynamodb:executeTransaction': [partiQlOf('TransactStatements')],
  's3:getObject': [readObject],
  's3:headObject': [readObject],
};
