import {
  aws_iam as iam,
  Resource,
  type aws_cloudwatch as cloudwatch,
  type aws_stepfunctions as sfn,
} from 'aws-cdk-lib';

/** An alias of a workflow. It can stand wherever a state machine can: what is started through it runs on the versions it leads to. */
export interface IWorkflowAlias extends sfn.IStateMachine {
  /** Its name. */
  readonly aliasName: string;

  /** The workflow of which this is an alias. */
  readonly workflow: sfn.IStateMachine;
}

/**
 * What aliases share, ours and those from elsewhere. AWS checks permissions against the workflow's own ARN, never the alias's, which is only a
 * condition; so do the grants here.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
export abstract class WorkflowAliasBase extends Resource implements IWorkflowAlias {
  public abstract readonly aliasName: string;
  public abstract readonly workflow: sfn.IStateMachine;

  /** The alias's ARN: the workflow's, a colon, and the alias's name. */
  public abstract readonly stateMachineArn: string;

  /**
   * The ARN, as newer versions of the CDK ask for it. In the other languages their own interface says so, and ours must not say it again with
   * another type.
   *
   * @jsii ignore
   */
  public get stateMachineRef(): { readonly stateMachineArn: string } {
    return { stateMachineArn: this.stateMachineArn };
  }

  /** The principal that the workflow runs as. */
  public get grantPrincipal(): iam.IPrincipal {
    return this.workflow.grantPrincipal;
  }

  /**
   * Allows to start executions through this alias, and only through it.
   *
   * @param identity who may
   */
  public grantStartExecution(identity: iam.IGrantable): iam.Grant {
    return this.grant(identity, 'states:StartExecution');
  }

  /**
   * Allows to start executions through this alias and to wait for them (Express workflows), and only through it.
   *
   * @param identity who may
   */
  public grantStartSyncExecution(identity: iam.IGrantable): iam.Grant {
    return this.grant(identity, 'states:StartSyncExecution');
  }

  /**
   * Allows to read executions. The ARN of an execution does not tell through which alias it was started, so this holds for all of the workflow.
   *
   * @param identity who may
   */
  public grantRead(identity: iam.IGrantable): iam.Grant {
    return this.workflow.grantRead(identity);
  }

  /**
   * Allows to answer for tasks that wait for their token, in all executions of the workflow.
   *
   * @param identity who may
   */
  public grantTaskResponse(identity: iam.IGrantable): iam.Grant {
    return this.workflow.grantTaskResponse(identity);
  }

  /**
   * Allows actions on all executions of the workflow.
   *
   * @param identity who may
   * @param actions what, such as `states:StopExecution`
   */
  public grantExecution(identity: iam.IGrantable, ...actions: string[]): iam.Grant {
    return this.workflow.grantExecution(identity, ...actions);
  }

  /**
   * Allows to redrive executions of the workflow.
   *
   * @param identity who may
   */
  public grantRedriveExecution(identity: iam.IGrantable): iam.Grant {
    return this.grantExecution(identity, 'states:RedriveExecution');
  }

  /**
   * Allows actions on the workflow through this alias, and only through it.
   *
   * @param identity who may
   * @param actions what, such as `states:DescribeStateMachine`
   */
  public grant(identity: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee: identity,
      actions,
      resourceArns: [this.workflow.stateMachineArn],
      conditions: { 'ForAnyValue:StringEquals': { 'states:StateMachineQualifier': this.aliasName } },
    });
  }

  /**
   * A metric of the executions that were started through this alias.
   *
   * @param metricName its name in the namespace `AWS/States`
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metric(metricName: string, props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metric(metricName, props));
  }

  /**
   * How many executions failed.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricFailed(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricFailed(props));
  }

  /**
   * How many starts and transitions were throttled.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricThrottled(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricThrottled(props));
  }

  /**
   * How many executions were aborted.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricAborted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricAborted(props));
  }

  /**
   * How many executions succeeded.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricSucceeded(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricSucceeded(props));
  }

  /**
   * How many executions timed out.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricTimedOut(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricTimedOut(props));
  }

  /**
   * How many executions were started.
   *
   * @param props how it is read
   * @default - sum over 5 minutes
   */
  public metricStarted(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricStarted(props));
  }

  /**
   * How long executions took, in milliseconds.
   *
   * @param props how it is read
   * @default - average over 5 minutes
   */
  public metricTime(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.ofAlias(this.workflow.metricTime(props));
  }

  private ofAlias(metric: cloudwatch.Metric): cloudwatch.Metric {
    return metric.with({ dimensionsMap: { StateMachineArn: this.workflow.stateMachineArn, Alias: this.aliasName } });
  }
}
