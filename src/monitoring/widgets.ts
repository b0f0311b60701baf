import { aws_cloudwatch as cloudwatch, aws_stepfunctions as sfn, Duration, Stack, Token } from 'aws-cdk-lib';
import { RATES, transitionRate } from '../cost';
import { metric } from './metric';
import { STATE_TRANSITION } from './metric-table';
import { canAnswer, queryLines, SavedQuery } from './saved-queries';
import type { IWatchedWorkflow } from './watched-workflow';

/** How wide a dashboard is, in units. */
const WHOLE = 24;
const HALF = 12;

/** The widgets of one workflow: what happened, how long it took, what it cost, and why tasks failed. */
export function workflowWidgets(workflow: IWatchedWorkflow, period: Duration): cloudwatch.IWidget[][] {
  const machine = { StateMachineArn: workflow.stateMachineArn };
  const of = (name: string, label: string, statistic?: string): cloudwatch.IMetric =>
    metric(name, machine, period, statistic).with({ label });
  const executions = new cloudwatch.GraphWidget({
    title: 'Executions',
    width: HALF,
    left: [
      of('ExecutionsStarted', 'started'),
      of('ExecutionsSucceeded', 'succeeded'),
      of('ExecutionsFailed', 'failed'),
      of('ExecutionsTimedOut', 'timed out'),
      of('ExecutionsAborted', 'aborted'),
    ],
  });
  const duration = new cloudwatch.GraphWidget({
    title: 'Duration',
    width: HALF,
    left: ['p50', 'p90', 'p99'].map(statistic => of('ExecutionTime', statistic, statistic)),
  });
  const rows: cloudwatch.IWidget[][] = [
    [new cloudwatch.TextWidget({ markdown: `# ${workflow.node.path}`, width: WHOLE, height: 1 })],
    [executions, duration],
    costs(workflow, machine, period),
  ];
  if (workflow.logGroup !== undefined && canAnswer(workflow, SavedQuery.FAILED_TASKS)) {
    rows.push([
      new cloudwatch.LogQueryWidget({
        title: 'Failed tasks',
        width: WHOLE,
        logGroupNames: [workflow.logGroup.logGroupName],
        queryLines: queryLines(SavedQuery.FAILED_TASKS),
      }),
    ]);
  }
  return rows;
}

function costs(
  workflow: IWatchedWorkflow,
  machine: { readonly StateMachineArn: string },
  period: Duration,
): cloudwatch.IWidget[] {
  if (workflow.stateMachineType === sfn.StateMachineType.EXPRESS) {
    const [memory, billed, requests] = [
      metric('ExpressExecutionBilledMemory', machine, period),
      metric('ExpressExecutionBilledDuration', machine, period),
      metric('ExecutionsStarted', machine, period),
    ];
    const cost = new cloudwatch.MathExpression({
      // milliseconds and bytes; a GB of the price list has 1024 MB
      expression: `requests * ${RATES.perRequest} + (billed / 1000) * (memory / 1073741824) * ${RATES.perGbSecond}`,
      usingMetrics: { memory, billed, requests },
      label: 'US dollars, about',
      period,
    });
    return [
      new cloudwatch.GraphWidget({
        title: 'Billed duration and memory',
        width: HALF,
        left: [billed.with({ label: 'milliseconds' })],
        right: [memory.with({ label: 'bytes' })],
      }),
      new cloudwatch.GraphWidget({ title: 'Estimated cost', width: HALF, left: [cost] }),
    ];
  }
  const transitions = metric('ConsumedCapacity', { ServiceMetric: STATE_TRANSITION, ...machine }, period, 'Sum').with({
    label: 'transitions, with retries',
  });
  const { region } = Stack.of(workflow);
  const { perTransition } = transitionRate(Token.isUnresolved(region) ? RATES.region : region);
  const cost = new cloudwatch.MathExpression({
    expression: `transitions * ${perTransition}`,
    usingMetrics: { transitions },
    label: 'US dollars, about',
    period,
  });
  return [
    new cloudwatch.GraphWidget({
      title: 'State transitions',
      width: HALF,
      left: [transitions],
      right: [metric('ExecutionThrottled', machine, period).with({ label: 'throttled' })],
    }),
    new cloudwatch.GraphWidget({ title: 'Estimated cost', width: HALF, left: [cost] }),
  ];
}
