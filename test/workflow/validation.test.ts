import { Annotations as CdkAnnotations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { aStack, bound } from './a-definition';
import { Choice, Flow, Pass, Task } from '../../src/chain';
import { Integration } from '../../src/integrations';
import { ExpressWorkflow, StandardWorkflow } from '../../src/workflow';

const SYNC = new Task('Run', { call: Integration.optimized('glue:startJobRun.sync', { JobName: 'job' }) });

test('fails at synth for what AWS refuses, naming the state, where it was written, and the change to make', () => {
  const stack = aStack();
  new ExpressWorkflow(stack, 'Order', { definition: SYNC });
  Annotations.fromStack(stack).hasError(
    '/Orders/Order',
    Match.stringLikeRegexp(
      "^'Run' \\(.*validation\\.test\\.ts:\\d+:\\d+\\): .*\\n  fix: [\\s\\S]* \\[stepwright:[a-z-]+:Run\\]$",
    ),
  );
});

test('the same is right in a Standard workflow', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', { definition: SYNC });
  Annotations.fromStack(stack).hasNoError('*', Match.anyValue());
});

test('warnings can be acknowledged by rule and state', () => {
  const stack = aStack();
  const definition = Flow.of(new Choice('Paid?').when('{% $states.input.paid %}', new Pass('Go')));
  const warned = new StandardWorkflow(stack, 'Warned', { definition });
  const quiet = new StandardWorkflow(stack, 'Quiet', { definition });
  const [{ entry }] = Annotations.fromStack(stack).findWarning('/Orders/Warned', Match.stringLikeRegexp("'Paid\\?'"));
  const [, id] = /\[ack: (.*)\]$/.exec(String(entry.data))!;
  expect(id).toMatch(/^stepwright:[a-z-]+:Paid\?$/);
  CdkAnnotations.of(quiet).acknowledgeWarning(id, 'orders are always paid');
  Annotations.fromStack(stack).hasNoWarning('/Orders/Quiet', Match.stringLikeRegexp(`ack: ${id.replace('?', '\\?')}`));
  expect(warned.node.path).toBe('Orders/Warned');
});

test('fails for a definition that is no state machine, without a place', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', {
    definition: bound({ StartAt: 'Nowhere', States: { Go: { Type: 'Pass', End: true } } }),
  });
  Annotations.fromStack(stack).hasError('/Orders/Order', Match.stringLikeRegexp('Nowhere|StartAt'));
});

test('tokens are not known, never wrong', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', {
    definition: bound({ StartAt: 'Go', States: { Go: { Type: 'Wait', Timestamp: stack.stackId, End: true } } }),
  });
  Annotations.fromStack(stack).hasNoError('*', Match.anyValue());
});
