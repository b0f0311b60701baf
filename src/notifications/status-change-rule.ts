import type { aws_events as events, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { ruleTo } from './delivery';
import { ExecutionStatus } from './execution-status';
import type { StatusChangeOptions } from './status-change-options';
import type { TextFilter } from './text-filter';

/** The type of the events. They go to the default bus. */
export const STATUS_CHANGE = 'Step Functions Execution Status Change';

/** The statuses in which each of these fields can hold a text. */
const HELD_IN: Readonly<Record<'output' | 'error' | 'cause', readonly ExecutionStatus[]>> = {
  output: [ExecutionStatus.SUCCEEDED],
  error: [ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED],
  cause: [ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED],
};

/** A rule on the status changes of a workflow's executions. */
export function statusChangeRule(workflow: sfn.StateMachine, id: string, options: StatusChangeOptions): events.Rule {
  checkFilters(workflow, id, options);
  const { statuses, input, output, executionName, error, cause } = options;
  const filters = { name: executionName, input, output, error, cause };
  const detail = Object.fromEntries(
    Object.entries(filters)
      .filter(([, filter]) => filter !== undefined)
      .map(([field, filter]) => [field, patterns(filter!)]),
  );
  const pattern: events.EventPattern = {
    source: ['aws.states'],
    detailType: [STATUS_CHANGE],
    detail: {
      ...(statuses === undefined ? {} : { status: [...statuses] }),
      stateMachineArn: [workflow.stateMachineArn],
      ...detail,
    },
  };
  return ruleTo(
    workflow,
    id,
    pattern,
    options,
    `Executions of ${workflow.node.id}: ${statuses?.join(', ') ?? 'every status'}`,
  );
}

function patterns(filters: readonly TextFilter[]): unknown[] {
  return filters.map(filter => filter._pattern as unknown);
}

function checkFilters(workflow: sfn.StateMachine, id: string, options: StatusChangeOptions): void {
  const where = `${workflow.node.path}/${id}`;
  const { statuses } = options;
  if (statuses?.length === 0) {
    throw new StepwrightError('RULE_NEVER_MATCHES', 'A rule without statuses never matches', {
      where,
      received: 'statuses: []',
      fix: 'leave it out to match all statuses',
    });
  }
  for (const field of ['input', 'output', 'executionName', 'error', 'cause'] as const) {
    const filters = options[field];
    if (filters?.length === 0) {
      throw new StepwrightError('RULE_NEVER_MATCHES', `A rule with an empty filter on '${field}' never matches`, {
        where,
        received: `${field}: []`,
        fix: `leave '${field}' out`,
      });
    }
    const held = field in HELD_IN ? HELD_IN[field as keyof typeof HELD_IN] : undefined;
    const texts = filters?.some(filter => filter._pattern !== null);
    if (texts && held !== undefined && statuses !== undefined && !statuses.some(status => held.includes(status))) {
      throw new StepwrightError(
        'RULE_NEVER_MATCHES',
        `Events with these statuses have no ${field}, so the rule never matches`,
        {
          where,
          received: `'${field}' with ${statuses.join(', ')}`,
          allowed: `'${field}' with ${held.join(', ')}`,
          fix: `leave '${field}' out, or use another status`,
        },
      );
    }
  }
}
