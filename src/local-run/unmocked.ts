/** What a local run does with a Task without a mock. */
export enum Unmocked {
  /** It's an error. */
  REFUSE = 'refuse',
  /** The Task gets a valid result made from the service's model and the arguments. */
  DEFAULT = 'default',
}
