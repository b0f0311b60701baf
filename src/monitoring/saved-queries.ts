import { aws_logs as logs, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { logGroupFor, type IWatchedWorkflow } from './watched-workflow';

/** A question to the logs of a workflow, saved in CloudWatch Logs Insights. */
export enum SavedQuery {
  /** What executions failed of, most frequent first; level FATAL. */
  FAILED_EXECUTIONS = 'FAILED_EXECUTIONS',
  /** Which tasks failed, of what; level ERROR. */
  FAILED_TASKS = 'FAILED_TASKS',
  /** How often each state was entered; level ALL. */
  STATES_ENTERED = 'STATES_ENTERED',
  /** Where executions spend their time: exact for states that an execution enters once; level ALL. */
  SLOWEST_STATES = 'SLOWEST_STATES',
}

interface Query {
  readonly title: string;
  readonly level: sfn.LogLevel;
  readonly text: logs.QueryStringProps;
}

/** Fields of the records are texts, so they are compared as such; the first line of a log is no JSON and matches nothing. */
const QUERIES: Readonly<Record<SavedQuery, Query>> = {
  [SavedQuery.FAILED_EXECUTIONS]: {
    title: 'failed executions',
    level: sfn.LogLevel.FATAL,
    text: {
      filterStatements: ['type in ["ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted"]'],
      stats: 'count(*) as executions by type, details.error',
      sort: 'executions desc',
    },
  },
  [SavedQuery.FAILED_TASKS]: {
    title: 'failed tasks',
    level: sfn.LogLevel.ERROR,
    text: {
      filterStatements: ['type in ["TaskFailed", "TaskTimedOut", "LambdaFunctionFailed", "LambdaFunctionTimedOut"]'],
      stats: 'count(*) as failures by details.resourceType, details.resource, details.error',
      sort: 'failures desc',
    },
  },
  [SavedQuery.STATES_ENTERED]: {
    title: 'states entered',
    level: sfn.LogLevel.ALL,
    text: {
      filterStatements: ['type like /StateEntered$/'],
      stats: 'count(*) as entered by details.name',
      sort: 'entered desc',
    },
  },
  [SavedQuery.SLOWEST_STATES]: {
    title: 'slowest states',
    level: sfn.LogLevel.ALL,
    text: {
      filterStatements: ['type like /State(Entered|Exited)$/'],
      stats: 'max(event_timestamp) - min(event_timestamp) as milliseconds by execution_arn, details.name',
      sort: 'milliseconds desc',
      limit: 50,
    },
  },
};

/** Saves queries; without a choice, all that the log level can answer. */
export function savedQueries(workflow: IWatchedWorkflow, chosen: SavedQuery[] | undefined): logs.QueryDefinition[] {
  const answered = Object.values(SavedQuery).filter(query => canAnswer(workflow, query));
  return (chosen ?? answered).map(query => {
    const { title, level, text } = QUERIES[query];
    const group = logGroupFor(workflow, level, `'${title}'`);
    return new logs.QueryDefinition(workflow, `Query${query}`, {
      queryDefinitionName: `${workflow.node.path}/${title}`,
      queryString: new logs.QueryString(text),
      logGroups: [group],
    });
  });
}

/** A query as a widget of a dashboard. */
export function queryLines(query: SavedQuery): string[] {
  const { filterStatements, stats, sort, limit } = QUERIES[query].text;
  return [
    ...(filterStatements ?? []).map(filter => `filter ${filter}`),
    `stats ${stats}`,
    `sort ${sort}`,
    ...(limit === undefined ? [] : [`limit ${limit}`]),
  ];
}

/** Whether a workflow's log level tells what a query asks. */
export function canAnswer(workflow: IWatchedWorkflow, query: SavedQuery): boolean {
  try {
    logGroupFor(workflow, QUERIES[query].level, '');
    return true;
  } catch (error) {
    if (error instanceof StepwrightError) return false;
    throw error;
  }
}
