import { Annotations, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { Choice, Expression, Fail, Flow, Integration, Pass, StandardWorkflow, Succeed, Task, Wait } from 'stepwright';

/** A service that reports its end to nobody is asked again and again, less and less often. */
export class TranscriptionStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const recordings = new s3.Bucket(this, 'Recordings');
    const name = '{% $states.context.Execution.Name %}';

    const transcription = Flow.of(
      new Task('Start', {
        call: Integration.awsSdk('transcribe', 'startTranscriptionJob', {
          TranscriptionJobName: name,
          LanguageCode: 'en-GB',
          Media: { MediaFileUri: `{% 's3://${recordings.bucketName}/' & $states.input.key %}` },
        }),
        assign: { delay: 10 },
      }),
      new Wait('Wait', { duration: Expression.duration('{% $delay %}') }),
      new Task('Ask', {
        call: Integration.awsSdk('transcribe', 'getTranscriptionJob', { TranscriptionJobName: name }),
        output: '{% $states.result.TranscriptionJob %}',
      }),
      new Choice('Done?')
        .when(
          "{% $states.input.TranscriptionJobStatus = 'COMPLETED' %}",
          new Succeed('Transcribed', { output: { uri: '{% $states.input.Transcript.TranscriptFileUri %}' } }),
        )
        .when(
          "{% $states.input.TranscriptionJobStatus = 'FAILED' %}",
          new Fail('Failed', { error: 'TranscriptionFailed', cause: '{% $states.input.FailureReason %}' }),
        ),
      // ten seconds, then twice as long each time, five minutes at most
      new Pass('Slow down', { assign: { delay: '{% $min([$delay * 2, 300]) %}' } }),
      Flow.goTo('Wait'),
    );

    const workflow = new StandardWorkflow(this, 'Transcription', {
      definition: transcription,
      timeout: Duration.hours(4),
    });
    recordings.grantRead(workflow);
    Annotations.of(workflow).acknowledgeWarning(
      'stepwright:RUNTIME_RESOURCE:Ask',
      'a job is named after its execution',
    );
  }
}
