import { App, Stack } from 'aws-cdk-lib';
import { ACCOUNT, CALLS, REGION } from './calls';
import { OPTIMIZED_SERVICES, type ResourcePattern } from '../../src/asl';
import { Flow, Pass, Task } from '../../src/chain';
import { findMachine, readCloudAssembly } from '../../src/cloudformation';
import { Integration, JobIntegration, TokenIntegration, WorkflowIntegration } from '../../src/integrations';
import { compile, run, type TaskAnswer, type TaskCall } from '../../src/interpreter';
import { StandardWorkflow } from '../../src/workflow';

/** All patterns that an integration offers, by what its resource then ends with. */
function patternsOf(integration: Integration): Partial<Record<ResourcePattern, Integration>> {
  return {
    ...(integration instanceof JobIntegration
      ? integration instanceof WorkflowIntegration
        ? { 'sync': integration.syncWithTextOutput(), 'sync:2': integration.sync() }
        : { sync: integration.sync() }
      : {}),
    ...('waitForTaskToken' in integration
      ? { waitForTaskToken: (integration as TokenIntegration).waitForTaskToken() }
      : {}),
  };
}

const APIS = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
  Object.entries(actions).map(([action, patterns]) => ({ api: `${service}:${action}`, service, action, patterns })),
);

test('every optimized integration has its factory', () => {
  expect(Object.keys(CALLS).sort()).toEqual(APIS.map(({ api }) => api).sort());
});

describe.each(APIS)('$api', ({ api, service, action, patterns }) => {
  const app = new App();
  const stack = new Stack(app, 'S', { env: { account: ACCOUNT, region: REGION } });
  const { make, receives } = CALLS[api];
  const integration = make(stack);
  const offered = patternsOf(integration);
  const calls: TaskCall[] = [];

  test('has the patterns of AWS and no other', () => {
    expect(Object.keys(offered).sort()).toEqual([...patterns].sort());
  });

  test('is synthesized and called with its arguments, plain and as a job', () => {
    const jobs = Object.entries(offered).filter(([pattern]) => pattern !== 'waitForTaskToken');
    const flow = Flow.of(
      new Pass('start'),
      new Task('plain', { call: integration }),
      ...jobs.map(([pattern, call]) => new Task(pattern, { call })),
    );
    new StandardWorkflow(stack, 'Workflow', { definition: flow });
    const { definition } = findMachine(readCloudAssembly(app.synth().directory), 'Workflow');
    const onTask = (call: TaskCall): TaskAnswer => {
      calls.push(call);
      return { output: { Payload: {} } };
    };
    // the interpreter alone: some of the arguments are made up, which the service models would reject
    const finished = run(compile(definition), { onTask });
    expect(finished.status).toBe('SUCCEEDED');
    expect(calls.map(call => call.resource)).toEqual(
      ['', ...jobs.map(([pattern]) => `.${pattern}`)].map(suffix => `arn:aws:states:::${service}:${action}${suffix}`),
    );
    for (const call of calls) expect(call.input).toEqual(receives);
  });
});
