import { Lazy, type aws_ec2 as ec2, type aws_ecs as ecs } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';

/** A task of ECS, on Fargate or EC2. */
export interface EcsRunTaskProps {
  /**
   * Where the task runs.
   *
   * @default - the cluster's default capacity provider strategy
   */
  readonly launchType?: ecs.LaunchType;

  /**
   * Where the task runs, by capacity providers, in place of a launch type.
   *
   * @default - launchType
   */
  readonly capacityProviderStrategies?: ecs.CapacityProviderStrategy[];

  /**
   * The version of Fargate.
   *
   * @default - the latest
   */
  readonly platformVersion?: ecs.FargatePlatformVersion;

  /**
   * The subnets of a task in network mode awsvpc.
   *
   * @default - the private subnets of the cluster's VPC; with `assignPublicIp` the public ones
   */
  readonly subnets?: ec2.SubnetSelection;

  /**
   * The security groups of a task in network mode awsvpc.
   *
   * @default - the VPC's default security group
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * Whether a task in network mode awsvpc gets a public address.
   *
   * @default false
   */
  readonly assignPublicIp?: boolean;

  /**
   * What differs from the task definition, by the service's own names:
   * `{ ContainerOverrides: [{ Name: 'app', Environment: [{ Name: 'ORDER', Value: '{% $states.input.id %}' }] }] }`.
   *
   * @default - nothing
   */
  readonly overrides?: { [name: string]: any };

  /**
   * How many tasks to start, 1 to 10.
   *
   * @default 1
   */
  readonly count?: number;

  /**
   * Whether the tags of the task definition go on to the task.
   *
   * @default - they do not
   */
  readonly propagateTags?: ecs.PropagatedTagSource;

  /**
   * Whether commands may be run in the task's containers from outside.
   *
   * @default false
   */
  readonly enableExecuteCommand?: boolean;

  /**
   * More parameters of RunTask, by the service's own names.
   *
   * @default - none
   */
  readonly additionalParameters?: { [name: string]: any };
}

/** The network mode in which each task has an address of its own. */
const AWS_VPC = 'awsvpc';

/** `ecs:runTask`. */
export function runTaskCall(cluster: ecs.ICluster, taskDefinition: ecs.TaskDefinition, props: EcsRunTaskProps): Call {
  return serviceCall(
    'ecs:runTask',
    {
      Cluster: cluster.clusterArn,
      TaskDefinition: taskDefinition.taskDefinitionArn,
      LaunchType: props.launchType,
      CapacityProviderStrategy: props.capacityProviderStrategies?.map(({ capacityProvider, base, weight }) => ({
        CapacityProvider: capacityProvider,
        Base: base,
        Weight: weight,
      })),
      PlatformVersion: props.platformVersion,
      NetworkConfiguration: networkOf(cluster, taskDefinition, props),
      Overrides: props.overrides,
      Count: props.count,
      PropagateTags: props.propagateTags,
      EnableExecuteCommand: props.enableExecuteCommand,
      ...props.additionalParameters,
    },
    {
      resources: [taskDefinition.taskDefinitionArn],
      // a container added later may bring the execution role into being
      passRoles: [
        taskDefinition.taskRole.roleArn,
        Lazy.string({ produce: () => (taskDefinition.executionRole ?? taskDefinition.taskRole).roleArn }),
      ],
    },
  );
}

function networkOf(
  cluster: ecs.ICluster,
  taskDefinition: ecs.TaskDefinition,
  props: EcsRunTaskProps,
): object | undefined {
  if (taskDefinition.networkMode !== AWS_VPC) return undefined;
  const { assignPublicIp, securityGroups } = props;
  const subnets = props.subnets ?? { subnetType: (assignPublicIp ? 'Public' : 'Private') as ec2.SubnetType };
  return {
    AwsvpcConfiguration: {
      AssignPublicIp: assignPublicIp === undefined ? undefined : assignPublicIp ? 'ENABLED' : 'DISABLED',
      Subnets: cluster.vpc.selectSubnets(subnets).subnetIds,
      SecurityGroups: securityGroups?.map(group => group.securityGroupId),
    },
  };
}
