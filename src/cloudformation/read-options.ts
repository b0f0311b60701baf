import type { Json } from '../asl';

/** Values that a template doesn't contain. */
export interface ReadOptions {
  /** The name of a stack that is read by itself. @default "Stack" */
  readonly stackName?: string;
  /** The region of environment-agnostic stacks. @default "us-east-1" */
  readonly region?: string;
  /** The account of environment-agnostic stacks. @default "123456789012" */
  readonly account?: string;
  /** The partition. @default - the region's, such as "aws" */
  readonly partition?: string;
  /** Values of the templates' parameters, as `NAME` or `STACK:NAME`. @default - what the assembly gives, else the parameters' defaults */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Values of exports of stacks outside this app, by the export's name. @default - none */
  readonly imports?: Readonly<Record<string, string>>;
  /** Values of SSM parameters outside this app, by the parameter's name. @default - none */
  readonly ssm?: Readonly<Record<string, string>>;
  /** Values of dynamic references, by the text after `resolve:`, such as `secretsmanager:prod/key:SecretString:token`. @default - none */
  readonly dynamicReferences?: Readonly<Record<string, string>>;
  /**
   * Results of `Ref` and `Fn::GetAtt` that are known only after deployment, as `LOGICALID` or `LOGICALID.ATTRIBUTE`.
   * Put `STACK/` first if several stacks have that logical ID. @default - derived from names, stable and valid
   */
  readonly values?: Readonly<Record<string, Json>>;
  /** Returns the definition in a bucket, or undefined if it is unknown. @default - the assembly's assets only */
  readonly readAsset?: (location: AssetLocation) => string | undefined;
}

/** The location of a definition. */
export interface AssetLocation {
  readonly bucket: string;
  readonly key: string;
}
