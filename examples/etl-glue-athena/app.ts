import { App } from 'aws-cdk-lib';
import { EtlStack } from './etl-stack';

new EtlStack(new App(), 'Sales');
