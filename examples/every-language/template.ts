/** Prints the template of the stack, for the tests of the other languages to compare with. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OrderStack } from './order-stack';

console.log(
  JSON.stringify(Template.fromStack(new OrderStack(new App({ analyticsReporting: false }), 'Orders')).toJSON()),
);
