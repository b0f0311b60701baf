import { atMostOne, definedFields, languageOf, neutralOr, valueIn } from './fields';
import type { StateParts } from './flow-node';
import type { FailJsonPathFields } from './json-path-fields';
import { State } from './state';

/** Properties of a Fail. */
export interface FailProps {
  /**
   * The error name: a string, or `'{% … %}'`.
   *
   * @default - none
   */
  readonly error?: string;

  /**
   * A description of the error: a string, or `'{% … %}'`.
   *
   * @default - none
   */
  readonly cause?: string;

  /**
   * A comment.
   *
   * @default - none
   */
  readonly comment?: string;

  /**
   * JSONPath fields. If set, the state uses JSONPath.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: FailJsonPathFields;
}

/**
 * Fails the execution, the branch, or the item.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
 */
export class Fail extends State {
  /** @internal */
  private readonly _props: FailProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props the error
   */
  public constructor(stateName: string, props: FailProps = {}) {
    super(stateName);
    this._props = props;
  }

  /** @internal */
  public _render(): StateParts {
    const { error, cause, comment, jsonPath } = this._props;
    const where = (field: string): string => `'${this.stateName}', ${field}`;
    const language = languageOf(this._props);
    atMostOne(this.stateName, { 'error': error, 'jsonPath.errorPath': jsonPath?.errorPath }, this._site);
    atMostOne(this.stateName, { 'cause': cause, 'jsonPath.causePath': jsonPath?.causePath }, this._site);
    const fields = definedFields({
      Type: 'Fail',
      Comment: comment,
      Error: valueIn(language, error, where('error')),
      ErrorPath: jsonPath?.errorPath,
      Cause: valueIn(language, cause, where('cause')),
      CausePath: jsonPath?.causePath,
    });
    return { fields, language: neutralOr(language, fields), terminal: true };
  }

  /** @internal */
  protected _isOpen(): boolean {
    return false;
  }
}
