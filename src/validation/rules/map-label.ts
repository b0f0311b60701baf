import { MAX_LABEL_LENGTH } from '../../asl';
import { fieldPlace } from '../definition-place';
import type { Finding, Rule } from '../rule';
import { isUnknown } from '../unknown-value';

// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\s?*<>{}[\]"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

export const mapLabel: Rule = {
  id: 'map-label',
  severity: 'ERROR',
  code: 'INVALID_LABEL_NAME',
  summary:
    'The Label of a Map is longer than 40 characters, has an invalid character, or is the same as that of another Map.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html; codes documented for ValidateStateMachineDefinition.',
  find: ({ sites }) => {
    const seen = new Set<string>();
    return sites.states.flatMap((site): Finding[] => {
      const label = site.state.Label;
      if (site.type !== 'Map' || typeof label !== 'string' || isUnknown(label)) return [];
      const at = fieldPlace(site, 'Label');
      if (seen.has(label)) {
        return [
          {
            at,
            code: 'DUPLICATE_LABEL_NAME',
            message: `Duplicate Label name: ${label}`,
            fix: 'Give each Map its own Label, or none.',
          },
        ];
      }
      seen.add(label);
      if (label.length > MAX_LABEL_LENGTH) {
        return [
          {
            at,
            message: `Label '${label}' exceeds the ${MAX_LABEL_LENGTH}-character limit allowed by the service`,
            fix: `Shorten it: it has ${label.length} characters.`,
          },
        ];
      }
      const bad = FORBIDDEN.exec(label);
      return bad
        ? [
            {
              at,
              message: `Label '${label}' has the character ${JSON.stringify(bad[0])}, which labels may not have`,
              fix: 'Use letters, digits, hyphens, and underscores.',
            },
          ]
        : [];
    });
  },
};
