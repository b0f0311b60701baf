import type { StepwrightError } from '../errors';

/**
 * How the reader of an error supplies what a template leaves open. In code it is an option of the reading; on the command line, a flag.
 * An error never suggests something that its reader can't do.
 */
export interface Advice {
  readonly parameter: (name: string, stack: string) => string;
  readonly value: (key: string, example?: string) => string;
  readonly importedValue: (name: string) => string;
  readonly ssmParameter: (name: string) => string;
  readonly dynamicReference: (reference: string) => string;
  readonly object: (bucket: string, key: string) => string;
  readonly file: (path: string) => string;
  readonly wholeAssembly: string;
  /** The error for a value that only Terraform's apply knows. @default - a value that only a deployment knows */
  readonly afterApply?: (key: string) => StepwrightError;
}

/** For readers of a test, who call the library. */
export const ADVICE_IN_CODE: Advice = {
  parameter: (name, stack) => `Set parameters: { '${name}': '…' }, or '${stack}:${name}' for this stack only.`,
  value: (key, example = "'…'") => `Set values: { '${key}': ${example} }.`,
  importedValue: name => `Set imports: { '${name}': '…' }, or load the app's whole cdk.out folder.`,
  ssmParameter: name => `Set ssm: { '${name}': '…' }.`,
  dynamicReference: reference => `Set dynamicReferences: { '${reference}': '…' }.`,
  object: () => 'Read the whole cdk.out folder, or give readAsset, which returns the text of a bucket and key.',
  file: path =>
    `Read the template from its file, so that ${path} is found next to it, or put the definition into the template as Definition.`,
  wholeAssembly: 'Read the whole cdk.out folder, where its template is, or',
};

/** For readers of the command's output. */
export const ADVICE_ON_COMMAND_LINE: Advice = {
  parameter: name => `Add --parameters ${name}=VALUE.`,
  value: key => `Add --values ${key}=VALUE.`,
  importedValue: name => `Add --values Fn::ImportValue.${name}=VALUE.`,
  ssmParameter: name => `Add --values resolve:ssm:${name}=VALUE.`,
  dynamicReference: reference => `Add --values 'resolve:${reference}=VALUE'.`,
  object: (bucket, key) => `Copy the object to FOLDER/${bucket}/${key} and add --files FOLDER.`,
  file: path => `Create ${path} next to the template, or fix the path. A build step may have to run first.`,
  wholeAssembly: 'For a CDK app, give its whole cdk.out folder, where the nested template is; or',
};
