import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LocalWorkflow, returns, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { PatchStack } from './patch-stack';

const stack = new PatchStack(new App(), 'Patches');
const workflow = LocalWorkflow.fromStack(stack, 'Patching');

/** What the schedule gives to the workflow. */
const [schedule] = Object.values(Template.fromStack(stack).findResources('AWS::Scheduler::Schedule'));
const input = JSON.parse(schedule.Properties.Target.Input) as { groups: string[] };

const servers: Record<string, object[]> = {
  test: [
    { InstanceId: 'i-1', PingStatus: 'Online' },
    { InstanceId: 'i-2', PingStatus: 'ConnectionLost' },
  ],
  production: [
    { InstanceId: 'i-3', PingStatus: 'Online' },
    { InstanceId: 'i-4', PingStatus: 'Online' },
  ],
};

/** Each server takes so many questions until it is done. */
function mocks(rounds: Record<string, number>, failing: string[] = []): Mocks {
  const asked: Record<string, number> = {};
  return {
    'List the servers': ({ Filters }) => ({ InstanceInformationList: servers[Filters[0].Values[0]] }),
    'Patch': ({ InstanceIds }) => ({ Command: { CommandId: `c-${InstanceIds[0]}` } }),
    'Ask for its state': ({ InstanceId }) => {
      asked[InstanceId] = (asked[InstanceId] ?? 0) + 1;
      const done = asked[InstanceId] >= (rounds[InstanceId] ?? 1);
      return { Status: !done ? 'InProgress' : failing.includes(InstanceId) ? 'Failed' : 'Success' };
    },
    'Tell the operators': returns({ MessageId: 'm' }),
  };
}

test('the groups are patched one after the other, servers that are not there are left out', async () => {
  const run = await workflow.run(input, { mocks: mocks({ 'i-3': 3 }) });
  expect(run).toHaveSucceeded({ failed: [] });
  expect(run.callsOf('Patch').map(call => (call.input as { InstanceIds: string[] }).InstanceIds[0])).toEqual([
    'i-1',
    'i-3',
    'i-4',
  ]);
  expect(run).toHaveTaken(2 * 60 + 3 * 2 * 60);
});

test('the operators hear of servers without patches', async () => {
  const run = await workflow.run(input, { mocks: mocks({}, ['i-1', 'i-4']) });
  expect(run).toHaveSucceeded({ failed: ['i-1', 'i-4'] });
  expect(run).toHaveCalled('Tell the operators', expect.objectContaining({ Message: 'i-1, i-4' }));
});

test('the schedule starts it on Sunday at three, in its time zone', () => {
  expect(schedule.Properties).toMatchObject({
    ScheduleExpression: 'cron(0 3 ? * SUN *)',
    ScheduleExpressionTimezone: 'Europe/Lisbon',
  });
});
