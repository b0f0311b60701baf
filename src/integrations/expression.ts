import { aws_stepfunctions as sfn, Duration, Token, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { isUnresolved, tokenOfNumber } from './tokens';

/**
 * A JSONata expression where a field is typed as a number, a duration or a role, so that such a field has one type in every language.
 * Where a field is typed as text or as any JSON, write the expression itself: `'{% … %}'`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export class Expression implements IResolvable {
  /**
   * A number that is computed when the workflow runs.
   *
   * @param jsonata `{% … %}`
   */
  public static number(jsonata: string): number {
    return Token.asNumber(new Expression(jsonata));
  }

  /**
   * A duration that is computed when the workflow runs.
   *
   * @param jsonata `{% … %}`, gives a number of seconds
   */
  public static duration(jsonata: string): Duration {
    return Duration.seconds(Expression.number(jsonata));
  }

  /**
   * The role of a Task, for its `credentials`, that is computed when the workflow runs. The workflow may then assume any role: narrow it
   * with a policy of your own where you can.
   *
   * @param jsonata `{% … %}`, gives the ARN of a role
   */
  public static taskRole(jsonata: string): sfn.TaskRole {
    return new ComputedRole(expressionText(jsonata));
  }

  /**
   * The expression behind a number token that `Expression.number` made, or undefined if the number is another.
   *
   * @internal
   */
  public static _behind(value: number): string | undefined {
    if (!isUnresolved(value)) return undefined;
    const token = tokenOfNumber(value);
    return token instanceof Expression ? token._jsonata : undefined;
  }

  /** Where it was made; kept empty. */
  public readonly creationStack: string[] = [];

  /** @internal */
  private readonly _jsonata: string;

  private constructor(jsonata: string) {
    this._jsonata = expressionText(jsonata);
  }

  /**
   * Gives the expression's text.
   *
   * @param _context unused
   */
  public resolve(_context: IResolveContext): any {
    return this._jsonata;
  }

  /** The expression's text. */
  public toString(): string {
    return this._jsonata;
  }
}

/** A role whose ARN the workflow computes. */
class ComputedRole extends sfn.TaskRole {
  public readonly resource = '*';

  constructor(public readonly roleArn: string) {
    super();
  }
}

function expressionText(jsonata: string): string {
  if (typeof jsonata === 'string' && /^\{%[\s\S]*%\}$/.test(jsonata)) return jsonata;
  throw new StepwrightError('INVALID_EXPRESSION', 'A JSONata expression must be enclosed in {% and %}', {
    received: JSON.stringify(jsonata),
    allowed: "'{% … %}', with nothing before or after",
    fix: typeof jsonata === 'string' ? `write '{% ${jsonata.replace(/^\s*\{?%?\s*|\s*%?\}?\s*$/g, '')} %}'` : undefined,
  });
}
