import { App } from 'aws-cdk-lib';
import { RenderStack } from './render-stack';

new RenderStack(new App(), 'Films');
