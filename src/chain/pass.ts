import { commonFields, definedFields, languageOf, neutralOr, valueIn } from './fields';
import type { StateParts } from './flow-node';
import type { PassJsonPathFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';

/** Properties of a Pass. */
export interface PassProps extends StateProps {
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
  readonly jsonPath?: PassJsonPathFields;
}

/**
 * Passes its input on, or outputs another value.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html
 */
export class Pass extends State {
  /** @internal */
  private readonly _props: PassProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props its output and its variables
   */
  public constructor(stateName: string, props: PassProps = {}) {
    super(stateName);
    this._props = props;
  }

  /** @internal */
  public _render(): StateParts {
    const { comment, jsonPath } = this._props;
    const { Parameters, ResultPath, ...common } = commonFields(this.stateName, this._props);
    const fields = definedFields({
      Type: 'Pass',
      Comment: comment,
      ...common,
      Result: valueIn('any', jsonPath?.result, `'${this.stateName}', result`),
      Parameters,
      ResultPath,
    });
    return { fields, language: neutralOr(languageOf(this._props), fields) };
  }
}
