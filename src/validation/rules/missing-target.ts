import { isJsonObject, type Json } from '../../asl';
import { type DefinitionPlace, fieldPlace, scopePlace } from '../definition-place';
import type { Finding, Rule } from '../rule';
import { suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

/** So many findings say which name was probably meant: a comparison with every name takes long. */
const SUGGESTED = 25;

export const missingTarget: Rule = {
  id: 'missing-target',
  severity: 'ERROR',
  code: 'MISSING_TRANSITION_TARGET',
  summary: "StartAt, Next, or Default names a state that doesn't exist in its scope.",
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ sites, graph }) => {
    let found = 0;
    return sites.scopes.flatMap(scope => {
      // without states every target is missing, and AWS tells of the states only
      if (!isJsonObject(scope.scope.States)) return [];
      const { byName, edges } = graph(scope);
      const names = [...byName.keys()];
      const dangling = (target: Json | undefined, at: DefinitionPlace): Finding[] => {
        if (typeof target !== 'string' || isUnknown(target) || byName.has(target)) return [];
        const elsewhere =
          sites.states.length < 1_000 && sites.states.some(site => site.name === target)
            ? `; ${JSON.stringify(target)} is in another scope, and transitions can't leave their scope`
            : '';
        const near = found++ < SUGGESTED ? suggestion(target, names) : '';
        return [
          {
            at,
            message: `Missing 'Next' target: ${target}`,
            fix: `Use a state in the same scope: ${names.slice(0, 10).join(', ') || 'it has none'}${near}${elsewhere}`,
          },
        ];
      };
      return [
        ...dangling(scope.scope.StartAt, scopePlace(scope, 'StartAt')),
        ...edges
          .filter(edge => edge.to === undefined)
          .flatMap(edge => dangling(edge.target, fieldPlace(edge.from, ...edge.steps))),
      ];
    });
  },
};
