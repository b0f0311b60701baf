import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { CatchProps } from './catch-props';
import { atMostOne, definedFields, languageOf, valueIn } from './fields';
import type { Flow } from './flow';
import type { Fields, StateParts } from './flow-node';
import type { ItemReader } from './item-reader';
import type { DistributedMapJsonPathFields } from './json-path-fields';
import { mapFields, type MapProps } from './map-fields';
import type { ResultWriter } from './result-writer';
import { State } from './state';
import { plainNumber } from '../integrations/whole-seconds';

/** How a DistributedMap groups items for one child execution. At least one of the limits. */
export interface ItemBatcher {
  /**
   * The items in a batch, at most.
   *
   * @default - limited by the bytes only
   */
  readonly maxItemsPerBatch?: number;

  /**
   * The bytes of a batch, at most 262144.
   *
   * @default - limited by the number of items only
   */
  readonly maxInputBytesPerBatch?: number;

  /**
   * What each batch receives beside its items.
   *
   * @default - nothing
   */
  readonly batchInput?: { [name: string]: any };
}

/** A DistributedMap. */
export interface DistributedMapProps extends MapProps {
  /**
   * Where the items are read, instead of the state's input.
   *
   * @default - items
   */
  readonly itemReader?: ItemReader;

  /**
   * How items are grouped for one child execution.
   *
   * @default - each item has a child execution
   */
  readonly itemBatcher?: ItemBatcher;

  /**
   * Where the results are written, and in what form.
   *
   * @default - they are the state's result
   */
  readonly resultWriter?: ResultWriter;

  /**
   * The execution type of the child executions.
   *
   * @default StateMachineType.STANDARD
   */
  readonly executionType?: sfn.StateMachineType;

  /**
   * Up to this percentage of the items may fail, 0 to 100.
   *
   * @default 0
   */
  readonly toleratedFailurePercentage?: number;

  /**
   * Up to this number of items may fail.
   *
   * @default 0
   */
  readonly toleratedFailureCount?: number;

  /**
   * Part of the ARN of the child executions, at most 40 characters.
   *
   * @default - AWS makes one up
   */
  readonly label?: string;

  /**
   * JSONPath fields; they make the state a JSONPath state.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: DistributedMapJsonPathFields;
}

/**
 * Runs a flow for each item, each item (or batch) in a child execution of its own: up to 10,000 at the same time.
 * Only Standard workflows can have one.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export class DistributedMap extends State {
  /** @internal */
  private readonly _props: DistributedMapProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props what runs, and for which items
   */
  public constructor(stateName: string, props: DistributedMapProps) {
    super(stateName);
    this._props = props;
    atMostOne(stateName, { items: props.items, itemReader: props.itemReader }, this._site);
  }

  /**
   * Adds a retrier after the ones it has.
   *
   * @param retry as in the CDK; without `errors` it holds for all of them
   */
  public retry(retry: sfn.RetryProps): DistributedMap {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the ones it has.
   *
   * @param handler where a caught error leads; its open ends go where this state's go
   * @param props which errors, and what the handler receives
   */
  public catch(handler: Flow, props: CatchProps = {}): DistributedMap {
    return this._withCatcher(handler, props, this.catch);
  }

  /** @internal */
  public _render(): StateParts {
    const { processor, executionType, itemReader, resultWriter } = this._props;
    const language = languageOf(this._props);
    const encryptionKeys = [...(itemReader?._encryptionKeys ?? []), ...(resultWriter?._encryptionKeys ?? [])];
    return {
      fields: { ...mapFields(this.stateName, this._props, this._site), ...this._distributedFields() },
      language,
      processor: {
        fields: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: executionType ?? sfn.StateMachineType.STANDARD },
        },
        flow: processor._node,
      },
      retriers: this._retriers,
      catchers: this._catchers,
      ...(encryptionKeys.length > 0 ? { grants: { encryptionKeys } } : {}),
    };
  }

  /** @internal */
  private _distributedFields(): Fields {
    const props = this._props;
    const path: DistributedMapJsonPathFields = props.jsonPath ?? {};
    const language = languageOf(props);
    atMostOne(
      this.stateName,
      {
        'toleratedFailurePercentage': props.toleratedFailurePercentage,
        'jsonPath.toleratedFailurePercentagePath': path.toleratedFailurePercentagePath,
      },
      this._site,
    );
    atMostOne(
      this.stateName,
      {
        'toleratedFailureCount': props.toleratedFailureCount,
        'jsonPath.toleratedFailureCountPath': path.toleratedFailureCountPath,
      },
      this._site,
    );
    return definedFields({
      ItemReader: props.itemReader?._render(language, this.stateName, path.maxItemsPath),
      ItemBatcher: this._batcher(),
      ResultWriter: props.resultWriter?._render(language, this.stateName),
      ToleratedFailurePercentage: plainNumber(props.toleratedFailurePercentage),
      ToleratedFailurePercentagePath: path.toleratedFailurePercentagePath,
      ToleratedFailureCount: plainNumber(props.toleratedFailureCount),
      ToleratedFailureCountPath: path.toleratedFailureCountPath,
      Label: props.label,
    });
  }

  /** @internal */
  private _batcher(): Fields | undefined {
    const { itemBatcher: batcher, jsonPath: path = {} } = this._props;
    const fields = definedFields({
      MaxItemsPerBatch: plainNumber(batcher?.maxItemsPerBatch),
      MaxItemsPerBatchPath: path.maxItemsPerBatchPath,
      MaxInputBytesPerBatch: plainNumber(batcher?.maxInputBytesPerBatch),
      MaxInputBytesPerBatchPath: path.maxInputBytesPerBatchPath,
      BatchInput: valueIn(languageOf(this._props), batcher?.batchInput, `'${this.stateName}', itemBatcher.batchInput`),
    });
    return Object.keys(fields).length === 0 ? undefined : fields;
  }

  /** @internal */
  protected _canCatch(): boolean {
    return true;
  }
}
