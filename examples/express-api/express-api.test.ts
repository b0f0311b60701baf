import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LocalWorkflow, returns } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { QuoteStack } from './quote-stack';

const stack = new QuoteStack(new App(), 'Quotes');
const workflow = LocalWorkflow.fromStack(stack, 'Quote');
const mocks = {
  Products: returns({ Item: { price: { N: '19.99' } } }, { durationSeconds: 0.02 }),
  Customers: returns({ Item: { discount: { N: '10' } } }, { durationSeconds: 0.03 }),
};
/** What API Gateway passes on. */
const request = (body: object) => ({ body, path: {}, querystring: {} });

test('a quote takes the price and the discount', async () => {
  const run = await workflow.run(request({ product: 'P1', customer: 'C1' }), { mocks, synchronous: true });
  expect(run).toHaveSucceeded({ price: 17.99 });
  expect(run).toHaveTaken(0.03);
  expect(run.cost.express).toMatchObject({ requests: 1, billedMs: 100, billedMb: 64 });
});

test('a request without a product is refused', async () => {
  expect(await workflow.run(request({ customer: 'C1' }), { mocks, synchronous: true })).toHaveFailed({
    error: 'BadRequest',
  });
});

test('a product that is not there', async () => {
  expect(
    await workflow.run(request({ product: 'P9', customer: 'C1' }), {
      mocks: { ...mocks, Products: returns({}) },
      synchronous: true,
    }),
  ).toHaveFailed('NotFound');
});

test('the API starts the workflow and waits for its end', () => {
  const methods = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::Method'));
  expect(JSON.stringify(methods)).toContain(':states:action/StartSyncExecution');
});
