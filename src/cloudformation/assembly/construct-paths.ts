import type { Json, JsonObject } from '../../asl';
import { own } from '../own';

/** A construct's path and the logical id of its resource. */
export interface ConstructPath {
  readonly path: string;
  readonly logicalId: string;
}

/** The paths of a stack and of the stacks nested in it. */
export function constructPaths(metadata: JsonObject): readonly ConstructPath[] {
  return Object.entries(metadata).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? (entries as readonly Json[]) : []).flatMap(entry => {
      const logicalId = own(entry, 'data');
      return own(entry, 'type') === 'aws:cdk:logicalId' && typeof logicalId === 'string'
        ? [{ path: path.replace(/^\//, ''), logicalId }]
        : [];
    }),
  );
}

/**
 * Returns the paths of one stack's own resources, by logical ID. A nested stack `X.NestedStack/X.NestedStackResource`
 * has its constructs below `X/`, and both can have the same logical ID.
 */
export function pathsByLogicalId(
  paths: readonly ConstructPath[],
  within: string | undefined,
): ReadonlyMap<string, string> {
  const nested = paths.flatMap(({ path }) => nestedPrefix(path) ?? []);
  const deeper = nested.filter(prefix => within === undefined || (prefix.startsWith(within) && prefix !== within));
  return new Map(
    paths
      .filter(
        ({ path }) =>
          (within === undefined || path.startsWith(within)) && !deeper.some(prefix => path.startsWith(prefix)),
      )
      .map(({ path, logicalId }) => [logicalId, path]),
  );
}

/**
 * Returns the path of a nested stack's constructs: `Orders/Inner.NestedStack/Inner.NestedStackResource` gives
 * `Orders/Inner/`.
 */
export function nestedPrefix(path: string): string | undefined {
  const steps = path.split('/');
  const resource = steps.pop();
  const construct = steps.pop();
  if (!construct?.endsWith('.NestedStack') || !resource?.endsWith('.NestedStackResource')) return undefined;
  return `${[...steps, construct.slice(0, -'.NestedStack'.length)].join('/')}/`;
}
