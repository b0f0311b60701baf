import { Annotations, Duration, Stack, TimeZone, type StackProps } from 'aws-cdk-lib';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Choice, Flow, InlineMap, Integration, Pass, StandardWorkflow, Succeed, Task, Wait } from 'stepwright';

/** Every Sunday night EventBridge Scheduler starts the workflow: it patches the servers of each group, one group after the other. */
export class PatchStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const operators = new sns.Topic(this, 'Operators');

    /** Patches one server, and waits for the end: Systems Manager has no .sync, so it is asked again. */
    const patchServer = Flow.of(
      new Task('Patch', {
        call: Integration.awsSdk('ssm', 'sendCommand', {
          DocumentName: 'AWS-RunPatchBaseline',
          InstanceIds: ['{% $states.input.InstanceId %}'],
          Parameters: { Operation: ['Install'], RebootOption: ['RebootIfNeeded'] },
        }),
        assign: { server: '{% $states.input.InstanceId %}', command: '{% $states.result.Command.CommandId %}' },
      }).retry({ errors: ['Ssm.ThrottlingException'], interval: Duration.seconds(5), maxAttempts: 5 }),
      new Wait('Let it work', { duration: Duration.minutes(2) }),
      new Task('Ask for its state', {
        call: Integration.awsSdk('ssm', 'getCommandInvocation', {
          CommandId: '{% $command %}',
          InstanceId: '{% $server %}',
        }),
        output: '{% $states.result.Status %}',
      }),
      new Choice('Still at it?').when(
        "{% $states.input in ['Pending', 'InProgress', 'Delayed'] %}",
        Flow.goTo('Let it work'),
      ),
      new Pass('Note it', { output: { server: '{% $server %}', status: '{% $states.input %}' } }),
    );

    const patching = Flow.of(
      new InlineMap('For each group', {
        items: '{% $states.input.groups %}',
        maxConcurrency: 1,
        processor: Flow.of(
          new Task('List the servers', {
            call: Integration.awsSdk('ssm', 'describeInstanceInformation', {
              Filters: [{ Key: 'tag:PatchGroup', Values: ['{% $states.input %}'] }],
            }),
            output: '{% [$states.result.InstanceInformationList[PingStatus = "Online"]] %}',
          }),
          new InlineMap('For each server', { processor: patchServer, maxConcurrency: 10 }),
        ),
        output: { failed: '{% [$states.result.*[status != "Success"].server] %}' },
      }),
      new Choice('Any failed?').when(
        '{% $count($states.input.failed) > 0 %}',
        new Task('Tell the operators', {
          call: Integration.snsPublish(operators, {
            subject: 'Servers without patches',
            message: "{% $join($states.input.failed, ', ') %}",
          }),
          output: '{% $states.input %}',
        }),
      ),
      new Succeed('Patched'),
    );

    const workflow = new StandardWorkflow(this, 'Patching', { definition: patching, timeout: Duration.hours(6) });
    Annotations.of(workflow).acknowledgeWarning('stepwright:RUNTIME_RESOURCE:Patch', 'every server may be patched');

    new scheduler.Schedule(this, 'SundayNight', {
      schedule: scheduler.ScheduleExpression.cron({
        weekDay: 'SUN',
        hour: '3',
        minute: '0',
        timeZone: TimeZone.EUROPE_LISBON,
      }),
      target: new targets.StepFunctionsStartExecution(workflow, {
        input: scheduler.ScheduleTargetInput.fromObject({ groups: ['test', 'production'] }),
      }),
    });
  }
}
