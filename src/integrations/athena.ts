import type { aws_s3 as s3 } from 'aws-cdk-lib';
import type { Call } from './call';
import { keys } from './keys';
import { serviceCall } from './service-call';
import type { StateGrants } from './state-grants';
import { plainNumber } from './whole-seconds';

/** A query. */
export interface AthenaStartQueryExecutionProps {
  /** The query: text, or `'{% … %}'`. */
  readonly queryString: string;

  /**
   * The workgroup.
   *
   * @default - primary
   */
  readonly workGroup?: string;

  /**
   * The database.
   *
   * @default - none: the query names it
   */
  readonly database?: string;

  /**
   * The data catalog.
   *
   * @default - AwsDataCatalog
   */
  readonly catalog?: string;

  /**
   * Values for the question marks of the query.
   *
   * @default - none
   */
  readonly executionParameters?: string[];

  /**
   * The bucket of the results.
   *
   * @default - as the workgroup says
   */
  readonly resultBucket?: s3.IBucket;

  /**
   * The prefix of the results in the bucket.
   *
   * @default - none
   */
  readonly resultPrefix?: string;

  /**
   * More parameters of StartQueryExecution, by the service's own names.
   *
   * @default - none
   */
  readonly additionalParameters?: { [name: string]: any };
}

/** Which part of the results. */
export interface AthenaGetQueryResultsProps {
  /** The query's id: `'{% $states.input.QueryExecutionId %}'`. */
  readonly queryExecutionId: string;

  /**
   * The rows to give, 1 to 1,000.
   *
   * @default 1000
   */
  readonly maxResults?: number;

  /**
   * Where the part before ended.
   *
   * @default - the first part
   */
  readonly nextToken?: string;
}

/** `athena:startQueryExecution`. */
export function startQueryCall(props: AthenaStartQueryExecutionProps): Call {
  const { database, catalog, resultBucket, resultPrefix } = props;
  return serviceCall(
    'athena:startQueryExecution',
    {
      QueryString: props.queryString,
      WorkGroup: props.workGroup,
      QueryExecutionContext:
        database === undefined && catalog === undefined ? undefined : { Catalog: catalog, Database: database },
      ExecutionParameters: props.executionParameters,
      ResultConfiguration: resultBucket && { OutputLocation: `s3://${resultBucket.bucketName}/${resultPrefix ?? ''}` },
      ...props.additionalParameters,
    },
    { encryptionKeys: keys(resultBucket?.encryptionKey) },
  );
}

/** `athena:getQueryResults`. */
export function getResultsCall(props: AthenaGetQueryResultsProps, grants: StateGrants): Call {
  return serviceCall(
    'athena:getQueryResults',
    {
      QueryExecutionId: props.queryExecutionId,
      MaxResults: plainNumber(props.maxResults),
      NextToken: props.nextToken,
    },
    grants,
  );
}
