import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { CatchProps } from './catch-props';
import { languageOf } from './fields';
import type { Flow } from './flow';
import type { StateParts } from './flow-node';
import type { MapJsonPathFields } from './json-path-fields';
import { mapFields, type MapProps } from './map-fields';
import { State } from './state';

/** Properties of an InlineMap. */
export interface InlineMapProps extends MapProps {
  /**
   * JSONPath fields. If set, the state uses JSONPath.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: MapJsonPathFields;
}

/**
 * Runs a flow for each item in the same execution, at most 40 items at a time. All events count toward the execution's
 * history.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export class InlineMap extends State {
  /** @internal */
  private readonly _props: InlineMapProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props the flow to run, and the items
   */
  public constructor(stateName: string, props: InlineMapProps) {
    super(stateName);
    this._props = props;
  }

  /**
   * Adds a retrier after the existing ones.
   *
   * @param retry the retrier, as in the CDK; without `errors`, it retries all errors
   */
  public retry(retry: sfn.RetryProps): InlineMap {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the existing ones.
   *
   * @param handler the first step after a caught error; its open ends continue where this state's do
   * @param props the errors to catch, and the handler's input
   */
  public catch(handler: Flow, props: CatchProps = {}): InlineMap {
    return this._withCatcher(handler, props, this.catch);
  }

  /** @internal */
  public _render(): StateParts {
    return {
      fields: mapFields(this.stateName, this._props, this._site),
      language: languageOf(this._props),
      processor: { fields: { ProcessorConfig: { Mode: 'INLINE' } }, flow: this._props.processor._node },
      retriers: this._retriers,
      catchers: this._catchers,
    };
  }

  /** @internal */
  protected _canCatch(): boolean {
    return true;
  }
}
