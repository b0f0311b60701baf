import { App } from 'aws-cdk-lib';
import { QuoteStack } from './quote-stack';

new QuoteStack(new App(), 'Quotes');
