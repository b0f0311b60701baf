import { App } from 'aws-cdk-lib';
import { TripStack } from './trip-stack';

new TripStack(new App(), 'Trips');
