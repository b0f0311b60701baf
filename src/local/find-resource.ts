import type { LocalApp, Neighbour } from '../cloudformation';
import { didYouMean, StepwrightError } from '../errors';

/** How a resource is named: its construct's id, the end of its path, its logical id, or its name; or the construct itself. */
export type ResourceName = string | { readonly node: { readonly path: string } };

/**
 * The resource of these types that goes by a name.
 *
 * @throws StepwrightError with the nearest name, or with all that have it
 */
export function findResource(app: LocalApp, types: readonly string[], named: ResourceName, what: string): Neighbour {
  const all = app.resources.filter(({ type }) => types.includes(type));
  const text = typeof named === 'string' ? named : named.node.path;
  for (const fits of WAYS) {
    const found = all.filter(resource => fits(resource, text));
    if (found.length === 1) return found[0];
    if (found.length > 1) {
      throw new StepwrightError(
        `AMBIGUOUS_${what.toUpperCase()}`,
        `${found.length} ${what}s are called ${JSON.stringify(text)}`,
        { allowed: found.map(shown).join(', '), fix: 'Give more of the path, or the construct itself.' },
      );
    }
  }
  const known = all
    .flatMap(resource => [idOf(resource), resource.logicalId, pathOf(resource), resource.name])
    .filter(name => name !== undefined);
  throw new StepwrightError(
    `UNKNOWN_${what.toUpperCase()}`,
    `the app has no ${what} ${JSON.stringify(text)}${didYouMean(text, known)}`,
    { allowed: all.map(shown).join(', ') || `there is no ${what} at all` },
  );
}

/** The surest first. */
const WAYS: ReadonlyArray<(resource: Neighbour, text: string) => boolean> = [
  (resource, text) =>
    pathOf(resource) === text || resource.logicalId === text || resource.name === text || resource.arn === text,
  (resource, text) => idOf(resource) === text,
  (resource, text) => pathOf(resource)?.endsWith(`/${text}`) ?? false,
];

/** How a resource is shown in messages. */
export function shown(resource: Neighbour): string {
  return pathOf(resource) ?? resource.logicalId;
}

function pathOf({ path }: Neighbour): string | undefined {
  return path?.replace(/\/Resource$/, '');
}

function idOf(resource: Neighbour): string | undefined {
  return pathOf(resource)?.split('/').pop();
}
