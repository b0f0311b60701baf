import { loadCases, type Case } from '../conformance/case';
import { execute } from '../conformance/execute';
import { knownDifferences } from '../conformance/known-differences';
import { resultOf } from '../conformance/result';

const folder = process.env.STEPWRIGHT_CONFORMANCE;
if (folder === undefined) {
  throw new Error('STEPWRIGHT_CONFORMANCE names no folder: the score is that of tests with recordings');
}
const known = knownDifferences();
// read once, however often this file is loaded
const kept = globalThis as { recordings?: Case[] };
const recordings = (kept.recordings ??= loadCases(folder).filter(({ id }) => known[id] === undefined));

// each recording alone, so that a mutant runs those that reach it
describe('the recording', () => {
  for (const recorded of recordings) {
    test(recorded.id, async () => {
      const { outcome, history = [], texts = [], crash } = await resultOf(recorded, 'history');
      expect({ outcome, history, texts, crash }).toEqual({ outcome: [], history: [], texts: [], crash: undefined });
    });

    if (recorded.kind !== 'execution') continue;
    test(`${recorded.id} has a history that is plain JSON`, async () => {
      const { history, output } = await execute(recorded);
      const events = history.map(({ timestamp, ...event }) => event);
      expect({ events, output }).toStrictEqual({
        output: undefined,
        ...(JSON.parse(JSON.stringify({ events, output })) as object),
      });
    });
  }
});
