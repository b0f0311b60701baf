import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { Fail, Flow, Integration, StandardWorkflow, Succeed, Task } from 'stepwright';

/** Films are rendered by workers that poll an activity: containers here, but any machine can be one, also in a cellar. */
export class RenderStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const rendering = new sfn.Activity(this, 'Rendering');

    new StandardWorkflow(this, 'Render', {
      definition: Flow.of(
        new Task('Render', {
          call: Integration.stepFunctionsInvokeActivity(rendering, {
            film: '{% $states.input.film %}',
            frames: '{% $states.input.frames %}',
          }),
          // a worker that is gone is noticed after a minute; another takes the task then
          heartbeat: Duration.minutes(1),
          timeout: Duration.hours(12),
        })
          .retry({ errors: ['States.HeartbeatTimeout'], maxAttempts: 3, interval: Duration.seconds(1), backoffRate: 1 })
          .catch(new Fail('Not rendered', { error: 'NotRendered', cause: '{% $states.input.Cause %}' }), {
            errors: ['RenderError'],
          }),
        new Succeed('Rendered'),
      ),
    });

    const taskDefinition = new ecs.FargateTaskDefinition(this, 'WorkerTask', { cpu: 1024, memoryLimitMiB: 2048 });
    taskDefinition.addContainer('Worker', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:20-slim'),
      command: ['node', 'worker.js'],
      environment: { ACTIVITY_ARN: rendering.activityArn },
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'render' }),
    });
    rendering.grant(
      taskDefinition.taskRole,
      'states:GetActivityTask',
      'states:SendTaskSuccess',
      'states:SendTaskFailure',
      'states:SendTaskHeartbeat',
    );
    new ecs.FargateService(this, 'Workers', {
      cluster: new ecs.Cluster(this, 'Cluster', { vpc: new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 }) }),
      taskDefinition,
      desiredCount: 2,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
  }
}
