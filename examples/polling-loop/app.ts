import { App } from 'aws-cdk-lib';
import { TranscriptionStack } from './transcription-stack';

new TranscriptionStack(new App(), 'Transcriptions');
