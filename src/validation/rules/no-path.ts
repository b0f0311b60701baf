import { COMPARISON_FIELDS, STATE_FIELDS, STATE_TYPES, type FieldTable } from '../../asl';
import { fieldPlace, itemsOf } from '../definition-place';
import { leavesOf } from '../expressions';
import { looksLikePath } from '../expressions/look-alike';
import type { Finding, Rule } from '../rule';

/** The fields of each state type that take a value and have a variant that takes a path. */
const FIELDS = new Map(STATE_TYPES.map(type => [type, withPath(STATE_FIELDS[type])]));

function withPath(table: FieldTable): string[] {
  return Object.keys(table).filter(
    field => table[field].language === undefined && Object.hasOwn(table, `${field}Path`),
  );
}

export const noPath: Rule = {
  id: 'no-path',
  severity: 'WARNING',
  code: 'NO_PATH',
  summary: "A value looks like a path, but the name of its field doesn't end in Path, so it is a literal string.",
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states
      .filter(({ type, language }) => type !== undefined && language === 'JSONPath')
      .flatMap((site): Finding[] => {
        const finding = (field: string, value: string, at: Finding['at']): Finding => ({
          at,
          message: `${JSON.stringify(value)} looks like a path, but '${field}' is a literal string`,
          fix: `Use ${field}Path.`,
        });
        return [
          ...FIELDS.get(site.type!)!.flatMap(field => {
            const value = site.state[field];
            return typeof value === 'string' && looksLikePath(value)
              ? [finding(field, value, fieldPlace(site, field))]
              : [];
          }),
          ...itemsOf(site, 'Choices').flatMap(({ item, place }) =>
            leavesOf(item, place).flatMap(({ key, value, place: at }) =>
              key !== undefined &&
              Object.hasOwn(COMPARISON_FIELDS, `${key}Path`) &&
              typeof value === 'string' &&
              looksLikePath(value)
                ? [finding(key, value, at)]
                : [],
            ),
          ),
        ];
      }),
};
