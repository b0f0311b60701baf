import { App } from 'aws-cdk-lib';
import { ApprovalStack } from './approval-stack';

new ApprovalStack(new App(), 'Expenses');
