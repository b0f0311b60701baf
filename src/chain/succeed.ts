import { commonFields, definedFields, languageOf, neutralOr } from './fields';
import type { StateParts } from './flow-node';
import type { JsonPathInputOutputFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';

/** Properties of a Succeed. */
export interface SucceedProps extends StateProps {
  /**
   * JSONata: the output.
   *
   * @default - the input
   */
  readonly output?: any;

  /**
   * JSONPath fields. If set, the state uses JSONPath.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: JsonPathInputOutputFields;
}

/**
 * Ends the execution, the branch, or the item successfully.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html
 */
export class Succeed extends State {
  /** @internal */
  private readonly _props: SucceedProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props its output
   */
  public constructor(stateName: string, props: SucceedProps = {}) {
    super(stateName);
    this._props = props;
  }

  /** @internal */
  public _render(): StateParts {
    const fields = definedFields({
      Type: 'Succeed',
      Comment: this._props.comment,
      ...commonFields(this.stateName, this._props),
    });
    return { fields, language: neutralOr(languageOf(this._props), fields), terminal: true };
  }

  /** @internal */
  protected _isOpen(): boolean {
    return false;
  }
}
