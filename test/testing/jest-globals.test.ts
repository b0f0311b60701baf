// eslint-disable-next-line import/no-extraneous-dependencies -- jest brings it along
import { expect, test } from '@jest/globals';
import { LocalWorkflow } from '../../src/testing';
import '../../src/testing/jest-globals';

const local = LocalWorkflow.fromDefinition({ StartAt: 'P', States: { P: { Type: 'Pass', Result: 5, End: true } } });

// the type check holds that the matchers are known here
test('the matchers are there without globals', async () => {
  expect(local.runSync()).toHaveSucceeded(5);
  expect(local.runSync()).not.toHaveFailed();
  await expect(local.run()).resolves.toHaveVisited('P');
});
