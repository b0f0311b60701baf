import { aws_stepfunctions as sfn, type aws_logs as logs } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';

/** A workflow as monitoring sees it. */
export interface IWatchedWorkflow extends sfn.IStateMachine {
  /** Standard or Express. */
  readonly stateMachineType: sfn.StateMachineType;

  /** Where executions are logged; undefined when logging is off. */
  readonly logGroup?: logs.ILogGroup;

  /** What is logged. */
  readonly logLevel: sfn.LogLevel;
}

/** What each level tells beside what the one before it tells. */
const LEVELS: readonly sfn.LogLevel[] = [sfn.LogLevel.OFF, sfn.LogLevel.FATAL, sfn.LogLevel.ERROR, sfn.LogLevel.ALL];

/**
 * The log group of a workflow, if its level tells what is asked for.
 *
 * @throws StepwrightError LOG_LEVEL_TOO_LOW with the level to set
 */
export function logGroupFor(workflow: IWatchedWorkflow, least: sfn.LogLevel, what: string): logs.ILogGroup {
  if (workflow.logGroup !== undefined && LEVELS.indexOf(workflow.logLevel) >= LEVELS.indexOf(least)) {
    return workflow.logGroup;
  }
  throw new StepwrightError('LOG_LEVEL_TOO_LOW', `The log level of this workflow is too low for ${what}`, {
    where: workflow.node.path,
    received: `log level ${workflow.logLevel}`,
    allowed: LEVELS.slice(LEVELS.indexOf(least)).join(' or '),
    fix: `logs: { level: sfn.LogLevel.${least} }`,
  });
}
