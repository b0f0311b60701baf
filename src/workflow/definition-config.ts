import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_s3_assets as assets, Stack, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { placeholderText } from './placeholder-text';
import { withProtoKeys } from './proto-keys';

/**
 * Up to this many characters a definition stays in the template, whose size CloudFormation limits to one megabyte; a stack may hold several, and a
 * definition in a template is JSON inside of JSON.
 */
const LONGEST_INLINE = 200_000;

/** The definition as the template holds it. */
export interface WorkflowDefinition {
  readonly config: sfn.DefinitionConfig;
  /** What CloudFormation puts in for the placeholders of an asset. */
  readonly substitutions?: Record<string, string>;
}

/** Where the state machine finds its definition: in the template, or, when it is large, in an asset. */
export function definitionConfig(workflow: Construct, definition: { [field: string]: unknown }): WorkflowDefinition {
  if (JSON.stringify(definition).length <= LONGEST_INLINE) {
    return { config: { definitionString: withProtoKeys(definition, one => Stack.of(workflow).toJsonString(one)) } };
  }
  const { text, substitutions } = placeholderText(definition, Stack.of(workflow));
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-'));
  const file = join(folder, 'definition.asl.json');
  writeFileSync(file, text);
  const asset = new assets.Asset(workflow, 'Definition', { path: file, deployTime: true });
  if (asset.assetPath !== file) rmSync(folder, { recursive: true }); // copied to the cloud assembly, unless staging is off
  return { config: { definitionS3Location: { bucket: asset.s3BucketName, key: asset.s3ObjectKey } }, substitutions };
}
