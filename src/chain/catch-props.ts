/** Which errors a handler takes, and what it receives. */
export interface CatchProps {
  /**
   * The names of the errors, compared exactly.
   *
   * @default - States.ALL: all but those that cannot be caught
   */
  readonly errors?: string[];

  /**
   * JSONata states: what the handler receives. Without it, the handler receives the error output, and the state's input is lost to it;
   * `'{% $states.input %}'` keeps it.
   *
   * @default - the error output
   */
  readonly output?: any;

  /**
   * Variables to assign when an error is caught. In JSONata states `$states.errorOutput` holds the error.
   *
   * @default - none
   */
  readonly assign?: { [name: string]: any };

  /**
   * JSONPath states: where the error output goes in the state's input, `JsonPath.DISCARD` to drop it.
   *
   * @default - the error output takes the input's place
   */
  readonly resultPath?: string;

  /**
   * A comment.
   *
   * @default - none
   */
  readonly comment?: string;
}
