import * as path from 'node:path';
import { isJsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import { own, ownObject } from '../own';
import { quietly } from '../quietly';
import type { ReadOptions } from '../read-options';
import { ResolvedApp } from '../resolve/resolved-app';
import type { TemplateResource } from '../resolve/template-scope';
import { isNestedStack } from '../resources/nested-stack';
import type { StackTemplate } from '../stack-template';
import type { Assets } from './assets';
import { nestedPrefix, pathsByLogicalId, type ConstructPath } from './construct-paths';
import type { AssemblyFolder } from './folder';

/** The data that nested stacks share with their parent. */
export interface AssemblyStack {
  readonly folder: AssemblyFolder;
  readonly assets: Assets;
  readonly paths: readonly ConstructPath[];
  readonly directory: string;
  readonly options: ReadOptions;
}

/** The deepest nesting of stacks that is read. A template could contain itself. */
const DEEPEST_STACK = 10;
const MOST_STACKS = 2000;

/** Returns the nested stacks of a stack, parents first. Stacks whose template isn't in the assembly are left out. */
export function nestedStacks(outer: StackTemplate, assembly: AssemblyStack): StackTemplate[] {
  const found: StackTemplate[] = [];
  add(outer, 1);
  return found;

  function add(around: StackTemplate, depth: number): void {
    const scope = new ResolvedApp({ stacks: [around], options: assembly.options }).scopeOf(around);
    for (const resource of scope.resources.values()) {
      if (!isNestedStack(resource)) continue;
      const file = templateFile(resource) ?? assetFile(quietly(() => scope.propertyOf(resource, 'TemplateURL')));
      if (file === undefined || !assembly.folder.has(file)) continue;
      if (depth > DEEPEST_STACK || found.length >= MOST_STACKS) {
        throw new StepwrightError('INVALID_ASSEMBLY', 'there are too many nested stacks, or one contains itself', {
          where: `stack '${around.name}', ${resource.logicalId}`,
          received: file,
        });
      }
      const template = assembly.folder.readJson(file);
      if (!isJsonObject(template)) {
        throw new StepwrightError('INVALID_ASSEMBLY', 'a template must be a JSON object', { where: file });
      }
      const prefix = nestedPrefix(pathOf(resource, around) ?? '');
      const nested: StackTemplate = {
        ...around,
        name: `${around.name}-${resource.logicalId}`,
        template,
        paths: prefix === undefined ? new Map() : pathsByLogicalId(assembly.paths, prefix),
        parameters: new Map(),
        parent: { stack: around, logicalId: resource.logicalId },
        nested: new Map(),
      };
      around.nested.set(resource.logicalId, nested);
      found.push(nested);
      add(nested, depth + 1);
    }
  }

  /** The path that the CDK records if asset metadata is on. */
  function templateFile(resource: TemplateResource): string | undefined {
    const file = own(ownObject(resource.whole, 'Metadata'), 'aws:asset:path');
    return typeof file === 'string' ? path.join(assembly.directory, file) : undefined;
  }

  /** `https://s3.REGION.SUFFIX/BUCKET/KEY`, or with the bucket before the host. */
  function assetFile(url: unknown): string | undefined {
    if (typeof url !== 'string') return undefined;
    const [, host, bucket, key] = /^https:\/\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(url) ?? [];
    if (host === undefined) return undefined;
    const [, hostBucket] = /^(.+)\.s3[.-]/.exec(host) ?? [];
    return hostBucket !== undefined
      ? assembly.assets.fileOf({ bucket: hostBucket, key: key === undefined ? bucket : `${bucket}/${key}` })
      : assembly.assets.fileOf({ bucket, key: key ?? '' });
  }
}

function pathOf(resource: TemplateResource, stack: StackTemplate): string | undefined {
  const noted = own(ownObject(resource.whole, 'Metadata'), 'aws:cdk:path');
  return typeof noted === 'string' ? noted : stack.paths.get(resource.logicalId);
}
