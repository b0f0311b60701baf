import type { aws_s3 as s3 } from 'aws-cdk-lib';
import { definedFields, valueIn } from './fields';
import type { Fields, StateLanguage } from './flow-node';
import { integrationArn } from '../integrations/integration-arn';
import { keys } from '../integrations/keys';
import { plainNumber } from '../integrations/whole-seconds';

/** What every reader can be told. */
export interface ItemReaderProps {
  /**
   * The items to read, at most; `Expression.number('{% … %}')` for a computed number.
   *
   * @default - all of them, up to 100 million
   */
  readonly maxItems?: number;
}

/** A reader of the objects of a bucket. */
export interface ObjectsReaderProps extends ItemReaderProps {
  /**
   * Only objects whose key begins so: text, or `'{% … %}'`.
   *
   * @default - all objects
   */
  readonly prefix?: string;

  /**
   * Whether the items are what the objects hold, instead of the objects' own data (key, size, …).
   *
   * @default false
   */
  readonly loadAndFlatten?: boolean;

  /**
   * With `loadAndFlatten`: what the objects hold, one of CSV, JSON, JSONL, PARQUET.
   *
   * @default - none
   */
  readonly inputType?: string;
}

/** A reader of a CSV file. */
export interface CsvReaderProps extends ItemReaderProps {
  /**
   * The names of the columns.
   *
   * @default - the file's first row
   */
  readonly headers?: string[];

  /**
   * What stands between the columns, one of COMMA, PIPE, SEMICOLON, SPACE, TAB.
   *
   * @default COMMA
   */
  readonly delimiter?: string;
}

/** A reader of a JSON file. */
export interface JsonReaderProps extends ItemReaderProps {
  /**
   * Where the list lies in the file, as a JSON pointer.
   *
   * @default - the file is the list
   */
  readonly itemsPointer?: string;
}

/**
 * Where a DistributedMap reads its items.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export class ItemReader {
  /**
   * The objects of a bucket, one item for each.
   *
   * @param bucket the bucket
   * @param props which objects
   */
  public static s3Objects(bucket: s3.IBucket, props: ObjectsReaderProps = {}): ItemReader {
    return new ItemReader(
      's3:listObjectsV2',
      { Bucket: bucket.bucketName, Prefix: props.prefix },
      {
        InputType: props.inputType,
        Transformation: props.loadAndFlatten ? 'LOAD_AND_FLATTEN' : undefined,
        MaxItems: plainNumber(props.maxItems),
      },
      keys(bucket.encryptionKey),
    );
  }

  /**
   * The rows of a CSV file, one item for each.
   *
   * @param bucket the file's bucket
   * @param key the file's key: text, or `'{% … %}'`
   * @param props the form of the file
   */
  public static csv(bucket: s3.IBucket, key: string, props: CsvReaderProps = {}): ItemReader {
    return ItemReader._file(bucket, key, {
      InputType: 'CSV',
      CSVHeaderLocation: props.headers ? 'GIVEN' : 'FIRST_ROW',
      CSVHeaders: props.headers,
      CSVDelimiter: props.delimiter,
      MaxItems: plainNumber(props.maxItems),
    });
  }

  /**
   * The elements of a list in a JSON file.
   *
   * @param bucket the file's bucket
   * @param key the file's key: text, or `'{% … %}'`
   * @param props where the list lies
   */
  public static json(bucket: s3.IBucket, key: string, props: JsonReaderProps = {}): ItemReader {
    return ItemReader._file(bucket, key, {
      InputType: 'JSON',
      ItemsPointer: props.itemsPointer,
      MaxItems: plainNumber(props.maxItems),
    });
  }

  /**
   * The lines of a JSON Lines file, one item for each.
   *
   * @param bucket the file's bucket
   * @param key the file's key: text, or `'{% … %}'`
   * @param props how many
   */
  public static jsonLines(bucket: s3.IBucket, key: string, props: ItemReaderProps = {}): ItemReader {
    return ItemReader._file(bucket, key, { InputType: 'JSONL', MaxItems: plainNumber(props.maxItems) });
  }

  /**
   * The rows of a Parquet file, one item for each.
   *
   * @param bucket the file's bucket
   * @param key the file's key: text, or `'{% … %}'`
   * @param props how many
   */
  public static parquet(bucket: s3.IBucket, key: string, props: ItemReaderProps = {}): ItemReader {
    return ItemReader._file(bucket, key, { InputType: 'PARQUET', MaxItems: plainNumber(props.maxItems) });
  }

  /**
   * The objects that an S3 inventory lists. The workflow may read the bucket of the inventory.
   *
   * @param bucket the bucket of the inventory
   * @param key the key of its `manifest.json`: text, or `'{% … %}'`
   * @param props how many
   */
  public static s3Inventory(bucket: s3.IBucket, key: string, props: ItemReaderProps = {}): ItemReader {
    return ItemReader._file(bucket, key, {
      InputType: 'MANIFEST',
      ManifestType: 'S3_INVENTORY',
      MaxItems: plainNumber(props.maxItems),
    });
  }

  /**
   * The rows that an Athena UNLOAD query wrote. The workflow may read the bucket of the result.
   *
   * @param bucket the bucket of the result
   * @param key the key of the manifest file: text, or `'{% … %}'`
   * @param inputType the form of the files, one of CSV, JSONL, PARQUET
   * @param props how many
   */
  public static athenaManifest(
    bucket: s3.IBucket,
    key: string,
    inputType: string,
    props: ItemReaderProps = {},
  ): ItemReader {
    return ItemReader._file(bucket, key, {
      InputType: inputType,
      ManifestType: 'ATHENA_DATA',
      MaxItems: plainNumber(props.maxItems),
    });
  }

  /**
   * Any reader, for what has no method here, such as a bucket whose name the workflow computes.
   *
   * @param resource `s3:getObject` or `s3:listObjectsV2`
   * @param args its arguments; of a JSONPath state, its parameters
   * @param readerConfig as in the Amazon States Language
   */
  public static of(
    resource: string,
    args: { [name: string]: any },
    readerConfig: { [name: string]: any } = {},
  ): ItemReader {
    return new ItemReader(resource, args, readerConfig);
  }

  /** @internal */
  private static _file(bucket: s3.IBucket, key: string, config: Fields): ItemReader {
    return new ItemReader('s3:getObject', { Bucket: bucket.bucketName, Key: key }, config, keys(bucket.encryptionKey));
  }

  private constructor(
    /** @internal */ private readonly _resource: string,
    /** @internal */ private readonly _arguments: Fields,
    /** @internal */ private readonly _config: Fields,
    /** @internal */ public readonly _encryptionKeys: readonly string[] = [],
  ) {
    /* values are made by the statics */
  }

  /** @internal */
  public _render(language: StateLanguage, state: string, maxItemsPath: string | undefined): Fields {
    const config = definedFields({ ...this._config, MaxItemsPath: maxItemsPath });
    return definedFields({
      Resource: integrationArn(this._resource),
      ReaderConfig: Object.keys(config).length === 0 ? undefined : valueIn('JSONata', config, `'${state}', itemReader`),
      [language === 'JSONPath' ? 'Parameters' : 'Arguments']: valueIn(
        language,
        definedFields(this._arguments),
        `'${state}', itemReader`,
      ),
    });
  }
}
