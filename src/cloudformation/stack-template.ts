import type { Json, JsonObject } from '../asl';
import type { Advice } from './advice';
import type { AssetLocation, ReadOptions } from './read-options';

/** One stack's template and its surroundings. */
export interface StackTemplate {
  /** The name of the stack. A nested stack is named `PARENT-LOGICALID`. */
  readonly name: string;
  readonly template: JsonObject;
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  /** Construct paths by logical ID, if the template itself doesn't contain them. */
  readonly paths: ReadonlyMap<string, string>;
  /** Values of parameters that the assembly gives, by name. */
  readonly parameters: ReadonlyMap<string, Json>;
  /** Reads an asset of this stack. */
  readonly readAsset: (location: AssetLocation) => string | undefined;
  /** Reads a file next to the template. */
  readonly readFile: (path: string) => string | undefined;
  /** The parent of a nested stack, and the nested stack's logical ID in it. */
  readonly parent?: { readonly stack: StackTemplate; readonly logicalId: string };
  /** Nested stacks by logical id. */
  readonly nested: Map<string, StackTemplate>;
}

/** All stacks that are read together. */
export interface AppTemplates {
  readonly stacks: readonly StackTemplate[];
  readonly options: ReadOptions;
  /** @default - a template is what CloudFormation deploys */
  readonly transform?: Transform;
  /** @default - for readers who call the library */
  readonly advice?: Advice;
  /** Turns the text of a definition's file into JSON. @default - the text is JSON */
  readonly definitionJson?: (text: string, file: string) => string;
}

/**
 * A transform that a template goes through before CloudFormation deploys it, such as SAM's.
 *
 * @param parameter gives the value of a parameter, where it is known
 */
export type Transform = (template: JsonObject, parameter: (name: string) => Json | undefined) => JsonObject;

/** The partition of a region. */
export function partitionOf(region: string): string {
  const known: ReadonlyArray<[prefix: string, partition: string]> = [
    ['cn-', 'aws-cn'],
    ['us-gov-', 'aws-us-gov'],
    ['us-isob-', 'aws-iso-b'],
    ['us-isof-', 'aws-iso-f'],
    ['us-iso-', 'aws-iso'],
    ['eu-isoe-', 'aws-iso-e'],
    ['eusc-', 'aws-eusc'],
  ];
  return known.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

/** The ending of a partition's host names. */
export function urlSuffixOf(partition: string): string {
  const known: Readonly<Record<string, string>> = {
    'aws-cn': 'amazonaws.com.cn',
    'aws-iso': 'c2s.ic.gov',
    'aws-iso-b': 'sc2s.sgov.gov',
    'aws-iso-e': 'cloud.adc-e.uk',
    'aws-iso-f': 'csp.hci.ic.gov',
    'aws-eusc': 'amazonaws.eu',
  };
  return Object.hasOwn(known, partition) ? known[partition] : 'amazonaws.com';
}
