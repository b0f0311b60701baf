import { App } from 'aws-cdk-lib';
import { ImportStack } from './import-stack';

new ImportStack(new App(), 'Imports');
