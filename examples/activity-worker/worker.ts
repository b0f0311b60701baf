/** The worker that runs in the container: it polls the activity, renders, reports that it lives, and answers. */
import {
  GetActivityTaskCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { render, type Job } from './render';

/** Takes one task and answers it; false if none came within a minute. */
export async function work(client: SFNClient, activityArn: string, workerName: string): Promise<boolean> {
  const { taskToken, input } = await client.send(new GetActivityTaskCommand({ activityArn, workerName }));
  if (taskToken === undefined) return false;
  const beat = setInterval(() => void client.send(new SendTaskHeartbeatCommand({ taskToken })), 20_000);
  try {
    const result = await render(JSON.parse(input ?? '{}') as Job);
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) }));
  } catch (error) {
    const { name, message } = error as Error;
    await client.send(new SendTaskFailureCommand({ taskToken, error: name, cause: message }));
  } finally {
    clearInterval(beat);
  }
  return true;
}

async function main(): Promise<void> {
  const client = new SFNClient({});
  for (;;) await work(client, process.env.ACTIVITY_ARN!, process.env.HOSTNAME ?? 'worker');
}

if (require.main === module) void main();
