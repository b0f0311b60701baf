import { COMPARATORS } from '../comparators';
import { leavesOf } from '../expressions';
import { looksLikePath } from '../expressions/look-alike';
import { fieldPlace, itemsOf } from '../definition-place';
import type { Finding, Rule } from '../rule';

/** Fields with a sister whose name ends in Path. */
const FIELDS = [
  'Error',
  'Cause',
  'Timestamp',
  'Seconds',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
];

export const noPath: Rule = {
  id: 'no-path',
  severity: 'WARNING',
  code: 'NO_PATH',
  summary: "A value looks like a path, but the field's name does not end in Path, so it is taken literally.",
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states
      .filter(({ type, language }) => type !== undefined && language === 'JSONPath')
      .flatMap((site): Finding[] => {
        const finding = (field: string, value: string, at: Finding['at']): Finding => ({
          at,
          message: `${JSON.stringify(value)} looks like a path, but '${field}' takes it literally`,
          fix: `Use ${field}Path.`,
        });
        return [
          ...FIELDS.flatMap(field => {
            const value = site.state[field];
            return typeof value === 'string' && looksLikePath(value)
              ? [finding(field, value, fieldPlace(site, field))]
              : [];
          }),
          ...itemsOf(site, 'Choices').flatMap(({ item, place }) =>
            leavesOf(item, place).flatMap(({ key, value, place: at }) =>
              key !== undefined && COMPARATORS.has(`${key}Path`) && typeof value === 'string' && looksLikePath(value)
                ? [finding(key, value, at)]
                : [],
            ),
          ),
        ];
      }),
};
