import { DIFFERENCES, FEATURES } from '../../conformance/fidelity';
import ratchet from '../../conformance/ratchet.json';

/** The page on what is known of each feature, made from its tables. */
export function fidelityPage(): string {
  const { execution, teststate, validate } = ratchet;
  const areas = [...new Set(FEATURES.map(({ area }) => area))];
  return [
    '# Fidelity',
    '',
    '*What passes here behaves the same on AWS*: this page says how far that is known. *Measured* is what recordings of AWS show, *documented* is what AWS says, *inferred* is what fits both where neither says it.',
    'Where documentation and a recording disagree, the recording is right.',
    '',
    '## Recorded executions',
    '',
    '| recordings | agree |',
    '|---|---|',
    `| executions, how they end | ${execution.outcome.passed} of ${execution.outcome.of} |`,
    `| executions, event for event | ${execution.history.passed} of ${execution.history.of} |`,
    `| calls of TestState, the whole answer | ${teststate.outcome.passed} of ${teststate.outcome.of} |`,
    `| checks of definitions, whether they are valid | ${validate.outcome.passed} of ${validate.outcome.of} |`,
    `| checks of definitions, every text | ${validate.texts.passed} of ${validate.texts.of} |`,
    '',
    'The tests hold these numbers where the recordings are at hand. What cannot agree is listed, with the reason, in `conformance/known-differences.json`.',
    '',
    ...areas.flatMap(area => [
      `## ${area}`, '', '| feature | known | |', '|---|---|---|',
      ...FEATURES.filter(feature => feature.area === area).map(({ feature, basis, note }) => `| ${feature} | ${basis} | ${note} |`), '',
    ]),
    '## Knowingly different',
    '',
    '| what | how, and why |',
    '|---|---|',
    ...DIFFERENCES.map(([what, why]) => `| ${what} | ${why} |`),
    '',
  ].join('\n');
}
