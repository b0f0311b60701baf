import type { aws_s3 as s3 } from 'aws-cdk-lib';
import { definedFields, valueIn } from './fields';
import type { Fields, StateLanguage } from './flow-node';
import { integrationArn } from '../integrations/integration-arn';
import { keys } from '../integrations/keys';

/** The form of a DistributedMap's results. */
export interface ResultWriterProps {
  /**
   * The key of what is written begins so: text, or `'{% … %}'`.
   *
   * @default - none
   */
  readonly prefix?: string;

  /**
   * What of a child execution is written: NONE (all of its data), COMPACT (its output), FLATTEN (its output, lists taken apart).
   *
   * @default - NONE when written to a bucket, COMPACT else
   */
  readonly transformation?: string;

  /**
   * The form of the files: JSON or JSONL.
   *
   * @default JSON
   */
  readonly outputType?: string;
}

/**
 * Where a DistributedMap writes its results, and in what form.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export class ResultWriter {
  /**
   * Files in a bucket.
   *
   * @param bucket the bucket
   * @param props where in the bucket, and in what form
   */
  public static s3(bucket: s3.IBucket, props: ResultWriterProps = {}): ResultWriter {
    return new ResultWriter(
      { Bucket: bucket.bucketName, Prefix: props.prefix },
      config(props),
      keys(bucket.encryptionKey),
    );
  }

  /**
   * The state's own result, in another form.
   *
   * @param props the form; `prefix` has no meaning here
   */
  public static inResult(props: ResultWriterProps): ResultWriter {
    return new ResultWriter(undefined, config(props));
  }

  /**
   * Any writer, for what has no method here, such as a bucket whose name the workflow computes.
   *
   * @param args its arguments; of a JSONPath state, its parameters
   * @param writerConfig as in the Amazon States Language
   */
  public static of(args: { [name: string]: any }, writerConfig: { [name: string]: any } = {}): ResultWriter {
    return new ResultWriter(args, writerConfig);
  }

  private constructor(
    /** @internal */ private readonly _arguments: Fields | undefined,
    /** @internal */ private readonly _config: Fields,
    /** @internal */ public readonly _encryptionKeys: readonly string[] = [],
  ) {
    /* values are made by the statics */
  }

  /** @internal */
  public _render(language: StateLanguage, state: string): Fields {
    const where = `'${state}', resultWriter`;
    return definedFields({
      Resource: this._arguments && integrationArn('s3:putObject'),
      WriterConfig: Object.keys(this._config).length === 0 ? undefined : valueIn('JSONata', this._config, where),
      [language === 'JSONPath' ? 'Parameters' : 'Arguments']:
        this._arguments && valueIn(language, definedFields(this._arguments), where),
    });
  }
}

function config(props: ResultWriterProps): Fields {
  return definedFields({ Transformation: props.transformation, OutputType: props.outputType });
}
