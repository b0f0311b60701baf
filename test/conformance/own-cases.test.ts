import { join } from 'node:path';
import { loadCases } from '../../conformance/case';
import { resultOf } from '../../conformance/result';

const cases = loadCases(join(__dirname, '..', '..', 'conformance', 'cases'));

describe('our own cases', () => {
  test.each(cases.map(recorded => [recorded.id, recorded] as const))('%s', async (_, recorded) => {
    const { outcome, history = [], crash } = await resultOf(recorded, 'history');
    expect({ outcome, history, crash }).toEqual({ outcome: [], history: [], crash: undefined });
  });

  test('have ids of their own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});
