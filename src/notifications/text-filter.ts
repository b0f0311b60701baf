import { StepwrightError } from '../errors';

/**
 * A filter on a text of an event. The input and the output are texts there, JSON as it was sent: a filter compares the text, it cannot look at what is
 * inside. Give several filters to let any of them pass.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export class TextFilter {
  /**
   * The whole text.
   *
   * @param text compared character by character
   */
  public static exactly(text: string): TextFilter {
    return new TextFilter(text);
  }

  /**
   * What the text begins with.
   *
   * @param text such as `{"kind":"express"`
   */
  public static prefix(text: string): TextFilter {
    return new TextFilter({ prefix: required(text, 'prefix') });
  }

  /**
   * What the text ends with.
   *
   * @param text such as `"}`
   */
  public static suffix(text: string): TextFilter {
    return new TextFilter({ suffix: required(text, 'suffix') });
  }

  /**
   * A text with stars, each of which stands for any characters. `\*` is a star, `\\` a backslash.
   *
   * @param pattern such as `*"vip":true*`
   * @throws StepwrightError INVALID_STRING_FILTER for two stars side by side, which EventBridge refuses
   */
  public static wildcard(pattern: string): TextFilter {
    if (/(^|[^\\])\*\*/.test(pattern)) {
      throw new StepwrightError(
        'INVALID_STRING_FILTER',
        'a wildcard has consecutive stars, which EventBridge rejects',
        {
          received: JSON.stringify(pattern),
          allowed: 'single stars',
          fix: JSON.stringify(pattern.replace(/\*+/g, '*')),
        },
      );
    }
    return new TextFilter({ wildcard: required(pattern, 'wildcard') });
  }

  /**
   * Any text but these. Where there is no text, it passes too.
   *
   * @param texts compared character by character
   */
  public static anythingBut(...texts: string[]): TextFilter {
    return new TextFilter({ 'anything-but': texts });
  }

  /** No text: there is none, or it was left out for its size. */
  public static none(): TextFilter {
    // the key is always there, and holds null
    return new TextFilter(null);
  }

  private constructor(
    /** @internal */
    public readonly _pattern: any,
  ) {
    /* values are made by the statics */
  }
}

function required(text: string, kind: string): string {
  if (text !== '') return text;
  throw new StepwrightError('INVALID_STRING_FILTER', `an empty ${kind} matches every string`, {
    received: '""',
    fix: 'leave the filter out',
  });
}
