import type { LocalApp, Neighbor } from '../cloudformation';
import { didYouMean, StepwrightError, type ErrorCode } from '../errors';

/** Identifies a resource by its construct's ID, the end of its path, its logical ID, or its name. A construct works, too. */
export type ResourceName = string | { readonly node: { readonly path: string } };

const CODES = {
  alarm: { unknown: 'UNKNOWN_ALARM', ambiguous: 'AMBIGUOUS_ALARM' },
  rule: { unknown: 'UNKNOWN_EVENT_RULE', ambiguous: 'AMBIGUOUS_EVENT_RULE' },
} as const satisfies Record<string, Record<string, ErrorCode>>;

/**
 * Finds the resource of these types with a name.
 *
 * @throws StepwrightError with the nearest name, or with all resources of that name
 */
export function findResource(
  app: LocalApp,
  types: readonly string[],
  named: ResourceName,
  what: keyof typeof CODES,
): Neighbor {
  const all = app.resources.filter(({ type }) => types.includes(type));
  const text = typeof named === 'string' ? named : named.node.path;
  for (const fits of WAYS) {
    const found = all.filter(resource => fits(resource, text));
    if (found.length === 1) return found[0];
    if (found.length > 1) {
      throw new StepwrightError(CODES[what].ambiguous, `${found.length} ${what}s are named ${JSON.stringify(text)}`, {
        allowed: found.map(shown).join(', '),
        fix: 'Give more of the path, or pass the construct itself.',
      });
    }
  }
  const known = all
    .flatMap(resource => [idOf(resource), resource.logicalId, pathOf(resource), resource.name])
    .filter(name => name !== undefined);
  throw new StepwrightError(
    CODES[what].unknown,
    `the app has no ${what} ${JSON.stringify(text)}${didYouMean(text, known)}`,
    { allowed: all.map(shown).join(', ') || `none: the app has no ${what}s` },
  );
}

/** From the most specific match to the least. */
const WAYS: ReadonlyArray<(resource: Neighbor, text: string) => boolean> = [
  (resource, text) =>
    pathOf(resource) === text || resource.logicalId === text || resource.name === text || resource.arn === text,
  (resource, text) => idOf(resource) === text,
  (resource, text) => pathOf(resource)?.endsWith(`/${text}`) ?? false,
];

/** The name of a resource in messages. */
export function shown(resource: Neighbor): string {
  return pathOf(resource) ?? resource.logicalId;
}

function pathOf({ path }: Neighbor): string | undefined {
  return path?.replace(/\/Resource$/, '');
}

function idOf(resource: Neighbor): string | undefined {
  return pathOf(resource)?.split('/').pop();
}
