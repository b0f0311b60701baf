import { aws_stepfunctions as sfn, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type IWorkflowAlias, WorkflowAliasBase } from './alias-base';
import type { WeightedVersion, WorkflowAliasProps } from './alias-props';
import { splitQualifiedArn } from './qualified-arn';
import { StepwrightError } from '../../errors';

/** What AWS takes as the name of an alias: digits alone would be a version. */
const NAME = /^(?=.*[A-Za-z_.-])[A-Za-z0-9_.-]{1,80}$/;

/**
 * A name that leads to one or two versions of a workflow. Callers start executions through it; a new version is brought in at once, gradually, or by
 * weight, without a change on their side.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html
 */
export class WorkflowAlias extends WorkflowAliasBase {
  /**
   * An alias from elsewhere.
   *
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param aliasArn its ARN: the workflow's, a colon, and the alias's name
   */
  public static fromAliasArn(scope: Construct, id: string, aliasArn: string): IWorkflowAlias {
    return new ImportedAlias(scope, id, aliasArn);
  }

  public readonly aliasName: string;
  public readonly workflow: sfn.IStateMachine;
  public readonly stateMachineArn: string;

  /**
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param props its name and where it leads
   * @throws StepwrightError for a name or a weight that AWS refuses, or versions of two workflows
   */
  public constructor(scope: Construct, id: string, props: WorkflowAliasProps) {
    super(scope, id);
    check(props, this.node.path);
    const { aliasName, version, secondVersion, deployment, description } = props;
    const resource = new sfn.CfnStateMachineAlias(this, 'Resource', {
      name: aliasName,
      description,
      deploymentPreference: deployment?._to(version),
      routingConfiguration: deployment === undefined ? routing(props) : undefined,
    });
    this.aliasName = aliasName;
    this.workflow = version.workflow;
    this.stateMachineArn = resource.ref;
    if (secondVersion !== undefined) resource.node.addDependency(secondVersion.version);
  }
}

class ImportedAlias extends WorkflowAliasBase {
  public readonly aliasName: string;
  public readonly workflow: sfn.IStateMachine;

  constructor(
    scope: Construct,
    id: string,
    public readonly stateMachineArn: string,
  ) {
    super(scope, id, { environmentFromArn: stateMachineArn });
    const { machineArn, qualifier } = splitQualifiedArn(stateMachineArn);
    this.aliasName = qualifier;
    this.workflow = sfn.StateMachine.fromStateMachineArn(this, 'Workflow', machineArn);
  }
}

function routing({
  version,
  secondVersion,
}: WorkflowAliasProps): sfn.CfnStateMachineAlias.RoutingConfigurationVersionProperty[] {
  const others =
    secondVersion === undefined
      ? []
      : [{ stateMachineVersionArn: secondVersion.version.versionArn, weight: secondVersion.weight }];
  return [{ stateMachineVersionArn: version.versionArn, weight: 100 - (secondVersion?.weight ?? 0) }, ...others];
}

function check({ aliasName, version, secondVersion, deployment }: WorkflowAliasProps, where: string): void {
  if (!Token.isUnresolved(aliasName) && !NAME.test(aliasName)) {
    throw new StepwrightError('INVALID_ALIAS_NAME', 'aliasName is not a valid name', {
      where,
      received: JSON.stringify(aliasName),
      allowed: '1 to 80 letters, digits, dots, hyphens, and underscores, not only digits',
      fix: "aliasName: 'live'",
    });
  }
  if (secondVersion === undefined) return;
  if (deployment !== undefined) {
    throw new StepwrightError('INVALID_ALIAS_ROUTING', 'An alias has either a second version or a gradual deployment', {
      where,
      received: 'secondVersion and deployment',
      fix: 'remove one of them; a gradual deployment shifts the weights itself',
    });
  }
  checkWeight(secondVersion, where);
  const [first, second] = [version.workflow, secondVersion.version.workflow];
  if (first === second || !(first instanceof sfn.StateMachine && second instanceof sfn.StateMachine)) return; // of an imported one only AWS knows
  throw new StepwrightError('INVALID_ALIAS_ROUTING', 'An alias routes to versions of one workflow', {
    where,
    received: `versions of '${first.node.path}' and '${second.node.path}'`,
    fix: 'create an alias for each workflow',
  });
}

function checkWeight({ weight }: WeightedVersion, where: string): void {
  if (Token.isUnresolved(weight) || (Number.isInteger(weight) && weight >= 1 && weight <= 99)) return;
  throw new StepwrightError('INVALID_ALIAS_ROUTING', 'The weight of the second version is out of range', {
    where,
    received: `${weight}`,
    allowed: 'a whole number from 1 to 99 (percent)',
    fix: 'leave secondVersion out if all executions use one version',
  });
}
