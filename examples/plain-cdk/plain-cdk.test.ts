import { App, Duration } from 'aws-cdk-lib';
import { fails, LocalWorkflow, returns, returnsPayload, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { SignupStack } from './signup-stack';

const workflow = LocalWorkflow.fromStack(new SignupStack(new App(), 'Users'), 'Signup');
const mocks: Mocks = {
  CheckMail: returnsPayload({ score: 0.9 }),
  Keep: returns({}),
  Welcome: returns({ MessageId: 'm' }),
};
const input = { mail: 'ann@example.com' };

test('a new user is kept, and welcomed a day later', async () => {
  const run = await workflow.run(input, { mocks });
  expect(run).toHaveSucceeded({ mail: 'ann@example.com', check: { score: 0.9 } });
  expect(run).toHaveTaken(Duration.days(1));
  expect(run).toHaveCalled('Say welcome', expect.objectContaining({ Message: 'Welcome, ann@example.com' }));
});

test('a mail that is not good enough is refused', async () => {
  expect(await workflow.run(input, { mocks: { ...mocks, CheckMail: returnsPayload({ score: 0.1 }) } })).toHaveFailed(
    'Refused',
  );
});

test('a user who is there already', async () => {
  const run = await workflow.run(input, {
    mocks: { ...mocks, Keep: fails('DynamoDB.ConditionalCheckFailedException', 'The conditional request failed') },
  });
  expect(run).toHaveFailed('KnownAlready');
  expect(run).not.toHaveVisited('A day later');
});
