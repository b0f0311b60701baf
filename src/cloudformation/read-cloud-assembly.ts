import * as path from 'node:path';
import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';
import type { LocalApp } from './app';
import { Assets, type Environment } from './assembly/assets';
import { constructPaths, pathsByLogicalId } from './assembly/construct-paths';
import { AssemblyFolder } from './assembly/folder';
import { addLegacyAssets } from './assembly/legacy-assets';
import { metadataOf, stackArtifacts, type StackArtifact } from './assembly/manifest';
import { nestedStacks } from './assembly/nested-stacks';
import { localApp } from './local-app';
import { own, ownObject } from './own';
import type { ReadOptions } from './read-options';
import type { TemplateReading } from './read-template';
import { partitionOf, type StackTemplate } from './stack-template';

/** Reads a cdk.out folder: all stacks, nested stacks and stages. */
export function readCloudAssembly(
  directory: string,
  options: ReadOptions = {},
  reading: Omit<TemplateReading, 'readFile'> = {},
): LocalApp {
  const folder = AssemblyFolder.open(directory);
  const artifacts = stackArtifacts(folder);
  if (artifacts.length === 0) {
    throw new StepwrightError('INVALID_ASSEMBLY', 'the cloud assembly has no stacks', { where: directory });
  }
  return localApp({
    stacks: artifacts.flatMap(artifact => stacksOf(artifact, folder, options)),
    options,
    transform: reading.transform,
    advice: reading.advice,
    definitionJson: reading.definitionJson,
  });
}

/** A stack and the stacks nested in it. */
function stacksOf(artifact: StackArtifact, folder: AssemblyFolder, options: ReadOptions): StackTemplate[] {
  const properties = ownObject(artifact.artifact, 'properties');
  const file = own(properties, 'templateFile');
  if (typeof file !== 'string') {
    throw new StepwrightError('INVALID_ASSEMBLY', 'a stack of the cloud assembly has no template', {
      where: artifact.id,
    });
  }
  const template = folder.readJson(path.join(artifact.directory, file));
  if (!isJsonObject(template)) {
    throw new StepwrightError('INVALID_ASSEMBLY', 'a template must be a JSON object', { where: file });
  }
  const environment = environmentOf(artifact, options);
  const assets = assetsOf(artifact, folder, environment);
  const metadata = metadataOf(artifact, folder);
  const parameters = new Map(Object.entries(ownObject(properties, 'parameters')));
  addLegacyAssets(metadata, artifact.directory, assets, parameters);
  const paths = constructPaths(metadata);
  const stackName = own(properties, 'stackName');
  const stack: StackTemplate = {
    ...environment,
    name: typeof stackName === 'string' ? stackName : artifact.id,
    template,
    paths: pathsByLogicalId(paths, undefined),
    parameters,
    readAsset: location => assets.read(location),
    readFile: relative =>
      folder.has(path.join(artifact.directory, relative))
        ? folder.read(path.join(artifact.directory, relative))
        : undefined,
    nested: new Map(),
  };
  return [stack, ...nestedStacks(stack, { folder, assets, paths, directory: artifact.directory, options })];
}

/** `aws://ACCOUNT/REGION`, where either may be unknown. */
function environmentOf({ artifact }: StackArtifact, options: ReadOptions): Environment {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(String(own(artifact, 'environment') ?? '')) ?? [];
  const knownRegion = region === undefined || region === 'unknown-region' ? (options.region ?? 'us-east-1') : region;
  return {
    account: account === undefined || account === 'unknown-account' ? (options.account ?? '123456789012') : account,
    region: knownRegion,
    partition: options.partition ?? partitionOf(knownRegion),
  };
}

/** Returns the asset manifests that a stack depends on, or all manifests in its folder if it doesn't name any. */
function assetsOf(
  { artifact, siblings, directory }: StackArtifact,
  folder: AssemblyFolder,
  environment: Environment,
): Assets {
  const assets = new Assets(folder, environment);
  const dependencies: Json = own(artifact, 'dependencies') ?? [];
  for (const [id, sibling] of Object.entries(siblings)) {
    const file = own(own(sibling, 'properties'), 'file');
    if (own(sibling, 'type') !== 'cdk:asset-manifest' || typeof file !== 'string') continue;
    if (Array.isArray(dependencies) && dependencies.length > 0 && !dependencies.includes(id)) continue;
    assets.addManifest(folder.readJson(path.join(directory, file)), directory);
  }
  return assets;
}
