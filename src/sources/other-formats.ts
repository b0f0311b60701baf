import { basename } from 'node:path';
import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';

interface OtherFormat {
  readonly file: RegExp;
  readonly is: string;
  readonly fix: string;
}

const SERVERLESS =
  'Run "npx serverless package", and give .serverless/cloudformation-template-update-stack.json, the template that it writes.';

const TERRAFORM =
  'Run "terraform show -json > state.json" for an applied stack, or "terraform plan -out plan.bin && terraform show -json plan.bin > plan.json", and give that file.';

/** Files that other tools have to convert, by their names. */
const BY_NAME: readonly OtherFormat[] = [
  { file: /\.tf(?:\.json|vars)?$/i, is: 'a Terraform configuration', fix: TERRAFORM },
  { file: /\.tfstate(?:\.backup)?$|\.tfplan$/i, is: 'a file of Terraform in its own format', fix: TERRAFORM },
  {
    file: /^serverless(?:[.-].*)?\.(?:ya?ml|json|toml|[cm]?[jt]s)$/i,
    is: 'a Serverless Framework configuration',
    fix: SERVERLESS,
  },
  {
    file: /^cdk\.json$/i,
    is: 'the configuration of a CDK app',
    fix: 'Run "npx cdk synth", and give the folder cdk.out that it writes.',
  },
  {
    file: /^package\.json$/i,
    is: 'the manifest of a package',
    fix: 'Pass a definition, a template, or the folder cdk.out.',
  },
  {
    file: /^samconfig\.(?:toml|ya?ml)$/i,
    is: 'the configuration of the SAM CLI',
    fix: 'Pass the template, and this file as --parameters.',
  },
  {
    file: /\.(?:[cm]?[jt]sx?|py|java|cs|go)$/i,
    is: 'source code',
    fix: 'Of a CDK app, give the folder cdk.out that "npx cdk synth" writes.',
  },
];

/** Rejects a file that another tool has to convert first, by its name. */
export function rejectByName(file: string): void {
  const name = basename(file);
  const format = BY_NAME.find(one => one.file.test(name));
  if (format) throw otherFormat(file, format.is, format.fix);
}

/** Rejects what another tool has to convert first, by its content. */
export function rejectByContent(file: string, value: Json): void {
  if (!isJsonObject(value) || isJsonObject(value.Resources) || value.States !== undefined) return;
  const has = (...names: readonly string[]): boolean => names.every(name => Object.hasOwn(value, name));
  if (has('service', 'provider')) throw otherFormat(file, 'a Serverless Framework configuration', SERVERLESS);
  if (has('terraform_version', 'resources')) throw otherFormat(file, 'a Terraform state in its own format', TERRAFORM);
  if (has('StateMachines', 'MockedResponses')) {
    throw otherFormat(
      file,
      'a mock configuration file',
      'Pass the definition or the template, and this file as --mock-config.',
    );
  }
}

function otherFormat(where: string, is: string, fix: string): StepwrightError {
  return new StepwrightError('OTHER_FORMAT', `this is ${is}`, { where, fix });
}
