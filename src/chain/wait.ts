import type { Duration } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { placeOf } from './call-site';
import { commonFields, definedFields, languageOf, neutralOr, valueIn } from './fields';
import type { StateParts } from './flow-node';
import type { WaitJsonPathFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';
import { wholeSeconds } from '../integrations/whole-seconds';

/**
 * Properties of a Wait. Set exactly one of `duration`, `timestamp`, `jsonPath.secondsPath`, and
 * `jsonPath.timestampPath`.
 */
export interface WaitProps extends StateProps {
  /**
   * The time to wait: whole seconds, or `Expression.duration('{% … %}')`.
   *
   * @default - one of the other three
   */
  readonly duration?: Duration;

  /**
   * The time to wait until: RFC 3339 with an uppercase T and Z, such as `2027-03-14T01:59:00Z`, or `'{% … %}'`.
   *
   * @default - one of the other three
   */
  readonly timestamp?: string;

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
  readonly jsonPath?: WaitJsonPathFields;
}

/**
 * Waits for a duration, or until a timestamp.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
 */
export class Wait extends State {
  /** @internal */
  private readonly _props: WaitProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props the time to wait
   */
  public constructor(stateName: string, props: WaitProps) {
    super(stateName);
    this._props = props;
    const given = [props.duration, props.timestamp, props.jsonPath?.secondsPath, props.jsonPath?.timestampPath].filter(
      form => form !== undefined,
    );
    if (given.length !== 1) {
      throw new StepwrightError('INVALID_WAIT', `The Wait '${stateName}' needs exactly one time`, {
        where: placeOf(this._site),
        received: `${given.length} times`,
        allowed: 'one of duration, timestamp, jsonPath.secondsPath, jsonPath.timestampPath',
        fix: given.length === 0 ? 'set the duration: Duration.minutes(5)' : 'keep one of them',
      });
    }
  }

  /** @internal */
  public _render(): StateParts {
    const { comment, duration, timestamp, jsonPath } = this._props;
    const where = (field: string): string => `'${this.stateName}', ${field}`;
    const fields = definedFields({
      Type: 'Wait',
      Comment: comment,
      Seconds: wholeSeconds(duration, where('duration')),
      Timestamp: valueIn(languageOf(this._props), timestamp, where('timestamp')),
      SecondsPath: jsonPath?.secondsPath,
      TimestampPath: jsonPath?.timestampPath,
      ...commonFields(this.stateName, this._props),
    });
    return { fields, language: neutralOr(languageOf(this._props), fields) };
  }
}
