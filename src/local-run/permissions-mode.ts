/** Whether a local run checks every call against the role that the workflow has in the template. */
export enum PermissionsMode {
  /** A call that the role doesn't allow fails, as on AWS. */
  ENFORCE = 'enforce',
  /** Every call is allowed. */
  IGNORE = 'ignore',
}
