import { isJsonObject, MAX_VARIABLE_NAME_LENGTH, type Json, type JsonObject } from '../../asl';
import { type DefinitionPlace, fieldPlace, inside, itemsOf } from '../definition-place';
import type { Finding, Rule } from '../rule';
import { isUnknown } from '../unknown-value';

/** A Unicode identifier. */
const NAME = /^[\p{ID_Start}][\p{ID_Continue}]*$/u;
export const variableName: Rule = {
  id: 'variable-name',
  severity: 'ERROR',
  code: 'INVALID_VARIABLE_NAME',
  summary: 'Assign sets a variable with an invalid name.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html; the codes were measured by others.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      if (site.type === undefined) return [];
      const dotted = site.language === 'JSONPath';
      return [
        ...wrong(site.state.Assign, dotted, fieldPlace(site, 'Assign')),
        ...(['Choices', 'Catch'] as const).flatMap(field =>
          itemsOf(site, field).flatMap(({ item, place }) => wrong(item.Assign, dotted, inside(place, 'Assign'))),
        ),
      ];
    }),
};

function wrong(assign: Json | undefined, dotted: boolean, place: DefinitionPlace): Finding[] {
  if (!isJsonObject(assign)) return [];
  return Object.keys(assign as JsonObject).flatMap((key): Finding[] => {
    const name = dotted && key.endsWith('.$') ? key.slice(0, -2) : key;
    const at = inside(place, key);
    if (name === 'states') {
      return [
        {
          at,
          code: 'RESERVED_VARIABLE_NAME',
          message: "Cannot assign to reserved variable '$states'.",
          fix: 'Give the variable another name.',
        },
      ];
    }
    if ((NAME.test(name) && name.length <= MAX_VARIABLE_NAME_LENGTH) || isUnknown(name)) return [];
    return [
      {
        at,
        message: `Invalid variable name '${name.slice(0, 200)}': the variable name contains invalid characters.`,
        fix: `Start with a letter, go on with letters, digits and _, at most ${MAX_VARIABLE_NAME_LENGTH} characters; without $ in front.`,
        // whether AWS takes a leading _ is not known
        severity: /^_[\p{ID_Continue}]*$/u.test(name) ? 'WARNING' : 'ERROR',
      },
    ];
  });
}
