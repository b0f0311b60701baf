import { App } from 'aws-cdk-lib';
import { BillingStack } from './billing-stack';

new BillingStack(new App(), 'Billing');
