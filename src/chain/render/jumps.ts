import { didYouMean, StepwrightError } from '../../errors';
import { placeOf } from '../call-site';
import type { Rendering } from './rendering';
import type { Jump, RenderScope } from './surroundings';

/**
 * Refuses jumps that lead nowhere: a jump stays in its scope.
 *
 * @throws StepwrightError UNKNOWN_STATE
 */
export function checkJumps(rendering: Rendering): void {
  for (const scope of rendering.scopes) {
    for (const jump of scope.jumps) {
      if (!scope.states.has(jump.target)) throw unknownState(jump, scope, rendering);
    }
  }
}

function unknownState({ target, site }: Jump, scope: RenderScope, rendering: Rendering): StepwrightError {
  const elsewhere = rendering.placed.get(target);
  const names = [...scope.states.keys()];
  return new StepwrightError(
    'UNKNOWN_STATE',
    elsewhere
      ? `goTo('${target}') in ${scope.title} can't jump into ${elsewhere.scope.title}`
      : `There is no state '${target}' in ${scope.title}${didYouMean(target, names)}`,
    {
      where: placeOf(site),
      received: `goTo('${target}')`,
      allowed:
        names.length > 12
          ? `one of the ${names.length} states of ${scope.title}`
          : names.map(name => `'${name}'`).join(', '),
      fix: elsewhere ? 'jump from a step after the scope' : 'use the name of a state in the same scope',
    },
  );
}
