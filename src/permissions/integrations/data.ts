import type { NeedRule, ResourceRule } from '../need';
import { call, poll, stop } from '../needs';
import { ANY, arn, arnHead, arnOrName, named } from '../resources';
import { GAP, split } from '../text';
import type { IntegrationTable } from './table';

const table = arnOrName('TableName', 'dynamodb', 'table/{}');

function onItem(action: string, verb: string, keyActions: readonly string[]): readonly NeedRule[] {
  const name = action[0].toUpperCase() + action.slice(1);
  return [
    call(`dynamodb:${name}`, table, `dynamodb:${action} ${verb} an item of the table`),
    withKeys(keyActions, `the table of dynamodb:${action} is encrypted with this key`),
  ];
}

/** What the keys must allow with which the data are encrypted; keys are known only from who made the resource. */
export function withKeys(actions: readonly string[], reason: string): NeedRule {
  return view => (view.keys?.length ? call(actions, () => view.keys!.map(key => ({ arn: key })), reason)(view) : []);
}

const READ_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** The object or prefix that an `s3://bucket/key` argument names. */
export function s3Uri(field: string, ending = ''): ResourceRule {
  return view => {
    const text = view.args.text(field) ?? GAP;
    const [, bucket, key] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(text.pattern) ?? [];
    if (bucket === undefined) return [{ arn: `${arnHead(view, 's3', 'global')}*`, gaps: [field] }];
    const object = `${key}${ending}`.replace(/\*{2,}/g, '*');
    return [
      { arn: `${arnHead(view, 's3', 'global')}${bucket}/${object || '*'}`, ...(text.known ? {} : { gaps: [field] }) },
    ];
  };
}

function bucketOf(field: string): ResourceRule {
  return view =>
    s3Uri(field)(view).map(({ arn: object, gaps }) => {
      const [bucket] = split(object, '/');
      return { arn: bucket, ...(gaps && bucket.endsWith('*') ? { gaps } : {}) };
    });
}

const workgroup = arn('athena', 'workgroup/{WorkGroup|primary}');
const anyWorkgroup = arn('athena', 'workgroup/*');
const anyBucket = arn('s3', '*', 'global');
const RESULTS = 'ResultConfiguration.OutputLocation';

/** Where the results go: the call names a place, or the workgroup has one that only it knows. */
function whereResultsGo(where: ResourceRule, reason: string, actions: readonly string[]): NeedRule {
  return view =>
    call(
      actions,
      view.args.text(RESULTS) === undefined ? anyBucket : where,
      reason,
      broad(view.args.text(RESULTS) === undefined),
    )(view);
}

function broad(isBroad: boolean): { broad?: string } {
  return isBroad ? { broad: "The query's data and results lie in buckets that the call does not name" } : {};
}

const catalog: ResourceRule = view => {
  const database = view.args.text('QueryExecutionContext.Database') ?? GAP;
  const known = view.args.has('QueryExecutionContext.Database') ? database.pattern : '*';
  const of = (kind: string, name: string): { arn: string } => ({ arn: `${arnHead(view, 'glue')}${kind}/${name}` });
  const inside = known === '*' ? '*' : `${known}/*`;
  return [
    { arn: `${arnHead(view, 'glue')}catalog` },
    of('database', known),
    of('table', inside),
    of('userDefinedFunction', inside),
  ];
};

const GLUE_CATALOG_ACTIONS = [
  'CreateDatabase',
  'GetDatabase',
  'GetDatabases',
  'UpdateDatabase',
  'DeleteDatabase',
  'CreateTable',
  'UpdateTable',
  'GetTable',
  'GetTables',
  'DeleteTable',
  'BatchDeleteTable',
  'BatchCreatePartition',
  'CreatePartition',
  'UpdatePartition',
  'GetPartition',
  'GetPartitions',
  'BatchGetPartition',
  'DeletePartition',
  'BatchDeletePartition',
].map(action => `glue:${action}`);

/** What a query reads: the SQL decides, not the call. */
const queriedBuckets: NeedRule = view =>
  call(
    ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
    anyBucket,
    'athena:startQueryExecution reads what the SQL names',
    broad(true),
  )(view);

const glueJob: ResourceRule = view => [
  named(view, 'JobName', view.args.text('JobName'), name => `${arnHead(view, 'glue')}job/${name}`),
];
const databrewJob = arn('databrew', 'job/{Name}');

/** What stores and queries data: DynamoDB, Athena, Glue, DataBrew. */
export const DATA: IntegrationTable = {
  dynamodb: {
    getItem: onItem('getItem', 'reads', READ_KEY),
    putItem: onItem('putItem', 'writes', WRITE_KEY),
    updateItem: onItem('updateItem', 'changes', WRITE_KEY),
    deleteItem: onItem('deleteItem', 'deletes', WRITE_KEY),
  },
  athena: {
    startQueryExecution: [
      call(['athena:StartQueryExecution'], workgroup, 'athena:startQueryExecution queries in the workgroup'),
      call(
        ['athena:GetDataCatalog'],
        arn('athena', 'datacatalog/{QueryExecutionContext.Catalog|*}'),
        'athena:startQueryExecution looks up the data catalog',
      ),
      queriedBuckets,
      whereResultsGo(s3Uri(RESULTS, '*'), 'athena:startQueryExecution writes its results', [
        's3:AbortMultipartUpload',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ]),
      whereResultsGo(bucketOf(RESULTS), 'athena:startQueryExecution writes its results', [
        's3:CreateBucket',
        's3:ListBucketMultipartUploads',
      ]),
      withKeys(
        ['kms:Decrypt', 'kms:GenerateDataKey*'],
        'the results of athena:startQueryExecution are encrypted with this key',
      ),
      call(GLUE_CATALOG_ACTIONS, catalog, 'athena:startQueryExecution runs SQL over the Glue catalog'),
      call(
        'lakeformation:GetDataAccess',
        ANY,
        'athena:startQueryExecution asks Lake Formation; GetDataAccess has no resource type',
      ),
      poll('athena:GetQueryExecution', workgroup, "athena:startQueryExecution.sync asks for the query's state"),
      stop(
        'athena:StopQueryExecution',
        workgroup,
        'athena:startQueryExecution.sync stops the query when the execution is stopped',
      ),
    ],
    stopQueryExecution: [
      call(
        'athena:StopQueryExecution',
        anyWorkgroup,
        "athena:stopQueryExecution: a query's id does not name its workgroup",
      ),
    ],
    getQueryExecution: [
      call(
        'athena:GetQueryExecution',
        anyWorkgroup,
        "athena:getQueryExecution: a query's id does not name its workgroup",
      ),
    ],
    getQueryResults: [
      call('athena:GetQueryResults', anyWorkgroup, "athena:getQueryResults: a query's id does not name its workgroup"),
      call('s3:GetObject', anyBucket, 'athena:getQueryResults reads the results where the query put them', broad(true)),
    ],
  },
  glue: {
    startJobRun: [
      call('glue:StartJobRun', glueJob, 'glue:startJobRun runs the job'),
      poll(['glue:GetJobRun', 'glue:GetJobRuns'], glueJob, "glue:startJobRun.sync asks for the run's state"),
      stop('glue:BatchStopJobRun', glueJob, 'glue:startJobRun.sync stops the run when the execution is stopped'),
    ],
  },
  databrew: {
    startJobRun: [
      call('databrew:StartJobRun', databrewJob, 'databrew:startJobRun runs the job'),
      poll('databrew:ListJobRuns', databrewJob, "databrew:startJobRun.sync asks for the run's state"),
      stop('databrew:StopJobRun', databrewJob, 'databrew:startJobRun.sync stops the run when the execution is stopped'),
    ],
  },
};
