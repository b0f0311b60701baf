/**
 * JSONPath fields of every state with input and output. Giving `jsonPath`, even empty, makes the state a JSONPath state.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
export interface JsonPathInputOutputFields {
  /**
   * The part of the input that the state sees; the CDK's `JsonPath.DISCARD` for `{}`.
   *
   * @default "$"
   */
  readonly inputPath?: string;

  /**
   * The part of the output that goes on; the CDK's `JsonPath.DISCARD` for `{}`.
   *
   * @default "$"
   */
  readonly outputPath?: string;
}

/** JSONPath fields of states with a result. */
export interface JsonPathResultFields extends JsonPathInputOutputFields {
  /**
   * A payload template over the result.
   *
   * @default - the result as it is
   */
  readonly resultSelector?: { [name: string]: any };

  /**
   * Where the result goes in the input; the CDK's `JsonPath.DISCARD` drops it.
   *
   * @default "$"
   */
  readonly resultPath?: string;
}

/** JSONPath fields of a Parallel. */
export interface ParallelJsonPathFields extends JsonPathResultFields {
  /**
   * A payload template whose result takes the input's place.
   *
   * @default - the input
   */
  readonly parameters?: { [name: string]: any };
}

/** JSONPath fields of a Pass. */
export interface PassJsonPathFields extends JsonPathInputOutputFields {
  /**
   * A fixed result.
   *
   * @default - the input, or what `parameters` gives
   */
  readonly result?: any;

  /**
   * A payload template whose result takes the input's place.
   *
   * @default - the input
   */
  readonly parameters?: { [name: string]: any };

  /**
   * Where the result goes in the input; the CDK's `JsonPath.DISCARD` drops it.
   *
   * @default "$"
   */
  readonly resultPath?: string;
}

/** JSONPath fields of a Task. Its parameters are the integration's arguments, in which `JsonPath.stringAt(…)` of the CDK may stand. */
export interface TaskJsonPathFields extends JsonPathResultFields {
  /**
   * Where the time-out's seconds lie, instead of `timeout`.
   *
   * @default - timeout
   */
  readonly timeoutSecondsPath?: string;

  /**
   * Where the heartbeat's seconds lie, instead of `heartbeat`.
   *
   * @default - heartbeat
   */
  readonly heartbeatSecondsPath?: string;
}

/** JSONPath fields of a Wait. */
export interface WaitJsonPathFields extends JsonPathInputOutputFields {
  /**
   * Where the seconds to wait lie, instead of `duration`.
   *
   * @default - one of the other three
   */
  readonly secondsPath?: string;

  /**
   * Where the time to wait for lies, instead of `timestamp`.
   *
   * @default - one of the other three
   */
  readonly timestampPath?: string;
}

/** JSONPath fields of a Fail. */
export interface FailJsonPathFields {
  /**
   * A path or an intrinsic function that gives the error's name, instead of `error`.
   *
   * @default - error
   */
  readonly errorPath?: string;

  /**
   * A path or an intrinsic function that gives the cause, instead of `cause`.
   *
   * @default - cause
   */
  readonly causePath?: string;
}

/** JSONPath fields of an InlineMap. */
export interface MapJsonPathFields extends JsonPathResultFields {
  /**
   * Where the items lie, instead of `items`.
   *
   * @default "$"
   */
  readonly itemsPath?: string;

  /**
   * Where the number of items at the same time lies, instead of `maxConcurrency`.
   *
   * @default - maxConcurrency
   */
  readonly maxConcurrencyPath?: string;
}

/** JSONPath fields of a DistributedMap. */
export interface DistributedMapJsonPathFields extends MapJsonPathFields {
  /**
   * Where the percentage lies, instead of `toleratedFailurePercentage`.
   *
   * @default - toleratedFailurePercentage
   */
  readonly toleratedFailurePercentagePath?: string;

  /**
   * Where the number lies, instead of `toleratedFailureCount`.
   *
   * @default - toleratedFailureCount
   */
  readonly toleratedFailureCountPath?: string;

  /**
   * Where the number of items to read lies, instead of the reader's `maxItems`.
   *
   * @default - the reader's maxItems
   */
  readonly maxItemsPath?: string;

  /**
   * Where the number lies, instead of the batcher's `maxItemsPerBatch`.
   *
   * @default - the batcher's maxItemsPerBatch
   */
  readonly maxItemsPerBatchPath?: string;

  /**
   * Where the number lies, instead of the batcher's `maxInputBytesPerBatch`.
   *
   * @default - the batcher's maxInputBytesPerBatch
   */
  readonly maxInputBytesPerBatchPath?: string;
}
