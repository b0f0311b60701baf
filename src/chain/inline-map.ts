import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { CatchProps } from './catch-props';
import { languageOf } from './fields';
import type { Flow } from './flow';
import type { StateParts } from './flow-node';
import type { MapJsonPathFields } from './json-path-fields';
import { mapFields, type MapProps } from './map-fields';
import { State } from './state';

/** An InlineMap. */
export interface InlineMapProps extends MapProps {
  /**
   * JSONPath fields; they make the state a JSONPath state.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: MapJsonPathFields;
}

/**
 * Runs a flow for each item, within the same execution: at most 40 items at the same time, and all events count for the one execution.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export class InlineMap extends State {
  /** @internal */
  private readonly _props: InlineMapProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props what runs, and for which items
   */
  public constructor(stateName: string, props: InlineMapProps) {
    super(stateName);
    this._props = props;
  }

  /**
   * Adds a retrier after the ones it has.
   *
   * @param retry as in the CDK; without `errors` it holds for all of them
   */
  public retry(retry: sfn.RetryProps): InlineMap {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the ones it has.
   *
   * @param handler where a caught error leads; its open ends go where this state's go
   * @param props which errors, and what the handler receives
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
