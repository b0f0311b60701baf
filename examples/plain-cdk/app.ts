import { App } from 'aws-cdk-lib';
import { SignupStack } from './signup-stack';

new SignupStack(new App(), 'Users');
