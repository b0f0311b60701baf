import { App } from 'aws-cdk-lib';
import { NightlyStack } from './nightly-stack';

new NightlyStack(new App(), 'Nightly');
