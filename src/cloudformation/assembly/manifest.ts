import * as path from 'node:path';
import type { Json, JsonObject } from '../../asl';
import { isJsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import { own, ownObject } from '../own';
import type { AssemblyFolder } from './folder';

/** A stack as a manifest lists it. */
export interface StackArtifact {
  readonly id: string;
  readonly artifact: JsonObject;
  /** All artifacts of the same manifest. */
  readonly siblings: JsonObject;
  /** The manifest's folder, relative to the root of the assembly. */
  readonly directory: string;
}

/** The deepest nesting of stages that is read. */
const DEEPEST_STAGE = 20;

/** Returns all stacks of a cloud assembly: its own first, then those of its stages. */
export function stackArtifacts(folder: AssemblyFolder, directory = '', depth = 0): StackArtifact[] {
  const file = path.join(directory, 'manifest.json');
  if (depth > DEEPEST_STAGE) {
    throw new StepwrightError('INVALID_ASSEMBLY', 'the cloud assemblies are nested too deeply', { where: file });
  }
  if (!folder.has(file)) {
    throw new StepwrightError('INVALID_ASSEMBLY', 'the folder has no manifest.json', {
      where: directory || '.',
      fix: 'Pass the cdk.out folder itself, or a template file.',
    });
  }
  const manifest = folder.readJson(file);
  const siblings = ownObject(manifest, 'artifacts');
  if (!isJsonObject(manifest) || typeof manifest.version !== 'string') {
    throw new StepwrightError('INVALID_ASSEMBLY', 'this is not the manifest of a cloud assembly', {
      where: file,
      allowed: 'a JSON object with version and artifacts',
    });
  }
  const stacks: StackArtifact[] = [];
  const stages: StackArtifact[] = [];
  for (const [id, artifact] of Object.entries(siblings)) {
    if (!isJsonObject(artifact)) continue;
    if (artifact.type === 'aws:cloudformation:stack') stacks.push({ id, artifact, siblings, directory });
    if (artifact.type === 'cdk:cloud-assembly') {
      const name = own(own(artifact, 'properties'), 'directoryName');
      if (typeof name === 'string') stages.push(...stackArtifacts(folder, path.join(directory, name), depth + 1));
    }
  }
  return [...stacks, ...stages];
}

/** Returns the metadata of a stack by construct path. Newer CDK versions write it to a separate file. */
export function metadataOf({ artifact, directory }: StackArtifact, folder: AssemblyFolder): JsonObject {
  const file = own(artifact, 'additionalMetadataFile');
  const more: Json =
    typeof file === 'string' && folder.has(path.join(directory, file))
      ? folder.readJson(path.join(directory, file))
      : {};
  return { ...ownObject(artifact, 'metadata'), ...(isJsonObject(more) ? more : {}) };
}
