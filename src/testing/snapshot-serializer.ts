import { historyText, isHistory } from '../local';

/** Writes histories in snapshots as text for reviews, for `expect.addSnapshotSerializer` of jest and vitest. */
export const snapshotSerializer = {
  test: (value: unknown): boolean => isHistory(value),
  serialize: (value: unknown): string => historyText(value as Parameters<typeof historyText>[0]),
};
