import { App } from 'aws-cdk-lib';
import { PatchStack } from './patch-stack';

new PatchStack(new App(), 'Patches');
