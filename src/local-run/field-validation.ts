/** How a local run compares the results of mocks with what the services return. The names are those of TestState. */
export enum FieldValidation {
  /** All members: required ones must be present, and no others may be. */
  STRICT = 'strict',
  /** Only the members that are present. */
  PRESENT = 'present',
  /** Any result is accepted. */
  NONE = 'none',
}
