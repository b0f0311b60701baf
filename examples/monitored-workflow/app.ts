import { App } from 'aws-cdk-lib';
import { PayoutStack } from './payout-stack';

new PayoutStack(new App(), 'Payouts');
