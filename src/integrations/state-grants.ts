/**
 * What is known of the call of one state and cannot be read from the definition. The role of the workflow is derived from both; what is not
 * given here is derived.
 */
export interface StateGrants {
  /**
   * The IAM actions of the call, such as `s3:GetObject`.
   *
   * @default - found from the service and its action
   */
  readonly actions?: string[];

  /**
   * The ARNs of what the call acts on.
   *
   * @default - found from the arguments; where they do not tell, every resource of the kind
   */
  readonly resources?: string[];

  /**
   * The ARNs of the roles that the call hands to the service (`iam:PassRole`).
   *
   * @default - found from the arguments
   */
  readonly passRoles?: string[];

  /**
   * The ARNs of the KMS keys with which the resources are encrypted.
   *
   * @default - none
   */
  readonly encryptionKeys?: string[];
}
