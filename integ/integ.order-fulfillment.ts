/** The example, as it would be deployed. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App } from 'aws-cdk-lib';
import { OrderStack } from '../examples/order-fulfillment/order-stack';

const app = new App();
new IntegTest(app, 'OrderFulfillment', { testCases: [new OrderStack(app, 'Orders')] });
