import type { Json } from '../asl';

/** What a template does not say itself. */
export interface ReadOptions {
  /** The name of a stack that is read alone. @default "Stack" */
  readonly stackName?: string;
  /** The region of stacks that leave it open. @default "us-east-1" */
  readonly region?: string;
  /** The account of stacks that leave it open. @default "123456789012" */
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
   * What `Ref` and `Fn::GetAtt` give where only a deployment knows it, as `LOGICALID` or `LOGICALID.ATTRIBUTE`, with
   * `STACK/` in front where several stacks have that logical id. @default - made of names, stable and valid
   */
  readonly values?: Readonly<Record<string, Json>>;
  /** Gives the text of a definition that lies in a bucket; undefined for what it does not know. @default - the assembly's assets only */
  readonly readAsset?: (location: AssetLocation) => string | undefined;
}

/** Where a definition lies. */
export interface AssetLocation {
  readonly bucket: string;
  readonly key: string;
}
