import { App } from 'aws-cdk-lib';
import { RefundStack } from './refund-stack';

new RefundStack(new App(), 'Shop');
