import { App, aws_sqs as sqs, Duration, Stack } from 'aws-cdk-lib';
import { Choice, Fail, Flow, Succeed, Task } from '../../src/chain';
import { Errors, Integration } from '../../src/integrations';
import { LocalWorkflow, returns } from '../../src/testing';
import { StandardWorkflow } from '../../src/workflow';

// docs/fragments.md shows this function: what it says is what is tested here

/** What an approval needs. */
interface ApprovalProps {
  /** Where the question goes. */
  readonly queue: sqs.IQueue;
  /** Who is asked. */
  readonly approver: string;
}

/** Asks somebody, and goes on when the answer is yes; anything else fails the workflow. */
function approval(name: string, props: ApprovalProps): Flow {
  return Flow.of(
    new Task('Ask', {
      call: Integration.sqsSendMessage(props.queue, {
        messageBody: {
          approver: props.approver,
          question: '{% $states.input %}',
          token: '{% $states.context.Task.Token %}',
        },
      }).waitForTaskToken(),
      timeout: Duration.days(7),
      assign: { answer: '{% $states.result %}' },
      output: '{% $states.input %}',
    }).catch(new Fail('Not answered', { error: 'NotAnswered' }), { errors: [Errors.TIMEOUT] }),
    new Choice('Approved?').when("{% $answer = 'yes' %}").otherwise(new Fail('Refused', { error: 'Refused' })),
  ).prefixed(`${name}: `);
}

const stack = new Stack(new App(), 'S', { env: { account: '123456789012', region: 'eu-west-1' } });
const queue = new sqs.Queue(stack, 'Questions');
new StandardWorkflow(stack, 'Purchase', {
  definition: Flow.of(
    approval('Team', { queue, approver: 'lead' }),
    approval('Budget', { queue, approver: 'controller' }),
    approval('Board', { queue, approver: 'board' }),
    new Succeed('Bought'),
  ),
});
const workflow = LocalWorkflow.fromStack(stack, 'Purchase');

test('a fragment is used three times in one machine, with names of its own each time', () => {
  expect(Object.keys(workflow.definition.States as object)).toEqual([
    'Team: Ask',
    'Team: Approved?',
    'Team: Refused',
    'Budget: Ask',
    'Budget: Approved?',
    'Budget: Refused',
    'Board: Ask',
    'Board: Approved?',
    'Board: Refused',
    'Bought',
    'Team: Not answered',
    'Budget: Not answered',
    'Board: Not answered',
  ]);
});

test('each use leads to the next', () => {
  const run = workflow.runSync(
    { price: 5 },
    { mocks: { 'Team: Ask': returns('yes'), 'Budget: Ask': returns('yes'), 'Board: Ask': returns('yes') } },
  );
  expect(run.output).toEqual({ price: 5 });
  expect(run.visited).toEqual([
    'Team: Ask',
    'Team: Approved?',
    'Budget: Ask',
    'Budget: Approved?',
    'Board: Ask',
    'Board: Approved?',
    'Bought',
  ]);
});

test('each use fails by itself', () => {
  const run = workflow.runSync(
    { price: 5 },
    { mocks: { 'Team: Ask': returns('yes'), 'Budget: Ask': returns('no'), 'Board: Ask': returns('yes') } },
  );
  expect(run.error).toBe('Refused');
  expect(run.visited.at(-1)).toBe('Budget: Refused');
});
