import { aws_stepfunctions as sfn, type aws_cloudwatch as cloudwatch, type aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { JsonObject } from '../asl';
import {
  type IWatchedWorkflow,
  logAlarm,
  type LogAlarmOptions,
  logSubscription,
  type LogSubscriptionOptions,
  type SavedQuery,
  savedQueries,
  WorkflowDashboard,
  type WorkflowDashboardOptions,
} from '../monitoring';
import { validate } from '../validation';
import { addDiagnostics, addPermissionWarnings, addWarning, type CallSitesByState } from './checks/annotations';
import { warnOfMissing } from './checks/missing-permissions';
import { canBeLogged, checkName } from './checks/physical-name';
import { encryption } from './encryption';
import { logging } from './logging';
import { allow, definitionNeeds, forAllStates } from './role/role';
import { timeoutSeconds } from './timeout';
import { tracingStatements } from './tracing';
import { WorkflowVersion } from './versions/version';
import { WorkflowBody } from './workflow-body';
import type { WorkflowProps } from './workflow-props';

/**
 * The base of Standard and Express workflows: a CDK state machine that creates its own definition, role, log group, and
 * traces.
 */
export abstract class Workflow extends sfn.StateMachine implements IWatchedWorkflow {
  /** The log group of the executions. Undefined if logging is off. */
  public readonly logGroup?: logs.ILogGroup;

  /** The log level. */
  public readonly logLevel: sfn.LogLevel;

  /** @internal */
  private readonly _opaque: JsonObject;

  /** @internal */
  private _currentVersion?: WorkflowVersion;

  /**
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param stateMachineType Standard or Express
   * @param props the definition, and how to run it
   */
  protected constructor(scope: Construct, id: string, stateMachineType: sfn.StateMachineType, props: WorkflowProps) {
    const where = `${scope.node.path}/${id}`;
    checkName(props.stateMachineName, where);
    const body = new WorkflowBody(props.definition, {
      comment: props.comment,
      timeoutSeconds: timeoutSeconds(props.timeout, where),
    });
    // set logs, traces, and the key below, because the CDK would add their permissions to the user's role
    super(scope, id, {
      definitionBody: body,
      stateMachineType,
      stateMachineName: props.stateMachineName,
      role: props.role,
      removalPolicy: props.removalPolicy,
    });
    this._opaque = body.opaque;
    const machine = this.node.defaultChild as sfn.CfnStateMachine;
    const logged = logging(this, props);
    const encrypted = encryption(
      this,
      props.encryptionConfiguration,
      this.stateMachineArn,
      logged.logGroup !== undefined,
    );
    const tracing = props.tracingEnabled ?? true;
    this.logGroup = logged.logGroup;
    this.logLevel = logged.level;
    machine.definitionSubstitutions = body.substitutions;
    machine.loggingConfiguration = logged.configuration;
    machine.tracingConfiguration = { enabled: tracing };
    machine.encryptionConfiguration = encrypted.configuration;

    const needs = definitionNeeds(this, body);
    const statements = [
      ...needs.statements,
      ...forAllStates([...logged.statements, ...tracingStatements(tracing), ...encrypted.statements]),
    ];
    const ofItself = [...needs.ofItself, ...forAllStates(encrypted.ofItself)];
    if (props.role === undefined) allow(this, { statements, ofItself });
    else warnOfMissing(this, props.role, [...statements, ...ofItself]);

    const places = (): CallSitesByState => body.bound.places;
    addPermissionWarnings(this, needs.warnings, props.strictPermissions ?? false, places);
    if (this.logGroup !== undefined && !canBeLogged(props.stateMachineName)) {
      addWarning(
        this,
        {
          code: 'WORKFLOW_NAME_AND_LOGS',
          message: `AWS may not log executions of a state machine named '${props.stateMachineName}'`,
          fix: 'use only letters, digits, hyphens, and underscores in stateMachineName, or turn logging off',
        },
        places,
      );
    }
    addDiagnostics(this, validate(body.opaque, { type: stateMachineType }), places);
  }

  /**
   * The picture of the workflow, as SVG. Values that only a deployment knows appear as `${…}`.
   */
  public toSvg(): string {
    return pictures().workflowSvg(withoutTokens(this._opaque), this.node.id);
  }

  /**
   * The picture of the workflow, as a Mermaid diagram. Values that only a deployment knows appear as `${…}`.
   *
   * @throws StepwrightError MERMAID_TOO_LARGE for a workflow with more than 500 transitions or 50,000 characters
   */
  public toMermaid(): string {
    return pictures().workflowMermaid(withoutTokens(this._opaque));
  }

  /**
   * The version of the current definition and configuration. Each change publishes a new version, and earlier ones are
   * kept.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html
   */
  public get currentVersion(): WorkflowVersion {
    return (this._currentVersion ??= new WorkflowVersion(this, 'CurrentVersion', { workflow: this }));
  }

  /**
   * Adds a dashboard for this workflow. For several workflows, use `WorkflowDashboard`.
   *
   * @param options the name and the period
   */
  public addDashboard(options: WorkflowDashboardOptions = {}): WorkflowDashboard {
    return new WorkflowDashboard(this, 'Dashboard', { workflows: [this], ...options });
  }

  /**
   * Saves queries on the logs in CloudWatch Logs Insights.
   *
   * @param queries the queries; by default, all that the log level supports
   * @throws StepwrightError LOG_LEVEL_TOO_LOW for a query that the log level cannot answer, with the level to set
   */
  public addSavedQueries(queries?: SavedQuery[]): logs.QueryDefinition[] {
    return savedQueries(this, queries);
  }

  /**
   * An alarm on records of the log: for one error name, or for what an Express workflow sends no event about.
   *
   * @param id the alarm's id below the workflow
   * @param options the records, how many of them, and who is notified
   * @throws StepwrightError LOG_LEVEL_TOO_LOW for records that the log level leaves out, with the level to set
   */
  public addLogAlarm(id: string, options: LogAlarmOptions): cloudwatch.Alarm {
    return logAlarm(this, id, options);
  }

  /**
   * Sends records of the log on, as they are written.
   *
   * @param id the filter's id below the workflow
   * @param options the records, and where they go
   * @throws StepwrightError LOG_LEVEL_TOO_LOW for records that the log level leaves out, with the level to set
   */
  public addLogSubscription(id: string, options: LogSubscriptionOptions): logs.SubscriptionFilter {
    return logSubscription(this, id, options);
  }
}

/** Drawing is loaded when something is drawn. */
function pictures(): typeof import('../graph') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('../graph') as typeof import('../graph');
}

/** Tokens have numbers that depend on the order of constructs; the picture must not. */
function withoutTokens(definition: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(definition).replace(/\$\{Token\[.*?\]\}/g, '${…}')) as JsonObject;
}
