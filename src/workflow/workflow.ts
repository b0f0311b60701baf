import { aws_stepfunctions as sfn, type aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addPermissionWarnings } from './annotations';
import { encryption } from './encryption';
import { logging } from './logging';
import { checkName } from './physical-name';
import { allow, definitionNeeds } from './role';
import { timeoutSeconds } from './timeout';
import { tracingStatements } from './tracing';
import { WorkflowVersion } from './version';
import { WorkflowBody } from './workflow-body';
import type { WorkflowProps } from './workflow-props';

/** What Standard and Express workflows share: a state machine of the CDK whose definition, role, logs and traces are made here. */
export abstract class Workflow extends sfn.StateMachine {
  /** Where executions are logged; undefined when logging is off. */
  public readonly logGroup?: logs.ILogGroup;

  /** @internal */
  private _currentVersion?: WorkflowVersion;

  /**
   * @param scope where it belongs
   * @param id its id in the scope
   * @param type Standard or Express
   * @param props its definition, and how it runs
   */
  protected constructor(scope: Construct, id: string, type: sfn.StateMachineType, props: WorkflowProps) {
    const where = `${scope.node.path}/${id}`;
    checkName(props.stateMachineName, where);
    const body = new WorkflowBody(props.definition, { comment: props.comment, timeoutSeconds: timeoutSeconds(props.timeout, where) });
    // logs, traces and the key are set below: the CDK would add their permissions to a role that the user gave
    super(scope, id, {
      definitionBody: body,
      stateMachineType: type,
      stateMachineName: props.stateMachineName,
      role: props.role,
      removalPolicy: props.removalPolicy,
    });
    const machine = this.node.defaultChild as sfn.CfnStateMachine;
    const logged = logging(this, props);
    const encrypted = encryption(this, props.encryptionConfiguration, this.stateMachineArn, logged.logGroup !== undefined);
    const tracing = props.tracingEnabled ?? true;
    this.logGroup = logged.logGroup;
    machine.definitionSubstitutions = body.substitutions;
    machine.loggingConfiguration = logged.configuration;
    machine.tracingConfiguration = { enabled: tracing };
    machine.encryptionConfiguration = encrypted.configuration;

    const needs = definitionNeeds(this, body);
    const places = (): { [stateName: string]: string } | undefined => body.bound.places;
    const whole = {
      statements: [...needs.statements, ...logged.statements, ...tracingStatements(tracing), ...encrypted.statements],
      ofItself: [...needs.ofItself, ...encrypted.ofItself],
    };
    if (props.role === undefined) allow(this, whole);
    addPermissionWarnings(this, needs.warnings, props.strictPermissions ?? false, places);
  }

  /**
   * The version that the current definition and configuration are published as. Each change publishes another one; the earlier ones stay.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html
   */
  public get currentVersion(): WorkflowVersion {
    return this._currentVersion ??= new WorkflowVersion(this, 'CurrentVersion', { workflow: this });
  }
}
