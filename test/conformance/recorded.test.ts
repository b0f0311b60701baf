import { existsSync } from 'node:fs';
import { loadCases } from '../../conformance/case';
import { fallen, ratchet, reached } from '../../conformance/ratchet';
import { resultOf, type Result } from '../../conformance/result';

const folder = process.env.STEPWRIGHT_CONFORMANCE;

describe('recorded executions', () => {
  if (folder === undefined) {
    test('are not there: STEPWRIGHT_CONFORMANCE names no folder', () => {
      process.stderr.write(
        '\n*** STEPWRIGHT_CONFORMANCE is not set: NOTHING was compared with recordings of AWS. ***\n\n',
      );
      expect(folder).toBeUndefined();
    });
    return;
  }

  test('do not match less than before', async () => {
    expect(existsSync(folder)).toBe(true);
    const results: Result[] = [];
    for (const recorded of loadCases(folder)) results.push(await resultOf(recorded, 'history'));
    expect(results.length).toBeGreaterThan(0);
    expect(fallen(ratchet(), reached(results))).toEqual([]);
    expect(results.filter(({ crash }) => crash !== undefined).map(({ recorded }) => recorded.id)).toEqual([]);
  });
});
