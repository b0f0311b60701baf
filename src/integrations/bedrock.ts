import type { aws_bedrock as bedrock, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';

/** A request to a model. */
export interface BedrockInvokeModelProps {
  /**
   * The request, in the model's own form. Needed unless `input` is given.
   *
   * @default - input
   */
  readonly body?: any;

  /**
   * The object that holds the request, for one larger than a state's data may be.
   *
   * @default - body
   */
  readonly input?: s3.Location;

  /**
   * The object that takes the answer.
   *
   * @default - the answer is the result's `Body`
   */
  readonly output?: s3.Location;

  /**
   * The form of the answer.
   *
   * @default - application/json
   */
  readonly accept?: string;

  /**
   * The form of the request.
   *
   * @default - application/json
   */
  readonly contentType?: string;

  /**
   * More parameters of InvokeModel, such as `GuardrailIdentifier`, by the service's own names.
   *
   * @default - none
   */
  readonly additionalParameters?: { [name: string]: any };
}

/** `bedrock:invokeModel`. */
export function invokeModelCall(model: bedrock.IModel, props: BedrockInvokeModelProps): Call {
  return serviceCall('bedrock:invokeModel', {
    ModelId: model.modelArn,
    Body: props.body,
    Input: props.input && { S3Uri: uri(props.input) },
    Output: props.output && { S3Uri: uri(props.output) },
    Accept: props.accept,
    ContentType: props.contentType,
    ...props.additionalParameters,
  });
}

function uri({ bucketName, objectKey }: s3.Location): string {
  return `s3://${bucketName}/${objectKey}`;
}
