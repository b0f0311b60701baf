import { jsonKind } from '../../asl';
import { SCHEMA, type Rule } from '../rule';

export const templateValue: Rule = {
  id: 'template-value',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A key ends in .$, but its value is not a string.',
  source: 'Reported from AWS by others.',
  find: ({ templateLeaves }) =>
    templateLeaves
      .filter(({ leaf }) => leaf.key?.endsWith('.$') && typeof leaf.value !== 'string')
      .map(({ leaf, template }) => ({
        at: { pointer: leaf.place.pointer, location: template.place.location, state: leaf.place.state },
        message: `The value for the field '${leaf.key}' must be a STRING that contains a JSONPath but was an ${jsonKind(leaf.value).toUpperCase()}`,
        fix: 'Use a path or an intrinsic function call, or remove .$ from the key.',
      })),
};
