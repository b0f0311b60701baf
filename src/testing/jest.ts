/** Adds the matchers for local runs to jest, and writes histories in snapshots as text. */
import { matchers } from './matchers';
import type { RunMatchers } from './run-matchers';
import { snapshotSerializer } from './snapshot-serializer';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
    interface Matchers<R, T = {}> extends RunMatchers<R> {}
  }
}

/** jest's `expect`, as far as it is needed here. */
interface Expect {
  extend(added: object): void;
  addSnapshotSerializer(serializer: object): void;
}

/** Where globals are switched off, jest gives `expect` as a module. */
const injected = (globalThis as { expect?: Expect }).expect;
// eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies -- whoever runs this has jest
const jestExpect = injected ?? (require('@jest/globals') as { expect: Expect }).expect;

jestExpect.extend(matchers);
jestExpect.addSnapshotSerializer(snapshotSerializer);

export type { RunMatchers };
