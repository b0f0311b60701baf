/** What every state with input and output can have. */
export interface StateProps {
  /**
   * A comment.
   *
   * @default - none
   */
  readonly comment?: string;

  /**
   * Variables to assign, with their values: JSONata expressions, or in a JSONPath state a payload template. They can be read by all states
   * that follow.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
   */
  readonly assign?: { [name: string]: any };
}
