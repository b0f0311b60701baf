import { App } from 'aws-cdk-lib';
import { LocalWorkflow, returns, sequence } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { TranscriptionStack } from './transcription-stack';

const workflow = LocalWorkflow.fromStack(new TranscriptionStack(new App(), 'Transcriptions'), 'Transcription');
const job = (TranscriptionJobStatus: string, more: object = {}) =>
  returns({ TranscriptionJob: { TranscriptionJobStatus, ...more } });
const running = job('IN_PROGRESS');
const start = returns({});

test('it is asked with longer and longer pauses until the job is done', async () => {
  const run = await workflow.run(
    { key: 'talk.mp3' },
    {
      mocks: {
        Start: start,
        Ask: sequence(
          running,
          running,
          running,
          job('COMPLETED', { Transcript: { TranscriptFileUri: 's3://out/talk.json' } }),
        ),
      },
    },
  );
  expect(run).toHaveSucceeded({ uri: 's3://out/talk.json' });
  expect(run).toHaveCalledTimes('Ask', 4);
  expect(run).toHaveTaken(10 + 20 + 40 + 80);
});

test('the pause grows to five minutes and no further', async () => {
  const run = await workflow.run(
    { key: 'talk.mp3' },
    {
      mocks: {
        Start: start,
        Ask: sequence(...Array(7).fill(running), job('COMPLETED', { Transcript: { TranscriptFileUri: 'x' } })),
      },
    },
  );
  expect(run).toHaveAssigned('delay', 300);
  expect(run).toHaveTaken(10 + 20 + 40 + 80 + 160 + 300 + 300 + 300);
});

test('a job that fails', async () => {
  const run = await workflow.run(
    { key: 'noise.mp3' },
    { mocks: { Start: start, Ask: job('FAILED', { FailureReason: 'no speech' }) } },
  );
  expect(run).toHaveFailed({ error: 'TranscriptionFailed', cause: 'no speech' });
});

test('a job that never ends is given up after four hours', async () => {
  const run = await workflow.run({ key: 'talk.mp3' }, { mocks: { Start: start, Ask: () => running } });
  expect(run).toHaveTimedOut();
  expect(run).toHaveTaken(4 * 3600);
});
