import {
  aws_iam as iam,
  aws_logs as logs,
  aws_stepfunctions as sfn,
  Aws,
  RemovalPolicy,
  Stack,
  Token,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { WorkflowProps } from './workflow-props';

/** AWS's prefix for groups that services write to: it keeps the account's log resource policy from outgrowing its size. */
const PREFIX = '/aws/vendedlogs/states/';

/** How a workflow logs. */
export interface Logging {
  /** Undefined when logging is off. */
  readonly logGroup?: logs.ILogGroup;
  readonly level: sfn.LogLevel;
  readonly configuration: sfn.CfnStateMachine.LoggingConfigurationProperty;
  readonly statements: iam.PolicyStatement[];
}

/** The log group, the configuration and the permissions: level ERROR without execution data, unless asked for more. */
export function logging(workflow: Construct, props: WorkflowProps): Logging {
  const { level = sfn.LogLevel.ERROR, includeExecutionData = false, destination } = props.logs ?? {};
  if (level === sfn.LogLevel.OFF) return { level, configuration: { level }, statements: [] };
  const { logGroup, arn } = destination === undefined ? ownGroup(workflow, props) : givenGroup(workflow, destination);
  return {
    logGroup,
    level,
    configuration: { level, includeExecutionData, destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: arn } }] },
    statements: [
      new iam.PolicyStatement({
        // log delivery has no resource types
        actions: [
          'logs:CreateLogDelivery',
          'logs:DeleteLogDelivery',
          'logs:DescribeLogGroups',
          'logs:DescribeResourcePolicies',
          'logs:GetLogDelivery',
          'logs:ListLogDeliveries',
          'logs:PutResourcePolicy',
          'logs:UpdateLogDelivery',
        ],
        resources: ['*'],
      }),
    ],
  };
}

/** Unique in the account: the stack's name, the workflow's path in it, and a digest. */
function groupName(workflow: Construct): string {
  const stack = Stack.of(workflow);
  const stackName = Token.isUnresolved(stack.stackName) ? Aws.STACK_NAME : stack.stackName;
  const path = workflow.node.path
    .slice(stack.node.path.length)
    .split('/')
    .filter(part => part !== '')
    .join('-')
    .replace(/[^\w.-]/g, '')
    .slice(0, 200);
  return `${PREFIX}${stackName}/${path}-${workflow.node.addr.slice(-8)}`;
}

/** Newer versions of the CDK also take groups that are not constructs of its second level: these are known by their reference. */
function givenGroup(workflow: Construct, destination: logs.ILogGroup): { logGroup: logs.ILogGroup; arn: string } {
  const reference = (destination as { logGroupRef?: { logGroupName: string; logGroupArn: string } }).logGroupRef;
  if ('logGroupArn' in destination || reference === undefined) {
    return { logGroup: destination, arn: destination.logGroupArn };
  }
  return {
    logGroup: logs.LogGroup.fromLogGroupName(workflow, 'LogGroup', reference.logGroupName),
    arn: reference.logGroupArn,
  };
}

function ownGroup(workflow: Construct, props: WorkflowProps): { logGroup: logs.ILogGroup; arn: string } {
  const logGroup = new logs.LogGroup(workflow, 'LogGroup', {
    logGroupName: groupName(workflow),
    removalPolicy: props.removalPolicy ?? RemovalPolicy.DESTROY,
  });
  return { logGroup, arn: logGroup.logGroupArn };
}
