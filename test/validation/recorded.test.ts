import { loadCases, type Case, type ValidateCase } from '../../conformance/case';
import type { Json } from '../../src/asl';
import { apiAnswer, validate, type CheckingApi } from '../../src/validation';

const folder = process.env.STEPWRIGHT_CONFORMANCE;

if (folder === undefined || folder === '') {
  test('recordings are not there: STEPWRIGHT_CONFORMANCE names no folder', () => {
    process.stderr.write(
      '\n*** STEPWRIGHT_CONFORMANCE is not set: NOTHING of the validation was compared with recordings of AWS. ***\n\n',
    );
    expect(folder ?? '').toBe('');
  });
} else {
  const cases = loadCases(folder);
  const checks = cases.filter((each): each is ValidateCase => each.kind === 'validate');

  describe('answers of AWS', () => {
    test.each(checks.map(check => [check.id, check] as const))('%s', (_, check) => {
      const { diagnostics = [], ...answer } = apiAnswer(
        check.api as CheckingApi,
        validate((check.definitionText ?? check.definition)!, { type: check.type }),
      );
      expect({ ...answer, ...(check.expected.diagnostics ? { diagnostics } : {}), truncated: undefined }).toEqual({
        ...check.expected,
        truncated: undefined,
      });
    });
  });

  test('definitions that AWS took get no error', () => {
    const refused = cases.flatMap(each =>
      definitionsOf(each).flatMap(definition =>
        validate(definition, { type: (each as { type?: 'STANDARD' | 'EXPRESS' }).type })
          .filter(({ severity }) => severity === 'ERROR')
          .map(({ rule, location, message }) => `${each.id}: ${rule} ${location}: ${message}`),
      ),
    );
    expect(refused).toEqual([]);
  });
}

/** The whole definitions that AWS has taken. */
function definitionsOf(each: Case): Json[] {
  if (each.kind === 'validate') return [];
  const { definition, expected } = each as { definition?: Json; expected: { exception?: unknown } };
  const isMachine = typeof definition === 'object' && definition !== null && 'States' in definition;
  return isMachine && expected.exception === undefined ? [definition] : [];
}
